-- SPDX-License-Identifier: EUPL-1.2
-- Destruction: the application cannot delete documents, versions or cases. These functions can, for background work only, for a filed case
-- whose retention is over and that nothing holds up, and only if the journal tells of it in the same transaction. What stays is the tombstone:
-- reference and dates, so that the history and its proof stay whole.
alter table records.cases add column destroyed_on date;
comment on column records.cases.destroyed_on is 'Vernichtet am; es bleiben Zeichen und Daten';
alter table records.files add column destroyed_on date;
comment on column records.files.destroyed_on is 'Vernichtet am: mit ihrem letzten Vorgang; es bleiben Zeichen und Daten';

create table records.destructions (
  object  text primary key,
  file_id uuid not null references records.files,
  on_day  date not null
);
comment on table  records.destructions is 'Vernichtung: was vernichtet ist; jede Zeile braucht einen Eintrag im Journal derselben Handlung [zweck=Nachweis der Vernichtung; frist=dauerhaft]';
comment on column records.destructions.object is 'Schriftgutobjekt, etwa case:<Kennung>';
comment on column records.destructions.file_id is 'Akte';
comment on column records.destructions.on_day is 'Tag';
grant select on records.destructions to fachwerk_app;
alter table records.destructions enable row level security;
alter table records.destructions force row level security;
create policy destructions_read on records.destructions for select to fachwerk_app using (
  kernel.system_name() is not null or exists (select from records.files f where f.id = file_id));
do $$ begin
  execute format('create policy destructions_door on records.destructions for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;

create function records.destruction_is_told() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not journal.tells('records.' || split_part(new.object, ':', 1) || '-destroyed', new.object) then
    raise exception 'nothing is destroyed without a journal entry that says so' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
comment on function records.destruction_is_told() is 'Vernichtet wird nur, was im Journal derselben Handlung steht';
create constraint trigger destruction_told after insert on records.destructions deferrable initially deferred
  for each row execute function records.destruction_is_told();

create function records.destroy_case(wanted uuid, label text) returns text[]
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  c         records.cases;
  documents uuid[];
  objects   text[];
  hashes    text[];
begin
  if kernel.system_name() is null then
    raise exception 'destruction runs as background work' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('fw.door', 'open', true);
  select * into c from records.cases x where x.id = wanted for update;
  if c.id is null or c.state <> 'filed' or c.destroyed_on is not null then
    raise exception 'only a filed case is destroyed, and only once' using errcode = 'insufficient_privilege';
  end if;
  if c.permanent or c.retain_until is null or c.retain_until >= kernel.today() then
    raise exception 'the case is still to be kept' using errcode = 'insufficient_privilege';
  end if;
  if kernel.is_gated('case', c.id, 'records.destroy-case') or kernel.is_gated('file', c.file_id, 'records.destroy-case') then
    raise exception 'the destruction is held up' using errcode = 'insufficient_privilege';
  end if;
  documents := array(select d.id from records.documents d where d.case_id = wanted);
  objects := array(select 'document:' || d from unnest(documents) d) || ('case:' || wanted);
  hashes := array(
    select v.content from records.versions v where v.document_id = any (documents)
    union select r.content from records.renditions r join records.versions v on v.id = r.version_id where v.document_id = any (documents)
    union select u.content from records.uploads u where u.case_id = wanted and u.content is not null);
  delete from records.pages p using records.versions v where v.id = p.version_id and v.document_id = any (documents);
  delete from records.renditions r using records.versions v where v.id = r.version_id and v.document_id = any (documents);
  delete from records.versions v where v.document_id = any (documents);
  delete from records.uploads u where u.case_id = wanted;
  update records.documents d set parent_id = null where d.parent_id = any (documents);
  delete from records.documents d where d.id = any (documents);
  delete from records.cross_references x where x.from_object = any (objects) or x.to_object = any (objects);
  delete from records.aliases a where a.object = any (objects) and a.object like 'document:%';
  delete from records.search_rows s where s.object = any (objects);
  insert into records.destructions (object, file_id, on_day) select o, c.file_id, kernel.today() from unnest(objects) o;
  delete from records.contacts k where k.case_id = wanted;
  perform set_config('fw.door', 'open', true); -- a trigger of the statement above may have closed it
  update records.cases x set subject = label, sub_subject = '', foreign_reference = '', responsible = null, documents = 0,
    destroyed_on = kernel.today(), lock = x.lock + 1 where x.id = wanted;
  perform set_config('fw.door', '', true);
  perform kernel.forget_subject('case', array[wanted]);
  perform kernel.forget_subject('document', documents);
  return hashes;
end $$;
comment on function records.destroy_case(uuid, text) is 'Vernichtet einen Vorgang mit seinen Dokumenten; gibt die Prüfsummen der Inhalte zurück';

create function records.destroy_file(wanted uuid, label text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if kernel.system_name() is null then
    raise exception 'destruction runs as background work' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('fw.door', 'open', true);
  if exists (select from records.cases c where c.file_id = wanted and c.destroyed_on is null)
     or not exists (select from records.files f where f.id = wanted and f.state = 'closed' and f.destroyed_on is null) then
    raise exception 'a file goes with its last case, when it is closed' using errcode = 'insufficient_privilege';
  end if;
  insert into records.destructions (object, file_id, on_day) values ('file:' || wanted, wanted, kernel.today());
  delete from records.cross_references x where x.file_id = wanted or x.to_file_id = wanted;
  update records.files f set subject = label, location = '', destroyed_on = kernel.today(), lock = f.lock + 1 where f.id = wanted;
  perform set_config('fw.door', '', true);
  perform kernel.forget_subject('file', array[wanted]);
end $$;
comment on function records.destroy_file(uuid, text) is 'Nimmt einer geschlossenen Akte, deren Vorgänge alle vernichtet sind, ihren Betreff';

create function records.history_for_work(wanted uuid)
  returns table (seq bigint, no bigint, header text, commitment bytea, hash bytea, key_id text, salt bytea, body bytea)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select e.seq, e.no, e.header, e.commitment, e.hash, e.key_id, e.salt, e.body
      from journal.stream_entries('file:' || wanted) e where kernel.system_name() is not null;
  end;
comment on function records.history_for_work(uuid) is 'Einträge einer Akte für Hintergrundarbeit: welche persönlichen Teile mit einem Vorgang gehen';
revoke all on function records.destruction_is_told(), records.destroy_case(uuid, text), records.destroy_file(uuid, text), records.history_for_work(uuid) from public;
grant execute on function records.destroy_case(uuid, text), records.destroy_file(uuid, text), records.history_for_work(uuid) to fachwerk_app;
