-- People of several organisations around one table. What is decided there stands in the conversations about those it was
-- about; a meeting has no minutes of its own.

create table meeting (
  id uuid primary key,
  team_id uuid not null references team,
  begins_at timestamptz not null,
  planned_by uuid not null references account,
  planned_by_name text not null,
  planned_at timestamptz not null,
  form_key text not null unique
);
create index meeting_team on meeting (team_id, begins_at);
comment on table meeting is 'A team sits down with others, at a time, to decide what is due and what is stuck.';

create table meeting_attendance (
  meeting_id uuid not null references meeting,
  account_id uuid not null references account,
  step integer not null check (step >= 1),
  name text not null,
  role text not null,
  organisation_id uuid not null references organisation,
  way text not null check (way in ('invited', 'here', 'by-video', 'sends-word')),
  said_by uuid not null references account,
  said_at timestamptz not null,
  primary key (meeting_id, account_id, step)
);
create index meeting_attendance_account on meeting_attendance (account_id);
comment on table meeting_attendance is 'Who was asked to a meeting, for which organisation, and whether they are there, joined by video or sent word that they cannot come. The last counts.';

create table meeting_note_taker (
  meeting_id uuid not null references meeting,
  step integer not null check (step >= 1),
  account_id uuid not null references account,
  name text not null,
  since timestamptz not null,
  primary key (meeting_id, step)
);
comment on table meeting_note_taker is 'Who writes down what is decided. The last counts.';

create table meeting_case (
  id uuid primary key,
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  added_by uuid not null references account,
  added_by_name text not null,
  added_at timestamptz not null,
  unique (meeting_id, person_id)
);
comment on table meeting_case is 'Somebody about whom a meeting is to talk. Whoever of those who attend may see nothing of them is not told that they are on the agenda.';

create table meeting_case_asked (
  meeting_case_id uuid not null references meeting_case,
  step integer not null check (step >= 1),
  whom text not null check (whom in ('person', 'representative')),
  came_of_it text not null check (came_of_it in ('invited', 'comes', 'sends-word', 'does-not-come', 'not-asked')),
  words text check (words <> ''),
  contributor_id uuid not null references organisation,
  data_class text not null,
  said_by uuid not null references account,
  said_by_name text not null,
  said_at timestamptz not null,
  primary key (meeting_case_id, step),
  check (came_of_it <> 'not-asked' or words is not null)
);
comment on table meeting_case_asked is 'Whether the person, or whoever lawfully acts for them, was asked to come or to send word, and what came of it. That nobody was asked has a reason. It is the contributor''s data of its class as everything about somebody is.';

create table meeting_decision (
  entry_id uuid primary key references conversation_entry,
  meeting_case_id uuid not null references meeting_case
);
create index meeting_decision_case on meeting_decision (meeting_case_id);
comment on table meeting_decision is 'That a decision in the conversation about somebody was made at a meeting.';

select keep_for_ever(array['meeting', 'meeting_attendance', 'meeting_note_taker', 'meeting_case', 'meeting_case_asked', 'meeting_decision']);
