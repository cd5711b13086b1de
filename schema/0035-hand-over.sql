-- What one team hands on to another about somebody. Each is answered by somebody, or is late where everybody sees it.

create table hand_over (
  id uuid primary key,
  person_id uuid not null references person,
  relationship_id uuid not null references relationship,
  contributor_id uuid not null references organisation,
  from_team_id uuid references team,
  from_name text not null,
  account_id uuid references account,
  message_id uuid,
  to_team_id uuid not null references team,
  urgency text not null check (urgency in ('same-day', 'soon', 'routine')),
  asks text not null,
  language text check (language in ('en', 'cy')),
  form_key text not null unique,
  handed_at timestamptz not null,
  answer_by timestamptz not null
);
create index hand_over_to on hand_over (to_team_id);
create index hand_over_from on hand_over (from_team_id);
create index hand_over_person on hand_over (person_id);
comment on table hand_over is 'Somebody is handed on to another team, with what is asked of it. The words are care and support of the contributor''s.';
comment on column hand_over.relationship_id is 'The tie that the other team has for as long as it is asked, and when it accepts.';
comment on column hand_over.from_team_id is 'Null when a system sent it; then message_id says with which message.';

create table hand_over_answer (
  hand_over_id uuid primary key references hand_over,
  answer text not null check (answer in ('accepted', 'declined', 'withdrawn')),
  reason text,
  account_id uuid references account,
  name text not null,
  answered_at timestamptz not null,
  check (answer = 'accepted' or reason is not null)
);
comment on table hand_over_answer is 'What came of it: the other team accepts or declines, or whoever handed it on takes it back.';

create table hand_over_seen (
  hand_over_id uuid primary key references hand_over,
  account_id uuid not null references account,
  name text not null,
  seen_at timestamptz not null
);
comment on table hand_over_seen is 'Somebody of the team that handed it on has seen the answer.';

create table hand_over_escalation (
  hand_over_id uuid not null references hand_over,
  step integer not null check (step in (1, 2)),
  escalated_at timestamptz not null,
  primary key (hand_over_id, step)
);
comment on table hand_over_escalation is 'It was not answered in time: 1, both teams are told that it is late; 2, whoever answers for the other organisation.';

select keep_for_ever(array['hand_over', 'hand_over_answer', 'hand_over_seen', 'hand_over_escalation']);
