-- SPDX-License-Identifier: EUPL-1.2
create table records.documents (
  id             uuid    primary key,
  file_id        uuid    not null references records.files,
  case_id        uuid    not null references records.cases,
  no             integer not null,
  title          text    not null,
  kind           text    not null default '',
  direction      text    not null check (direction in ('in', 'out', 'internal')),
  state          text    not null check (state in ('received', 'registered', 'assigned', 'draft', 'in-circulation', 'cosigned', 'signed', 'dispatched', 'final', 'withdrawn')),
  dated_on       date,
  received_on    date,
  signatory      uuid,
  classification text    not null default 'open' check (classification in ('open', 'nfd', 'confidential', 'secret', 'top-secret')),
  derived_from   uuid,
  parent_id      uuid    references records.documents,
  message_key    text    not null default '',
  versions       integer not null default 0,
  lock           integer not null default 1,
  unique (case_id, no)
);
comment on table  records.documents is 'Dokument: kleinste logische Einheit der Akte [zweck=Aktenführung; frist=wie der Vorgang]';
comment on column records.documents.id is 'Kennung';
comment on column records.documents.file_id is 'Akte';
comment on column records.documents.case_id is 'Vorgang';
comment on column records.documents.no is 'Nummer im Vorgang';
comment on column records.documents.title is 'Titel [person=betroffene]';
comment on column records.documents.kind is 'Dokumenttyp: Schreiben, Vermerk, Bescheid, Plan …';
comment on column records.documents.direction is 'Richtung: in Eingang, out Ausgang, internal intern';
comment on column records.documents.state is 'Zustand: received eingegangen, registered registriert, assigned zugewiesen, draft Entwurf, in-circulation im Umlauf, cosigned mitgezeichnet, signed schlussgezeichnet, dispatched abgesandt, final endgültig, withdrawn zurückgezogen';
comment on column records.documents.dated_on is 'Datum des Schriftstücks';
comment on column records.documents.received_on is 'Tag des Eingangs';
comment on column records.documents.signatory is 'Funktion, die schlusszeichnet; nie eine Person';
comment on column records.documents.classification is 'Geheimhaltung, wie bei der Akte';
comment on column records.documents.derived_from is 'Hervorgegangen aus (geschwärzte Fassung, Antwort)';
comment on column records.documents.parent_id is 'Hauptdokument, wenn dies eine Anlage ist';
comment on column records.documents.message_key is 'Prüfsumme der E-Mail (Kennung, Absender, Datum, Betreff): erkennt Doppel';
comment on column records.documents.versions is 'Zahl der Versionen';
comment on column records.documents.lock is 'Stand: zählt jede Änderung';
create index documents_case on records.documents (case_id, no);
create index documents_file on records.documents (file_id);
create index documents_message on records.documents (message_key) where message_key <> '';
create index documents_parent on records.documents (parent_id) where parent_id is not null;

create table records.versions (
  id          uuid    primary key,
  file_id     uuid    not null references records.files,
  document_id uuid    not null references records.documents,
  no          integer not null,
  content     text    not null check (content ~ '^[0-9a-f]{64}$'),
  size        bigint  not null,
  media_type  text    not null,
  file_name   text    not null,
  note        text    not null default '',
  reading     text    not null default 'waiting' check (reading in ('waiting', 'reading', 'read', 'needs-ocr', 'failed', 'none')),
  reading_why text    not null default '',
  page_count  integer not null default 0,
  unique (document_id, no)
);
comment on table  records.versions is 'Version: ein festgehaltener Stand eines Dokuments; nie geändert [zweck=Aktenführung; frist=wie der Vorgang]';
comment on column records.versions.id is 'Kennung';
comment on column records.versions.file_id is 'Akte';
comment on column records.versions.document_id is 'Dokument';
comment on column records.versions.no is 'Nummer der Version';
comment on column records.versions.content is 'SHA-256 des Inhalts';
comment on column records.versions.size is 'Größe in Byte';
comment on column records.versions.media_type is 'Medientyp nach dem Inhalt, nicht nach der Endung';
comment on column records.versions.file_name is 'Dateiname [person=betroffene]';
comment on column records.versions.note is 'Anmerkung zur Version [person=betroffene]';
comment on column records.versions.reading is 'Lesen des Inhalts: waiting wartet, reading läuft, read gelesen, needs-ocr wartet auf Texterkennung, failed gescheitert, none ohne Text';
comment on column records.versions.reading_why is 'Warum das Lesen scheiterte';
comment on column records.versions.page_count is 'Seitenzahl';
create index versions_document on records.versions (document_id, no);
create index versions_content on records.versions (content);
create index versions_reading on records.versions (reading) where reading in ('waiting', 'reading', 'needs-ocr');

