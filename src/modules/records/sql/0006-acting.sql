-- SPDX-License-Identifier: EUPL-1.2
-- Whether an act is right in the way somebody acts now: in their own name, or for the person whom they represent ("i. V.").
-- Nobody mixes two people's rights in one act, and a sealed file opens to no deputy.

create function records.may_act(wanted uuid, permission text, represented uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  scope     constant uuid[] := people.acting_scope(permission, represented);
  whom      constant uuid   := coalesce(represented, kernel.person());
  functions constant uuid[] := array(select f.id from people.functions_of(kernel.person(), represented is not null) f where f.person = whom);
  may       boolean;
begin
  -- Being named for a file opens it, but lends no permission that one holds nowhere.
  if scope = '{}' then return false; end if;
  perform set_config('fw.door', 'open', true);
  select exists (
    select from records.files f
     where f.id = wanted
       and f.id <> all ((select people.excluded_subjects())::uuid[])
       and ((f.protection = 0 and f.lead_unit = any (scope))
            or exists (select from records.file_access a
                        where a.file_id = f.id and a.writes
                          and (f.protection < 2 or represented is null)
                          and case a.kind
                                when 'person' then a.grantee = whom
                                when 'function' then a.grantee = any (functions)
                                else f.protection < 2 and a.grantee = any (scope)
                              end))) into may;
  perform set_config('fw.door', '', true);
  return may;
end $$;
comment on function records.may_act(uuid, text, uuid) is 'Darf die Person in dieser Akte so handeln, wie sie gerade handelt: in eigenem Namen (leer) oder in Vertretung?';

create function records.acting_in(wanted uuid, permission text, represented uuid) returns table (now boolean, own boolean, lender uuid)
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select records.may_act(wanted, permission, represented), records.may_act(wanted, permission, null),
           (select p from unnest(people.principals()) p where p <> kernel.person() and records.may_act(wanted, permission, p) limit 1);
  end;
comment on function records.acting_in(uuid, text, uuid) is 'So wie jetzt, in eigenem Namen, und in Vertretung für wen: in welchem Namen die Person in dieser Akte handeln darf';

-- Handing a file over and protecting it takes it out of the hands of who does it: row level security cannot judge the new row by their rights.
create function records.hand_over(wanted uuid, new_lead uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  old_lead uuid;
begin
  if kernel.system_name() is null and not records.may_write(wanted) then
    raise exception 'only who may write in a file hands it over' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('fw.door', 'open', true);
  select f.lead_unit into old_lead from records.files f where f.id = wanted for update;
  update records.files set lead_unit = new_lead, lock = lock + 1 where id = wanted;
  perform set_config('fw.door', 'open', true); -- a trigger of the update above may have closed it
  update records.cases set lead_unit = new_lead, lock = lock + 1 where file_id = wanted and state <> 'filed' and lead_unit = old_lead;
  perform set_config('fw.door', '', true);
end $$;
comment on function records.hand_over(uuid, uuid) is 'Gibt eine Akte mit ihren offenen Vorgängen an eine andere Stelle ab; das Aktenzeichen bleibt';

create function records.protect(wanted uuid, level smallint) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if kernel.system_name() is null and not records.may_write(wanted) then
    raise exception 'only who may write in a file protects it' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('fw.door', 'open', true);
  -- From level 2 a second person must open: see records.unseal.
  update records.files set protection = level, lock = lock + 1 where id = wanted and (protection < 2 or level = 2);
  perform set_config('fw.door', '', true);
end $$;
comment on function records.protect(uuid, smallint) is 'Setzt die Schutzstufe; eine versiegelte Akte öffnet so niemand';

create table records.unsealing_requests (
  id           uuid     primary key,
  file_id      uuid     not null unique references records.files,
  reference    text     not null,
  lead_unit    uuid     not null,
  to_level     smallint not null check (to_level in (0, 1)),
  reason       text     not null,
  requested_by uuid     not null,
  represented  uuid
);
comment on table  records.unsealing_requests is 'Antrag auf Entsiegelung einer Akte: wartet auf die Freigabe durch eine zweite Person [zweck=Vier-Augen-Prinzip; frist=bis zur Entscheidung]';
comment on column records.unsealing_requests.id is 'Kennung';
comment on column records.unsealing_requests.file_id is 'Akte';
comment on column records.unsealing_requests.reference is 'Aktenzeichen: mehr erfährt nicht, wer freigibt, ohne benannt zu sein';
comment on column records.unsealing_requests.lead_unit is 'Federführende Stelle';
comment on column records.unsealing_requests.to_level is 'Gewünschte Schutzstufe';
comment on column records.unsealing_requests.reason is 'Begründung';
comment on column records.unsealing_requests.requested_by is 'Wer beantragt hat: darf nicht selbst freigeben [person=beschaeftigte]';
comment on column records.unsealing_requests.represented is 'In wessen Vertretung beantragt wurde: darf ebenfalls nicht freigeben [person=beschaeftigte]';
grant select, insert, delete on records.unsealing_requests to fachwerk_app;

create function records.unseal(request uuid) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  asked records.unsealing_requests;
begin
  perform set_config('fw.door', 'open', true);
  select * into asked from records.unsealing_requests r where r.id = request for update;
  perform set_config('fw.door', '', true);
  if asked.id is null or kernel.person() in (asked.requested_by, asked.represented)
     or not asked.lead_unit = any (people.unit_scope('records.registry')) then
    raise exception 'unsealing needs a second person from the registry' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('fw.door', 'open', true);
  update records.files set protection = asked.to_level, lock = lock + 1 where id = asked.file_id and protection = 2;
  perform set_config('fw.door', 'open', true); -- a trigger of the update above may have closed it
  delete from records.unsealing_requests r where r.id = request;
  perform set_config('fw.door', '', true);
end $$;
comment on function records.unseal(uuid) is 'Entsiegelt eine Akte auf Antrag einer anderen Person';

alter table records.unsealing_requests enable row level security;
alter table records.unsealing_requests force row level security;
create policy unsealing_requests_read on records.unsealing_requests for select to fachwerk_app using (
  kernel.system_name() is not null or lead_unit = any ((select people.unit_scope('records.registry'))::uuid[])
  or exists (select from records.files f where f.id = file_id));
create policy unsealing_requests_insert on records.unsealing_requests for insert to fachwerk_app with check (
  kernel.system_name() is not null or (records.may_write(file_id) and requested_by = kernel.person()));
create policy unsealing_requests_delete on records.unsealing_requests for delete to fachwerk_app using (
  kernel.system_name() is not null or lead_unit = any ((select people.unit_scope('records.registry'))::uuid[]) or requested_by = kernel.person());
do $$ begin
  execute format('create policy unsealing_requests_door on records.unsealing_requests for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;

create function records.file_erasures(wanted uuid)
  returns table (seq bigint, no bigint, header text, commitment bytea, hash bytea, statement text)
  language sql stable security definer set search_path = pg_catalog, records, journal
  begin atomic
    select e.seq, e.no, e.header, e.commitment, e.hash, e.statement
      from journal.stream_erasures('file:' || wanted) e
     where records.may_read(wanted);
  end;
comment on function records.file_erasures(uuid) is 'Löschvermerke einer Akte, nur mit Leserecht an der Akte';

-- Deadlines and links of the E-Akte's objects follow their file.
do $$
declare
  kind text;
begin
  call kernel.open_deadlines('case', 'exists (select from records.files f where f.id = file_id)', 'records.may_write(file_id)');
  foreach kind in array array['file', 'case', 'document'] loop
    call kernel.open_links(kind, 'exists (select from records.files f where f.id = file_id)', 'records.may_write(file_id)');
  end loop;
end $$;

revoke all on function records.may_act(uuid, text, uuid), records.acting_in(uuid, text, uuid), records.hand_over(uuid, uuid), records.protect(uuid, smallint), records.unseal(uuid), records.file_erasures(uuid) from public;
grant execute on function records.may_act(uuid, text, uuid), records.acting_in(uuid, text, uuid), records.hand_over(uuid, uuid), records.protect(uuid, smallint), records.unseal(uuid), records.file_erasures(uuid) to fachwerk_app;
