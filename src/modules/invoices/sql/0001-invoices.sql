-- SPDX-License-Identifier: EUPL-1.2
create schema invoices;
comment on schema invoices is 'E-Rechnung: Eingang, Prüfung, Feststellung, Anordnung, Übergabe an die Kasse';
grant usage on schema invoices to fachwerk_app;

create table invoices.batches (
  id        uuid    primary key,
  unit_id   uuid    not null,
  no        integer not null,
  made_on   date    not null,
  count     integer not null,
  total     numeric(18, 2) not null,
  payload   text    not null,
  digest    text    not null check (digest ~ '^[0-9a-f]{64}$'),
  signature text    not null,
  unique (unit_id, no)
);
comment on table  invoices.batches is 'Übergabe: ein unterschriebenes Bündel von Zahlungsanordnungen an das Finanzverfahren [zweck=Zahlungsabwicklung; frist=10 Jahre]';
comment on column invoices.batches.id is 'Kennung';
comment on column invoices.batches.unit_id is 'Stelle, die übergibt';
comment on column invoices.batches.no is 'Laufende Nummer der Stelle, lückenlos';
comment on column invoices.batches.made_on is 'Tag der Übergabe';
comment on column invoices.batches.count is 'Zahl der Anordnungen';
comment on column invoices.batches.total is 'Summe der Anordnungen';
comment on column invoices.batches.payload is 'Die Sätze, wie sie unterschrieben und abgeholt werden (JSON) [person=betroffene]';
comment on column invoices.batches.digest is 'SHA-256 der Sätze';
comment on column invoices.batches.signature is 'Ed25519-Unterschrift über die Prüfsumme (Base64)';
grant select, insert on invoices.batches to fachwerk_app;

create table invoices.invoices (
  id           uuid    primary key,
  file_id      uuid    not null,
  case_id      uuid    not null unique,
  document_id  uuid    not null unique,
  unit_id      uuid    not null,
  office_id    uuid,
  content      text    not null check (content ~ '^[0-9a-f]{64}$'),
  file_name    text    not null,
  received_on  date    not null,
  state        text    not null default 'received' check (state in ('received', 'checked', 'assigned', 'factual', 'arithmetic', 'ordered', 'handed-over', 'paid', 'filed', 'refused', 'cancelled')),
  number       text    not null,
  seller       text    not null,
  seller_key   text    not null,
  iban         text    not null,
  amount       numeric(18, 2),
  currency     text    not null,
  issued_on    date,
  due_on       date    not null,
  skonto_on    date,
  picture      jsonb   not null,
  report       jsonb   not null,
  errors       integer not null,
  question     text    not null default '',
  letter       text    not null default '',
  batch_id     uuid    references invoices.batches,
  booking      text    not null default '',
  paid_on      date,
  lock         integer not null default 1,
  unique (file_id, content)
);
comment on table  invoices.invoices is 'Rechnung: was eingegangen ist, wo sie steht, was sie sagt [zweck=Rechnungsbearbeitung; frist=wie der Vorgang]';
comment on column invoices.invoices.id is 'Kennung';
comment on column invoices.invoices.file_id is 'Akte';
comment on column invoices.invoices.case_id is 'Vorgang: einer je Rechnung';
comment on column invoices.invoices.document_id is 'Dokument mit den eingegangenen Bytes';
comment on column invoices.invoices.unit_id is 'Stelle, bei der sie eingegangen ist';
comment on column invoices.invoices.office_id is 'Stelle, die sie feststellt und anordnet';
comment on column invoices.invoices.content is 'SHA-256 der eingegangenen Bytes';
comment on column invoices.invoices.file_name is 'Dateiname [person=betroffene]';
comment on column invoices.invoices.received_on is 'Tag des Eingangs';
comment on column invoices.invoices.state is 'Stand: received eingegangen, checked formal geprüft, assigned zugeordnet, factual sachlich richtig, arithmetic rechnerisch richtig, ordered angeordnet, handed-over übergeben, paid gebucht, filed abgelegt, refused zurückgewiesen, cancelled storniert';
comment on column invoices.invoices.number is 'Rechnungsnummer (BT-1)';
comment on column invoices.invoices.seller is 'Name des Verkäufers (BT-27) [person=betroffene]';
comment on column invoices.invoices.seller_key is 'Woran der Verkäufer wiedererkannt wird: Umsatzsteuer-, Steuer- oder Registernummer, sonst Name [person=betroffene]';
comment on column invoices.invoices.iban is 'Zahlungskonto (BT-84) [person=betroffene]';
comment on column invoices.invoices.amount is 'Zahlbetrag (BT-115)';
comment on column invoices.invoices.currency is 'Währung (BT-5)';
comment on column invoices.invoices.issued_on is 'Rechnungsdatum (BT-2)';
comment on column invoices.invoices.due_on is 'Fällig am: BT-9, sonst dreißig Tage nach Eingang (§ 286 Abs. 3 BGB)';
comment on column invoices.invoices.skonto_on is 'Letzter Tag des günstigsten Skontos (BT-20)';
comment on column invoices.invoices.picture is 'Inhalt der Rechnung zum Ansehen, nach EN 16931 [person=betroffene]';
comment on column invoices.invoices.report is 'Prüfbericht mit den Regelwerken jenes Tages [person=betroffene]';
comment on column invoices.invoices.errors is 'Zahl der Fehler im Prüfbericht';
comment on column invoices.invoices.question is 'Offene Rückfrage [person=betroffene]';
comment on column invoices.invoices.letter is 'Schreiben an den Verkäufer bei Zurückweisung [person=betroffene]';
comment on column invoices.invoices.batch_id is 'Übergabe, in der sie steht';
comment on column invoices.invoices.booking is 'Buchungsnummer des Finanzverfahrens';
comment on column invoices.invoices.paid_on is 'Tag der Zahlung';
comment on column invoices.invoices.lock is 'Stand: zählt jede Änderung';
create index invoices_open on invoices.invoices (due_on) where state not in ('paid', 'filed', 'refused', 'cancelled');
create index invoices_seller on invoices.invoices (seller_key);
create index invoices_batch on invoices.invoices (batch_id) where batch_id is not null;
grant select, insert, update on invoices.invoices to fachwerk_app;

