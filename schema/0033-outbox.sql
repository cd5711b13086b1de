-- What is sent to partners' systems. It is queued in the transaction of what caused it, leaves in order, at least once, and
-- either arrives or has an owner. Nothing is ever sent to an address that two people have not let in.

create table destination (
  id uuid primary key,
  organisation_id uuid references organisation,
  name text not null unique check (name <> ''),
  carrier text not null check (carrier in ('mllp', 'https', 'smtp')),
  address text not null,
  settings jsonb not null,
  owner_team_id uuid references team,
  registered_by uuid references account,
  registered_at timestamptz not null,
  check (carrier = 'smtp' or (organisation_id is not null and owner_team_id is not null))
);
comment on table destination is 'A partner''s system that is sent something, where it is reached, and the team that answers for what does not arrive. The region''s own mail relay is one too, and belongs to nobody.';
comment on column destination.address is 'host:port for mllp, a URL for https, empty for smtp: where the relay is, is a setting.';

create table destination_step (
  id uuid primary key,
  destination_id uuid not null references destination,
  step text not null check (step in ('confirmed', 'paused', 'resumed', 'closed')),
  reason text,
  account_id uuid not null references account,
  at timestamptz not null,
  check (step not in ('paused', 'closed') or reason is not null)
);
create unique index destination_step_once on destination_step (destination_id, step) where step in ('confirmed', 'closed');
create index destination_step_destination on destination_step (destination_id, at desc);
comment on table destination_step is 'What was decided about a destination: a second person''s word that the address is right, a pause, its end, or that it is no longer sent anything.';

create table outgoing (
  id uuid primary key,
  sequence bigint generated always as identity,
  destination_id uuid not null references destination,
  key text not null,
  turn text not null,
  kind text not null,
  recipient text,
  content_type text not null,
  body bytea not null,
  about jsonb,
  queued_at timestamptz not null,
  unique (destination_id, key)
);
create index outgoing_turn on outgoing (turn, sequence);
comment on table outgoing is 'One thing to send, with its bytes as they leave. Queued in the transaction of what caused it; the same key is queued once.';
comment on column outgoing.turn is 'Of those with the same turn none overtakes another.';
comment on column outgoing.about is 'Whom it tells of: the source record, the job it is told for, and the classes it tells. It is decided again whenever it is sent. Null: it tells of nobody.';

create table outgoing_waiting (
  outgoing_id uuid primary key references outgoing,
  destination_id uuid not null references destination,
  turn text not null,
  sequence bigint not null,
  since timestamptz not null,
  due_at timestamptz not null,
  tries integer not null,
  errors integer not null
);
create index outgoing_waiting_turn on outgoing_waiting (destination_id, turn, sequence);
grant update, delete on outgoing_waiting to cydofal_app;
comment on table outgoing_waiting is 'What is still to be sent: it follows from what was tried and what became of it, and is there to be found quickly.';
comment on column outgoing_waiting.due_at is 'When it is tried next. Whoever takes it moves this on first, past the time that a try can last.';
comment on column outgoing_waiting.errors is 'How often since then the receiver said that something in it is wrong.';

create table outgoing_attempt (
  id uuid primary key,
  outgoing_id uuid not null references outgoing,
  number integer not null check (number > 0),
  started_at timestamptz not null,
  unique (outgoing_id, number)
);
comment on table outgoing_attempt is 'One try, written before anything leaves. Without an answer beside it nobody knows how far it came.';

create table outgoing_answer (
  attempt_id uuid primary key references outgoing_attempt,
  result text not null check (result in ('accepted', 'error', 'rejected', 'unknown')),
  code text not null,
  said text not null,
  came_back bytea,
  ended_at timestamptz not null,
  next_at timestamptz
);
comment on table outgoing_answer is 'What came back of a try, and when the next is due if there is to be one.';
comment on column outgoing_answer.code is 'MSA-1, an HTTP status, an SMTP reply, or our own word for why nothing came back.';

create table outgoing_outcome (
  id uuid primary key,
  sequence bigint generated always as identity,
  outgoing_id uuid not null references outgoing,
  outcome text not null check (outcome in ('delivered', 'dead', 'again', 'given-up', 'not-open')),
  reason text,
  owner_team_id uuid references team,
  account_id uuid references account,
  at timestamptz not null,
  check (outcome <> 'dead' or (reason is not null and owner_team_id is not null)),
  check (outcome not in ('again', 'given-up') or account_id is not null),
  check (outcome <> 'given-up' or reason is not null)
);
create index outgoing_outcome_outgoing on outgoing_outcome (outgoing_id);
comment on table outgoing_outcome is 'What became of something to send; the latest row counts. One that is dead always has a reason and an owner, and may be sent again or given up.';

select keep_for_ever(array['destination', 'destination_step', 'outgoing', 'outgoing_attempt', 'outgoing_answer', 'outgoing_outcome']);

create view destination_now as
  select destination.*,
         destination.carrier = 'smtp' or confirmed.id is not null as is_confirmed,
         closed.id is not null as is_closed,
         coalesce(latest.step = 'paused', false) as is_paused
  from destination
  left join destination_step as confirmed on confirmed.destination_id = destination.id and confirmed.step = 'confirmed'
  left join destination_step as closed on closed.destination_id = destination.id and closed.step = 'closed'
  left join lateral (
    select step from destination_step as step
    where step.destination_id = destination.id and step.step in ('paused', 'resumed')
    order by step.at desc, step.id desc
    limit 1
  ) as latest on true;
comment on view destination_now is 'Every destination, and whether anything may be sent to it now.';
grant select on destination_now to cydofal_app;