create table records.renditions (
  version_id uuid   not null references records.versions,
  file_id    uuid   not null references records.files,
  kind       text   not null check (kind in ('pdf', 'pdf-a', 'text', 'page', 'thumbnail')),
  page       integer not null default 0,
  content    text   not null check (content ~ '^[0-9a-f]{64}$'),
  size       bigint not null,
  media_type text   not null,
  width      integer not null default 0,
  height     integer not null default 0,
  primary key (version_id, kind, page)
);
comment on table  records.renditions is 'Formatkopie: aus einer Version erzeugt (Seitenbild, Vorschau, PDF/A) [zweck=Anzeige; frist=wie die Version]';
comment on column records.renditions.version_id is 'Version';
comment on column records.renditions.file_id is 'Akte';
comment on column records.renditions.kind is 'Art: pdf, pdf-a, text, page Seitenbild, thumbnail Vorschaubild';
comment on column records.renditions.page is 'Seite; 0 = ganzes Dokument';
comment on column records.renditions.content is 'SHA-256 des Inhalts';
comment on column records.renditions.size is 'Größe in Byte';
comment on column records.renditions.media_type is 'Medientyp';
comment on column records.renditions.width is 'Breite in Bildpunkten';
comment on column records.renditions.height is 'Höhe in Bildpunkten';

create table records.pages (
  version_id uuid    not null references records.versions,
  file_id    uuid    not null references records.files,
  no         integer not null,
  text       text    not null,
  by_ocr     boolean not null default false,
  primary key (version_id, no)
);
comment on table  records.pages is 'Seite: gelesener Text [zweck=Suche, Anzeige; frist=wie die Version]';
comment on column records.pages.version_id is 'Version';
comment on column records.pages.file_id is 'Akte';
comment on column records.pages.no is 'Seitenzahl ab 1';
comment on column records.pages.text is 'Text der Seite [person=betroffene]';
comment on column records.pages.by_ocr is 'Durch Texterkennung gewonnen';

create table records.uploads (
  id          uuid    primary key,
  case_id     uuid    not null references records.cases,
  file_id     uuid    not null references records.files,
  name        text    not null,
  size        bigint  not null,
  state       text    not null default 'receiving' check (state in ('receiving', 'stored', 'refused')),
  content     text    check (content ~ '^[0-9a-f]{64}$'),
  media_type  text    not null default '',
  document_id uuid,
  reason      text    not null default '',
  expires_on  date    not null
);
comment on table  records.uploads is 'Hochladen: eine begonnene Übertragung, die fortgesetzt werden kann [zweck=Posteingang; frist=7 Tage]';
comment on column records.uploads.id is 'Kennung';
comment on column records.uploads.case_id is 'Vorgang';
comment on column records.uploads.file_id is 'Akte';
comment on column records.uploads.name is 'Dateiname [person=betroffene]';
comment on column records.uploads.size is 'Angekündigte Größe in Byte';
comment on column records.uploads.state is 'Zustand: receiving läuft, stored abgelegt, refused abgelehnt';
comment on column records.uploads.content is 'SHA-256 des abgelegten Inhalts';
comment on column records.uploads.media_type is 'Medientyp nach dem Inhalt';
comment on column records.uploads.document_id is 'Entstandenes Dokument';
comment on column records.uploads.reason is 'Grund der Ablehnung';
comment on column records.uploads.expires_on is 'Verfällt am';

grant select, insert, update on records.documents to fachwerk_app;
grant select, insert, update (reading, reading_why, page_count) on records.versions to fachwerk_app;
grant select, insert, update, delete on records.renditions, records.pages, records.uploads to fachwerk_app;
