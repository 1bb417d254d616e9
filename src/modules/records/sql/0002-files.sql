-- SPDX-License-Identifier: EUPL-1.2
create table records.files (
  id             uuid    primary key,
  plan_unit_id   uuid    not null references records.filing_plan_units,
  reference      text    not null unique,
  sort_key       text    not null,
  subject        text    not null,
  lead_unit      uuid    not null,
  protection     smallint not null default 0 check (protection between 0 and 2),
  classification text    not null default 'open' check (classification in ('open', 'nfd', 'confidential', 'secret', 'top-secret')),
  medium         text    not null default 'electronic' check (medium in ('electronic', 'hybrid', 'paper')),
  location       text    not null default '',
  state          text    not null default 'open' check (state in ('open', 'closed')),
  opened_on      date    not null,
  closed_on      date,
  cases          integer not null default 0,
  lock           integer not null default 1
);
comment on table  records.files is 'Akte: geordnete Sammlung zu einer Angelegenheit [zweck=Aktenführung; frist=nach Aktenplan]';
comment on column records.files.id is 'Kennung';
comment on column records.files.plan_unit_id is 'Aktenplaneinheit';
comment on column records.files.reference is 'Aktenzeichen, für immer einmalig';
comment on column records.files.sort_key is 'Aktenzeichen mit aufgefüllten Zahlen, zum Ordnen';
comment on column records.files.subject is 'Betreff [person=betroffene]';
comment on column records.files.lead_unit is 'Federführende Stelle';
comment on column records.files.protection is 'Schutzstufe: 0 für die Stelle offen, 1 nur Benannte, 2 versiegelt';
comment on column records.files.classification is 'Geheimhaltung: open offen, nfd VS-NfD, confidential VS-Vertraulich, secret Geheim, top-secret Streng geheim';
comment on column records.files.medium is 'Medium: electronic elektronisch, hybrid, paper Papier';
comment on column records.files.location is 'Standort des Papierteils';
comment on column records.files.state is 'Zustand: open offen, closed geschlossen';
comment on column records.files.opened_on is 'Laufzeit: Beginn';
comment on column records.files.closed_on is 'Laufzeit: Ende';
comment on column records.files.cases is 'Zahl der Vorgänge (auch nächste Nummer minus eins)';
comment on column records.files.lock is 'Stand: zählt jede Änderung, verhindert unbemerktes Überschreiben';
create index files_plan_unit on records.files (plan_unit_id, sort_key);
create index files_lead_unit on records.files (lead_unit, sort_key);
create index files_sort on records.files (sort_key);

create table records.file_access (
  file_id  uuid    not null references records.files,
  kind     text    not null check (kind in ('person', 'function', 'unit')),
  grantee  uuid    not null,
  writes   boolean not null default false,
  primary key (file_id, kind, grantee)
);
comment on table  records.file_access is 'Benannte: wer eine Akte der Schutzstufe 1 oder 2 sehen darf [zweck=Zugriffsschutz; frist=wie die Akte]';
comment on column records.file_access.file_id is 'Akte';
comment on column records.file_access.kind is 'Art: person, function Funktion, unit Stelle';
comment on column records.file_access.grantee is 'Kennung der Person, Funktion oder Stelle [person=beschaeftigte]';
comment on column records.file_access.writes is 'Darf auch schreiben';
create index file_access_grantee on records.file_access (grantee);

