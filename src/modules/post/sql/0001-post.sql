-- SPDX-License-Identifier: EUPL-1.2
create schema post;
comment on schema post is 'Post: Eingang, Postbuch, Verteilung, Ausgang';
grant usage on schema post to fachwerk_app;

create table post.items (
  id             uuid    primary key,
  origin_id      uuid    not null,
  office_id      uuid    not null,
  from_id        uuid,
  channel        text    not null check (channel in ('mail', 'scan', 'upload', 'paper', 'rest')),
  state          text    not null check (state in ('new', 'forwarded', 'returned', 'assigned', 'quarantined', 'done')),
  delivery_key   text    not null check (delivery_key ~ '^[0-9a-f]{64}$'),
  content        text    check (content ~ '^[0-9a-f]{64}$'),
  size           bigint  not null default 0,
  media_type     text    not null default '',
  file_name      text    not null default '',
  received_on    date    not null,
  dated_on       date,
  sender         text    not null default '',
  sender_address text    not null default '',
  sender_key     text    not null default '',
  recipient      text    not null default '',
  subject        text    not null default '',
  foreign_reference text not null default '',
  place          text    not null default '',
  barcode        text    not null default '',
  message_id     text    not null default '',
  answers        text[]  not null default '{}',
  hazards        text[]  not null default '{}',
  reading        text    not null default 'waiting' check (reading in ('waiting', 'read', 'needs-ocr', 'failed', 'none')),
  note           text    not null default '',
  file_id        uuid,
  case_id        uuid,
  document_id    uuid,
  proposed       integer,
  lock           integer not null default 1,
  unique (origin_id, delivery_key)
);
comment on table  post.items is 'Posteingang: ein Stück Post, wo es liegt und wie weit es ist [zweck=Postbearbeitung; frist=wie das Postbuch]';
comment on column post.items.id is 'Kennung';
comment on column post.items.origin_id is 'Stelle, bei der es eingegangen ist';
comment on column post.items.office_id is 'Stelle, in deren Eingang es liegt';
comment on column post.items.from_id is 'Stelle, die es weitergab, bis es angenommen ist';
comment on column post.items.channel is 'Weg: mail E-Mail, scan gescannt, upload hochgeladen, paper bleibt auf Papier, rest von einem anderen Verfahren';
comment on column post.items.state is 'Stand: new neu, forwarded weitergegeben, returned zurückgegeben, assigned abgelegt, quarantined in Quarantäne, done erledigt ohne Akte';
comment on column post.items.delivery_key is 'Woran dieselbe Lieferung erkannt wird: Prüfsumme über Inhalt und Nachrichtenkennung';
comment on column post.items.content is 'SHA-256 der eingegangenen Bytes; leer, wenn es auf Papier bleibt';
comment on column post.items.size is 'Größe in Bytes';
comment on column post.items.media_type is 'Format, nach dem Inhalt bestimmt';
comment on column post.items.file_name is 'Dateiname [person=betroffene]';
comment on column post.items.received_on is 'Tag des Eingangs';
comment on column post.items.dated_on is 'Datum des Schreibens';
comment on column post.items.sender is 'Absender [person=betroffene]';
comment on column post.items.sender_address is 'E-Mail-Adresse des Absenders [person=betroffene]';
comment on column post.items.sender_key is 'Woran der Absender wiedererkannt wird [person=betroffene]';
comment on column post.items.recipient is 'Empfängeradresse';
comment on column post.items.subject is 'Betreff [person=betroffene]';
comment on column post.items.foreign_reference is 'Fremdes Zeichen [person=betroffene]';
comment on column post.items.place is 'Wo das Papier liegt';
comment on column post.items.barcode is 'Gelesener Code des Trennblatts';
comment on column post.items.message_id is 'Kennung der Nachricht (Message-ID)';
comment on column post.items.answers is 'Kennungen der Nachrichten, auf die sie antwortet (In-Reply-To, References)';
comment on column post.items.hazards is 'Was an der Datei verdächtig ist';
comment on column post.items.reading is 'Lesen: waiting wartet, read gelesen, needs-ocr Texterkennung, failed misslungen, none nichts zu lesen';
comment on column post.items.note is 'Anmerkung oder Grund [person=betroffene]';
comment on column post.items.file_id is 'Akte, in der es abgelegt ist';
comment on column post.items.case_id is 'Vorgang, in dem es abgelegt ist';
comment on column post.items.document_id is 'Dokument, zu dem es wurde';
comment on column post.items.proposed is 'Platz des gewählten Vorgangs unter den Vorschlägen; 0: nicht darunter';
comment on column post.items.lock is 'Stand: zählt jede Änderung';
create index items_office on post.items (office_id, state, received_on desc);
create index items_from on post.items (from_id) where from_id is not null;
create index items_message on post.items (message_id) where message_id <> '';
create index items_sender on post.items (sender_key, received_on desc) where sender_key <> '' and case_id is not null;
create index items_case on post.items (case_id) where case_id is not null;
grant select, insert, update on post.items to fachwerk_app;

