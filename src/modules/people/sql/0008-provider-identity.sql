-- SPDX-License-Identifier: EUPL-1.2
-- Who an identity provider means is settled once, by issuer and subject; an e-mail address says it only the first time.
create table people.provider_identity (
  id       uuid primary key,
  issuer   text not null check (issuer <> ''),
  subject  text not null check (subject <> ''),
  person   uuid not null references people.person,
  since    date not null,
  unbound  date,
  reason   text,
  check ((unbound is null) = (reason is null))
);
comment on table  people.provider_identity is 'Verbundenes Konto: welche Kennung einer Anmeldestelle (OpenID Connect) zu welcher Person gehört [zweck=Anmeldung (nur Tage der Verbindung und ihrer Lösung, keine einzelne Anmeldung); frist=bis zum Ausscheiden, gelöste bis zur Kenntnisnahme durch die Person]';
comment on column people.provider_identity.id is 'Kennung';
comment on column people.provider_identity.issuer is 'Anmeldestelle, wie sie sich selbst nennt (iss)';
comment on column people.provider_identity.subject is 'Kennung der Person bei der Anmeldestelle (sub)';
comment on column people.provider_identity.person is 'Person [person=beschaeftigte]';
comment on column people.provider_identity.since is 'Tag der ersten Anmeldung über dieses Konto';
comment on column people.provider_identity.unbound is 'Tag, an dem die Verwaltung die Verbindung gelöst hat; leer = gilt. Bleibt stehen, bis die Person es gelesen hat';
comment on column people.provider_identity.reason is 'Warum die Verbindung gelöst wurde';
create unique index provider_identity_once   on people.provider_identity (issuer, subject) where unbound is null;
create unique index provider_identity_one    on people.provider_identity (person, issuer)  where unbound is null;
create index        provider_identity_person on people.provider_identity (person);

create table people.address_change (
  person      uuid primary key references people.person,
  before      text not null,
  changed_by  uuid not null references people.person,
  represented uuid references people.person
);
comment on table  people.address_change is 'E-Mail-Adresse, die jemand anderes geändert hat: taugt erst nach der Bestätigung durch eine zweite Person zum Verbinden mit einer Anmeldestelle [zweck=Vier-Augen-Prinzip; frist=bis zur Bestätigung oder zum Ausscheiden]';
comment on column people.address_change.person is 'Person, deren Adresse geändert wurde [person=beschaeftigte]';
comment on column people.address_change.before is 'Adresse davor [person=beschaeftigte]';
comment on column people.address_change.changed_by is 'Wer geändert hat: darf nicht selbst bestätigen [person=beschaeftigte]';
comment on column people.address_change.represented is 'In wessen Vertretung geändert wurde: darf ebenfalls nicht bestätigen [person=beschaeftigte]';

grant select, insert, update, delete on people.provider_identity, people.address_change to fachwerk_app;

alter table people.provider_identity enable row level security;
alter table people.provider_identity force  row level security;
create policy own_or_sign_in on people.provider_identity
  using (person = (select kernel.person()) or (select kernel.system_name()) = 'people.sign-in');
create policy administration on people.provider_identity using ((select people.has('people.manage-persons')));

alter table people.address_change enable row level security;
alter table people.address_change force  row level security;
create policy sign_in on people.address_change using ((select kernel.system_name()) = 'people.sign-in');
create policy administration on people.address_change
  using ((select people.has('people.manage-persons')) or (select people.has('people.release-grants')));
