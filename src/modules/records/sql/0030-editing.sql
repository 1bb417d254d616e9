-- SPDX-License-Identifier: EUPL-1.2
-- Editing in the office suite: a secret address for one person and one document, locks, and a private folder for what the programs put beside it.
-- Technical state (ADR 0004): what comes of it is a version, made by the ordinary command.

create table records.edit_sessions (
  id           uuid        primary key,
  token_digest bytea       not null unique,
  key_id       text        not null,
  document_id  uuid        not null references records.documents,
  file_id      uuid        not null references records.files,
  person       uuid        not null,
  represented  uuid,
  file_name    text        not null,
  base         integer     not null,
  saved        text        not null default '',
  conflict_id  uuid        references records.documents,
  ends_at      timestamptz not null
);
comment on table  records.edit_sessions is 'Bearbeitung im Büroprogramm: eine geheime, kurzlebige Adresse für eine Person und ein Dokument [zweck=Bearbeiten ohne Anmeldung im Büroprogramm; frist=bis zum Beenden, längstens 12 Stunden]';
comment on column records.edit_sessions.id is 'Kennung';
comment on column records.edit_sessions.token_digest is 'SHA-256 des Geheimnisses in der Adresse; das Geheimnis selbst steht nirgends';
comment on column records.edit_sessions.key_id is 'Schlüssel, aus dem das Geheimnis wieder errechnet wird';
comment on column records.edit_sessions.document_id is 'Dokument';
comment on column records.edit_sessions.file_id is 'Akte';
comment on column records.edit_sessions.person is 'Für wen die Adresse gilt [person=beschaeftigte]';
comment on column records.edit_sessions.represented is 'In wessen Vertretung [person=beschaeftigte]';
comment on column records.edit_sessions.file_name is 'Dateiname im Arbeitsordner [person=betroffene]';
comment on column records.edit_sessions.base is 'Version, die hier zuletzt gelesen oder gesichert wurde';
comment on column records.edit_sessions.saved is 'SHA-256 des zuletzt gesicherten Inhalts: ein wiederholtes Sichern wird erkannt';
comment on column records.edit_sessions.conflict_id is 'Konfliktfassung, die hier entstanden ist';
comment on column records.edit_sessions.ends_at is 'Gilt bis';
create unique index edit_sessions_one on records.edit_sessions (document_id, person, coalesce(represented, person));
create index edit_sessions_end on records.edit_sessions (ends_at);

create table records.edit_locks (
  id          uuid        primary key,
  session_id  uuid        not null references records.edit_sessions on delete cascade,
  document_id uuid        not null references records.documents,
  file_id     uuid        not null references records.files,
  holder      uuid        not null,
  token       text        not null,
  kind        text        not null check (kind in ('dav', 'wopi')),
  path        text[]      not null,
  on_document boolean     not null,
  scope       text        not null check (scope in ('exclusive', 'shared')),
  depth       text        not null check (depth in ('0', 'infinity')),
  owner       text        not null default '',
  since       timestamptz not null,
  until       timestamptz not null,
  unique (session_id, token)
);
comment on table  records.edit_locks is 'Bearbeitungssperre: jemand hat das Dokument gerade im Büroprogramm offen [zweck=Schutz vor gegenseitigem Überschreiben; frist=bis zum Schließen, längstens 2 Stunden nach der letzten Verlängerung]';
comment on column records.edit_locks.id is 'Kennung';
comment on column records.edit_locks.session_id is 'Bearbeitung';
comment on column records.edit_locks.document_id is 'Dokument';
comment on column records.edit_locks.file_id is 'Akte';
comment on column records.edit_locks.holder is 'Wer bearbeitet: sichtbar nur am Dokument und nur, solange die Sperre besteht [person=beschaeftigte]';
comment on column records.edit_locks.token is 'Kennung der Sperre im Büroprogramm';
comment on column records.edit_locks.kind is 'Art: dav WebDAV, wopi WOPI';
comment on column records.edit_locks.path is 'Was im Arbeitsordner gesperrt ist';
comment on column records.edit_locks.on_document is 'Ob das Dokument selbst gesperrt ist oder nur eine Hilfsdatei';
comment on column records.edit_locks.scope is 'Umfang: exclusive allein, shared gemeinsam';
comment on column records.edit_locks.depth is 'Tiefe: 0 nur dies, infinity auch alles darunter';
comment on column records.edit_locks.owner is 'Angabe des Büroprogramms über sich [person=beschaeftigte]';
comment on column records.edit_locks.since is 'Gesperrt seit';
comment on column records.edit_locks.until is 'Gesperrt bis, wenn nicht verlängert wird';
create index edit_locks_document on records.edit_locks (document_id) where on_document;

