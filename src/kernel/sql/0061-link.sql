-- SPDX-License-Identifier: EUPL-1.2
create table kernel.link_end (
  link         uuid not null,
  side         text not null check (side in ('from', 'to')),
  type         text not null check (type ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  subject_kind text not null check (subject_kind ~ '^[a-z][a-z-]{0,40}$'),
  subject_id   uuid not null,
  file_id      uuid,
  primary key (link, side)
);
comment on table  kernel.link_end is 'Verknüpfung zweier Gegenstände, je Ende eine Zeile: wer nur ein Ende sehen darf, sieht nur dieses [zweck=Zusammenhang der Vorgänge; frist=wie die Gegenstände]';
comment on column kernel.link_end.link is 'Verknüpfung';
comment on column kernel.link_end.side is 'Ende: from Ausgang, to Ziel';
comment on column kernel.link_end.type is 'Art der Verknüpfung, etwa processes.based-on';
comment on column kernel.link_end.subject_kind is 'Gegenstand: Art, etwa case';
comment on column kernel.link_end.subject_id is 'Gegenstand: Kennung';
comment on column kernel.link_end.file_id is 'Akte, zu der der Gegenstand gehört; leer, wenn zu keiner';
create index link_end_subject on kernel.link_end (subject_kind, subject_id);
create index link_end_file on kernel.link_end (file_id) where file_id is not null;
grant select, insert, delete on kernel.link_end to fachwerk_app;

-- Each end follows the rights of its own subject. Nobody sees an end until the module that owns its kind says who may.
alter table kernel.link_end enable row level security;
alter table kernel.link_end force row level security;
create policy link_end_system on kernel.link_end for all to fachwerk_app
  using (kernel.system_name() is not null) with check (kernel.system_name() is not null);
do $$ begin
  execute format('create policy link_end_door on kernel.link_end for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;

-- Called once by a module's migration for each kind of its subjects; conditions are SQL over the columns of kernel.link_end, set-based.
-- A link begins where somebody may write and ends where they may at least read; who may write its beginning takes it away.
create procedure kernel.open_links(kind text, readable text, writable text) language plpgsql as $$
begin
  execute format('create policy %I on kernel.link_end for select to fachwerk_app using (subject_kind = %L and (%s))', kind || '_read', kind, readable);
  execute format('create policy %I on kernel.link_end for insert to fachwerk_app with check (subject_kind = %L and case side when ''from'' then (%s) else (%s) end)', kind || '_insert', kind, writable, readable);
  execute format('create policy %I on kernel.link_end for delete to fachwerk_app using (subject_kind = %L and side = ''from'' and (%s))', kind || '_delete', kind, writable);
end $$;
comment on procedure kernel.open_links(text, text, text) is 'Öffnet die Verknüpfungen einer Art von Gegenständen für die, die den Gegenstand lesen und schreiben dürfen';
revoke all on procedure kernel.open_links(text, text, text) from public;

create function kernel.link_loses_its_end() returns trigger
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform set_config('fw.door', 'open', true);
  delete from kernel.link_end where link = old.link;
  perform set_config('fw.door', '', true);
  return null;
end $$;
comment on function kernel.link_loses_its_end() is 'Mit dem Ausgang verschwindet auch das Ziel, selbst wenn die handelnde Person es nicht sehen darf';
revoke all on function kernel.link_loses_its_end() from public;
create trigger link_end_gone after delete on kernel.link_end for each row when (old.side = 'from') execute function kernel.link_loses_its_end();
