-- SPDX-License-Identifier: EUPL-1.2
create table circulation.feeds (
  person     uuid  primary key,
  token_hash bytea not null unique
);
comment on table  circulation.feeds is 'Kalender: wer seine Wiedervorlagen und Fristen selbst in einen Kalender holt [zweck=eigener Kalender auf eigenen Wunsch; frist=bis zum Ausschalten]';
comment on column circulation.feeds.person is 'Person [person=beschaeftigte]';
comment on column circulation.feeds.token_hash is 'Prüfsumme des Geheimnisses in der Adresse; das Geheimnis selbst wird nicht gespeichert';
grant select, insert, update, delete on circulation.feeds to fachwerk_app;
alter table circulation.feeds enable row level security;
alter table circulation.feeds force row level security;
create policy feeds_own on circulation.feeds for all to fachwerk_app using (person = (select kernel.person()));
do $$ begin
  execute format('create policy feeds_door on circulation.feeds for all to %I using (current_setting(''fw.door'', true) = ''open'')', current_user);
end $$;

create function circulation.feed_owner(hash bytea) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  found uuid;
begin
  perform set_config('fw.door', 'open', true);
  select f.person into found from circulation.feeds f where f.token_hash = hash and people.is_active(f.person);
  perform set_config('fw.door', '', true);
  return found;
end $$;
comment on function circulation.feed_owner(bytea) is 'Wem die Adresse eines Kalenders gehört';
revoke all on function circulation.feed_owner(bytea) from public;
grant execute on function circulation.feed_owner(bytea) to fachwerk_app;