create table records.edit_files (
  session_id uuid        not null references records.edit_sessions on delete cascade,
  file_id    uuid        not null references records.files,
  path       text[]      not null,
  kind       text        not null check (kind in ('document', 'file', 'collection')),
  bytes      bytea,
  media_type text        not null default '',
  etag       text        not null default '',
  properties jsonb       not null default '[]',
  changed_at timestamptz not null,
  primary key (session_id, path)
);
comment on table  records.edit_files is 'Arbeitsordner: was ein Büroprogramm neben das Dokument legt (Sperr- und Zwischendateien); wird nie zur Version [zweck=Bearbeiten im Büroprogramm; frist=wie die Bearbeitung, längstens 12 Stunden]';
comment on column records.edit_files.session_id is 'Bearbeitung';
comment on column records.edit_files.file_id is 'Akte';
comment on column records.edit_files.path is 'Namen vom Arbeitsordner abwärts [person=betroffene]';
comment on column records.edit_files.kind is 'Art: document das Dokument selbst, file Hilfsdatei, collection Ordner';
comment on column records.edit_files.bytes is 'Inhalt einer Hilfsdatei [person=betroffene]';
comment on column records.edit_files.media_type is 'Medientyp nach Angabe des Programms';
comment on column records.edit_files.etag is 'Stand einer Hilfsdatei';
comment on column records.edit_files.properties is 'Eigenschaften, die das Programm sich merkt';
comment on column records.edit_files.changed_at is 'Zuletzt geändert';

create table records.edit_conflicts (
  document_id uuid    primary key references records.documents,
  original_id uuid    not null references records.documents,
  file_id     uuid    not null references records.files,
  base        integer not null
);
comment on table  records.edit_conflicts is 'Konfliktfassung: ein Text, der gesichert wurde, als schon eine neuere Version da war [zweck=kein Text geht verloren; frist=wie der Vorgang]';
comment on column records.edit_conflicts.document_id is 'Dokument mit der Konfliktfassung';
comment on column records.edit_conflicts.original_id is 'Dokument, zu dem sie gehört';
comment on column records.edit_conflicts.file_id is 'Akte';
comment on column records.edit_conflicts.base is 'Version, von der sie ausgeht';
create index edit_conflicts_original on records.edit_conflicts (original_id);

grant select, insert, delete, update (base, saved, conflict_id, ends_at) on records.edit_sessions to fachwerk_app;
grant select, insert, delete, update (until, token) on records.edit_locks to fachwerk_app;
grant select, insert, update, delete on records.edit_files to fachwerk_app;
grant select, insert on records.edit_conflicts to fachwerk_app;

do $$
declare
  t text;
begin
  foreach t in array array['edit_sessions', 'edit_locks', 'edit_files', 'edit_conflicts'] loop
    execute format('alter table records.%I enable row level security', t);
    execute format('alter table records.%I force row level security', t);
    execute format('create policy %I on records.%I for all to %I using (current_setting(''fw.door'', true) = ''open'')', t || '_door', t, current_user);
  end loop;
end $$;
-- A session and its folder belong to one person; a lock is seen by whoever may see the file, and ended by whoever may write there.
create policy edit_sessions_own on records.edit_sessions to fachwerk_app
  using (kernel.system_name() is not null or person = kernel.person())
  with check (kernel.system_name() is not null or (person = kernel.person() and records.may_write(file_id)));
create policy edit_files_own on records.edit_files to fachwerk_app
  using (kernel.system_name() is not null or exists (select from records.edit_sessions s where s.id = session_id))
  with check (kernel.system_name() is not null or (exists (select from records.edit_sessions s where s.id = session_id) and records.may_write(file_id)));
create policy edit_locks_read on records.edit_locks for select to fachwerk_app
  using (kernel.system_name() is not null or exists (select from records.files f where f.id = file_id));
create policy edit_locks_insert on records.edit_locks for insert to fachwerk_app
  with check (kernel.system_name() is not null or (holder = kernel.person() and records.may_write(file_id)));
create policy edit_locks_update on records.edit_locks for update to fachwerk_app
  using (kernel.system_name() is not null or records.may_write(file_id));
create policy edit_locks_delete on records.edit_locks for delete to fachwerk_app
  using (kernel.system_name() is not null or records.may_write(file_id));
create policy edit_conflicts_read on records.edit_conflicts for select to fachwerk_app
  using (kernel.system_name() is not null or exists (select from records.files f where f.id = file_id));
create policy edit_conflicts_insert on records.edit_conflicts for insert to fachwerk_app
  with check (kernel.system_name() is not null or records.may_write(file_id));

-- Before it is known who calls there is nobody whose rights could be asked: only the digest of the secret opens the row.
create function records.edit_session_of(digest bytea)
  returns table (id uuid, document uuid, file uuid, person uuid, represented uuid)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  perform set_config('fw.door', 'open', true);
  return query
    select s.id, s.document_id, s.file_id, s.person, s.represented
      from records.edit_sessions s where s.token_digest = digest and s.ends_at > kernel.at();
  perform set_config('fw.door', '', true);
end $$;
comment on function records.edit_session_of(bytea) is 'Bearbeitung, zu der ein Geheimnis gehört, solange sie gilt';
revoke all on function records.edit_session_of(bytea) from public;
grant execute on function records.edit_session_of(bytea) to fachwerk_app;
