-- SPDX-License-Identifier: EUPL-1.2
create table records.filing_plan_history (
  plan_id         uuid    not null references records.filing_plans,
  unit_id         uuid    not null references records.filing_plan_units,
  code            text    not null,
  parent_id       uuid,
  title           text    not null,
  state           text    not null,
  retention_years integer,
  permanent       boolean not null,
  disposal_type   text,
  primary key (plan_id, unit_id)
);
comment on table  records.filing_plan_history is 'Frühere Fassung des Aktenplans: wie jede Einheit stand, als die nächste Fassung sie ablöste [zweck=Nachvollziehbarkeit der Aktenführung; frist=dauerhaft]';
comment on column records.filing_plan_history.plan_id is 'Abgelöste Fassung des Aktenplans';
comment on column records.filing_plan_history.unit_id is 'Aktenplaneinheit';
comment on column records.filing_plan_history.code is 'Kennzeichen in dieser Fassung; wird nie an eine andere Einheit vergeben';
comment on column records.filing_plan_history.parent_id is 'Übergeordnete Einheit in dieser Fassung';
comment on column records.filing_plan_history.title is 'Bezeichnung in dieser Fassung';
comment on column records.filing_plan_history.state is 'Zustand in dieser Fassung';
comment on column records.filing_plan_history.retention_years is 'Aufbewahrung in dieser Fassung';
comment on column records.filing_plan_history.permanent is 'Dauernd aufzubewahren in dieser Fassung';
comment on column records.filing_plan_history.disposal_type is 'Aussonderungsart in dieser Fassung';
create index filing_plan_history_code on records.filing_plan_history (code);

alter table records.filing_plan_units add column needs_contact boolean not null default false;
comment on column records.filing_plan_units.needs_contact is 'Vorgänge hier brauchen vor z.d.A. mindestens eine beteiligte Person oder Stelle; gilt auch für Einheiten darunter';

create table records.former_templates (
  kind     text not null check (kind in ('file', 'case', 'document')),
  template text not null,
  primary key (kind, template)
);
comment on table  records.former_templates is 'Frühere Vorlage für Kennzeichen: alte Zeichen werden weiter erkannt [zweck=Aktenzeichen; frist=dauerhaft]';
comment on column records.former_templates.kind is 'Wofür: file, case, document';
comment on column records.former_templates.template is 'Vorlage';

alter table records.aliases add column lookup text not null default '';
comment on column records.aliases.lookup is 'Früheres Zeichen ohne Leerzeichen und Füllnullen, zum Finden';
create index aliases_lookup on records.aliases (lookup);

grant select, insert on records.filing_plan_history, records.former_templates to fachwerk_app;

-- A new template may write what an old one wrote already; whether that is so must not depend on what the person may see.
create function records.reference_taken(wanted text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  taken boolean;
begin
  perform set_config('fw.door', 'open', true);
  select exists (select from records.files f where f.reference = wanted)
      or exists (select from records.cases c where c.reference = wanted)
      or exists (select from records.aliases a where a.reference = wanted) into taken;
  perform set_config('fw.door', '', true);
  return taken;
end $$;
comment on function records.reference_taken(text) is 'Ist dieses Zeichen schon vergeben, auch als früheres?';
revoke all on function records.reference_taken(text) from public;
grant execute on function records.reference_taken(text) to fachwerk_app;
