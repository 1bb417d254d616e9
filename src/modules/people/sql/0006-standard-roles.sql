-- SPDX-License-Identifier: EUPL-1.2
-- The roles that every Fachwerk begins with; a city changes them by the four-eyes principle.
insert into people.role (code, name, reach, transferable) values
  ('clerk',           'Sachbearbeitung',                      'unit',      true),
  ('head',            'Leitung',                              'unit-tree', true),
  ('registry',        'Registratur',                          'unit-tree', true),
  ('administrator',   'Verwaltung von Fachwerk',              'body',      false),
  ('privacy-officer', 'Datenschutzbeauftragte Person',        'body',      false),
  ('staff-council',   'Personalrat',                          'body',      false),
  ('auditor',         'Rechnungsprüfung',                     'body',      false);

select people.standard_role_permits('head', array['people.manage-substitutions', 'people.exclude', 'people.break-glass']);
select people.standard_role_permits('registry', array['people.break-glass']);
select people.standard_role_permits('administrator', array['people.manage-persons', 'people.manage-units', 'people.manage-functions',
  'people.release-grants', 'people.define-roles', 'people.import', 'people.explain-others']);
select people.standard_role_permits('privacy-officer', array['people.review-openings', 'people.explain-others', 'people.read-grants']);
select people.standard_role_permits('staff-council', array['people.explain-others', 'people.read-grants']);
select people.standard_role_permits('auditor', array['people.explain-others', 'people.read-grants']);
