-- SPDX-License-Identifier: EUPL-1.2
create schema people;
comment on schema people is 'Personen, Organisationseinheiten, Funktionen, Vertretung, Anmeldung';
grant usage on schema people to fachwerk_app;

create table people.person (
  id           uuid primary key,
  title        text not null default '',
  given_name   text not null check (given_name <> ''),
  family_name  text not null check (family_name <> ''),
  email        text not null check (email like '%_@_%'),
  staff_number text,
  locale       text not null default 'de' check (locale in ('de', 'en', 'tr', 'plain')),
  active_from  date not null,
  active_to    date,
  check (active_to is null or active_to >= active_from),
  constraint person_email_once  exclude using gist (lower(email) with =, daterange(active_from, active_to) with &&),
  constraint person_number_once exclude using gist (staff_number with =, daterange(active_from, active_to) with &&)
);
comment on table  people.person is 'Person: Beschäftigte mit Zugang [zweck=Zuständigkeit und Anmeldung; frist=wie die Akten, in denen die Person handelt]';
comment on column people.person.id is 'Kennung [person=beschaeftigte]';
comment on column people.person.title is 'Titel, etwa Dr. [person=beschaeftigte]';
comment on column people.person.given_name is 'Vorname [person=beschaeftigte]';
comment on column people.person.family_name is 'Familienname [person=beschaeftigte]';
comment on column people.person.email is 'Dienstliche E-Mail-Adresse, zugleich Anmeldename [person=beschaeftigte]';
comment on column people.person.staff_number is 'Personalnummer, freiwillig [person=beschaeftigte]';
comment on column people.person.locale is 'Sprache der Oberfläche';
comment on column people.person.active_from is 'Erster Tag mit Zugang';
comment on column people.person.active_to is 'Erster Tag ohne Zugang; leer = unbefristet';

create table people.unit (
  id   uuid primary key,
  heir uuid references people.unit,
  check (heir <> id)
);
comment on table  people.unit is 'Organisationseinheit: Amt, Abteilung, Sachgebiet [zweck=Zuständigkeit; frist=dauerhaft]';
comment on column people.unit.id is 'Kennung, bleibt bei Umbenennung und Umzug gleich';
comment on column people.unit.heir is 'Nachfolge: Einheit, die nach der Auflösung zuständig ist';

create table people.unit_state (
  unit       uuid not null references people.unit,
  code       text not null check (code <> ''),
  name       text not null check (name <> ''),
  parent     uuid references people.unit,
  valid_from date not null,
  valid_to   date,
  primary key (unit, valid_from),
  check (parent <> unit),
  check (valid_to is null or valid_to >= valid_from),
  constraint unit_one_state exclude using gist (unit with =, daterange(valid_from, valid_to) with &&),
  constraint unit_code_once exclude using gist (code with =, daterange(valid_from, valid_to) with &&)
);
comment on table  people.unit_state is 'Stand einer Organisationseinheit: wie sie in einer Zeit hieß und wozu sie gehörte [zweck=Zuständigkeit; frist=dauerhaft]';
comment on column people.unit_state.unit is 'Organisationseinheit';
comment on column people.unit_state.code is 'Kennzeichen, etwa 32.1';
comment on column people.unit_state.name is 'Bezeichnung';
comment on column people.unit_state.parent is 'Übergeordnete Einheit; leer = oberste';
comment on column people.unit_state.valid_from is 'Erster Tag dieses Standes';
comment on column people.unit_state.valid_to is 'Erster Tag nach diesem Stand; leer = gilt weiter; ohne folgenden Stand = aufgelöst';
create index unit_state_parent on people.unit_state (parent);

create table people.role (
  code         text    primary key check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
  name         text    not null,
  reach        text    not null check (reach in ('unit', 'unit-tree', 'body')),
  transferable boolean not null
);
comment on table  people.role is 'Rolle: was jemand in einer Funktion darf [zweck=Rechtevergabe; frist=dauerhaft]';
comment on column people.role.code is 'Kurzwort';
comment on column people.role.name is 'Bezeichnung, etwa Sachbearbeitung';
comment on column people.role.reach is 'Reichweite: nur die Einheit, auch die untergeordneten, oder das ganze Haus';
comment on column people.role.transferable is 'Wahr, wenn eine Vertretung die Rechte mitbekommt; Beauftragte und Personalrat haben eigene Vertretungen';

