-- SPDX-License-Identifier: EUPL-1.2
create schema journal;
comment on schema journal is 'Journal: jede Handlung ein Eintrag, alle Einträge ein Baum (RFC 9162)';
grant usage on schema journal to fachwerk_app, fachwerk_sequencer;

create table journal.stream (
  name text   primary key,
  no   bigint not null,
  last bytea  not null
);
comment on table  journal.stream is 'Reihe: lückenlose Zählung der Einträge einer Akte oder eines Gegenstands [zweck=Nachweis der Vollständigkeit; frist=dauerhaft]';
comment on column journal.stream.name is 'Name der Reihe, etwa file:<Kennung>';
comment on column journal.stream.no is 'Nummer des letzten Eintrags';
comment on column journal.stream.last is 'Prüfsumme des letzten Eintrags';

create table journal.inbox (
  id         bigint generated always as identity primary key,
  header     text   not null,
  commitment bytea  not null
);
comment on table  journal.inbox is 'Eingangskorb des Journals: in der Transaktion der Handlung geschrieben, wartet auf die Einreihung [zweck=Nachweis; frist=Sekunden]';
comment on column journal.inbox.id is 'Laufende Kennung';
comment on column journal.inbox.header is 'Kopf ohne Personenbezug, kanonisches JSON (RFC 8785)';
comment on column journal.inbox.commitment is 'Bindung an den persönlichen Teil: HMAC-SHA-256 mit zufälligem Salz';

create table journal.personal (
  id     bigint primary key,
  key_id text   not null,
  salt   bytea  not null,
  body   bytea  not null
);
comment on table  journal.personal is 'Persönlicher Teil: wer und in welchen Worten, verschlüsselt, löschbar ohne Schaden für den Beweis [zweck=Nachvollziehbarkeit der Akte; frist=wie die Akte]';
comment on column journal.personal.id is 'Kennung des Eintrags';
comment on column journal.personal.key_id is 'Kennung des Schlüssels außerhalb der Datenbank';
comment on column journal.personal.salt is 'Zufälliges Salz der Bindung';
comment on column journal.personal.body is 'Verschlüsselter Inhalt: handelnde Person, Texte, Namen; ohne Schlüssel nicht lesbar, nach Personen nicht durchsuchbar';

create table journal.leaf (
  seq        bigint primary key,
  inbox_id   bigint not null unique,
  stream     text   not null,
  no         bigint not null,
  header     text   not null,
  commitment bytea  not null,
  hash       bytea  not null,
  unique (stream, no)
);
comment on table  journal.leaf is 'Eintrag: ein Blatt des Baums, nie geändert, nie gelöscht [zweck=Nachweis; frist=dauerhaft]';
comment on column journal.leaf.seq is 'Nummer im Baum, lückenlos ab 0';
comment on column journal.leaf.inbox_id is 'Kennung aus dem Eingangskorb';
comment on column journal.leaf.stream is 'Reihe, zu der der Eintrag gehört (steht auch im Kopf)';
comment on column journal.leaf.no is 'Nummer in der Reihe (steht auch im Kopf)';
comment on column journal.leaf.header is 'Kopf ohne Personenbezug';
comment on column journal.leaf.commitment is 'Bindung an den persönlichen Teil';
comment on column journal.leaf.hash is 'Prüfsumme des Blatts';

create table journal.node (
  level smallint not null,
  idx   bigint   not null,
  hash  bytea    not null,
  primary key (level, idx)
);
comment on table  journal.node is 'Knoten: vollständige Teilbäume der Ebenen 8, 16, 24 [zweck=schnelle Beweise; frist=dauerhaft]';
comment on column journal.node.level is 'Ebene';
comment on column journal.node.idx is 'Stelle in der Ebene';
comment on column journal.node.hash is 'Prüfsumme';

