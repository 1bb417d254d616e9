-- SPDX-License-Identifier: EUPL-1.2
create table kernel.session (
  id         text        primary key,
  person     uuid        not null,
  proven_at  timestamptz not null,
  ends_at    timestamptz not null,
  idle_until timestamptz not null
);
comment on table  kernel.session is 'Sitzung: ein angemeldeter Browser [zweck=Anmeldung; frist=bis zur Abmeldung, längstens 12 Stunden]';
comment on column kernel.session.id is 'Prüfsumme des Sitzungsschlüssels; der Schlüssel selbst liegt nur im Browser';
comment on column kernel.session.person is 'Angemeldete Person [person=beschaeftigte]';
comment on column kernel.session.proven_at is 'Zeitpunkt des letzten Nachweises (Kennwort, Passkey)';
comment on column kernel.session.ends_at is 'Spätestes Ende';
comment on column kernel.session.idle_until is 'Ende bei Untätigkeit; wird höchstens alle fünf Minuten verschoben, damit daraus keine Anwesenheit ablesbar ist';
create index session_person on kernel.session (person);
grant select, insert, delete, update (proven_at, idle_until) on kernel.session to fachwerk_app;
