-- SPDX-License-Identifier: EUPL-1.2
-- Tables of the fault tests' own module: an act, and what follows from it by reaction and job.
create schema faults;
comment on schema faults is 'Störversuche: eine Handlung und ihre Folgen';
grant usage on schema faults to fachwerk_app;

create table faults.booking (
  id   uuid primary key,
  word text not null
);
comment on table  faults.booking is 'Buchung: eine gewichtige Handlung ohne Fachinhalt [zweck=Prüfung; frist=Dauer des Versuchs]';
comment on column faults.booking.id is 'Kennung';
comment on column faults.booking.word is 'Merkwort des Versuchs';

create table faults.confirmation (
  id      uuid primary key,
  booking uuid not null
);
comment on table  faults.confirmation is 'Bestätigung: die Folge einer Buchung, durch einen Auftrag im Hintergrund [zweck=Prüfung; frist=Dauer des Versuchs]';
comment on column faults.confirmation.id is 'Kennung';
comment on column faults.confirmation.booking is 'Buchung; absichtlich nicht eindeutig, damit Doppeltes sichtbar wird';

grant select, insert on faults.booking, faults.confirmation to fachwerk_app;
