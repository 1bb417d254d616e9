-- SPDX-License-Identifier: EUPL-1.2
-- Evidence records (RFC 4998) over the contents of what was filed. The tables hold digests and time stamps, no content and no person.
create table records.evidence_batches (
  id           uuid    primary key,
  no           integer not null unique,
  filed_until  date    not null,
  documents    integer not null
);
comment on table  records.evidence_batches is 'Beweissicherung: Dokumente eines Tages unter einem Zeitstempel [zweck=Beweiswerterhalt; frist=dauerhaft]';
comment on column records.evidence_batches.id is 'Kennung';
comment on column records.evidence_batches.no is 'Laufende Nummer';
comment on column records.evidence_batches.filed_until is 'Erfasst, was bis zu diesem Tag z.d.A. verfügt war';
comment on column records.evidence_batches.documents is 'Zahl der Dokumente';

create table records.evidence_leaves (
  batch_id    uuid    not null references records.evidence_batches,
  chain       integer not null,
  file_id     uuid    not null,
  document_id uuid    not null,
  hashes      bytea   not null,
  beside      bytea   not null,
  primary key (batch_id, chain, document_id)
);
comment on table  records.evidence_leaves is 'Blatt im Hashbaum: die Prüfsummen aller Versionen eines Dokuments und ihr Weg zur Wurzel [zweck=Beweiswerterhalt; frist=dauerhaft]';
comment on column records.evidence_leaves.batch_id is 'Beweissicherung';
comment on column records.evidence_leaves.chain is 'Kette: 0 die erste, jede Erneuerung des Hashbaums beginnt eine neue';
comment on column records.evidence_leaves.file_id is 'Akte';
comment on column records.evidence_leaves.document_id is 'Dokument';
comment on column records.evidence_leaves.hashes is 'Prüfsummen der Versionen, aneinandergereiht und sortiert';
comment on column records.evidence_leaves.beside is 'Prüfsummen neben dem Weg zur Wurzel, aneinandergereiht';
create index evidence_leaves_document on records.evidence_leaves (document_id, chain);
create index evidence_leaves_file on records.evidence_leaves (file_id);

create table records.evidence_stamps (
  batch_id    uuid    not null references records.evidence_batches,
  chain       integer not null,
  no          integer not null,
  digest      text    not null check (digest in ('sha256', 'sha384', 'sha512', 'sha3-512')),
  root        bytea   not null,
  beside      bytea   not null default '',
  token       bytea,
  stamped_at  timestamptz,
  authority   text    not null default '',
  valid_until timestamptz,
  key_kind    text    not null default '',
  key_bits    integer not null default 0,
  attempts    integer not null default 0,
  fault       text    not null default '',
  primary key (batch_id, chain, no)
);
comment on table  records.evidence_stamps is 'Zeitstempel einer Beweissicherung, oder die Bitte darum, solange keiner da ist [zweck=Beweiswerterhalt; frist=dauerhaft]';
comment on column records.evidence_stamps.batch_id is 'Beweissicherung';
comment on column records.evidence_stamps.chain is 'Kette';
comment on column records.evidence_stamps.no is 'Nummer in der Kette: 0 der erste, jeder weitere erneuert den vor ihm';
comment on column records.evidence_stamps.digest is 'Hashverfahren der Kette';
comment on column records.evidence_stamps.root is 'Was gestempelt wird oder wurde; gleiche Werte teilen einen Zeitstempel';
comment on column records.evidence_stamps.beside is 'Prüfsummen neben dem Weg vom vorigen Zeitstempel zur Wurzel';
comment on column records.evidence_stamps.token is 'Zeitstempel (RFC 3161, DER); leer: steht noch aus';
comment on column records.evidence_stamps.stamped_at is 'Zeit des Zeitstempels';
comment on column records.evidence_stamps.authority is 'Stelle, die gestempelt hat, nach ihrem Zertifikat';
comment on column records.evidence_stamps.valid_until is 'Ende ihrer Zertifikate';
comment on column records.evidence_stamps.key_kind is 'Art ihres Schlüssels: rsa, ec, other';
comment on column records.evidence_stamps.key_bits is 'Länge ihres Schlüssels in Bit';
comment on column records.evidence_stamps.attempts is 'Vergebliche Versuche seit dem letzten Zeitstempel';
comment on column records.evidence_stamps.fault is 'Woran der letzte Versuch scheiterte';
create index evidence_stamps_waiting on records.evidence_stamps (batch_id) where token is null;

create table records.evidence_digests (
  content text  not null check (content ~ '^[0-9a-f]{64}$'),
  digest  text  not null,
  hash    bytea not null,
  primary key (content, digest)
);
comment on table  records.evidence_digests is 'Prüfsummen von Inhalten nach einem neuen Hashverfahren, für die Erneuerung des Hashbaums [zweck=Beweiswerterhalt; frist=dauerhaft]';
comment on column records.evidence_digests.content is 'SHA-256 des Inhalts';
comment on column records.evidence_digests.digest is 'Hashverfahren';
comment on column records.evidence_digests.hash is 'Prüfsumme';

create index cases_filed on records.cases (filed_on) where state = 'filed';

alter table records.evidence_leaves enable row level security;
alter table records.evidence_leaves force row level security;
create policy evidence_leaves_read on records.evidence_leaves for select to fachwerk_app using (
  kernel.system_name() is not null or exists (select from records.files f where f.id = file_id));
create policy evidence_leaves_insert on records.evidence_leaves for insert to fachwerk_app with check (kernel.system_name() is not null);

grant select, insert on records.evidence_batches, records.evidence_leaves, records.evidence_digests to fachwerk_app;
grant select, insert, update (token, stamped_at, authority, valid_until, key_kind, key_bits, attempts, fault) on records.evidence_stamps to fachwerk_app;
