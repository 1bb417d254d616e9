-- SPDX-License-Identifier: EUPL-1.2
create table people.substitution (
  id         uuid primary key,
  principal  uuid not null references people.person,
  deputy     uuid not null references people.person,
  valid_from timestamptz not null,
  valid_to   timestamptz not null,
  check (principal <> deputy),
  check (valid_to >= valid_from)
);
comment on table  people.substitution is 'Vertretung: wer in einem Zeitraum für wen handeln darf [zweck=Rechtevergabe während einer Abwesenheit, ohne deren Grund; frist=1 Jahr nach dem Ende]';
comment on column people.substitution.id is 'Kennung';
comment on column people.substitution.principal is 'Vertretene Person [person=beschaeftigte]';
comment on column people.substitution.deputy is 'Vertretende Person [person=beschaeftigte]';
comment on column people.substitution.valid_from is 'Beginn';
comment on column people.substitution.valid_to is 'Ende (ausschließlich)';
create index substitution_deputy on people.substitution (deputy);
create index substitution_principal on people.substitution (principal);

create table people.substitution_function (
  substitution  uuid not null references people.substitution on delete cascade,
  function_held uuid not null references people.function_held,
  primary key (substitution, function_held)
);
comment on table  people.substitution_function is 'Von einer Vertretung umfasste Funktionen [zweck=Rechtevergabe; frist=wie die Vertretung]';
comment on column people.substitution_function.substitution is 'Vertretung';
comment on column people.substitution_function.function_held is 'Funktion der vertretenen Person';

create table people.representation (
  session      text primary key,
  substitution uuid not null references people.substitution on delete cascade
);
comment on table  people.representation is 'Gewählte Vertretung: in wessen Namen eine Sitzung gerade handelt [zweck=Kennzeichnung „i. V.“; frist=bis zum Ende der Sitzung]';
comment on column people.representation.session is 'Sitzung (Prüfsumme)';
comment on column people.representation.substitution is 'Vertretung, die genutzt wird';

create table people.exclusion (
  id      uuid primary key,
  person  uuid not null references people.person,
  subject uuid not null,
  label   text not null,
  ground  text not null check (ground in ('party', 'relative', 'representative', 'employed', 'involved', 'advantage', 'distrust')),
  reason  text not null check (length(reason) >= 10),
  unique (person, subject)
);
comment on table  people.exclusion is 'Ausschluss wegen Befangenheit (§§ 20, 21 VwVfG): geht jedem Recht vor [zweck=unparteiische Verfahren; frist=bis zur Aufhebung, längstens wie die Akte]';
comment on column people.exclusion.id is 'Kennung';
comment on column people.exclusion.person is 'Ausgeschlossene Person [person=beschaeftigte]';
comment on column people.exclusion.subject is 'Kennung der Akte';
comment on column people.exclusion.label is 'Bezeichnung der Akte, meist ihr Zeichen';
comment on column people.exclusion.ground is 'Grund: Nummer des § 20 Abs. 1 VwVfG oder Besorgnis nach § 21 VwVfG';
comment on column people.exclusion.reason is 'Begründung';

create table people.opening (
  id        uuid primary key,
  person    uuid not null references people.person,
  subject   uuid not null,
  label     text not null,
  reason    text not null check (length(reason) >= 20),
  opened_at timestamptz not null,
  ends_at   timestamptz not null check (ends_at <= opened_at + interval '4 hours'),
  review_by date not null
);
comment on table  people.opening is 'Notöffnung: Zugriff auf eine Akte ohne reguläres Recht, höchstens vier Stunden [zweck=Prüfung jeder Notöffnung, dazu braucht es Person und Zeit; frist=bis zur Prüfung, danach nur noch im Journal der Akte]';
comment on column people.opening.id is 'Kennung';
comment on column people.opening.person is 'Wer geöffnet hat [person=beschaeftigte]';
comment on column people.opening.subject is 'Kennung der Akte';
comment on column people.opening.label is 'Bezeichnung der Akte, meist ihr Zeichen';
comment on column people.opening.reason is 'Grund';
comment on column people.opening.opened_at is 'Beginn';
comment on column people.opening.ends_at is 'Ende';
comment on column people.opening.review_by is 'Prüfung fällig bis';
create index opening_person on people.opening (person);

grant select, insert, update, delete on people.substitution, people.exclusion, people.opening to fachwerk_app;
grant select, insert, delete on people.substitution_function to fachwerk_app;
grant select, insert, update, delete on people.representation to fachwerk_app;
