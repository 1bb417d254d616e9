-- SPDX-License-Identifier: EUPL-1.2
-- What the standard roles may do with files; a city changes it by the four-eyes principle.
select people.standard_role_permits('clerk',    array['records.read', 'records.write', 'records.sign', 'records.prove']);
select people.standard_role_permits('head',     array['records.read', 'records.write', 'records.sign', 'records.prove']);
select people.standard_role_permits('registry', array['records.read', 'records.write', 'records.registry', 'records.prove']);
select people.standard_role_permits('auditor',  array['records.read', 'records.prove']);