create table journal.head (
  size bigint      primary key,
  root bytea       not null,
  note text        not null,
  at   timestamptz not null
);
comment on table  journal.head is 'Prüfpunkt: unterschriebener Stand des Baums (C2SP checkpoint) [zweck=Nachweis; frist=dauerhaft]';
comment on column journal.head.size is 'Zahl der Einträge';
comment on column journal.head.root is 'Wurzel des Baums';
comment on column journal.head.note is 'Unterschriebener Text des Prüfpunkts';
comment on column journal.head.at is 'Zeitpunkt der Unterschrift';

create table journal.witness (
  size bigint      not null,
  name text        not null,
  note text        not null,
  at   timestamptz not null,
  primary key (size, name)
);
comment on table  journal.witness is 'Zeugnis: wer den Prüfpunkt außerhalb verwahrt oder gegengezeichnet hat [zweck=Nachweis; frist=dauerhaft]';
comment on column journal.witness.size is 'Zahl der Einträge des Prüfpunkts';
comment on column journal.witness.name is 'Name der Stelle, die bezeugt';
comment on column journal.witness.note is 'Gegengezeichneter Prüfpunkt';
comment on column journal.witness.at is 'Zeitpunkt';

create function journal.is_append_only() returns trigger language plpgsql as
  $$ begin raise exception 'the journal is append-only' using errcode = 'insufficient_privilege'; end $$;
create trigger leaf_append_only    before update or delete or truncate on journal.leaf    for each statement execute function journal.is_append_only();
create trigger node_append_only    before update or delete or truncate on journal.node    for each statement execute function journal.is_append_only();
create trigger head_append_only    before update or delete or truncate on journal.head    for each statement execute function journal.is_append_only();
create trigger witness_append_only before update or delete or truncate on journal.witness for each statement execute function journal.is_append_only();
create trigger inbox_unchanged     before update or truncate           on journal.inbox   for each statement execute function journal.is_append_only();
create trigger personal_unchanged  before update or truncate           on journal.personal for each statement execute function journal.is_append_only();

-- The application may add to the journal and read hashes; what an entry says it reads through functions that ask for the file first.
grant select, insert, update on journal.stream to fachwerk_app;
grant insert on journal.inbox, journal.personal to fachwerk_app;
grant select (id) on journal.inbox to fachwerk_app;
grant select (seq, inbox_id, hash) on journal.leaf to fachwerk_app;
grant select on journal.node, journal.head, journal.witness to fachwerk_app;
grant insert on journal.witness to fachwerk_app;
grant select, delete on journal.inbox to fachwerk_sequencer;
grant select, insert on journal.leaf, journal.node, journal.head, journal.witness to fachwerk_sequencer;
grant select on journal.personal to fachwerk_sequencer;

create function journal.stream_entries(wanted text, newest bigint default null)
  returns table (seq bigint, no bigint, header text, commitment bytea, hash bytea, key_id text, salt bytea, body bytea)
  language sql stable security definer set search_path = pg_catalog, journal
  begin atomic
    select l.seq, l.no, l.header, l.commitment, l.hash, p.key_id, p.salt, p.body
      from journal.leaf l left join journal.personal p on p.id = l.inbox_id
     where l.stream = wanted
     order by l.no desc
     limit newest;
  end;
comment on function journal.stream_entries(text, bigint) is 'Einträge einer Reihe, neueste zuerst, auf Wunsch nur die neuesten; nur für Funktionen der Module, die zuvor das Leserecht prüfen';
revoke all on function journal.stream_entries(text, bigint) from public;

create function journal.latest_witnesses(up_to bigint)
  returns table (name text, size bigint, note text, at timestamptz)
  language sql stable security definer set search_path = pg_catalog, journal
  begin atomic
    select distinct on (w.name) w.name, w.size, w.note, w.at from journal.witness w where w.size <= up_to order by w.name, w.size desc;
  end;
comment on function journal.latest_witnesses(bigint) is 'Neuester bezeugter Prüfpunkt jeder Stelle';
revoke all on function journal.latest_witnesses(bigint) from public;
grant execute on function journal.latest_witnesses(bigint) to fachwerk_app;
