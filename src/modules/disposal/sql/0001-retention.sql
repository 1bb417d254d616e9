-- SPDX-License-Identifier: EUPL-1.2
create schema disposal;
comment on schema disposal is 'Aufbewahrung und Aussonderung: Regeln, Fristen, Aussetzungen, Abgabe an das Archiv, Vernichtung';
grant usage on schema disposal to fachwerk_app;

create table disposal.rules (
  id           uuid    primary key,
  plan_unit    uuid    not null,
  years        integer check (years between 0 and 200),
  permanent    boolean not null default false,
  start_kind   text    not null check (start_kind in ('filed', 'file-closed', 'decision-effective', 'decision-expired', 'object-end', 'term-end', 'main-case', 'related-case')),
  disposal     text    check (disposal in ('A', 'B', 'V')),
  basis        text    not null,
  reason       text    not null,
  shortens     boolean not null default false,
  valid_from   date    not null,
  valid_to     date,
  state        text    not null default 'proposed' check (state in ('proposed', 'released', 'withdrawn')),
  settled      boolean not null default false,
  proposed_by  uuid    not null,
  represented  uuid,
  released_by  uuid,
  check (permanent or years is not null),
  check (released_by is distinct from proposed_by),
  check (valid_to is null or valid_to >= valid_from)
);
comment on table  disposal.rules is 'Aufbewahrungsregel: wie lange und ab wann, zu einer Aktenplaneinheit und allem darunter; wirkt erst nach Freigabe durch eine zweite Person [zweck=Aufbewahrung; frist=dauerhaft]';
comment on column disposal.rules.id is 'Kennung';
comment on column disposal.rules.plan_unit is 'Aktenplaneinheit, für die sie gilt';
comment on column disposal.rules.years is 'Jahre';
comment on column disposal.rules.permanent is 'Dauernd aufzubewahren';
comment on column disposal.rules.start_kind is 'Fristbeginn: filed z.d.A., file-closed Schließung der Akte, decision-effective Wirksamkeit der Entscheidung, decision-expired Ablauf der Entscheidung, object-end Ende des Gegenstands, term-end Ende einer Laufzeit, main-case z.d.A. des Hauptvorgangs, related-case z.d.A. eines verbundenen Vorgangs';
comment on column disposal.rules.disposal is 'Aussonderungsart: A archivwürdig, B bewerten, V vernichten; leer = wie der Aktenplan';
comment on column disposal.rules.basis is 'Rechtsgrundlage';
comment on column disposal.rules.reason is 'Begründung der Änderung';
comment on column disposal.rules.shortens is 'Darf schon laufende Fristen verkürzen; sonst bleibt das spätere Ende';
comment on column disposal.rules.valid_from is 'Gültig ab';
comment on column disposal.rules.valid_to is 'Gültig bis (einschließlich)';
comment on column disposal.rules.state is 'Zustand: proposed vorgeschlagen, released freigegeben, withdrawn zurückgezogen';
comment on column disposal.rules.settled is 'Der Bestand ist nach ihr gerechnet';
comment on column disposal.rules.proposed_by is 'Wer sie vorgeschlagen hat [person=beschaeftigte]';
comment on column disposal.rules.represented is 'In wessen Vertretung [person=beschaeftigte]';
comment on column disposal.rules.released_by is 'Wer sie freigegeben hat [person=beschaeftigte]';
create index rules_unit on disposal.rules (plan_unit) where state = 'released';
grant select, insert, update (state, settled, valid_to, released_by) on disposal.rules to fachwerk_app;

