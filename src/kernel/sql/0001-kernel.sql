-- SPDX-License-Identifier: EUPL-1.2
create schema kernel;
comment on schema kernel is 'Kern: was alle Module gemeinsam brauchen';
grant usage on schema kernel to fachwerk_app, fachwerk_sequencer;

create table kernel.idempotency (
  owner   text        not null,
  key     text        not null,
  digest  bytea       not null,
  outcome jsonb,
  at      timestamptz not null,
  primary key (owner, key)
);
comment on table  kernel.idempotency is 'Wiederholungsschutz: ein Schlüssel handelt nie zweimal [zweck=Schutz vor doppelter Ausführung; frist=2 Tage]';
comment on column kernel.idempotency.owner is 'Wem der Schlüssel gehört: Person oder Hintergrundarbeit [person=beschaeftigte]';
comment on column kernel.idempotency.key is 'Schlüssel, den der Rechner der Person gewählt hat';
comment on column kernel.idempotency.digest is 'Prüfsumme der Eingabe: derselbe Schlüssel mit anderer Eingabe wird abgelehnt';
comment on column kernel.idempotency.outcome is 'Ergebnis, das eine Wiederholung zurückbekommt (nur Kennungen)';
comment on column kernel.idempotency.at is 'Zeitpunkt der ersten Ausführung';
create index idempotency_at on kernel.idempotency (at);
grant select, insert, update (outcome), delete on kernel.idempotency to fachwerk_app;

create function kernel.person() returns uuid language sql stable parallel safe
  return nullif(current_setting('fw.person', true), '')::uuid;
comment on function kernel.person() is 'Person, in deren Namen die Transaktion läuft; leer = niemand';

create function kernel.system_name() returns text language sql stable parallel safe
  return nullif(current_setting('fw.system', true), '');
comment on function kernel.system_name() is 'Hintergrundarbeit, die ohne Person handelt; leer = keine';

create function kernel.at() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('fw.at', true), '')::timestamptz, now());
comment on function kernel.at() is 'Zeitpunkt der Transaktion nach der Uhr der Anwendung';

create function kernel.today() returns date language sql stable parallel safe
  return (kernel.at() at time zone 'Europe/Berlin')::date;
comment on function kernel.today() is 'Heutiges Datum in Deutschland';

create table kernel.reaction_cursor (
  name     text   primary key,
  position bigint not null default 0
);
comment on table  kernel.reaction_cursor is 'Lesezeichen der Reaktionen: bis wohin im Journal jede gelesen hat [zweck=Reihenfolge der Verarbeitung; frist=dauerhaft]';
comment on column kernel.reaction_cursor.name is 'Name der Reaktion';
comment on column kernel.reaction_cursor.position is 'Nummer des nächsten Eintrags';

create table kernel.reaction_parked (
  name     text        not null,
  position bigint      not null,
  reason   text        not null,
  attempts integer     not null default 1,
  at       timestamptz not null,
  primary key (name, position)
);
comment on table  kernel.reaction_parked is 'Zurückgestellte Einträge: eine Reaktion ist daran mehrfach gescheitert [zweck=Betrieb; frist=bis zur Erledigung]';
comment on column kernel.reaction_parked.name is 'Name der Reaktion';
comment on column kernel.reaction_parked.position is 'Nummer des Eintrags im Journal';
comment on column kernel.reaction_parked.reason is 'Fehlerart ohne Inhalte';
comment on column kernel.reaction_parked.attempts is 'Zahl der Versuche';
comment on column kernel.reaction_parked.at is 'Zeitpunkt des letzten Versuchs';
grant select, insert, update, delete on kernel.reaction_cursor, kernel.reaction_parked to fachwerk_app;