create table invoices.steps (
  invoice_id  uuid    not null references invoices.invoices,
  no          integer not null,
  step        text    not null check (step in ('checked', 'assigned', 'factual', 'arithmetic', 'ordered', 'queried', 'refused', 'cancelled', 'handed-over', 'paid', 'filed')),
  person      uuid,
  represented uuid,
  on_day      date    not null,
  note        text    not null default '',
  void        boolean not null default false,
  primary key (invoice_id, no)
);
comment on table  invoices.steps is 'Schritt einer Rechnung: wer geprüft, festgestellt, angeordnet hat [zweck=Vier-Augen-Prinzip; frist=wie der Vorgang]';
comment on column invoices.steps.invoice_id is 'Rechnung';
comment on column invoices.steps.no is 'Nummer des Schritts';
comment on column invoices.steps.step is 'Schritt: checked formal geprüft, assigned zugeordnet, factual sachlich, arithmetic rechnerisch, ordered angeordnet, queried Rückfrage, refused zurückgewiesen, cancelled storniert, handed-over übergeben, paid gebucht, filed abgelegt';
comment on column invoices.steps.person is 'Wer gehandelt hat; leer bei Abläufen des Systems [person=beschaeftigte]';
comment on column invoices.steps.represented is 'In wessen Vertretung [person=beschaeftigte]';
comment on column invoices.steps.on_day is 'Tag';
comment on column invoices.steps.note is 'Anmerkung, Grund oder Frage [person=betroffene]';
comment on column invoices.steps.void is 'Durch eine Rückfrage überholt: gilt nicht mehr';
grant select, insert, update on invoices.steps to fachwerk_app;

create table invoices.allocations (
  invoice_id uuid    not null references invoices.invoices,
  no         integer not null,
  code       text    not null,
  amount     numeric(18, 2) not null,
  measure    text    not null default '',
  primary key (invoice_id, no)
);
comment on table  invoices.allocations is 'Kontierung: wie sich der Betrag auf Buchungsstellen verteilt [zweck=Zahlungsabwicklung; frist=wie der Vorgang]';
comment on column invoices.allocations.invoice_id is 'Rechnung';
comment on column invoices.allocations.no is 'Zeile';
comment on column invoices.allocations.code is 'Buchungsstelle: Produkt, Konto, Kostenstelle';
comment on column invoices.allocations.amount is 'Betrag';
comment on column invoices.allocations.measure is 'Maßnahme, der die Ausgabe dient';
grant select, insert, delete on invoices.allocations to fachwerk_app;

-- An invoice is seen by who sees its file, and by the office that it was assigned to.
alter table invoices.invoices enable row level security;
alter table invoices.invoices force row level security;
create policy invoices_read on invoices.invoices for select to fachwerk_app using (
  kernel.system_name() is not null or office_id = any ((select people.unit_scope('invoices.read'))::uuid[]) or records.may_read(file_id));
create policy invoices_insert on invoices.invoices for insert to fachwerk_app with check (
  kernel.system_name() is not null or records.may_write(file_id));
create policy invoices_update on invoices.invoices for update to fachwerk_app using (
  kernel.system_name() is not null or office_id = any ((select people.unit_scope('invoices.certify'))::uuid[])
  or office_id = any ((select people.unit_scope('invoices.order'))::uuid[]) or records.may_write(file_id));

do $$
declare
  t text;
begin
  foreach t in array array['steps', 'allocations'] loop
    execute format('alter table invoices.%I enable row level security', t);
    execute format('alter table invoices.%I force row level security', t);
    execute format('create policy %I on invoices.%I for all to fachwerk_app using (exists (select from invoices.invoices i where i.id = invoice_id))', t || '_like_invoice', t);
  end loop;
end $$;

alter table invoices.batches enable row level security;
alter table invoices.batches force row level security;
create policy batches_of_unit on invoices.batches for all to fachwerk_app using (
  kernel.system_name() is not null or unit_id = any ((select people.unit_scope('invoices.hand-over'))::uuid[]));

select people.standard_role_permits('clerk',    array['invoices.read', 'invoices.receive', 'invoices.certify', 'invoices.hand-over']);
select people.standard_role_permits('head',     array['invoices.read', 'invoices.receive', 'invoices.certify', 'invoices.order', 'invoices.hand-over']);
select people.standard_role_permits('registry', array['invoices.read', 'invoices.receive']);
select people.standard_role_permits('auditor',  array['invoices.read']);
