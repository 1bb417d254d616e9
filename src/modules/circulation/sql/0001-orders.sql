-- SPDX-License-Identifier: EUPL-1.2
create schema circulation;
comment on schema circulation is 'Umlauf: Verfügungen, Mitzeichnung, Schlusszeichnung, Wiedervorlage';
grant usage on schema circulation to fachwerk_app;

create table circulation.orders (
  id          uuid    primary key,
  file_id     uuid    not null,
  case_id     uuid    not null,
  document_id uuid,
  unit_id     uuid    not null,
  issuer      uuid,
  reference   text    not null,
  subject     text    not null,
  title       text    not null default '',
  state       text    not null default 'running' check (state in ('running', 'returned', 'completed', 'recalled')),
  versions    integer,
  started_on  date    not null,
  ended_on    date,
  lock        integer not null default 1,
  check ((document_id is null) = (versions is null))
);
comment on table  circulation.orders is 'Verfügung: wer nacheinander oder gleichzeitig etwas mit einem Vorgang oder Dokument tut [zweck=Geschäftsgang; frist=wie der Vorgang]';
comment on column circulation.orders.id is 'Kennung';
comment on column circulation.orders.file_id is 'Akte';
comment on column circulation.orders.case_id is 'Vorgang';
comment on column circulation.orders.document_id is 'Dokument, das umläuft; leer, wenn nur der Vorgang umläuft';
comment on column circulation.orders.unit_id is 'Federführende Stelle, die verfügt';
comment on column circulation.orders.issuer is 'Funktion, in der verfügt wurde: bekommt zurück, was zurückgegeben wird';
comment on column circulation.orders.reference is 'Vorgangszeichen, wie es beim Verfügen war: Beteiligte sehen den Vorgang selbst nicht';
comment on column circulation.orders.subject is 'Betreff des Vorgangs [person=betroffene]';
comment on column circulation.orders.title is 'Titel des Dokuments [person=betroffene]';
comment on column circulation.orders.state is 'Zustand: running läuft, returned zurückgegeben, completed erledigt, recalled zurückgeholt';
comment on column circulation.orders.versions is 'Fassung des Dokuments, als verfügt wurde';
comment on column circulation.orders.started_on is 'Verfügt am';
comment on column circulation.orders.ended_on is 'Erledigt oder zurückgeholt am';
comment on column circulation.orders.lock is 'Stand: zählt jede Änderung';
create index orders_case on circulation.orders (case_id);
create index orders_document on circulation.orders (document_id) where document_id is not null and state in ('running', 'returned');
create index orders_issuer on circulation.orders (issuer) where state = 'returned';
grant select, insert, update on circulation.orders to fachwerk_app;

