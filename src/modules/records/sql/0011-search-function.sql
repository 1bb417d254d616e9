-- SPDX-License-Identifier: EUPL-1.2
-- Row level security switches a full text index off, because `@@` is not leakproof. So the search is one function that may look at
-- everything and filters by the same rules as the policies of records.files; an oracle test compares both.

create function records.word_forms(typed text, prefix boolean) returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  stems constant text[] := tsvector_to_array(to_tsvector('german', typed));
  stem  text;
  forms text[] := '{}';
begin
  foreach stem in array stems loop
    if stem !~ '^[a-zäöüß]{3,40}$' then
      forms := forms || stem;
      continue;
    end if;
    -- Compounds: „gebuhr“ stands inside „abfallgebuhrenbescheid“. Three letters stand in too many words.
    forms := forms || stem || array(
      select w.word from records.words w
       where w.word <> stem and case when length(stem) >= 4 and not prefix then w.word like '%' || stem || '%' else w.word like stem || '%' end
       order by length(w.word) limit 60);
    if cardinality(forms) = 1 and length(stem) >= 4 and not exists (select from records.words w where w.word = stem) then
      forms := forms || array(
        select w.word from records.words w
         where w.word % stem and similarity(w.word, stem) >= 0.45
         order by similarity(w.word, stem) desc limit 5);
    end if;
  end loop;
  return forms;
end $$;
comment on function records.word_forms(text, boolean) is 'Wortstämme, die zu einem getippten Wort passen: es selbst, Zusammensetzungen damit, sonst ähnliche (Tippfehler)';

create function records.search_query(words text[], without text[], last_is_prefix boolean) returns tsquery
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  parts text[] := '{}';
  forms text[];
begin
  for i in 1 .. coalesce(array_length(words, 1), 0) loop
    forms := records.word_forms(words[i], last_is_prefix and i = array_length(words, 1));
    if forms <> '{}' then
      parts := parts || ('(' || (select string_agg(quote_literal(f), '|') from unnest(forms) f) || ')');
    end if;
  end loop;
  for i in 1 .. coalesce(array_length(without, 1), 0) loop
    forms := tsvector_to_array(to_tsvector('german', without[i]));
    if forms <> '{}' then
      parts := parts || ('!(' || (select string_agg(quote_literal(f), '|') from unnest(forms) f) || ')');
    end if;
  end loop;
  return array_to_string(parts, '&')::tsquery;
end $$;
comment on function records.search_query(text[], text[], boolean) is 'Suchausdruck aus getippten Wörtern';

create function records.search(query tsquery, kinds text[], plan_codes text[], units uuid[], since date, until date, most integer)
  returns table (object text, kind text, id uuid, file_id uuid, rank real, hits bigint)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  scope  constant uuid[] := people.unit_scope('records.read');
  named  constant uuid[] := records.named_files(false);
  opened constant uuid[] := people.opened_subjects();
  barred constant uuid[] := people.excluded_subjects();
  asked  constant uuid[] := case when units is null then scope else array(select u from unnest(scope) u where u = any (units)) end;
begin
  if numnode(query) = 0 then return; end if;
  perform set_config('fw.door', 'open', true);
  return query
    with candidates as (
      (select s.* from records.search_rows s where s.unit = any (asked) and s.title_vector @@ query and s.protection = 0 limit 1000)
      union
      (select s.* from records.search_rows s where s.unit = any (asked) and s.vector @@ query and s.protection = 0 limit 3000)
      union
      (select s.* from records.search_rows s
        where s.file_id = any (named || opened) and s.vector @@ query and (units is null or s.unit = any (units))
          and (s.file_id = any (named) or s.protection < 2) limit 1000)
    ), visible as (
      select c.*, ts_rank(c.vector, query) as score from candidates c
       where c.file_id <> all (barred)
         and (kinds is null or c.kind = any (kinds))
         and (since is null or c.on_date >= since) and (until is null or c.on_date <= until)
         and (plan_codes is null or exists (
              select from records.files f join records.filing_plan_units u on u.id = f.plan_unit_id
               where f.id = c.file_id and exists (select from unnest(plan_codes) p where u.code = p or u.code like p || '.%')))
    )
    select v.object, v.kind, v.id, v.file_id, v.score, count(*) over () from visible v
     order by v.score desc, v.on_date desc nulls last, v.object limit most;
  perform set_config('fw.door', '', true);
end $$;
comment on function records.search(tsquery, text[], text[], uuid[], date, date, integer) is 'Die Suche: nur in dem, was die Person sehen darf; Zahlen sind gedeckelt';

revoke all on function records.word_forms(text, boolean), records.search_query(text[], text[], boolean),
  records.search(tsquery, text[], text[], uuid[], date, date, integer) from public;
grant execute on function records.word_forms(text, boolean), records.search_query(text[], text[], boolean),
  records.search(tsquery, text[], text[], uuid[], date, date, integer) to fachwerk_app;

create table records.saved_searches (
  id     uuid primary key,
  person uuid not null,
  name   text not null,
  query  text not null,
  unique (person, name)
);
comment on table  records.saved_searches is 'Gespeicherte Suche: eine Liste für den eigenen Schreibtisch, für niemanden sonst sichtbar [zweck=Arbeitserleichterung; frist=bis zur Löschung durch die Person]';
comment on column records.saved_searches.id is 'Kennung';
comment on column records.saved_searches.person is 'Wem sie gehört [person=beschaeftigte]';
comment on column records.saved_searches.name is 'Name';
comment on column records.saved_searches.query is 'Suchausdruck, wie getippt';
alter table records.saved_searches enable row level security;
alter table records.saved_searches force row level security;
create policy saved_searches_own on records.saved_searches for all to fachwerk_app using (person = kernel.person()) with check (person = kernel.person());
grant select, insert, delete on records.saved_searches to fachwerk_app;
