-- When a system that should be sending has fallen silent, and when it was heard again.

create table sender_silence (
  id uuid primary key,
  sender_id uuid not null references sender,
  heard_at timestamptz,
  due_at timestamptz not null,
  noticed_at timestamptz not null
);
create index sender_silence_sender on sender_silence (sender_id);
comment on table sender_silence is 'A system was not heard for longer than its rhythm says.';
comment on column sender_silence.heard_at is 'When the last message before came; null for a system that has sent nothing yet.';

create table sender_silence_end (
  sender_silence_id uuid primary key references sender_silence,
  ended_at timestamptz not null
);
comment on table sender_silence_end is 'The system was heard again, or its rhythm was changed so that it is not late.';

select keep_for_ever(array['sender_silence', 'sender_silence_end']);

create index message_sender_received on message (sender_id, received_at);