create table post.pages (
  item_id uuid    not null references post.items,
  no      integer not null,
  text    text    not null default '',
  by_ocr  boolean not null default false,
  picture text    check (picture ~ '^[0-9a-f]{64}$'),
  thumb   text    check (thumb ~ '^[0-9a-f]{64}$'),
  width   integer not null default 0,
  height  integer not null default 0,
  primary key (item_id, no)
);
comment on table  post.pages is 'Seite eines Eingangs: Text und Bild [zweck=Postbearbeitung; frist=wie das Postbuch]';
comment on column post.pages.item_id is 'Posteingang';
comment on column post.pages.no is 'Seitenzahl';
comment on column post.pages.text is 'Gelesener Text [person=betroffene]';
comment on column post.pages.by_ocr is 'Durch Texterkennung gelesen';
comment on column post.pages.picture is 'SHA-256 des Seitenbildes';
comment on column post.pages.thumb is 'SHA-256 des kleinen Seitenbildes';
comment on column post.pages.width is 'Breite des Bildes';
comment on column post.pages.height is 'Höhe des Bildes';
grant select, insert, update, delete on post.pages to fachwerk_app;

create table post.book (
  office_id   uuid    not null,
  year        integer not null,
  no          integer not null,
  direction   text    not null check (direction in ('in', 'out')),
  item_id     uuid    not null,
  on_day      date    not null,
  channel     text    not null,
  party       text    not null,
  subject     text    not null,
  fate        text    not null default '',
  fate_office uuid,
  fate_on     date,
  primary key (office_id, year, no)
);
comment on table  post.book is 'Postbuch: was bei einer Stelle ein- und ausging, fortlaufend im Jahr; ohne Namen der Bearbeitenden [zweck=Nachweis der Postein- und -ausgänge; frist=10 Jahre]';
comment on column post.book.office_id is 'Stelle';
comment on column post.book.year is 'Jahr';
comment on column post.book.no is 'Nummer im Jahr, lückenlos';
comment on column post.book.direction is 'Richtung: in Eingang, out Ausgang';
comment on column post.book.item_id is 'Posteingang oder Versand';
comment on column post.book.on_day is 'Tag';
comment on column post.book.channel is 'Weg';
comment on column post.book.party is 'Absender oder Empfänger [person=betroffene]';
comment on column post.book.subject is 'Betreff [person=betroffene]';
comment on column post.book.fate is 'Verbleib: der letzte Schritt';
comment on column post.book.fate_office is 'Stelle, die den letzten Schritt betrifft';
comment on column post.book.fate_on is 'Tag des letzten Schritts';
create index book_item on post.book (item_id);
grant select on post.book to fachwerk_app;

create table post.routes (
  id        uuid primary key,
  kind      text not null check (kind in ('barcode', 'address', 'sender', 'keyword', 'rest')),
  pattern   text not null,
  office_id uuid not null,
  unique (kind, pattern)
);
comment on table  post.routes is 'Verteilplan: welche Post in welchen Eingang kommt [zweck=Verteilung der Post; frist=bis zur Änderung]';
comment on column post.routes.id is 'Kennung';
comment on column post.routes.kind is 'Woran erkannt: barcode Trennblatt, address Empfängeradresse, sender Absender, keyword Stichwort, rest alles Übrige';
comment on column post.routes.pattern is 'Code, Adresse oder Wort [person=betroffene]';
comment on column post.routes.office_id is 'Stelle, in deren Eingang die Post kommt';
grant select, insert, delete on post.routes to fachwerk_app;

-- An inbox is seen by whoever has post.read there; what was given away stays in sight until it is accepted, so that it can be taken back.
do $$
declare
  t text;
