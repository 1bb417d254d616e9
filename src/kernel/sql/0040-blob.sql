-- SPDX-License-Identifier: EUPL-1.2
create table kernel.blob_key (
  hash         text collate "C" primary key check (hash ~ '^[0-9a-f]{64}$'),
  key_id       text             not null,
  wrapped      bytea            not null,
  size         bigint           not null check (size >= 0),
  sha512       text             not null check (sha512 ~ '^[0-9a-f]{128}$'),
  sealed_hash  text             not null check (sealed_hash ~ '^[0-9a-f]{64}$'),
  confirmed_at timestamptz      not null default clock_timestamp()
);
comment on table  kernel.blob_key is 'Inhaltsschlüssel: ohne seine Zeile ist ein Inhalt unlesbar; Löschen der Zeile vernichtet ihn [zweck=Verschlüsselung und Vernichtung der Inhalte; frist=wie der Inhalt]';
comment on column kernel.blob_key.hash is 'Prüfsumme des Inhalts (SHA-256), zugleich sein Name im Inhaltsspeicher';
comment on column kernel.blob_key.key_id is 'Kennung des Hauptschlüssels außerhalb der Datenbank';
comment on column kernel.blob_key.wrapped is 'Datenschlüssel des Inhalts, mit dem Hauptschlüssel verschlossen';
comment on column kernel.blob_key.size is 'Größe des Inhalts in Byte';
comment on column kernel.blob_key.sha512 is 'Zweite Prüfsumme des Inhalts (SHA-512) für die Erneuerung von Beweisen (RFC 4998)';
comment on column kernel.blob_key.sealed_hash is 'Prüfsumme der verschlüsselten Form (SHA-256): Kopien lassen sich ohne Schlüssel prüfen';
comment on column kernel.blob_key.confirmed_at is 'Zeitpunkt, zu dem der Inhalt zuletzt abgelegt wurde; schützt frische Inhalte vor dem Aufräumen';

-- The key itself can be inserted and deleted, never exchanged: only the confirmation may be updated.
grant select, insert, update (confirmed_at), delete on kernel.blob_key to fachwerk_app;
