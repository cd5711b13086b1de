-- The ledger in figures, however many messages there are: what was counted once is not counted again.

create table ledger_close (
  number bigint generated always as identity primary key,
  message_until bigint not null,
  outcome_until bigint not null,
  closed_at timestamptz not null
);
comment on table ledger_close is 'Until which message and which outcome, by their sequence, the ledger has been counted.';

create table ledger_tally (
  close_number bigint not null references ledger_close,
  sender_id uuid references sender,
  channel text not null,
  received bigint not null,
  applied bigint not null,
  duplicate bigint not null,
  quarantined bigint not null,
  refused bigint not null,
  last_received_at timestamptz,
  unique nulls not distinct (close_number, sender_id, channel)
);
comment on table ledger_tally is 'How many messages of a sender and a channel there were until a close, from the first on, and what had become of them by then.';

create unique index message_sequence on message (sequence);
create unique index message_outcome_sequence on message_outcome (sequence);

create table message_taking (
  id uuid primary key,
  message_id uuid not null references message,
  account_id uuid not null references account,
  taken_by text not null,
  note text,
  taken_at timestamptz not null
);
create index message_taking_message on message_taking (message_id, taken_at);
comment on table message_taking is 'An officer has said that they are on a message that waits, and what they noted. The latest counts.';

select keep_for_ever(array['ledger_close', 'ledger_tally', 'message_taking']);
