-- SPDX-License-Identifier: EUPL-1.2
-- What a module needs to destroy something lawfully: whether the journal tells of it in the same transaction, whether a gate stands in the
-- way, whether anybody still refers to a content, and that the kernel's own rows about a subject go with it.

create function journal.tells(act text, about text) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select from journal.inbox i
                    where i.xmin = pg_current_xact_id()::xid and i.header::jsonb @> jsonb_build_object('act', act, 'object', about));
  end;
comment on function journal.tells(text, text) is 'Steht in dieser Transaktion ein Eintrag mit dieser Handlung an diesem Gegenstand?';
revoke all on function journal.tells(text, text) from public;

create function kernel.is_gated(kind text, id uuid, wanted text) returns boolean
  language sql stable security definer set search_path = pg_catalog
  begin atomic
    select exists (select from kernel.gate g where g.subject_kind = kind and g.subject_id = id and g.action = wanted and g.state = 'blocking');
  end;
comment on function kernel.is_gated(text, uuid, text) is 'Steht vor dieser Handlung an diesem Gegenstand eine Sperre?';

-- A column that may hold nothing but a SHA-256 counts as a use of the content with that hash: a table that nobody thought of keeps its content.
create function kernel.content_in_use(hashes text[]) returns text[]
  language plpgsql volatile set search_path = pg_catalog as $$
declare
  before constant text := coalesce(current_setting('fw.system', true), '');
  place record;
  found text[] := '{}';
  more  text[];
begin
  perform set_config('fw.system', 'kernel.content-in-use', true);
  for place in
    select distinct format('%I.%I', n.nspname, t.relname) as named, a.attname as col
      from pg_constraint c
      join pg_class t on t.oid = c.conrelid
      join pg_namespace n on n.oid = t.relnamespace
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.atttypid = 'text'::regtype
     where c.contype = 'c' and n.nspname not in ('kernel', 'journal', 'graphile_worker') and strpos(pg_get_constraintdef(c.oid), '[0-9a-f]{64}') > 0
  loop
    execute format('select array_agg(distinct %I) from %s where %I = any ($1)', place.col, place.named, place.col) into more using hashes;
    found := found || coalesce(more, '{}');
  end loop;
  perform set_config('fw.system', before, true);
  return array(select distinct f from unnest(found) f);
end $$;
comment on function kernel.content_in_use(text[]) is 'Welche dieser Inhalte noch gebraucht werden, in welcher Tabelle auch immer';

do $$ begin
  execute format('create policy deadline_door on kernel.deadline for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;

create function kernel.forget_subject(kind text, ids uuid[]) returns void
  language plpgsql security definer set search_path = pg_catalog as $$
begin
  if kernel.system_name() is null then
    raise exception 'only background work forgets a subject' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('fw.door', 'open', true);
  delete from kernel.deadline d where d.subject_kind = kind and d.subject_id = any (ids);
  delete from kernel.link_end e where e.subject_kind = kind and e.subject_id = any (ids);
  perform set_config('fw.door', '', true);
end $$;
comment on function kernel.forget_subject(text, uuid[]) is 'Entfernt Fristen und Verknüpfungen eines vernichteten Gegenstands';
revoke all on function kernel.is_gated(text, uuid, text), kernel.content_in_use(text[]), kernel.forget_subject(text, uuid[]) from public;
grant execute on function kernel.is_gated(text, uuid, text), kernel.content_in_use(text[]) to fachwerk_app;