create table disposal.objects (
  case_id        uuid    primary key,
  file_id        uuid    not null,
  plan_unit      uuid    not null,
  lead_unit      uuid    not null,
  reference      text    not null,
  sort_key       text    not null,
  file_reference text    not null,
  started_on     date    not null,
  filed_on       date    not null,
  file_closed_on date,
  rule_id        uuid    references disposal.rules,
  from_unit      uuid    not null,
  years          integer,
  permanent      boolean not null,
  start_kind     text    not null,
  start_on       date,
  until          date,
  disposal       text    not null check (disposal in ('A', 'B', 'V')),
  state          text    not null default 'retained' check (state in ('retained', 'proposed', 'offered', 'appraised', 'packaged', 'transferred', 'archived', 'destroyed', 'reopened')),
  appraisal      text    check (appraisal in ('A', 'B', 'V')),
  archive_sign   text    not null default '',
  run_id         uuid,
  check (permanent or years is not null)
);
comment on table  disposal.objects is 'Aufbewahrungsgegenstand: ein abgeschlossener Vorgang mit seiner Frist und seinem Stand in der Aussonderung [zweck=Aufbewahrung und Aussonderung; frist=dauerhaft, nach der Vernichtung nur Zeichen und Daten]';
comment on column disposal.objects.case_id is 'Vorgang';
comment on column disposal.objects.file_id is 'Akte';
comment on column disposal.objects.plan_unit is 'Aktenplaneinheit der Akte';
comment on column disposal.objects.lead_unit is 'Federführende Stelle';
comment on column disposal.objects.reference is 'Vorgangszeichen';
comment on column disposal.objects.sort_key is 'Vorgangszeichen mit aufgefüllten Zahlen, zum Ordnen';
comment on column disposal.objects.file_reference is 'Aktenzeichen';
comment on column disposal.objects.started_on is 'Laufzeit: Beginn';
comment on column disposal.objects.filed_on is 'Tag der z.d.A.-Verfügung';
comment on column disposal.objects.file_closed_on is 'Tag, an dem die Akte geschlossen wurde';
comment on column disposal.objects.rule_id is 'Aufbewahrungsregel; leer = der Aktenplan selbst';
comment on column disposal.objects.from_unit is 'Aktenplaneinheit, an der die Dauer steht';
comment on column disposal.objects.years is 'Jahre';
comment on column disposal.objects.permanent is 'Dauernd aufzubewahren';
comment on column disposal.objects.start_kind is 'Fristbeginn, wie in der Regel';
comment on column disposal.objects.start_on is 'Tag des Fristbeginns; leer, solange das Ereignis nicht eingetragen ist';
comment on column disposal.objects.until is 'Aufzubewahren bis (31.12. des Jahres); leer = dauernd, oder die Frist läuft noch nicht';
comment on column disposal.objects.disposal is 'Aussonderungsart: A archivwürdig, B bewerten, V vernichten';
comment on column disposal.objects.state is 'Stand: retained aufbewahrt, proposed zur Aussonderung vorgesehen, offered angeboten, appraised bewertet, packaged gepackt, transferred abgegeben, archived im Archiv, destroyed vernichtet, reopened wieder geöffnet';
comment on column disposal.objects.appraisal is 'Bewertung: A archivieren, B noch offen, V vernichten';
comment on column disposal.objects.archive_sign is 'Archivkennung';
comment on column disposal.objects.run_id is 'Aussonderung, zu der er gehört';
create index objects_file on disposal.objects (file_id);
create index objects_unit on disposal.objects (plan_unit);
create index objects_due on disposal.objects (until, sort_key) where state = 'retained' and until is not null;
create index objects_run on disposal.objects (run_id) where run_id is not null;
grant select, insert, update on disposal.objects to fachwerk_app;

create table disposal.moves (
  case_id   uuid not null references disposal.objects,
  no        integer not null,
  rule_id   uuid references disposal.rules,
  why       text not null check (why in ('rule', 'event', 'file')),
  old_until date,
  new_until date,
  on_day    date not null,
  primary key (case_id, no)
);
comment on table  disposal.moves is 'Verschobene Frist: wann und warum sich das Ende der Aufbewahrung geändert hat [zweck=Erklärung der Frist; frist=wie der Aufbewahrungsgegenstand]';
comment on column disposal.moves.case_id is 'Vorgang';
comment on column disposal.moves.no is 'Nummer der Änderung';
comment on column disposal.moves.rule_id is 'Regel, die geändert hat';
comment on column disposal.moves.why is 'Anlass: rule Regel, event Ereignis eingetragen, file Akte geschlossen oder geöffnet';
comment on column disposal.moves.old_until is 'Ende davor';
comment on column disposal.moves.new_until is 'Ende danach';
comment on column disposal.moves.on_day is 'Tag der Änderung';
grant select, insert on disposal.moves to fachwerk_app;

