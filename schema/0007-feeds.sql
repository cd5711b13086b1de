-- What agencies' systems send. Nothing acknowledged is ever lost, and it takes effect once.

create table sender (
  id uuid primary key,
  application text not null,
  facility text not null,
  organisation_id uuid not null references organisation,
  owner_team_id uuid not null references team,
  map jsonb not null,
  unique (application, facility)
);
comment on table sender is 'A system that may send, known by its MSH-3 and MSH-4, with how its fields are to be read and the team that answers for it.';

create table message (
  id uuid primary key,
  sequence bigint generated always as identity,
  sender_id uuid references sender,
  control_id text,
  content_hash text not null,
  type text,
  raw bytea,
  duplicate_of uuid references message,
  received_at timestamptz not null,
  received_from text not null
);
create unique index message_once on message (sender_id, control_id, content_hash) where duplicate_of is null and sender_id is not null;
create index message_control on message (sender_id, control_id);
comment on table message is 'One arrival, with its bytes as they came. A repeat points to the first and keeps no bytes.';

create table message_outcome (
  id uuid primary key,
  message_id uuid not null references message,
  outcome text not null check (outcome in ('applied', 'duplicate', 'quarantined', 'refused')),
  reason text,
  detail text,
  owner_team_id uuid references team,
  decided_at timestamptz not null,
  check (outcome <> 'quarantined' or (reason is not null and owner_team_id is not null))
);
create index message_outcome_message on message_outcome (message_id);
create index message_received on message (received_at);
create index message_outcome_quarantined on message_outcome (decided_at) where outcome = 'quarantined';
comment on table message_outcome is 'What became of a message. The latest row counts; a quarantined one always has a reason and an owner.';

select keep_for_ever(array['message', 'message_outcome']);
