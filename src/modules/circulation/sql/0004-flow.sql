-- SPDX-License-Identifier: EUPL-1.2
-- How long steps lie, by office and kind. Nothing by person: who signed is only counted, to hide every group in which fewer than five people took part.
create function circulation.lying_time(units uuid[], first date) returns table (unit uuid, kind text, steps integer, median numeric, late integer)
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  fewest constant integer := 5;
  mine   constant uuid[]  := people.unit_scope('circulation.read');
begin
  perform set_config('fw.door', 'open', true);
  return query
    select s.unit_id, s.kind, count(*)::integer,
           (percentile_cont(0.5) within group (order by s.on_day - s.reached_on))::numeric(6, 1),
           (count(*) filter (where s.due_on < s.on_day))::integer
      from circulation.steps s
     where s.state = 'done' and s.unit_id = any (units) and s.unit_id = any (mine) and s.on_day >= first and s.reached_on is not null
     group by s.unit_id, s.kind
    having count(distinct coalesce(s.represented, s.person)) >= fewest;
  perform set_config('fw.door', '', true);
end $$;
comment on function circulation.lying_time(uuid[], date) is 'Liegezeit je Stelle und Art des Schritts seit einem Tag: nur Gruppen, in denen mindestens fünf Personen gezeichnet haben; nie je Person';
revoke all on function circulation.lying_time(uuid[], date) from public;
grant execute on function circulation.lying_time(uuid[], date) to fachwerk_app;
