-- SPDX-License-Identifier: EUPL-1.2
create table people.installation (
  only_one    boolean primary key default true check (only_one),
  pepper      bytea   not null,
  demo        boolean not null default false,
  setup_token bytea,
  four_eyes   boolean not null default false
);
comment on table  people.installation is 'Einrichtung dieses Fachwerks [zweck=Betrieb; frist=dauerhaft]';
comment on column people.installation.only_one is 'Es gibt genau eine Zeile';
comment on column people.installation.pepper is 'Zufall, mit dem Netze und Anmeldenamen unkenntlich gemacht werden';
comment on column people.installation.demo is 'Wahr nur in einer Vorführstadt: dort genügt ein Klick zur Anmeldung';
comment on column people.installation.setup_token is 'Prüfsumme des Einmalworts für die erste Verwaltung; leer = eingerichtet';
comment on column people.installation.four_eyes is 'Wahr, sobald zwei Personen freigeben können: ab dann gilt das Vier-Augen-Prinzip ohne Ausnahme';
insert into people.installation (pepper) values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table people.password (
  person uuid    primary key references people.person deferrable initially deferred,
  salt   bytea   not null,
  hash   bytea   not null,
  cost   integer not null,
  block  integer not null,
  lanes  integer not null
);
comment on table  people.password is 'Kennwort, nur als scrypt-Prüfwert [zweck=Anmeldung; frist=bis zur Änderung oder zum Ausscheiden]';
comment on column people.password.person is 'Person [person=beschaeftigte]';
comment on column people.password.salt is 'Salz';
comment on column people.password.hash is 'Prüfwert';
comment on column people.password.cost is 'scrypt-Aufwand N';
comment on column people.password.block is 'scrypt-Blockgröße r';
comment on column people.password.lanes is 'scrypt-Bahnen p';

create table people.totp (
  person uuid  primary key references people.person deferrable initially deferred,
  key_id text  not null,
  sealed bytea not null
);
comment on table  people.totp is 'Zweiter Faktor: Geheimnis der Einmalcodes, verschlüsselt [zweck=Anmeldung; frist=bis zur Änderung oder zum Ausscheiden]';
comment on column people.totp.person is 'Person [person=beschaeftigte]';
comment on column people.totp.key_id is 'Kennung des Schlüssels außerhalb der Datenbank';
comment on column people.totp.sealed is 'Verschlüsseltes Geheimnis';

create table people.passkey (
  id         text   primary key,
  person     uuid   not null references people.person,
  public_key bytea  not null,
  counter    bigint not null,
  transports text[] not null,
  label      text   not null
);
comment on table  people.passkey is 'Passkey: öffentlicher Schlüssel eines Geräts [zweck=Anmeldung; frist=bis zur Entfernung oder zum Ausscheiden]';
comment on column people.passkey.id is 'Kennung, die das Gerät vergeben hat';
comment on column people.passkey.person is 'Person [person=beschaeftigte]';
comment on column people.passkey.public_key is 'Öffentlicher Schlüssel (COSE)';
comment on column people.passkey.counter is 'Zähler des Geräts gegen Kopien';
comment on column people.passkey.transports is 'Anschlüsse, über die das Gerät spricht';
comment on column people.passkey.label is 'Name, den die Person dem Gerät gab';
create index passkey_person on people.passkey (person);

create table people.invitation (
  person     uuid        primary key references people.person,
  code       bytea       not null,
  expires_at timestamptz not null,
  issued_by  uuid        not null references people.person,
  released   boolean     not null
);
comment on table  people.invitation is 'Startcode: damit richtet eine Person ihre Anmeldung ein [zweck=Anmeldung; frist=bis zur Einlösung, längstens 7 Tage]';
comment on column people.invitation.person is 'Person [person=beschaeftigte]';
comment on column people.invitation.code is 'Prüfsumme des Codes';
comment on column people.invitation.expires_at is 'Ablauf';
comment on column people.invitation.issued_by is 'Wer den Code ausgegeben hat: darf ihn nicht selbst freigeben [person=beschaeftigte]';
comment on column people.invitation.released is 'Wahr, sobald eine zweite Person freigegeben hat; nur bei Personen mit Funktion nötig';

create table people.challenge (
  id         bytea       primary key,
  kind       text        not null,
  content    text        not null,
  expires_at timestamptz not null
);
comment on table  people.challenge is 'Offene Rückfrage einer Anmeldung (Passkey, OpenID Connect, Einmalcode) [zweck=Schutz vor Wiederholung; frist=Minuten]';
comment on column people.challenge.id is 'Prüfsumme der Kennung, die nur der Browser hat';
comment on column people.challenge.kind is 'Art der Rückfrage';
comment on column people.challenge.content is 'Was beim zweiten Schritt stimmen muss';
comment on column people.challenge.expires_at is 'Ablauf';

create table people.throttle (
  bucket        bytea       primary key,
  failures      integer     not null,
  blocked_until timestamptz not null,
  expires_at    timestamptz not null
);
comment on table  people.throttle is 'Bremse gegen das Raten von Kennwörtern; ohne Namen und ohne lesbare Adresse [zweck=Schutz der Anmeldung; frist=1 Stunde]';
comment on column people.throttle.bucket is 'Unkenntlich gemachter Anmeldename oder Netz';
comment on column people.throttle.failures is 'Fehlversuche';
comment on column people.throttle.blocked_until is 'Nächster Versuch ab';
comment on column people.throttle.expires_at is 'Wird danach gelöscht';

create table people.known_network (
  mark       bytea primary key,
  good_until date  not null
);
comment on table  people.known_network is 'Bekanntes Netz: von hier hat sich ein Konto schon einmal angemeldet, darum hält ein Angreifer von außen es nicht auf [zweck=Schutz vor Aussperrung (höchstens alle zwei Wochen verschoben, darum keine Anwesenheit ablesbar); frist=90 Tage]';
comment on column people.known_network.mark is 'Unkenntlich gemachtes Paar aus Konto und Netz';
comment on column people.known_network.good_until is 'Wird danach gelöscht';

grant select, update (demo, setup_token, four_eyes) on people.installation to fachwerk_app;
grant select, insert, update, delete on people.password, people.totp, people.passkey, people.invitation, people.challenge, people.throttle, people.known_network to fachwerk_app;

-- Credentials are visible to their owner and to the sign-in alone: an error in another module's query must not reach them.
alter table people.password   enable row level security;
alter table people.password   force  row level security;
alter table people.totp       enable row level security;
alter table people.totp       force  row level security;
alter table people.passkey    enable row level security;
alter table people.passkey    force  row level security;
alter table people.invitation enable row level security;
alter table people.invitation force  row level security;
create policy own_or_sign_in on people.password   using (person = (select kernel.person()) or (select kernel.system_name()) = 'people.sign-in');
create policy own_or_sign_in on people.totp       using (person = (select kernel.person()) or (select kernel.system_name()) = 'people.sign-in');
create policy own_or_sign_in on people.passkey    using (person = (select kernel.person()) or (select kernel.system_name()) = 'people.sign-in');
create policy own_or_sign_in on people.invitation using ((select kernel.system_name()) = 'people.sign-in');
