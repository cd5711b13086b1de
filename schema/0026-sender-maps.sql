-- How a sender's messages are read is a map with versions: who changed it, when and why can be read, and nothing is overwritten.

create table sender_map (
  id uuid primary key,
  sender_id uuid not null references sender,
  version integer not null check (version > 0),
  map jsonb not null,
  reason text not null,
  written_by text not null,
  account_id uuid references account,
  started_at timestamptz not null,
  unique (sender_id, version)
);
comment on table sender_map is 'One version of how a sender''s messages are to be read. The newest is in force.';
comment on column sender_map.account_id is 'Null for the map that came with the sender.';
select keep_for_ever(array['sender_map']);

insert into sender_map (id, sender_id, version, map, reason, written_by, started_at)
select gen_random_uuid(), id, 1, map, 'The map it was let in with', 'Cydofal', now() from sender;

alter table sender drop column map;
comment on table sender is 'A system that may send, known by its MSH-3 and MSH-4 or what its channel has in their place, and the team that answers for it.';

create view sender_map_now as
  select distinct on (sender_id) sender_id, version, map, started_at
  from sender_map
  order by sender_id, version desc;
comment on view sender_map_now is 'The map in force of each sender.';
grant select on sender_map_now to cydofal_app;
