-- SPDX-License-Identifier: EUPL-1.2
-- How long a filed case is kept may change after z.d.A.: by a released retention rule, or by an event that a period begins with. What is
-- kept longer or shorter is decided and journalled above; here stands only the result, so that there is one answer everywhere.
create function records.fix_retention(wanted uuid[], until date[], forever boolean[], types text[]) returns integer
  language plpgsql security definer set search_path = pg_catalog as $$
declare
  scope   constant uuid[]  := people.unit_scope('records.registry');
  as_work constant boolean := kernel.system_name() is not null;
  changed integer;
begin
  perform set_config('fw.door', 'open', true);
  update records.cases c
     set retain_until = n.until, permanent = n.forever, disposal_type = n.type, lock = c.lock + 1
    from unnest(wanted, until, forever, types) n (id, until, forever, type)
   where c.id = n.id and c.state = 'filed' and (as_work or c.lead_unit = any (scope))
     and (c.retain_until, c.permanent, c.disposal_type) is distinct from (n.until, n.forever, n.type);
  get diagnostics changed = row_count;
  perform set_config('fw.door', '', true);
  return changed;
end $$;
comment on function records.fix_retention(uuid[], date[], boolean[], text[]) is 'Setzt die Aufbewahrung abgeschlossener Vorgänge; für die Registratur und für Hintergrundarbeit';
revoke all on function records.fix_retention(uuid[], date[], boolean[], text[]) from public;
grant execute on function records.fix_retention(uuid[], date[], boolean[], text[]) to fachwerk_app;

create function records.plan_way(unit uuid) returns uuid[]
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    with recursive up (id, parent_id, distance) as (
      select u.id, u.parent_id, 0 from records.filing_plan_units u where u.id = unit
      union all
      select p.id, p.parent_id, up.distance + 1 from records.filing_plan_units p join up on p.id = up.parent_id)
    select coalesce(array_agg(up.id order by up.distance), array[unit]) from up;
  end;
comment on function records.plan_way(uuid) is 'Eine Aktenplaneinheit und alle über ihr, von unten nach oben';
revoke all on function records.plan_way(uuid) from public;
grant execute on function records.plan_way(uuid) to fachwerk_app;
