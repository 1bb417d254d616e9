-- SPDX-License-Identifier: EUPL-1.2
create table kernel.gate (
  id           uuid    primary key,
  subject_kind text    not null check (subject_kind ~ '^[a-z][a-z-]{0,40}$'),
  subject_id   uuid    not null,
  action       text    not null check (action ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  reason       text    not null check (reason ~ '^[a-z][a-z-]*(\.[a-z0-9-]+)+$'),
  owner        text    not null check (owner ~ '^[a-z][a-z-]{0,40}$'),
  source       text    not null check (source ~ '^[a-z][a-z-]*:[0-9a-f-]{36}$'),
  overridable  boolean not null,
  state        text    not null default 'blocking' check (state in ('blocking', 'lifted', 'overridden'))
);
comment on table  kernel.gate is 'Schranke: ein Modul hält eine Handlung an einem fremden Gegenstand auf, bis es sie freigibt [zweck=rechtmäßige Reihenfolge, etwa erst Beteiligung, dann Abschluss; frist=wie der Gegenstand]';
comment on column kernel.gate.id is 'Kennung';
comment on column kernel.gate.subject_kind is 'Gegenstand: Art, etwa case oder process';
comment on column kernel.gate.subject_id is 'Gegenstand: Kennung';
comment on column kernel.gate.action is 'Aufgehaltene Handlung, etwa records.close-case';
comment on column kernel.gate.reason is 'Grund als Textschlüssel; nie freier Text, nie Namen';
comment on column kernel.gate.owner is 'Modul, das die Schranke gesetzt hat und aufhebt';
comment on column kernel.gate.source is 'Wessentwegen sie steht, etwa procedure:<Kennung>';
comment on column kernel.gate.overridable is 'Ob jemand mit Begründung darüber hinweggehen darf';
comment on column kernel.gate.state is 'Zustand: blocking hält auf, lifted aufgehoben, overridden mit Begründung übergangen';
create unique index gate_once on kernel.gate (subject_kind, subject_id, action, source) where state = 'blocking';
create index gate_source on kernel.gate (source) where state = 'blocking';

-- No row level security: a gate must hold also against those who may not see why it stands, and it says nothing but ids and text keys.
grant select, insert, update (state) on kernel.gate to fachwerk_app;