create table circulation.steps (
  id          uuid    primary key,
  order_id    uuid    not null references circulation.orders,
  stage       integer not null,
  branch      integer not null,
  turn        integer not null,
  kind        text    not null check (kind in ('memo', 'take-note', 'comment', 'process', 'cosign', 'final-sign', 'reserved-sign', 'dispatch', 'consult', 'call', 'show-before', 'show-after', 'follow-up', 'to-case', 'set-aside', 'close')),
  unit_id     uuid    not null,
  function_id uuid,
  head        boolean not null default false,
  label       text    not null,
  due_on      date,
  series      text    check (series in ('weekly', 'fortnightly', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
  note        text    not null default '',
  state       text    not null check (state in ('future', 'current', 'done', 'skipped')),
  mark        text    check (mark in ('written', 'seen', 'commented', 'no-comment', 'processed', 'cosigned', 'cosigned-with-remark', 'refused', 'signed', 'returned', 'dispatched', 'spoken', 'done')),
  remark      text    not null default '',
  version     integer,
  repeats     uuid    references circulation.steps,
  person      uuid,
  represented uuid,
  reached_on  date,
  on_day      date,
  live        boolean not null default true,
  check ((mark is not null) = (state = 'done'))
);
comment on table  circulation.steps is 'Beteiligungsschritt: Verfügungsteil und Bearbeitungsteil; wer wann mit welchem Vermerk gezeichnet hat [zweck=Nachweis der Mitzeichnung, nur in dieser Verfügung; frist=wie der Vorgang]';
comment on column circulation.steps.id is 'Kennung';
comment on column circulation.steps.order_id is 'Verfügung';
comment on column circulation.steps.stage is 'Stufe: Stufen folgen aufeinander';
comment on column circulation.steps.branch is 'Zweig: Zweige einer Stufe laufen gleichzeitig';
comment on column circulation.steps.turn is 'Platz im Zweig';
comment on column circulation.steps.kind is 'Was verfügt ist: memo Vermerk, take-note z.K., comment z.St., process z.B., cosign z.Mz., final-sign Schlusszeichnung, reserved-sign vorbehaltene Schlusszeichnung, dispatch ab, consult bR, call bA, show-before vA, show-after nA, follow-up Wv., to-case z.V., set-aside Wl, close z.d.A.';
comment on column circulation.steps.unit_id is 'Stelle, an die der Schritt geht';
comment on column circulation.steps.function_id is 'Funktion, an die er geht; leer = die Stelle';
comment on column circulation.steps.head is 'Nur die Leitung der Stelle';
comment on column circulation.steps.label is 'Wie der Platz in der Verfügung geschrieben ist [person=beschaeftigte]';
comment on column circulation.steps.due_on is 'Bis wann';
comment on column circulation.steps.series is 'Wiederholung einer Wiedervorlage';
comment on column circulation.steps.note is 'Verfügungstext [person=betroffene]';
comment on column circulation.steps.state is 'Zustand: future künftig, current dran, done erledigt, skipped übersprungen (xdomea 001 bis 004)';
comment on column circulation.steps.mark is 'Vermerk: seen gesehen, commented Stellung genommen, no-comment keine Bedenken, processed bearbeitet, cosigned mitgezeichnet, cosigned-with-remark mit Bemerkung, refused nicht mitgezeichnet, signed schlussgezeichnet, returned zurückgegeben, dispatched abgesandt, spoken besprochen, done erledigt, written geschrieben';
comment on column circulation.steps.remark is 'Bemerkung, Stellungnahme oder Grund [person=betroffene]';
comment on column circulation.steps.version is 'Fassung, unter der gezeichnet wurde';
comment on column circulation.steps.repeats is 'Schritt, der erneut gefragt wird';
comment on column circulation.steps.person is 'Wer gezeichnet hat [person=beschaeftigte]';
comment on column circulation.steps.represented is 'In wessen Vertretung [person=beschaeftigte]';
comment on column circulation.steps.reached_on is 'Seit wann der Schritt dran ist';
comment on column circulation.steps.on_day is 'Gezeichnet am';
comment on column circulation.steps.live is 'Die Verfügung läuft noch';
create index steps_order on circulation.steps (order_id);
create index steps_unit on circulation.steps (unit_id) where live and state in ('current', 'done');
create index steps_function on circulation.steps (function_id) where live and state in ('current', 'done');
grant select, insert, update on circulation.steps to fachwerk_app;

create table circulation.templates (
  id      uuid primary key,
  unit_id uuid not null,
  name    text not null,
  text    text not null,
  unique (unit_id, name)
);
comment on table  circulation.templates is 'Muster: eine Verfügung zum Wiederverwenden [zweck=Geschäftsgang; frist=bis zur Streichung]';
comment on column circulation.templates.id is 'Kennung';
comment on column circulation.templates.unit_id is 'Stelle, der es gehört';
comment on column circulation.templates.name is 'Name';
comment on column circulation.templates.text is 'Verfügungstext';
grant select, insert, update, delete on circulation.templates to fachwerk_app;

create function circulation.seated_orders() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  units     constant uuid[] := people.unit_scope('circulation.read');
  functions constant uuid[] := people.my_functions();
  heads     constant uuid[] := array(select f.unit from people.functions_of(kernel.person()) f where f.role = 'head');
  found     uuid[];
  files     uuid[];
begin
  if units = '{}' and functions = '{}' then return '{}'; end if;
  perform set_config('fw.door', 'open', true);
  select coalesce(array_agg(o.id), '{}'), coalesce(array_agg(o.file_id), '{}') into found, files
    from circulation.orders o
   where o.id in (select s.order_id from circulation.steps s
                   where s.live and s.state in ('current', 'done')
                     and (s.function_id = any (functions)
                          or (s.unit_id = any (units || heads) and s.function_id is null
                              and case when s.head then s.unit_id = any (heads) else s.unit_id = any (units) end)));
  perform set_config('fw.door', '', true);
  files := case when files = '{}' then files else array(select f from unnest(files) f where f = any (records.showable(files))) end;
  perform set_config('fw.door', 'open', true);
  select coalesce(array_agg(o.id), '{}') into found from circulation.orders o where o.id = any (found) and o.file_id = any (files);
  perform set_config('fw.door', '', true);
  return found;
end $$;
comment on function circulation.seated_orders() is 'Laufende Verfügungen, in denen die Person einen Platz hat, der dran ist oder war; nie aus versiegelten Akten';

revoke all on function circulation.seated_orders() from public;
grant execute on function circulation.seated_orders() to fachwerk_app;

do $$
declare
  t text;
begin
  foreach t in array array['orders', 'steps', 'templates'] loop
    execute format('alter table circulation.%I enable row level security', t);
    execute format('alter table circulation.%I force row level security', t);
    execute format('create policy %I on circulation.%I for all to %I using (current_setting(''fw.door'', true) = ''open'')', t || '_door', t, current_user);
  end loop;
end $$;

-- An order is seen by who sees its file and by those who have a seat in it; its steps follow it.
create policy orders_read on circulation.orders for select to fachwerk_app using (
  kernel.system_name() is not null or id = any ((select circulation.seated_orders())::uuid[]) or records.may_read(file_id));
create policy orders_insert on circulation.orders for insert to fachwerk_app with check (
  kernel.system_name() is not null or records.may_write(file_id));
-- Whoever marks the last seat ends the order and is then no longer seated: the new row is not asked again.
create policy orders_update on circulation.orders for update to fachwerk_app using (
  kernel.system_name() is not null or id = any ((select circulation.seated_orders())::uuid[]) or records.may_write(file_id)) with check (true);
create policy steps_all on circulation.steps for all to fachwerk_app using (
  kernel.system_name() is not null or exists (select from circulation.orders o where o.id = order_id)) with check (true);
create policy templates_of_unit on circulation.templates for all to fachwerk_app using (
  kernel.system_name() is not null or unit_id = any ((select people.unit_scope('circulation.order'))::uuid[]));

select people.standard_role_permits('clerk',    array['circulation.read', 'circulation.act', 'circulation.order']);
select people.standard_role_permits('head',     array['circulation.read', 'circulation.act', 'circulation.order']);
select people.standard_role_permits('registry', array['circulation.read', 'circulation.act', 'circulation.order']);
select people.standard_role_permits('auditor',  array['circulation.read']);
