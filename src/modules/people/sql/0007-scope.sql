-- SPDX-License-Identifier: EUPL-1.2
-- The same answer as before, but most people never need the whole tree of units: it is asked several times in every query on files.

create or replace function people.scope(wanted text, own boolean, represented uuid default null) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  starts uuid[];
  trees  uuid[];
  whole  boolean;
begin
  select coalesce(array_agg(f.unit) filter (where f.reach = 'unit'), '{}'),
         coalesce(array_agg(f.unit) filter (where f.reach = 'unit-tree'), '{}'),
         coalesce(bool_or(f.reach = 'body'), false)
    into starts, trees, whole
    from people.functions_of(kernel.person(), not own) f
   where (represented is null or f.person = represented)
     and exists (select from people.role_permission p where p.role = f.role and p.permission = wanted);
  if whole then
    return array(select distinct s.unit from people.unit_state s where s.valid_from <= kernel.today());
  end if;
  if starts = '{}' and trees = '{}' then
    return '{}';
  end if;
  -- Without a tree to go down and without anything inherited, the units are those of the functions themselves.
  if trees = '{}' and not exists (select from people.unit u where u.heir = any (starts)) then
    return array(select distinct s from unnest(starts) s);
  end if;
  -- Two ways down: from a unit to its subordinates, and from an heir to the retired units it took over.
  return array(
    with recursive known as materialized (select u.unit, u.parent, u.heir from people.units_known() u),
    way (above, below, down) as materialized (
      select k.parent, k.unit, true from known k where k.parent is not null
      union all
      select k.heir, k.unit, false from known k where k.heir is not null
    ),
    reached (unit, tree) as (
      select s, false from unnest(starts) s
      union
      select t, true from unnest(trees) t
      union
      select w.below, r.tree from reached r join way w on w.above = r.unit where r.tree or not w.down
    )
    select distinct r.unit from reached r);
end $$;

create index unit_heir on people.unit (heir) where heir is not null;
