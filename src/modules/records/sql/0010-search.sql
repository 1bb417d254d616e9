-- SPDX-License-Identifier: EUPL-1.2
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

alter table records.pages add column vector tsvector generated always as (to_tsvector('german', text)) stored;
comment on column records.pages.vector is 'Wörter der Seite, für die Fundstelle';

create table records.search_rows (
  object       text     primary key,
  kind         text     not null check (kind in ('file', 'case', 'document')),
  id           uuid     not null,
  file_id      uuid     not null,
  unit         uuid     not null,
  protection   smallint not null,
  on_date      date,
  title_vector tsvector not null,
  vector       tsvector not null
);
comment on table  records.search_rows is 'Suche: ein Verzeichnis der Wörter je Akte, Vorgang und Dokument; nur die Suchfunktion liest es [zweck=Suche; frist=wie die Akte]';
comment on column records.search_rows.object is 'Schriftgutobjekt, etwa document:<Kennung>';
comment on column records.search_rows.kind is 'Art: file Akte, case Vorgang, document Dokument';
comment on column records.search_rows.id is 'Kennung';
comment on column records.search_rows.file_id is 'Akte';
comment on column records.search_rows.unit is 'Federführende Stelle der Akte';
comment on column records.search_rows.protection is 'Schutzstufe der Akte';
comment on column records.search_rows.on_date is 'Datum: Beginn oder Eingang';
comment on column records.search_rows.title_vector is 'Wörter aus Betreff, Zeichen, Beteiligten [person=betroffene]';
comment on column records.search_rows.vector is 'Alle Wörter [person=betroffene]';
create index search_rows_words on records.search_rows using gin (unit, vector) with (fastupdate = off);
create index search_rows_titles on records.search_rows using gin (unit, title_vector) with (fastupdate = off);
create index search_rows_file on records.search_rows (file_id);

create table records.words (
  word text primary key
);
comment on table  records.words is 'Wortschatz: alle Wortstämme des Bestands; findet Zusammensetzungen und Tippfehler [zweck=Suche; frist=dauerhaft]';
comment on column records.words.word is 'Wortstamm';
create index words_inside on records.words using gin (word gin_trgm_ops);

alter table records.search_rows enable row level security;
alter table records.search_rows force row level security;
do $$
begin
  execute format('create policy search_rows_door on records.search_rows for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;
revoke all on records.search_rows, records.words from public;

-- German stems, the umlaut's other spelling included: „Strasse“ finds „Straße“, „Gebuehr“ finds „Gebühr“ where the stock writes so.
create function records.learn(vector tsvector) returns void
  language sql security definer set search_path = pg_catalog
  begin atomic
    insert into records.words (word)
      select lexeme from unnest(vector) where lexeme ~ '^[a-zäöüß]{3,40}$' order by lexeme
      on conflict do nothing;
  end;
comment on function records.learn(tsvector) is 'Nimmt die Wörter eines Verzeichnisses in den Wortschatz auf';
revoke all on function records.learn(tsvector) from public;

create function records.index_row(what text, what_kind text, what_id uuid, of_file uuid, dated date, title text, body tsvector) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  titles constant tsvector := setweight(to_tsvector('german', title), 'A');
  words  constant tsvector := titles || body;
begin
  perform set_config('fw.door', 'open', true);
  insert into records.search_rows (object, kind, id, file_id, unit, protection, on_date, title_vector, vector)
    select what, what_kind, what_id, f.id, f.lead_unit, f.protection, dated, titles, words from records.files f where f.id = of_file
    on conflict (object) do update set file_id = excluded.file_id, unit = excluded.unit, protection = excluded.protection,
      on_date = excluded.on_date, title_vector = excluded.title_vector, vector = excluded.vector;
  perform set_config('fw.door', '', true);
  perform records.learn(words);
end $$;
comment on function records.index_row(text, text, uuid, uuid, date, text, tsvector) is 'Schreibt eine Zeile des Suchverzeichnisses';
revoke all on function records.index_row(text, text, uuid, uuid, date, text, tsvector) from public;

create function records.index_file() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform records.index_row('file:' || new.id, 'file', new.id, new.id, new.opened_on, new.reference || ' ' || new.subject, '');
  if tg_op = 'UPDATE' and (new.lead_unit, new.protection) is distinct from (old.lead_unit, old.protection) then
    perform set_config('fw.door', 'open', true);
    update records.search_rows set unit = new.lead_unit, protection = new.protection where file_id = new.id;
    perform set_config('fw.door', '', true);
  end if;
  return null;
end $$;
create trigger files_searchable after insert or update of subject, reference, lead_unit, protection on records.files
  for each row execute function records.index_file();

create function records.index_case(wanted uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  c    records.cases;
  more text;
begin
  perform set_config('fw.door', 'open', true);
  select * into c from records.cases where id = wanted;
  select string_agg(k.name, ' ') into more from records.contacts k where k.case_id = wanted;
  perform set_config('fw.door', '', true);
  perform records.index_row('case:' || c.id, 'case', c.id, c.file_id, c.started_on,
    concat_ws(' ', c.reference, c.subject, c.sub_subject, c.foreign_reference, more), '');
end $$;
create function records.index_document(wanted uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  d    records.documents;
  body text;
begin
  perform set_config('fw.door', 'open', true);
  select * into d from records.documents where id = wanted;
  -- A tsvector holds a megabyte: the first 400,000 characters of text are enough for any letter, and for most plans.
  select left(string_agg(p.text, ' ' order by p.no), 400000) into body
    from records.versions v join records.pages p on p.version_id = v.id where v.document_id = d.id and v.no = d.versions;
  perform set_config('fw.door', '', true);
  perform records.index_row('document:' || d.id, 'document', d.id, d.file_id, coalesce(d.received_on, d.dated_on),
    d.title || ' ' || d.kind, to_tsvector('german', coalesce(body, '')));
end $$;
comment on function records.index_case(uuid) is 'Nimmt einen Vorgang in die Suche auf';
comment on function records.index_document(uuid) is 'Nimmt ein Dokument mit dem gelesenen Text in die Suche auf';
revoke all on function records.index_case(uuid), records.index_document(uuid) from public;
grant execute on function records.index_document(uuid) to fachwerk_app;

create function records.case_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
  $$ begin perform records.index_case(new.id); return null; end $$;
create function records.contact_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
  $$ begin perform records.index_case(coalesce(new.case_id, old.case_id)); return null; end $$;
create function records.document_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog as
  $$ begin perform records.index_document(new.id); return null; end $$;
create trigger cases_searchable after insert or update of subject, sub_subject, foreign_reference, reference on records.cases
  for each row execute function records.case_changed();
create trigger contacts_searchable after insert or update or delete on records.contacts for each row execute function records.contact_changed();
create trigger documents_searchable after insert or update of title, kind, received_on, dated_on on records.documents
  for each row execute function records.document_changed();
revoke all on function records.index_file(), records.case_changed(), records.contact_changed(), records.document_changed() from public;
create index cases_sort on records.cases (sort_key);
