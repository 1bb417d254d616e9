-- SPDX-License-Identifier: EUPL-1.2
-- Second fence behind the commands: who may see and write what is delicate about persons.
create policy administration on people.invitation using ((select people.has('people.manage-persons')) or (select people.has('people.release-grants')));

alter table people.exclusion enable row level security;
alter table people.exclusion force  row level security;
create policy own_or_deciding on people.exclusion
  using (person = (select kernel.person()) or person = any ((select people.persons_in('people.exclude'))::uuid[]));

alter table people.opening enable row level security;
alter table people.opening force  row level security;
create policy own_or_reviewing on people.opening
  using (person = (select kernel.person()) or (select people.has('people.review-openings')));

alter table people.grant_request enable row level security;
alter table people.grant_request force  row level security;
create policy concerned_or_deciding on people.grant_request
  using (kernel.person() in (person, requested_by)
         or (select people.has('people.manage-functions')) or (select people.has('people.release-grants')));
