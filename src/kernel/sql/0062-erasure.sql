-- SPDX-License-Identifier: EUPL-1.2
-- Erasing personal parts (Art. 17 DSGVO) without harming a proof: the tree keeps the binding, the statement says which parts are gone and by which law.
create table journal.erasure (
  content   text primary key check (content ~ '^[0-9a-f]{64}$'),
  stream    text not null,
  statement text not null,
  check (content = encode(sha256(convert_to(statement, 'UTF8')), 'hex'))
);
comment on table  journal.erasure is 'Löschvermerk: welche persönlichen Teile nach welcher Vorschrift gelöscht sind [zweck=Nachweis, dass nichts verloren, sondern rechtmäßig gelöscht wurde; frist=dauerhaft]';
comment on column journal.erasure.content is 'Prüfsumme des Vermerks; sie steht auch im Kopf des löschenden Eintrags';
comment on column journal.erasure.stream is 'Reihe, aus der gelöscht wurde';
comment on column journal.erasure.statement is 'Vermerk: Vorschrift und Nummern der Einträge im Baum, kanonisches JSON; nie eine Person';
create index erasure_stream on journal.erasure (stream);
create trigger erasure_append_only before update or delete or truncate on journal.erasure for each statement execute function journal.is_append_only();
grant insert on journal.erasure to fachwerk_app;
grant select on journal.erasure to fachwerk_sequencer;

-- Runs when the act commits and not before: only then stands fixed that its journal entry was written in the same transaction.
create function journal.erases_personal_parts() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  seqs constant bigint[] := array(select jsonb_array_elements_text(new.statement::jsonb -> 'seqs')::bigint);
begin
  if not exists (select from journal.inbox i
                  where i.xmin = pg_current_xact_id()::xid
                    and i.header::jsonb @> jsonb_build_object('act', 'journal.personal-parts-erased', 'stream', new.stream, 'content', new.content)) then
    raise exception 'personal parts are erased only together with a journal entry that says so' using errcode = 'insufficient_privilege';
  end if;
  if (select count(*) from journal.leaf l where l.seq = any (seqs) and l.stream = new.stream) <> cardinality(seqs) then
    raise exception 'the statement names entries of another stream' using errcode = 'insufficient_privilege';
  end if;
  delete from journal.personal p using journal.leaf l where l.seq = any (seqs) and p.id = l.inbox_id;
  return null;
end $$;
comment on function journal.erases_personal_parts() is 'Löscht die persönlichen Teile, die ein Vermerk nennt, sobald sein Eintrag im Journal steht';
revoke all on function journal.erases_personal_parts() from public;
create constraint trigger erasure_takes_effect after insert on journal.erasure deferrable initially deferred
  for each row execute function journal.erases_personal_parts();

create function journal.stream_erasures(wanted text)
  returns table (seq bigint, no bigint, header text, commitment bytea, hash bytea, statement text)
  language sql stable security definer set search_path = pg_catalog, journal
  begin atomic
    select l.seq, l.no, l.header, l.commitment, l.hash, e.statement
      from journal.erasure e
      join journal.leaf l on l.stream = e.stream
       and l.header::jsonb @> jsonb_build_object('act', 'journal.personal-parts-erased', 'content', e.content)
     where e.stream = wanted
     order by l.no;
  end;
comment on function journal.stream_erasures(text) is 'Löschvermerke einer Reihe mit ihren Einträgen; nur für Funktionen der Module, die zuvor das Leserecht prüfen';
revoke all on function journal.stream_erasures(text) from public;
