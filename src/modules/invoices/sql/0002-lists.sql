-- SPDX-License-Identifier: EUPL-1.2
-- Lists of other systems (orders and contracts, who certifies what, budget codes, limits), and how the finance system wants its batches.
create table invoices.list_lines (
  list  text  not null check (list in ('commitments', 'routing', 'budget-codes', 'limits')),
  key   text  not null,
  cells jsonb not null,
  primary key (list, key)
);
comment on table  invoices.list_lines is 'Zeile einer eingelesenen Liste: Aufträge und Verträge, Zuordnung, Buchungsstellen, Anordnungsgrenzen [zweck=Rechnungsbearbeitung; frist=bis zur nächsten Fassung]';
comment on column invoices.list_lines.list is 'Liste: commitments Aufträge und Verträge, routing Zuordnung, budget-codes Buchungsstellen, limits Anordnungsgrenzen';
comment on column invoices.list_lines.key is 'Woran die Zeile wiedererkannt wird';
comment on column invoices.list_lines.cells is 'Inhalt der Zeile nach Spalten [person=betroffene]';
create index list_lines_supplier on invoices.list_lines ((cells ->> 'supplierId')) where list = 'commitments';
grant select, insert, delete on invoices.list_lines to fachwerk_app;

create table invoices.templates (
  name       text primary key check (name <> ''),
  definition text not null
);
comment on table  invoices.templates is 'Vorlage: wie das Finanzverfahren Übergaben lesen will [zweck=Zahlungsabwicklung; frist=bis zur Änderung]';
comment on column invoices.templates.name is 'Name';
comment on column invoices.templates.definition is 'Beschreibung: Form, Zeichensatz, Felder';
grant select, insert, update, delete on invoices.templates to fachwerk_app;

do $$
declare
  t text;
begin
  foreach t in array array['list_lines', 'templates'] loop
    execute format('alter table invoices.%I enable row level security', t);
    execute format('alter table invoices.%I force row level security', t);
    execute format('create policy %I on invoices.%I for select to fachwerk_app using (kernel.system_name() is not null
      or (select people.unit_scope(''invoices.read'')) <> ''{}'' or (select people.unit_scope(''invoices.keep-lists'')) <> ''{}'')', t || '_read', t);
    execute format('create policy %I on invoices.%I for all to fachwerk_app using (kernel.system_name() is not null
      or (select people.unit_scope(''invoices.keep-lists'')) <> ''{}'')', t || '_keep', t);
  end loop;
end $$;

alter table invoices.invoices add column order_key text not null default '', add column contract_key text not null default '';
comment on column invoices.invoices.order_key is 'Bestellnummer (BT-13), wie sie verglichen wird';
comment on column invoices.invoices.contract_key is 'Vertragsnummer (BT-12), wie sie verglichen wird';
create index invoices_order on invoices.invoices (order_key) where order_key <> '';
create index invoices_contract on invoices.invoices (contract_key) where contract_key <> '';

-- How much of a commitment or of a budget code is spoken for must count invoices that one may not see; only the sum leaves these functions.
do $$
begin
  execute format('create policy invoices_door on invoices.invoices for select to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
  execute format('create policy allocations_door on invoices.allocations for select to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;

create function invoices.used_of(kind text, wanted text, except_invoice uuid) returns numeric
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  used numeric;
begin
  perform set_config('fw.door', 'open', true);
  select coalesce(sum(i.amount), 0) into used
    from invoices.invoices i
   where case kind when 'order' then i.order_key else i.contract_key end = wanted and wanted <> ''
     and i.id is distinct from except_invoice and i.state not in ('refused', 'cancelled');
  perform set_config('fw.door', '', true);
  return used;
end $$;
comment on function invoices.used_of(text, text, uuid) is 'Summe der anderen Rechnungen zu einem Auftrag oder Vertrag';

create function invoices.taken_of(wanted text, budget_year integer, except_invoice uuid) returns numeric
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  taken numeric;
begin
  perform set_config('fw.door', 'open', true);
  select coalesce(sum(a.amount), 0) into taken
    from invoices.allocations a join invoices.invoices i on i.id = a.invoice_id
   where a.code = wanted and extract(year from i.received_on) = budget_year
     and i.id is distinct from except_invoice and i.state not in ('refused', 'cancelled');
  perform set_config('fw.door', '', true);
  return taken;
end $$;
comment on function invoices.taken_of(text, integer, uuid) is 'Was andere Rechnungen eines Jahres auf einer Buchungsstelle haben';
revoke execute on function invoices.used_of(text, text, uuid), invoices.taken_of(text, integer, uuid) from public;
grant execute on function invoices.used_of(text, text, uuid), invoices.taken_of(text, integer, uuid) to fachwerk_app;
create index allocations_code on invoices.allocations (code);

select people.standard_role_permits('administrator', array['invoices.keep-lists']);
