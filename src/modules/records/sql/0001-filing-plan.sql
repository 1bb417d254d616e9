-- SPDX-License-Identifier: EUPL-1.2
create schema records;
comment on schema records is 'E-Akte: Aktenplan, Akte, Vorgang, Dokument';
grant usage on schema records to fachwerk_app;

create table records.filing_plans (
  id         uuid    primary key,
  name       text    not null,
  version    text    not null,
  state      text    not null default 'active' check (state in ('planned', 'active', 'retired')),
  valid_from date    not null,
  valid_to   date,
  unique (name, version)
);
comment on table  records.filing_plans is 'Aktenplan: Ordnung der Aufgaben, in Fassungen [zweck=Aktenführung; frist=dauerhaft]';
comment on column records.filing_plans.id is 'Kennung';
comment on column records.filing_plans.name is 'Name des Aktenplans';
comment on column records.filing_plans.version is 'Fassung';
comment on column records.filing_plans.state is 'Zustand: planned geplant, active gültig, retired stillgelegt';
comment on column records.filing_plans.valid_from is 'Gültig ab';
comment on column records.filing_plans.valid_to is 'Gültig bis (einschließlich)';

create table records.filing_plan_units (
  id              uuid    primary key,
  plan_id         uuid    not null references records.filing_plans,
  parent_id       uuid    references records.filing_plan_units,
  code            text    not null,
  sort_key        text    not null,
  title           text    not null,
  description     text    not null default '',
  see_also        text    not null default '',
  state           text    not null default 'active' check (state in ('planned', 'active', 'retired')),
  retention_years integer check (retention_years between 0 and 200),
  permanent       boolean not null default false,
  disposal_type   text    check (disposal_type in ('A', 'B', 'V')),
  valid_from      date    not null,
  valid_to        date,
  unique (plan_id, code)
);
comment on table  records.filing_plan_units is 'Aktenplaneinheit: Haupt-, Ober-, Gruppe, Betreffseinheit [zweck=Aktenführung; frist=dauerhaft]';
comment on column records.filing_plan_units.id is 'Kennung';
comment on column records.filing_plan_units.plan_id is 'Aktenplan';
comment on column records.filing_plan_units.parent_id is 'Übergeordnete Einheit';
comment on column records.filing_plan_units.code is 'Kennzeichen im Aktenplan, etwa 32.11';
comment on column records.filing_plan_units.sort_key is 'Kennzeichen mit aufgefüllten Zahlen, zum Ordnen';
comment on column records.filing_plan_units.title is 'Bezeichnung';
comment on column records.filing_plan_units.description is 'Beschreibung';
comment on column records.filing_plan_units.see_also is 'Verweise auf andere Einheiten';
comment on column records.filing_plan_units.state is 'Zustand: planned geplant, active gültig, retired stillgelegt';
comment on column records.filing_plan_units.retention_years is 'Aufbewahrung in Jahren nach z.d.A.; leer = wie übergeordnet';
comment on column records.filing_plan_units.permanent is 'Dauernd aufzubewahren';
comment on column records.filing_plan_units.disposal_type is 'Aussonderungsart: A archivwürdig, B bewerten, V vernichten; leer = wie übergeordnet';
comment on column records.filing_plan_units.valid_from is 'Gültig ab';
comment on column records.filing_plan_units.valid_to is 'Gültig bis (einschließlich)';
create index filing_plan_units_parent on records.filing_plan_units (parent_id);
create index filing_plan_units_sort on records.filing_plan_units (plan_id, sort_key);

create table records.reference_counters (
  scope text   primary key,
  next  bigint not null
);
comment on table  records.reference_counters is 'Zählwerk: nächste freie Nummer je Geltungsbereich [zweck=Aktenzeichen; frist=dauerhaft]';
comment on column records.reference_counters.scope is 'Geltungsbereich, etwa file:<Aktenplaneinheit>';
comment on column records.reference_counters.next is 'Nächste freie Nummer';

create table records.reference_gaps (
  scope  text   not null,
  number bigint not null,
  reason text   not null,
  primary key (scope, number)
);
comment on table  records.reference_gaps is 'Lücke: eine nicht vergebene Nummer mit Grund [zweck=Nachvollziehbarkeit; frist=dauerhaft]';
comment on column records.reference_gaps.scope is 'Geltungsbereich';
comment on column records.reference_gaps.number is 'Nicht vergebene Nummer';
comment on column records.reference_gaps.reason is 'Grund der Lücke';

create table records.reference_templates (
  kind     text primary key check (kind in ('file', 'case', 'document')),
  template text not null
);
comment on table  records.reference_templates is 'Vorlage für Kennzeichen, etwa {plan.code}-{file.seq}#{case.seq} [zweck=Aktenzeichen; frist=dauerhaft]';
comment on column records.reference_templates.kind is 'Wofür: file Aktenzeichen, case Vorgangszeichen, document Geschäftszeichen';
comment on column records.reference_templates.template is 'Vorlage';
insert into records.reference_templates (kind, template)
values ('file', '{plan.code}-{file.seq:4}'), ('case', '{file}#{case.seq}'), ('document', '{unit} – {case}');

grant select, insert, update on records.filing_plans, records.filing_plan_units, records.reference_counters, records.reference_gaps, records.reference_templates to fachwerk_app;