create table disposal.start_events (
  case_id uuid not null references disposal.objects,
  kind    text not null check (kind in ('decision-effective', 'decision-expired', 'object-end', 'term-end', 'main-case', 'related-case')),
  on_date date not null,
  note    text not null default '',
  primary key (case_id, kind)
);
comment on table  disposal.start_events is 'Fristereignis: womit die Aufbewahrung eines Vorgangs beginnt, wenn es nicht die z.d.A.-Verfügung ist [zweck=Aufbewahrung; frist=wie der Vorgang]';
comment on column disposal.start_events.case_id is 'Vorgang';
comment on column disposal.start_events.kind is 'Art des Ereignisses, wie in der Regel';
comment on column disposal.start_events.on_date is 'Tag des Ereignisses';
comment on column disposal.start_events.note is 'Woraus der Tag hervorgeht [person=betroffene]';
grant select, insert, update, delete on disposal.start_events to fachwerk_app;

create table disposal.holds (
  id          uuid primary key,
  scope       text not null check (scope in ('case', 'file', 'plan-unit')),
  subject     uuid not null,
  file_id     uuid,
  reason      text not null,
  basis       text not null,
  keeper_unit uuid not null,
  set_on      date not null,
  lifted_on   date,
  lift_reason text not null default '',
  check ((scope = 'plan-unit') = (file_id is null))
);
comment on table  disposal.holds is 'Aussetzung: solange sie besteht, wird nichts vernichtet, auch nach dem Ende der Frist [zweck=Beweissicherung; frist=wie der Vorgang]';
comment on column disposal.holds.id is 'Kennung';
comment on column disposal.holds.scope is 'Wofür: case Vorgang, file Akte, plan-unit Aktenplaneinheit und alles darunter';
comment on column disposal.holds.subject is 'Kennung des Vorgangs, der Akte oder der Aktenplaneinheit';
comment on column disposal.holds.file_id is 'Akte; leer bei einer Aktenplaneinheit';
comment on column disposal.holds.reason is 'Grund [person=betroffene]';
comment on column disposal.holds.basis is 'Rechtsgrundlage oder Auftrag';
comment on column disposal.holds.keeper_unit is 'Stelle, die sie aufheben darf';
comment on column disposal.holds.set_on is 'Ausgesetzt seit';
comment on column disposal.holds.lifted_on is 'Aufgehoben am; leer = besteht';
comment on column disposal.holds.lift_reason is 'Grund der Aufhebung [person=betroffene]';
create index holds_standing on disposal.holds (subject) where lifted_on is null;
create index holds_file on disposal.holds (file_id) where file_id is not null;
grant select, insert, update (lifted_on, lift_reason) on disposal.holds to fachwerk_app;

-- Who manages disposal in a unit sees its objects; everybody else sees those of the files that they may read.
alter table disposal.objects enable row level security;
alter table disposal.objects force row level security;
create policy objects_read on disposal.objects for select to fachwerk_app using (
  kernel.system_name() is not null
  or (file_id <> all ((select people.excluded_subjects())::uuid[])
      and (lead_unit = any ((select people.unit_scope('disposal.read'))::uuid[]) or records.may_read(file_id))));
create policy objects_insert on disposal.objects for insert to fachwerk_app with check (
  kernel.system_name() is not null or lead_unit = any ((select people.unit_scope('disposal.manage'))::uuid[]));
create policy objects_update on disposal.objects for update to fachwerk_app using (
  kernel.system_name() is not null
  or (file_id <> all ((select people.excluded_subjects())::uuid[]) and lead_unit = any ((select people.unit_scope('disposal.manage'))::uuid[])));

do $$
declare
  t text;
begin
  foreach t in array array['moves', 'start_events'] loop
    execute format('alter table disposal.%I enable row level security', t);
    execute format('alter table disposal.%I force row level security', t);
    execute format('create policy %I on disposal.%I for all to fachwerk_app using (exists (select from disposal.objects o where o.case_id = %I.case_id))', t || '_like_object', t, t);
  end loop;