begin
  foreach t in array array['items', 'pages', 'book', 'routes'] loop
    execute format('alter table post.%I enable row level security', t);
    execute format('alter table post.%I force row level security', t);
  end loop;
  execute format('create policy items_door on post.items for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
  execute format('create policy book_door on post.book for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;
create policy items_read on post.items for select to fachwerk_app using (
  kernel.system_name() is not null or office_id = any ((select people.unit_scope('post.read'))::uuid[])
  or (from_id is not null and from_id = any ((select people.unit_scope('post.read'))::uuid[])));
create policy items_insert on post.items for insert to fachwerk_app with check (
  kernel.system_name() is not null or origin_id = any ((select people.unit_scope('post.receive'))::uuid[]));
-- Where it goes to need not be one's own office: that is what forwarding means.
create policy items_update on post.items for update to fachwerk_app using (
  kernel.system_name() is not null or office_id = any ((select people.unit_scope('post.handle'))::uuid[])
  or (from_id is not null and from_id = any ((select people.unit_scope('post.handle'))::uuid[]))) with check (true);
create policy pages_like_item on post.pages for all to fachwerk_app using (exists (select from post.items i where i.id = item_id));
create policy book_read on post.book for select to fachwerk_app using (
  kernel.system_name() is not null or office_id = any ((select people.unit_scope('post.read'))::uuid[]));
create policy routes_read on post.routes for select to fachwerk_app using (true);
create policy routes_insert on post.routes for insert to fachwerk_app with check (
  kernel.system_name() is not null or office_id = any ((select people.unit_scope('post.configure'))::uuid[]));
create policy routes_delete on post.routes for delete to fachwerk_app using (
  kernel.system_name() is not null or office_id = any ((select people.unit_scope('post.configure'))::uuid[]));

-- The book is written by these two alone: another office's entry is made when it is given something.
create function post.enter(office uuid, in_year integer, way text, item uuid, day date, by_channel text, who text, about text) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  following integer;
begin
  perform set_config('fw.door', 'open', true);
  perform pg_advisory_xact_lock(hashtextextended('post.book ' || office || ' ' || in_year, 0));
  select coalesce(max(b.no), 0) + 1 into following from post.book b where b.office_id = office and b.year = in_year;
  insert into post.book (office_id, year, no, direction, item_id, on_day, channel, party, subject)
    values (office, in_year, following, way, item, day, by_channel, who, about);
  perform set_config('fw.door', '', true);
  return following;
end $$;
comment on function post.enter(uuid, integer, text, uuid, date, text, text, text) is 'Trägt etwas in das Postbuch einer Stelle ein; die Nummer ist die nächste des Jahres';

create function post.note(item uuid, step text, office uuid, day date, who text, about text) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform set_config('fw.door', 'open', true);
  update post.book b set
    fate = coalesce(step, b.fate),
    fate_office = case when step is null then b.fate_office else office end,
    fate_on = case when step is null then b.fate_on else day end,
    party = coalesce(who, b.party), subject = coalesce(about, b.subject)
   where b.item_id = item;
  perform set_config('fw.door', '', true);
end $$;
comment on function post.note(uuid, text, uuid, date, text, text) is 'Vermerkt in den Postbüchern, was aus einem Stück geworden ist';

create function post.delivered(origin uuid, key text) returns table (office uuid, year integer, no integer)
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  perform set_config('fw.door', 'open', true);
  return query
    select b.office_id, b.year, b.no from post.items i join post.book b on b.item_id = i.id
     where i.origin_id = origin and i.delivery_key = key order by b.on_day, b.no limit 1;
  perform set_config('fw.door', '', true);
end $$;
comment on function post.delivered(uuid, text) is 'Eintrag im Postbuch, wenn dieselbe Lieferung bei dieser Stelle schon eingegangen ist';

revoke all on function post.enter(uuid, integer, text, uuid, date, text, text, text), post.note(uuid, text, uuid, date, text, text), post.delivered(uuid, text) from public;
grant execute on function post.enter(uuid, integer, text, uuid, date, text, text, text), post.note(uuid, text, uuid, date, text, text), post.delivered(uuid, text) to fachwerk_app;

select people.standard_role_permits('clerk',    array['post.read', 'post.receive', 'post.handle']);
select people.standard_role_permits('head',     array['post.read', 'post.receive', 'post.handle', 'post.release']);
select people.standard_role_permits('registry', array['post.read', 'post.receive', 'post.handle', 'post.release', 'post.configure']);
