-- SPDX-License-Identifier: EUPL-1.2
create table disposal.runs (
  id          uuid    primary key,
  no          integer not null unique,
  kind        text    not null check (kind in ('destruction', 'transfer')),
  unit_id     uuid    not null,
  state       text    not null default 'drafted' check (state in ('drafted', 'released', 'offered', 'appraised', 'transferred', 'done', 'cancelled')),
  reason_code text    check (reason_code in ('retention-over', 'appraised-v', 'archived')),
  note        text    not null default '',
  drafted_on  date    not null,
  done_on     date,
  lock        integer not null default 1
);
comment on table  disposal.runs is 'Aussonderung: ein Bündel fälliger Vorgänge, das vernichtet oder dem Archiv angeboten wird [zweck=Aussonderung; frist=dauerhaft]';
comment on column disposal.runs.id is 'Kennung';
comment on column disposal.runs.no is 'Laufende Nummer';
comment on column disposal.runs.kind is 'Art: destruction Vernichtung, transfer Abgabe an das Archiv';
comment on column disposal.runs.unit_id is 'Stelle, deren Vorgänge es sind, mit allem darunter';
comment on column disposal.runs.state is 'Stand: drafted zusammengestellt, released freigegeben, offered angeboten, appraised bewertet, transferred abgegeben, done erledigt, cancelled aufgegeben';
comment on column disposal.runs.reason_code is 'Vernichtungsgrund: retention-over Frist abgelaufen, appraised-v vom Archiv zur Vernichtung bewertet, archived vom Archiv übernommen';
comment on column disposal.runs.note is 'Bemerkung';
comment on column disposal.runs.drafted_on is 'Zusammengestellt am';
comment on column disposal.runs.done_on is 'Erledigt am';
comment on column disposal.runs.lock is 'Stand: zählt jede Änderung';
grant select, insert, update on disposal.runs to fachwerk_app;

alter table disposal.objects add constraint objects_run_id_fkey foreign key (run_id) references disposal.runs;

create table disposal.releases (
  run_id      uuid not null references disposal.runs,
  person      uuid not null,
  represented uuid,
  on_day      date not null,
  primary key (run_id, person)
);
comment on table  disposal.releases is 'Freigabe einer Vernichtung: zwei verschiedene Personen [zweck=Vier-Augen-Prinzip; frist=wie das Vernichtungsprotokoll]';
comment on column disposal.releases.run_id is 'Aussonderung';
comment on column disposal.releases.person is 'Wer freigegeben hat [person=beschaeftigte]';
comment on column disposal.releases.represented is 'In wessen Vertretung [person=beschaeftigte]';
comment on column disposal.releases.on_day is 'Tag';
grant select, insert, delete on disposal.releases to fachwerk_app;

create table disposal.tombstones (
  case_id        uuid    primary key,
  run_id         uuid    not null references disposal.runs,
  file_id        uuid    not null,
  lead_unit      uuid    not null,
  reference      text    not null,
  sort_key       text    not null,
  file_reference text    not null,
  started_on     date    not null,
  filed_on       date    not null,
  until          date    not null,
  basis          text    not null,
  reason_code    text    not null,
  documents      integer not null,
  archive_sign   text    not null default '',
  destroyed_on   date    not null,
  backups_until  date    not null
);
comment on table  disposal.tombstones is 'Vernichtungsvermerk: was von einem vernichteten Vorgang bleibt, ohne Inhalt und ohne Namen [zweck=Nachweis der Vernichtung; frist=dauerhaft]';
comment on column disposal.tombstones.case_id is 'Vorgang';
comment on column disposal.tombstones.run_id is 'Aussonderung, in der er vernichtet wurde';
comment on column disposal.tombstones.file_id is 'Akte';
comment on column disposal.tombstones.lead_unit is 'Federführende Stelle';
comment on column disposal.tombstones.reference is 'Vorgangszeichen';
comment on column disposal.tombstones.sort_key is 'Vorgangszeichen mit aufgefüllten Zahlen, zum Ordnen';
comment on column disposal.tombstones.file_reference is 'Aktenzeichen';
comment on column disposal.tombstones.started_on is 'Laufzeit: Beginn';
comment on column disposal.tombstones.filed_on is 'Tag der z.d.A.-Verfügung';
comment on column disposal.tombstones.until is 'Aufzubewahren war er bis';
comment on column disposal.tombstones.basis is 'Regel oder Aktenplan, nach dem die Frist lief';
comment on column disposal.tombstones.reason_code is 'Vernichtungsgrund';
comment on column disposal.tombstones.documents is 'Zahl der vernichteten Dokumente';
comment on column disposal.tombstones.archive_sign is 'Archivkennung, wenn das Archiv ihn übernommen hat';
comment on column disposal.tombstones.destroyed_on is 'Vernichtet am';
comment on column disposal.tombstones.backups_until is 'Spätestens dann ist auch die letzte Sicherung überschrieben, die ihn enthält';
create index tombstones_run on disposal.tombstones (run_id, sort_key);
grant select, insert on disposal.tombstones to fachwerk_app;