create table people.role_permission (
  role       text not null references people.role,
  permission text not null,
  primary key (role, permission)
);
comment on table  people.role_permission is 'Berechtigung einer Rolle [zweck=Rechtevergabe; frist=dauerhaft]';
comment on column people.role_permission.role is 'Rolle';
comment on column people.role_permission.permission is 'Berechtigung, wie die Module sie nennen';
create index role_permission_permission on people.role_permission (permission);

create table people.function_held (
  id         uuid primary key,
  person     uuid not null references people.person,
  unit       uuid not null references people.unit,
  role       text not null references people.role,
  valid_from timestamptz not null,
  valid_to   timestamptz,
  check (valid_to is null or valid_to >= valid_from),
  constraint function_once exclude using gist (person with =, unit with =, role with =, tstzrange(valid_from, valid_to) with &&)
);
comment on table  people.function_held is 'Funktion: wer in welcher Einheit welche Rolle hat [zweck=Rechtevergabe (die Zeiten sagen, wann ein Recht gilt, nicht, wann jemand arbeitet); frist=3 Jahre nach dem Ende]';
comment on column people.function_held.id is 'Kennung';
comment on column people.function_held.person is 'Person [person=beschaeftigte]';
comment on column people.function_held.unit is 'Organisationseinheit';
comment on column people.function_held.role is 'Rolle';
comment on column people.function_held.valid_from is 'Beginn';
comment on column people.function_held.valid_to is 'Ende (ausschließlich); leer = unbefristet';
create index function_held_person on people.function_held (person);
create index function_held_unit on people.function_held (unit);

create table people.grant_request (
  id           uuid primary key,
  kind         text not null check (kind in ('function', 'role')),
  person       uuid references people.person,
  unit         uuid references people.unit,
  role         text not null,
  valid_from   timestamptz,
  valid_to     timestamptz,
  definition   jsonb,
  requested_by uuid not null references people.person,
  represented  uuid references people.person,
  declined     text,
  check ((kind = 'function') = (person is not null and unit is not null and valid_from is not null)),
  check ((kind = 'role') = (definition is not null))
);
comment on table  people.grant_request is 'Antrag auf eine Funktion oder geänderte Rolle: wartet auf die Freigabe durch eine zweite Person [zweck=Vier-Augen-Prinzip; frist=bis zur Freigabe, abgelehnte bis zur Kenntnisnahme]';
comment on column people.grant_request.id is 'Kennung';
comment on column people.grant_request.kind is 'Art: Funktion für eine Person oder Inhalt einer Rolle';
comment on column people.grant_request.person is 'Person, die die Funktion bekommen soll [person=beschaeftigte]';
comment on column people.grant_request.unit is 'Organisationseinheit';
comment on column people.grant_request.role is 'Rolle';
comment on column people.grant_request.valid_from is 'Gewünschter Beginn';
comment on column people.grant_request.valid_to is 'Gewünschtes Ende; leer = unbefristet';
comment on column people.grant_request.definition is 'Neuer Inhalt der Rolle';
comment on column people.grant_request.requested_by is 'Wer beantragt hat: darf nicht selbst freigeben [person=beschaeftigte]';
comment on column people.grant_request.represented is 'In wessen Vertretung beantragt wurde: darf ebenfalls nicht freigeben [person=beschaeftigte]';
comment on column people.grant_request.declined is 'Grund der Ablehnung; leer = wartet noch';

grant select, insert, update on people.person, people.unit, people.unit_state, people.role, people.function_held, people.grant_request to fachwerk_app;
grant select, insert, delete on people.role_permission to fachwerk_app;
grant delete on people.unit_state, people.grant_request, people.function_held to fachwerk_app;
