-- SPDX-License-Identifier: EUPL-1.2
-- Who may see a file. The arrays are computed once per query (InitPlan), never per row; everything below a file follows the file.
-- Row level security is forced on the owner, too. The few security definer functions that must look past it open a door
-- (`fw.door`) and close it again; the door's policy names the owner alone, so nobody else gains anything by setting it.
-- plpgsql, because it keeps its plans: these run in every query that touches a file.

create function records.named_files(writing boolean) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found uuid[];
begin
  perform set_config('fw.door', 'open', true);
  select coalesce(array_agg(distinct a.file_id), '{}') into found
    from records.file_access a join records.files f on f.id = a.file_id
   where (a.writes or not writing)
     and case f.protection
           when 2 then (a.kind = 'person' and a.grantee = kernel.person() and people.is_active(a.grantee))
             or (a.kind = 'function' and a.grantee = any ((select people.own_functions())::uuid[]))
           else (a.kind = 'person' and a.grantee = any ((select people.principals())::uuid[]))
             or (a.kind = 'function' and a.grantee = any ((select people.my_functions())::uuid[]))
             or (a.kind = 'unit' and a.grantee = any ((select people.unit_scope(case when writing then 'records.write' else 'records.read' end))::uuid[]))
         end;
  perform set_config('fw.door', '', true);
  return found;
end $$;
comment on function records.named_files(boolean) is 'Akten, für die die Person benannt ist: versiegelte nur selbst, andere auch als Vertretung';

create function records.writable_files() returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  named constant uuid[] := records.named_files(true);
begin
  perform set_config('fw.door', 'open', true);
  return query
    select f.id from records.files f
     where f.id <> all ((select people.excluded_subjects())::uuid[])
       and ((f.protection = 0 and f.lead_unit = any ((select people.unit_scope('records.write'))::uuid[])) or f.id = any (named));
  perform set_config('fw.door', '', true);
end $$;
comment on function records.writable_files() is 'Akten, in denen die Person schreiben darf';

create function records.may_read(wanted uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  named constant uuid[] := records.named_files(false);
  may   boolean;
begin
  perform set_config('fw.door', 'open', true);
  select exists (
    select from records.files f
     where f.id = wanted
       and f.id <> all ((select people.excluded_subjects())::uuid[])
       and ((f.protection = 0 and f.lead_unit = any ((select people.unit_scope('records.read'))::uuid[]))
            or f.id = any (named)
            or (f.protection < 2 and f.id = any ((select people.opened_subjects())::uuid[])))) into may;
  perform set_config('fw.door', '', true);
  return may;
end $$;
comment on function records.may_read(uuid) is 'Darf die Person diese Akte sehen?';

create function records.may_write(wanted uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  named constant uuid[] := records.named_files(true);
  may   boolean;
begin
  perform set_config('fw.door', 'open', true);
  select exists (
    select from records.files f
     where f.id = wanted
       and f.id <> all ((select people.excluded_subjects())::uuid[])
       and ((f.protection = 0 and f.lead_unit = any ((select people.unit_scope('records.write'))::uuid[])) or f.id = any (named))) into may;
  perform set_config('fw.door', '', true);
  return may;
end $$;
comment on function records.may_write(uuid) is 'Darf die Person in dieser Akte schreiben?';

create function records.file_history(wanted uuid, newest bigint default null)
  returns table (seq bigint, no bigint, header text, commitment bytea, hash bytea, key_id text, salt bytea, body bytea)
  language sql stable security definer set search_path = pg_catalog, records, journal
  begin atomic
    select e.seq, e.no, e.header, e.commitment, e.hash, e.key_id, e.salt, e.body
      from journal.stream_entries('file:' || wanted, newest) e
     where records.may_read(wanted);
  end;
comment on function records.file_history(uuid, bigint) is 'Verlauf einer Akte: ihre Einträge im Journal, neueste zuerst, nur mit Leserecht an der Akte';

revoke all on function records.named_files(boolean), records.writable_files(), records.may_read(uuid), records.may_write(uuid), records.file_history(uuid, bigint) from public;
grant execute on function records.named_files(boolean), records.writable_files(), records.may_read(uuid), records.may_write(uuid), records.file_history(uuid, bigint) to fachwerk_app;

create policy files_read on records.files for select to fachwerk_app using (
  kernel.system_name() is not null
  or (id <> all ((select people.excluded_subjects())::uuid[])
      and ((protection = 0 and lead_unit = any ((select people.unit_scope('records.read'))::uuid[]))
           or id = any ((select records.named_files(false))::uuid[])
           or (protection < 2 and id = any ((select people.opened_subjects())::uuid[])))));
create policy files_insert on records.files for insert to fachwerk_app with check (
  kernel.system_name() is not null or lead_unit = any ((select people.unit_scope('records.write'))::uuid[]));
create policy files_update on records.files for update to fachwerk_app using (
  kernel.system_name() is not null
  or (id <> all ((select people.excluded_subjects())::uuid[])
      and ((protection = 0 and lead_unit = any ((select people.unit_scope('records.write'))::uuid[]))
           or id = any ((select records.named_files(true))::uuid[]))));

-- `exists` and not `in`: the planner may then look up one file by its key instead of listing all files first.
do $$
declare
  t text;
begin
  foreach t in array array['file_access', 'cases', 'contacts', 'aliases', 'documents', 'versions', 'renditions', 'pages', 'uploads'] loop
    execute format('create policy %I on records.%I for select to fachwerk_app using (kernel.system_name() is not null or exists (select from records.files f where f.id = file_id))', t || '_read', t);
    execute format('create policy %I on records.%I for insert to fachwerk_app with check (kernel.system_name() is not null or records.may_write(file_id))', t || '_insert', t);
    execute format('create policy %I on records.%I for update to fachwerk_app using (kernel.system_name() is not null or records.may_write(file_id))', t || '_update', t);
    execute format('create policy %I on records.%I for delete to fachwerk_app using (kernel.system_name() is not null or records.may_write(file_id))', t || '_delete', t);
  end loop;
  foreach t in array array['files', 'file_access', 'cases', 'contacts', 'aliases', 'documents', 'versions', 'renditions', 'pages', 'uploads', 'cross_references'] loop
    execute format('alter table records.%I enable row level security', t);
    execute format('alter table records.%I force row level security', t);
    execute format('create policy %I on records.%I for all to %I using (current_setting(''fw.door'', true) = ''open'')', t || '_door', t, current_user);
  end loop;
end $$;

-- A reference is seen from either end by whoever may see that end; it is made by whoever may write its beginning.
create policy cross_references_read on records.cross_references for select to fachwerk_app using (
  kernel.system_name() is not null or exists (select from records.files f where f.id = file_id) or exists (select from records.files f where f.id = to_file_id));
create policy cross_references_insert on records.cross_references for insert to fachwerk_app with check (
  kernel.system_name() is not null or (records.may_write(file_id) and records.may_read(to_file_id)));
create policy cross_references_delete on records.cross_references for delete to fachwerk_app using (kernel.system_name() is not null or records.may_write(file_id));
