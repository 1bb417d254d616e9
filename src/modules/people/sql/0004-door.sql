-- SPDX-License-Identifier: EUPL-1.2
-- What other modules' policies and functions may ask. Every function looks at the person, the moment and the day of the transaction;
-- nobody signed in means the empty set. plpgsql, because it keeps its plans: these run in every query that touches a file.

create function people.is_active(who uuid) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from people.person p
                  where p.id = who and p.active_from <= kernel.today() and (p.active_to is null or kernel.today() < p.active_to));
end $$;
comment on function people.is_active(uuid) is 'Ob die Person heute Zugang hat';

create function people.functions_of(who uuid, deputising boolean default true)
  returns table (id uuid, person uuid, unit uuid, role text, reach text, substitution uuid)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  moment constant timestamptz := kernel.at();
  day    constant date        := kernel.today();
begin
  if not people.is_active(who) then return; end if;
  return query
    select f.id, f.person, f.unit, f.role, r.reach, v.substitution
      from (select f0.id as function_held, null::uuid as substitution from people.function_held f0 where f0.person = who
            union all
            -- One step only: what the principal holds in their own right, never what they hold as somebody's deputy.
            select c.function_held, s.id
              from people.substitution s
              join people.substitution_function c on c.substitution = s.id
             where deputising and s.deputy = who and s.valid_from <= moment and moment < s.valid_to
               and people.is_active(s.principal)) v
      join people.function_held f on f.id = v.function_held
      join people.role r on r.code = f.role
     where f.valid_from <= moment and (f.valid_to is null or moment < f.valid_to)
       and (v.substitution is null
            or (r.transferable and f.person = (select s.principal from people.substitution s where s.id = v.substitution)))
       and exists (select from people.unit_state u
                    where u.unit = f.unit and u.valid_from <= day and (u.valid_to is null or day < u.valid_to));
end $$;
comment on function people.functions_of(uuid, boolean) is 'Wirksame Funktionen einer Person: eigene und, wenn gewünscht, die in Vertretung';

create function people.units_known()
  returns table (unit uuid, code text, name text, parent uuid, valid_from date, valid_to date, retired boolean, heir uuid)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  day constant date := kernel.today();
begin
  return query
    select distinct on (s.unit) s.unit, s.code, s.name, s.parent, s.valid_from, s.valid_to,
           coalesce(s.valid_to <= day, false), case when s.valid_to <= day then u.heir end
      from people.unit_state s join people.unit u on u.id = s.unit
     where s.valid_from <= day
     order by s.unit, s.valid_from desc;
end $$;
comment on function people.units_known() is 'Jede Einheit mit ihrem heutigen Stand, aufgelöste mit ihrem letzten';

create function people.scope(wanted text, own boolean, represented uuid default null) returns uuid[]
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
    return array(select u.unit from people.units_known() u);
  end if;
  if starts = '{}' and trees = '{}' then
    return '{}';
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
comment on function people.scope(text, boolean, uuid) is 'Einheiten, in denen eine Berechtigung gilt; nur für die Funktionen dieses Schemas';

create function people.unit_scope(permission text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog
  return people.scope(permission, false, null);
comment on function people.unit_scope(text) is 'Einheiten, in denen die handelnde Person die Berechtigung hat, selbst oder in Vertretung';

create function people.own_unit_scope(permission text) returns uuid[]
  language sql stable security definer set search_path = pg_catalog
  return people.scope(permission, true, null);
comment on function people.own_unit_scope(text) is 'Einheiten, in denen die handelnde Person die Berechtigung selbst hat';

create function people.acting_scope(permission text, represented uuid) returns uuid[]
  language sql stable security definer set search_path = pg_catalog
  return case when represented is null then people.scope(permission, true, null) else people.scope(permission, false, represented) end;
comment on function people.acting_scope(text, uuid) is 'Einheiten, in denen die Person so handeln darf, wie sie gerade handelt: in eigenem Namen (leer) oder in Vertretung der genannten Person';

create function people.has(permission text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from people.functions_of(kernel.person()) f join people.role_permission p on p.role = f.role where p.permission = has.permission);
end $$;
comment on function people.has(text) is 'Ob die handelnde Person die Berechtigung irgendwo hat, selbst oder in Vertretung';

create function people.persons_in(permission text) returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return array(select distinct f.person from people.function_held f
                where f.unit = any (people.scope(permission, false, null)) and (f.valid_to is null or f.valid_to > kernel.at()));
end $$;
comment on function people.persons_in(text) is 'Personen mit einer Funktion in den Einheiten, in denen die handelnde Person die Berechtigung hat';

create function people.principals() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  me constant uuid := kernel.person();
begin
  if not people.is_active(me) then return '{}'; end if;
  return me || array(select distinct s.principal from people.substitution s
                      where s.deputy = me and s.valid_from <= kernel.at() and kernel.at() < s.valid_to and people.is_active(s.principal));
end $$;
comment on function people.principals() is 'Die handelnde Person und alle, die sie gerade vertritt';

create function people.my_functions() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return array(select distinct f.id from people.functions_of(kernel.person()) f);
end $$;
comment on function people.my_functions() is 'Wirksame Funktionen der handelnden Person, auch in Vertretung';

create function people.own_functions() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return array(select f.id from people.functions_of(kernel.person(), false) f);
end $$;
comment on function people.own_functions() is 'Wirksame eigene Funktionen der handelnden Person';

create function people.excluded_subjects() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return array(select e.subject from people.exclusion e where e.person = kernel.person());
end $$;
comment on function people.excluded_subjects() is 'Akten, von denen die handelnde Person wegen Befangenheit ausgeschlossen ist';

create function people.opened_subjects() returns uuid[]
  language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not people.is_active(kernel.person()) then return '{}'; end if;
  return array(select distinct o.subject from people.opening o
                where o.person = kernel.person() and o.opened_at <= kernel.at() and kernel.at() < o.ends_at
                  and not exists (select from people.exclusion e where e.person = o.person and e.subject = o.subject));
end $$;
comment on function people.opened_subjects() is 'Akten, die die handelnde Person gerade durch Notöffnung sieht; ein Ausschluss geht vor';

create function people.standard_role_permits(standard_role text, permissions text[]) returns void
  language sql set search_path = pg_catalog
  begin atomic
    insert into people.role_permission (role, permission) select standard_role, unnest(permissions) on conflict do nothing;
  end;
comment on function people.standard_role_permits(text, text[]) is 'Für Migrationen anderer Module: was eine mitgelieferte Rolle von Anfang an darf';

revoke all on all functions in schema people from public;
grant execute on function people.is_active(uuid), people.functions_of(uuid, boolean), people.units_known(), people.unit_scope(text), people.own_unit_scope(text),
  people.acting_scope(text, uuid), people.has(text), people.persons_in(text), people.principals(), people.my_functions(), people.own_functions(), people.excluded_subjects(),
  people.opened_subjects() to fachwerk_app;