create table disposal.pending_shreds (
  content text primary key,
  since   date not null
);
comment on table  disposal.pending_shreds is 'Noch nicht vernichtete Inhalte: ein anderer Vorgang braucht sie noch, oder sie wurden eben erst abgelegt [zweck=Vernichtung; frist=bis zur Vernichtung]';
comment on column disposal.pending_shreds.content is 'Prüfsumme des Inhalts';
comment on column disposal.pending_shreds.since is 'Seit wann';
grant select, insert, delete on disposal.pending_shreds to fachwerk_app;

alter table disposal.runs enable row level security;
alter table disposal.runs force row level security;
create policy runs_read on disposal.runs for select to fachwerk_app using (
  kernel.system_name() is not null or unit_id = any ((select people.unit_scope('disposal.read'))::uuid[]));
create policy runs_insert on disposal.runs for insert to fachwerk_app with check (
  kernel.system_name() is not null or unit_id = any ((select people.unit_scope('disposal.manage'))::uuid[]));
create policy runs_update on disposal.runs for update to fachwerk_app using (
  kernel.system_name() is not null or unit_id = any ((select people.unit_scope('disposal.manage'))::uuid[])
  or unit_id = any ((select people.unit_scope('disposal.release'))::uuid[]));
alter table disposal.releases enable row level security;
alter table disposal.releases force row level security;
create policy releases_like_run on disposal.releases for all to fachwerk_app using (exists (select from disposal.runs r where r.id = run_id));
alter table disposal.tombstones enable row level security;
alter table disposal.tombstones force row level security;
create policy tombstones_read on disposal.tombstones for select to fachwerk_app using (
  kernel.system_name() is not null or lead_unit = any ((select people.unit_scope('disposal.read'))::uuid[]) or records.may_read(file_id));
create policy tombstones_insert on disposal.tombstones for insert to fachwerk_app with check (kernel.system_name() is not null);
do $$ begin
  execute format('create policy releases_door on disposal.releases for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
  execute format('create policy runs_door on disposal.runs for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;

-- The last fence: whatever the application believes, a case becomes destroyed only with two releases by two people, after its day, without a hold.
create function disposal.destruction_is_lawful() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  releases integer;
begin
  perform set_config('fw.door', 'open', true);
  select count(distinct r.person) into releases from disposal.releases r where r.run_id = new.run_id;
  perform set_config('fw.door', '', true);
  if releases < 2 then
    raise exception 'destruction needs the release of two people' using errcode = 'insufficient_privilege';
  end if;
  if new.permanent or new.until is null or new.until >= kernel.today() then
    raise exception 'the case is still to be kept' using errcode = 'insufficient_privilege';
  end if;
  if disposal.is_held(new.case_id) then
    raise exception 'the destruction is on hold' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
comment on function disposal.destruction_is_lawful() is 'Vernichtet wird nur nach zwei Freigaben, nach dem Ende der Frist und ohne Aussetzung';
revoke all on function disposal.destruction_is_lawful() from public;
create trigger destruction_lawful before update of state on disposal.objects for each row
  when (new.state = 'destroyed' and old.state <> 'destroyed') execute function disposal.destruction_is_lawful();

-- Units below one, itself included, as they are today.
create function disposal.units_below(unit uuid) returns uuid[]
  language sql stable set search_path = pg_catalog
  begin atomic
    with recursive below (id) as (
      select unit
      union
      select k.unit from people.units_known() k join below b on k.parent = b.id)
    select array_agg(below.id) from below;
  end;
comment on function disposal.units_below(uuid) is 'Eine Stelle und alle darunter';
revoke all on function disposal.units_below(uuid) from public;
grant execute on function disposal.units_below(uuid) to fachwerk_app;
