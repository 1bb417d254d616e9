-- SPDX-License-Identifier: EUPL-1.2
-- A single document is put before somebody who does not see its file: a colleague of another office who shall co-sign. It opens this document and
-- nothing else of the file, as long as it lies before them; a sealed file shows nothing to anybody this way.

create table records.presentations (
  document_id uuid not null references records.documents,
  file_id     uuid not null references records.files,
  kind        text not null check (kind in ('unit', 'head', 'function')),
  grantee     uuid not null,
  source      text not null check (source ~ '^[a-z][a-z-]*:[0-9a-f-]{36}$'),
  primary key (document_id, kind, grantee, source)
);
comment on table  records.presentations is 'Vorlage: ein einzelnes Dokument liegt einer Stelle vor, die seine Akte nicht sieht [zweck=Mitzeichnung und Kenntnisnahme über Stellen hinweg; frist=bis der Umlauf endet]';
comment on column records.presentations.document_id is 'Dokument';
comment on column records.presentations.file_id is 'Akte';
comment on column records.presentations.kind is 'Wem: unit Stelle, head Leitung der Stelle, function Funktion';
comment on column records.presentations.grantee is 'Kennung der Stelle oder Funktion';
comment on column records.presentations.source is 'Wessentwegen, etwa order:<Kennung>';
create index presentations_grantee on records.presentations (grantee);
create index presentations_source on records.presentations (source);
grant select, insert, delete on records.presentations to fachwerk_app;

create function records.presented_documents() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  units     constant uuid[] := people.unit_scope('records.read');
  functions constant uuid[] := people.my_functions();
  heads     constant uuid[] := array(select f.unit from people.functions_of(kernel.person()) f where f.role = 'head');
  excluded  constant uuid[] := people.excluded_subjects();
  found     uuid[];
begin
  if units = '{}' and functions = '{}' then return '{}'; end if;
  perform set_config('fw.door', 'open', true);
  select coalesce(array_agg(distinct p.document_id), '{}') into found
    from records.presentations p join records.files f on f.id = p.file_id
   where p.grantee = any (units || functions || heads) and f.protection < 2 and f.id <> all (excluded)
     and case p.kind when 'unit' then p.grantee = any (units) when 'head' then p.grantee = any (heads) else p.grantee = any (functions) end;
  perform set_config('fw.door', '', true);
  return found;
end $$;
comment on function records.presented_documents() is 'Dokumente, die der Person vorliegen, ohne dass sie die Akte sehen muss; nie aus versiegelten Akten';

create function records.showable(files uuid[], most smallint default 1) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found uuid[];
begin
  perform set_config('fw.door', 'open', true);
  select coalesce(array_agg(f.id), '{}') into found
    from records.files f
   where f.id = any (files) and f.protection <= most and f.id <> all ((select people.excluded_subjects())::uuid[]);
  perform set_config('fw.door', '', true);
  return found;
end $$;
comment on function records.showable(uuid[], smallint) is 'Welche dieser Akten höchstens diese Schutzstufe haben und die Person nicht ausschließen';

revoke all on function records.presented_documents(), records.showable(uuid[], smallint) from public;
grant execute on function records.presented_documents(), records.showable(uuid[], smallint) to fachwerk_app;

alter table records.presentations enable row level security;
alter table records.presentations force row level security;
-- Whoever it lies before may pass it on, and take away what they passed on: an order goes from seat to seat.
create policy presentations_read on records.presentations for select to fachwerk_app using (
  kernel.system_name() is not null or exists (select from records.files f where f.id = file_id)
  or document_id = any ((select records.presented_documents())::uuid[]));
create policy presentations_insert on records.presentations for insert to fachwerk_app with check (
  kernel.system_name() is not null or records.may_write(file_id) or document_id = any ((select records.presented_documents())::uuid[]));
create policy presentations_delete on records.presentations for delete to fachwerk_app using (
  kernel.system_name() is not null or records.may_write(file_id) or document_id = any ((select records.presented_documents())::uuid[]));
do $$
begin
  execute format('create policy presentations_door on records.presentations for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;

create policy documents_presented on records.documents for select to fachwerk_app using (id = any ((select records.presented_documents())::uuid[]));
create policy versions_presented on records.versions for select to fachwerk_app using (document_id = any ((select records.presented_documents())::uuid[]));
create policy pages_presented on records.pages for select to fachwerk_app using (
  exists (select from records.versions v where v.id = version_id and v.document_id = any ((select records.presented_documents())::uuid[])));
create policy renditions_presented on records.renditions for select to fachwerk_app using (
  exists (select from records.versions v where v.id = version_id and v.document_id = any ((select records.presented_documents())::uuid[])));