create table records.cases (
  id                uuid    primary key,
  file_id           uuid    not null references records.files,
  no                integer,
  reference         text    unique,
  sort_key          text    not null default '',
  subject           text    not null,
  sub_subject       text    not null default '',
  foreign_reference text    not null default '',
  lead_unit         uuid    not null,
  responsible       uuid,
  state             text    not null check (state in ('draft', 'open', 'waiting', 'closing', 'filed')),
  started_on        date    not null,
  filed_on          date,
  retain_until      date,
  permanent         boolean not null default false,
  disposal_type     text    check (disposal_type in ('A', 'B', 'V')),
  documents         integer not null default 0,
  lock              integer not null default 1,
  unique (file_id, no)
);
comment on table  records.cases is 'Vorgang: kleinste Einheit der Bearbeitung, Einheit von z.d.A. und Aufbewahrung [zweck=Aktenführung; frist=nach Aktenplan]';
comment on column records.cases.id is 'Kennung';
comment on column records.cases.file_id is 'Akte';
comment on column records.cases.no is 'Nummer in der Akte; leer, solange der Vorgang Entwurf ist';
comment on column records.cases.reference is 'Vorgangszeichen, für immer einmalig';
comment on column records.cases.sort_key is 'Vorgangszeichen mit aufgefüllten Zahlen';
comment on column records.cases.subject is 'Betreff [person=betroffene]';
comment on column records.cases.sub_subject is 'Hier: [person=betroffene]';
comment on column records.cases.foreign_reference is 'Fremdes Geschäftszeichen';
comment on column records.cases.lead_unit is 'Federführende Stelle';
comment on column records.cases.responsible is 'Zuständige Funktion; nie eine Person';
comment on column records.cases.state is 'Zustand: draft Entwurf, open offen, waiting wartet, closing wird abgeschlossen, filed z.d.A.';
comment on column records.cases.started_on is 'Laufzeit: Beginn';
comment on column records.cases.filed_on is 'Tag der z.d.A.-Verfügung';
comment on column records.cases.retain_until is 'Aufbewahrung bis (31.12. des Jahres)';
comment on column records.cases.permanent is 'Dauernd aufzubewahren';
comment on column records.cases.disposal_type is 'Aussonderungsart zum Zeitpunkt der z.d.A.';
comment on column records.cases.documents is 'Zahl der Dokumente (auch nächste Nummer minus eins)';
comment on column records.cases.lock is 'Stand: zählt jede Änderung';
create index cases_file on records.cases (file_id, no);
create index cases_open on records.cases (lead_unit, state) where state <> 'filed';

create table records.contacts (
  id      uuid primary key,
  file_id uuid not null references records.files,
  case_id uuid not null references records.cases,
  role    text not null,
  name    text not null,
  address text not null default '',
  email   text not null default '',
  phone   text not null default ''
);
comment on table  records.contacts is 'Beteiligte: Antragstellerin, Bevollmächtigter, Behörde [zweck=Sachbearbeitung; frist=wie der Vorgang]';
comment on column records.contacts.id is 'Kennung';
comment on column records.contacts.file_id is 'Akte';
comment on column records.contacts.case_id is 'Vorgang';
comment on column records.contacts.role is 'Rolle im Vorgang';
comment on column records.contacts.name is 'Name [person=betroffene]';
comment on column records.contacts.address is 'Anschrift [person=betroffene]';
comment on column records.contacts.email is 'E-Mail [person=betroffene]';
comment on column records.contacts.phone is 'Telefon [person=betroffene]';
create index contacts_case on records.contacts (case_id);

create table records.cross_references (
  id          uuid primary key,
  file_id     uuid not null references records.files,
  from_object text not null,
  to_object   text not null,
  to_file_id  uuid not null,
  note        text not null default '',
  unique (from_object, to_object)
);
comment on table  records.cross_references is 'Verweis von einem Schriftgutobjekt auf ein anderes; sichtbar, wo das jeweilige Ende sichtbar ist [zweck=Aktenführung; frist=wie die Akte]';
comment on column records.cross_references.id is 'Kennung';
comment on column records.cross_references.file_id is 'Akte, aus der verwiesen wird';
comment on column records.cross_references.from_object is 'Von, etwa case:<Kennung>';
comment on column records.cross_references.to_object is 'Auf, etwa document:<Kennung>';
comment on column records.cross_references.to_file_id is 'Akte, auf die verwiesen wird';
comment on column records.cross_references.note is 'Grund des Verweises [person=betroffene]';
create index cross_references_from on records.cross_references (file_id);
create index cross_references_to on records.cross_references (to_file_id);

create table records.aliases (
  reference text not null,
  object    text not null,
  file_id   uuid not null references records.files,
  primary key (reference, object)
);
comment on table  records.aliases is 'Früheres Zeichen: bleibt für immer auffindbar [zweck=Aktenführung; frist=wie die Akte]';
comment on column records.aliases.reference is 'Früheres Zeichen';
comment on column records.aliases.object is 'Schriftgutobjekt, etwa file:<Kennung>';
comment on column records.aliases.file_id is 'Akte';

grant select, insert, update on records.files, records.cases to fachwerk_app;
grant select, insert, update, delete on records.file_access, records.contacts to fachwerk_app;
grant select, insert, delete on records.cross_references to fachwerk_app;
grant select, insert on records.aliases to fachwerk_app;