end $$;

alter table disposal.holds enable row level security;
alter table disposal.holds force row level security;
create policy holds_read on disposal.holds for select to fachwerk_app using (
  kernel.system_name() is not null or file_id is null
  or keeper_unit = any ((select people.unit_scope('disposal.read'))::uuid[]) or records.may_read(file_id));
create policy holds_insert on disposal.holds for insert to fachwerk_app with check (
  kernel.system_name() is not null or people.has('disposal.manage'));
create policy holds_update on disposal.holds for update to fachwerk_app using (
  kernel.system_name() is not null or keeper_unit = any ((select people.unit_scope('disposal.manage'))::uuid[]));

-- A hold counts for everybody, also for those who may not see why it stands: it says nothing but that it does.
create function disposal.is_held(wanted uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  o    disposal.objects;
  held boolean;
begin
  perform set_config('fw.door', 'open', true);
  select * into o from disposal.objects x where x.case_id = wanted;
  select exists (select from disposal.holds h
                  where h.lifted_on is null
                    and (h.subject = o.case_id or h.subject = o.file_id or (h.scope = 'plan-unit' and h.subject = any (records.plan_way(o.plan_unit))))) into held;
  perform set_config('fw.door', '', true);
  return held;
end $$;
comment on function disposal.is_held(uuid) is 'Ist die Vernichtung dieses Vorgangs ausgesetzt?';

do $$
declare
  t text;
begin
  foreach t in array array['objects', 'holds'] loop
    execute format('create policy %I on disposal.%I for all to %I using (current_setting(''fw.door'', true) = ''open'')', t || '_door', t, current_user);
  end loop;
end $$;
revoke all on function disposal.is_held(uuid) from public;
grant execute on function disposal.is_held(uuid) to fachwerk_app;

-- Where the ends of filed cases would lie under a rule: the one place where it is computed for the whole stock, for the simulation and for the act.
create function disposal.ends_under(units uuid[], begins_with text, for_years integer, forever boolean, may_shorten boolean)
  returns table (case_id uuid, plan_unit uuid, lead_unit uuid, reference text, sort_key text, before date, start_on date, after date, way text)
  language sql stable -- without settings of its own, so that it is planned together with whoever asks
  begin atomic
    with touched as (
      select o.case_id, o.plan_unit, o.lead_unit, o.reference, o.sort_key, o.until as before,
             case begins_with when 'filed' then o.filed_on when 'file-closed' then o.file_closed_on else e.on_date end as start_on
        from disposal.objects o left join disposal.start_events e on e.case_id = o.case_id and e.kind = begins_with
       where o.plan_unit = any (units) and o.state in ('retained', 'proposed')
    ), computed as (
      select t.*, case when not forever and t.start_on is not null then make_date(extract(year from t.start_on)::integer + for_years, 12, 31) end as after
        from touched t
    )
    select c.case_id, c.plan_unit, c.lead_unit, c.reference, c.sort_key, c.before, c.start_on, c.after,
           case when c.after is not distinct from c.before then 'same'
                when c.after is null then 'open'
                when c.before is null or c.after < c.before then case when may_shorten then 'earlier' else 'kept' end
                else 'later' end
      from computed c;
  end;
comment on function disposal.ends_under(uuid[], text, integer, boolean, boolean) is 'Wo die Enden der Aufbewahrung unter einer Regel lägen: same gleich, later später, earlier früher, open ohne Ende, kept bleibt beim späteren Ende';
revoke all on function disposal.ends_under(uuid[], text, integer, boolean, boolean) from public;
grant execute on function disposal.ends_under(uuid[], text, integer, boolean, boolean) to fachwerk_app;

select people.standard_role_permits('registry', array['disposal.read', 'disposal.manage', 'disposal.release', 'disposal.rules']);
select people.standard_role_permits('head',     array['disposal.read', 'disposal.release']);
select people.standard_role_permits('auditor',  array['disposal.read']);
