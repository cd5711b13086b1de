-- What waits is put right and replayed: each outcome says which one it replaces, and who brought it about.

create table message_replay (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  started_by text not null,
  started_at timestamptz not null
);
comment on table message_replay is 'Several messages that an officer of an organisation had replayed together.';

create table message_replay_item (
  replay_id uuid not null references message_replay,
  place integer not null check (place > 0),
  message_id uuid not null references message,
  primary key (replay_id, place),
  unique (replay_id, message_id)
);
create index message_replay_item_message on message_replay_item (message_id);
comment on table message_replay_item is 'A message that waited when the replay was asked for, and its place in the order of arrival.';

alter table message_outcome
  add column sequence bigint generated always as identity,
  add column replaces uuid unique references message_outcome,
  add column sender_id uuid references sender,
  add column account_id uuid references account,
  add column decided_by text,
  add column words text,
  add column replay_id uuid references message_replay,
  add check ((account_id is null) = (decided_by is null));
comment on table message_outcome is 'What became of a message. The one that no other replaces counts; a quarantined one always has a reason and an owner.';
comment on column message_outcome.replaces is 'The outcome until then. Null for what became of it when it arrived. Only one can replace it, so nothing takes effect twice.';
comment on column message_outcome.sender_id is 'As whose it was read, when its sender was let in only after it came.';
comment on column message_outcome.account_id is 'Which officer replayed it or set it aside. Null when nobody did.';
comment on column message_outcome.words is 'What the officer gave as the reason.';
create unique index message_outcome_first on message_outcome (message_id) where replaces is null;
create unique index message_applied_once on message_outcome (message_id) where outcome = 'applied';
create index message_outcome_sender on message_outcome (sender_id) where sender_id is not null;
create index message_outcome_replay on message_outcome (replay_id) where replay_id is not null;

create view message_outcome_now as
  select outcome.*
  from message_outcome as outcome
  where not exists (select from message_outcome as later where later.replaces = outcome.id);
comment on view message_outcome_now is 'What has become of each message by now.';
grant select on message_outcome_now to cydofal_app;

alter table message
  add column stated_application text,
  add column stated_facility text;
comment on column message.stated_application is 'What a sender that had not been let in called itself.';

select keep_for_ever(array['message_replay', 'message_replay_item']);
