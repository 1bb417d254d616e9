-- SPDX-License-Identifier: EUPL-1.2
create table circulation.follow_ups (
  id          uuid    primary key,
  file_id     uuid    not null,
  case_id     uuid    not null,
  order_id    uuid    references circulation.orders,
  step_id     uuid    unique references circulation.steps,
  unit_id     uuid    not null,
  function_id uuid,
  reference   text    not null,
  subject     text    not null,
  due_on      date    not null,
  first_on    date    not null,
  series      text    check (series in ('weekly', 'fortnightly', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
  note        text    not null default '',
  woken       boolean not null default false,
  state       text    not null default 'open' check (state in ('open', 'done', 'cancelled')),
  lock        integer not null default 1
);
comment on table  circulation.follow_ups is 'Wiedervorlage: an welchem Tag ein Vorgang wieder vorgelegt wird, und wo [zweck=Terminüberwachung; frist=wie der Vorgang]';
comment on column circulation.follow_ups.id is 'Kennung';
comment on column circulation.follow_ups.file_id is 'Akte';
comment on column circulation.follow_ups.case_id is 'Vorgang';
comment on column circulation.follow_ups.order_id is 'Verfügung, die sie gesetzt hat';
comment on column circulation.follow_ups.step_id is 'Schritt dieser Verfügung';
comment on column circulation.follow_ups.unit_id is 'Stelle, der vorgelegt wird';
comment on column circulation.follow_ups.function_id is 'Funktion, der vorgelegt wird; leer = die Stelle';
comment on column circulation.follow_ups.reference is 'Vorgangszeichen';
comment on column circulation.follow_ups.subject is 'Betreff [person=betroffene]';
comment on column circulation.follow_ups.due_on is 'Vorlegen am';
comment on column circulation.follow_ups.first_on is 'Erster Tag der Reihe';
comment on column circulation.follow_ups.series is 'Reihe: weekly wöchentlich, fortnightly 14-tägig, monthly monatlich, quarterly vierteljährlich, half-yearly halbjährlich, yearly jährlich';
comment on column circulation.follow_ups.note is 'Wozu [person=betroffene]';
comment on column circulation.follow_ups.woken is 'Vorgezogen, weil Post eingegangen ist';
comment on column circulation.follow_ups.state is 'Zustand: open offen, done erledigt, cancelled aufgehoben';
comment on column circulation.follow_ups.lock is 'Stand: zählt jede Änderung';
create index follow_ups_case on circulation.follow_ups (case_id);
create index follow_ups_unit on circulation.follow_ups (unit_id, due_on) where state = 'open';
create index follow_ups_function on circulation.follow_ups (function_id, due_on) where state = 'open' and function_id is not null;
grant select, insert, update on circulation.follow_ups to fachwerk_app;

alter table circulation.follow_ups enable row level security;
alter table circulation.follow_ups force row level security;
do $$ begin
  execute format('create policy follow_ups_door on circulation.follow_ups for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;
create policy follow_ups_read on circulation.follow_ups for select to fachwerk_app using (
  kernel.system_name() is not null or records.may_read(file_id) or order_id = any ((select circulation.seated_orders())::uuid[]));
create policy follow_ups_insert on circulation.follow_ups for insert to fachwerk_app with check (
  kernel.system_name() is not null or records.may_write(file_id) or order_id = any ((select circulation.seated_orders())::uuid[]));
create policy follow_ups_update on circulation.follow_ups for update to fachwerk_app using (
  kernel.system_name() is not null or records.may_write(file_id) or order_id = any ((select circulation.seated_orders())::uuid[])) with check (true);

create function circulation.day_load(units uuid[], first date, last date) returns table (day date, n integer)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  mine constant uuid[] := people.unit_scope('circulation.read');
begin
  perform set_config('fw.door', 'open', true);
  return query
    select f.due_on, count(*)::integer from circulation.follow_ups f
     where f.state = 'open' and f.unit_id = any (units) and f.unit_id = any (mine) and f.due_on between first and last group by f.due_on;
  perform set_config('fw.door', '', true);
end $$;
comment on function circulation.day_load(uuid[], date, date) is 'Wie viele Wiedervorlagen an jedem Tag in eigenen Stellen anstehen; nur Zahlen, je Stelle, nie je Person';

create function circulation.cared_for(cases uuid[]) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found uuid[];
begin
  perform set_config('fw.door', 'open', true);
  select coalesce(array_agg(c), '{}') into found from unnest(cases) c
   where exists (select from circulation.orders o where o.case_id = c and o.state in ('running', 'returned'))
      or exists (select from circulation.follow_ups f where f.case_id = c and f.state = 'open');
  perform set_config('fw.door', '', true);
  return found;
end $$;
comment on function circulation.cared_for(uuid[]) is 'Welche dieser Vorgänge eine laufende Verfügung oder eine offene Wiedervorlage haben';

revoke all on function circulation.day_load(uuid[], date, date), circulation.cared_for(uuid[]) from public;
grant execute on function circulation.day_load(uuid[], date, date), circulation.cared_for(uuid[]) to fachwerk_app;
