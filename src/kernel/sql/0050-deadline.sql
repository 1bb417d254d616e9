-- SPDX-License-Identifier: EUPL-1.2
create table kernel.deadline (
  id             uuid   primary key,
  subject_kind   text   not null check (subject_kind ~ '^[a-z][a-z-]{0,40}$'),
  subject_id     uuid   not null,
  file_id        uuid,
  unit_id        uuid,
  rule_id        text   not null,
  legal_source   text   not null,
  rule           jsonb  not null check (rule ->> 'id' = rule_id and rule ->> 'legalSource' = legal_source),
  start_label    text   not null,
  started_on     date   not null,
  land           text   not null check (land ~ '^[A-Z]{2}$'),
  municipality   text   not null default '' check (municipality ~ '^([0-9]{8})?$'),
  local_holidays text[] not null default '{}',
  suspensions    jsonb  not null default '[]' check (jsonb_typeof(suspensions) = 'array'),
  due_on         date,
  state          text   not null default 'running' check (state in ('running', 'suspended', 'met', 'expired', 'cancelled')),
  closed_on      date,
  check (due_on is not null or state not in ('running', 'expired')),
  check ((closed_on is null) = (state in ('running', 'suspended')))
);
comment on table  kernel.deadline is 'Frist: bis wann etwas geschehen sein muss, mit Rechtsgrundlage und Rechenweg [zweck=Einhaltung gesetzlicher und gesetzter Fristen; frist=wie der Gegenstand]';
comment on column kernel.deadline.id is 'Kennung';
comment on column kernel.deadline.subject_kind is 'Gegenstand: Art, etwa case oder procedure';
comment on column kernel.deadline.subject_id is 'Gegenstand: Kennung';
comment on column kernel.deadline.file_id is 'Akte, zu der der Gegenstand gehört; leer, wenn zu keiner';
comment on column kernel.deadline.unit_id is 'Zuständige Stelle; Fristen gehören Stellen, nie Personen';
comment on column kernel.deadline.rule_id is 'Fristregel: Kennung';
comment on column kernel.deadline.legal_source is 'Rechtsgrundlage, etwa § 70 Abs. 1 VwGO';
comment on column kernel.deadline.rule is 'Fristregel, wie sie beim Beginn galt: laufende Fristen behalten ihre Fassung';
comment on column kernel.deadline.start_label is 'Auslösendes Ereignis in einem Wort, etwa Bekanntgabe; keine Namen';
comment on column kernel.deadline.started_on is 'Tag des auslösenden Ereignisses';
comment on column kernel.deadline.land is 'Land, dessen Feiertage gelten (ISO 3166-2:DE)';
comment on column kernel.deadline.municipality is 'Amtlicher Gemeindeschlüssel des Orts; leer, wenn nur das Land zählt';
comment on column kernel.deadline.local_holidays is 'Örtliche Feiertage der Gemeinde';
comment on column kernel.deadline.suspensions is 'Hemmungen: Liste von {from, to, reason}; ohne to dauert sie an; reason ist ein Textschlüssel';
comment on column kernel.deadline.due_on is 'Fristende: letzter Tag, bis 24 Uhr in Deutschland; leer, solange die Frist ruht';
comment on column kernel.deadline.state is 'Zustand: running läuft, suspended ruht, met eingehalten, expired abgelaufen, cancelled aufgehoben';
comment on column kernel.deadline.closed_on is 'Tag der Erledigung, des Ablaufs oder der Aufhebung';
create index deadline_due on kernel.deadline (due_on, id) where state = 'running';
create index deadline_subject on kernel.deadline (subject_kind, subject_id);
create index deadline_file on kernel.deadline (file_id) where file_id is not null;
create index deadline_open on kernel.deadline (land, rule_id) where state in ('running', 'suspended');
grant select, insert, update on kernel.deadline to fachwerk_app;

-- Nobody sees a deadline until the module that owns its subject says who may: the kernel does not know who reads what.
alter table kernel.deadline enable row level security;
alter table kernel.deadline force row level security;
create policy deadline_system on kernel.deadline for all to fachwerk_app
  using (kernel.system_name() is not null) with check (kernel.system_name() is not null);

-- Called once by a module's migration. Both conditions are SQL over the columns of kernel.deadline; write them set-based,
-- e.g. 'file_id in (select id from records.files)': a function per row costs seconds where this costs milliseconds.
create procedure kernel.open_deadlines(kind text, readable text, writable text) language plpgsql as $$
begin
  execute format('create policy %I on kernel.deadline for select to fachwerk_app using (subject_kind = %L and (%s))', kind || '_read', kind, readable);
  execute format('create policy %I on kernel.deadline for insert to fachwerk_app with check (subject_kind = %L and (%s))', kind || '_insert', kind, writable);
  execute format('create policy %I on kernel.deadline for update to fachwerk_app using (subject_kind = %2$L and (%3$s)) with check (subject_kind = %2$L and (%3$s))', kind || '_update', kind, writable);
end $$;
comment on procedure kernel.open_deadlines(text, text, text) is 'Öffnet die Fristen einer Art von Gegenständen für die, die den Gegenstand lesen und schreiben dürfen';
revoke all on procedure kernel.open_deadlines(text, text, text) from public;

create table kernel.holiday_change (
  id           uuid primary key,
  land         text not null check (land ~ '^[A-Z]{2}$'),
  municipality text not null default '' check (municipality ~ '^([0-9]{8})?$'),
  on_date      date not null,
  change       text not null check (change in ('added', 'dropped')),
  name         text not null,
  source       text not null,
  unique (land, municipality, on_date)
);
comment on table  kernel.holiday_change is 'Feiertagsänderung: ein Tag, den das Recht nach dem Stand dieser Fassung zum Feiertag macht oder nicht mehr [zweck=richtige Berechnung der Fristen; frist=dauerhaft]';
comment on column kernel.holiday_change.id is 'Kennung';
comment on column kernel.holiday_change.land is 'Land (ISO 3166-2:DE)';
comment on column kernel.holiday_change.municipality is 'Amtlicher Gemeindeschlüssel, wenn der Tag nur dort gilt; sonst leer';
comment on column kernel.holiday_change.on_date is 'Tag';
comment on column kernel.holiday_change.change is 'Änderung: added neuer Feiertag, dropped kein Feiertag mehr';
comment on column kernel.holiday_change.name is 'Name des Feiertags';
comment on column kernel.holiday_change.source is 'Rechtsgrundlage';
grant select, insert, delete on kernel.holiday_change to fachwerk_app;
