-- A message that waits too long in quarantine does not only wait: whoever answers for the organisation is told.

create table message_escalation (
  message_id uuid primary key references message,
  raised_at timestamptz not null
);
comment on table message_escalation is 'That a message had waited in quarantine past its time, so that whoever answers for the organisation of the team that owns it is told.';

select keep_for_ever(array['message_escalation']);
