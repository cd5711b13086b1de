-- Looking back at a plan together: when, who answers for it, what came of it, and how a plan is closed and opened again.

create table plan_review (
  id uuid primary key,
  plan_id uuid not null references plan,
  number integer not null check (number > 0),
  opened_at timestamptz not null,
  unique (plan_id, number)
);
comment on table plan_review is 'One looking back at a plan together, from when it is arranged until it ends in a result. One waits at a time.';

create table plan_review_arrangement (
  plan_review_id uuid not null references plan_review,
  version integer not null check (version > 0),
  reason text not null check (reason in ('set-time', 'asked', 'changed', 'moved', 'reopened')),
  due_on date not null,
  responsible_id uuid not null references account,
  responsible_name text not null,
  organisation_id uuid not null references organisation,
  team_id uuid references team,
  attending text,
  words text,
  language text check (language in ('en', 'cy')),
  arranged_by uuid references account,
  arranged_by_name text not null,
  arranged_at timestamptz not null,
  primary key (plan_review_id, version),
  check ((words is null) = (language is null))
);
create index plan_review_arrangement_team on plan_review_arrangement (team_id);
comment on table plan_review_arrangement is 'By when a review is due, why, who answers for it and who is to be there. The last one counts; those before say how often it was moved, and by whom.';
comment on column plan_review_arrangement.words is 'Why, in the words of whoever asked for it or moved it.';

create table plan_review_result (
  plan_review_id uuid primary key references plan_review,
  result text not null check (result in ('confirm', 'revise', 'close')),
  reasons text not null,
  language text not null check (language in ('en', 'cy')),
  changes text,
  need_remains boolean,
  met_how text,
  met_by text,
  ended_by uuid references account,
  ended_by_name text not null,
  ended_at timestamptz not null,
  check ((result = 'revise') = (changes is not null)),
  check ((result = 'close') = (need_remains is not null)),
  check (coalesce(need_remains, false) = (met_how is not null) and (met_how is null) = (met_by is null))
);
comment on table plan_review_result is 'What a review came to: the plan is confirmed, to be revised, or closed. Closed with need remaining, it says how that need will be met and by whom. Source: SI 2015/1335 regulation 6.';

create table plan_review_change (
  plan_review_id uuid not null references plan_review_result,
  plan_item_id uuid not null references plan_item,
  primary key (plan_review_id, plan_item_id)
);
comment on table plan_review_change is 'An item that is to change after a review that revises the plan.';

create table plan_review_achievement (
  plan_review_id uuid not null references plan_review_result,
  plan_item_id uuid not null references plan_item,
  words text not null,
  score integer check (score between 0 and 10),
  primary key (plan_review_id, plan_item_id)
);
comment on table plan_review_achievement is 'How far an outcome had been achieved when the plan was closed, in words, with the person''s own score where they gave one.';

create table plan_review_stance (
  id uuid primary key,
  plan_review_id uuid not null references plan_review_result,
  agrees boolean not null,
  words text,
  language text not null check (language in ('en', 'cy')),
  taken_by uuid not null references account,
  taken_by_name text not null,
  taken_at timestamptz not null,
  check (agrees or words is not null)
);
create index plan_review_stance_review on plan_review_stance (plan_review_id);
comment on table plan_review_stance is 'The person, or whoever lawfully acts for them, agrees or disagrees with what a review came to, in their words. The last one counts.';

create table plan_reopening (
  plan_review_id uuid primary key references plan_review_result,
  reasons text not null,
  language text not null check (language in ('en', 'cy')),
  reopened_by uuid not null references account,
  reopened_by_name text not null,
  reopened_at timestamptz not null
);
comment on table plan_reopening is 'A plan that a review had closed is opened again.';

create table plan_review_escalation (
  plan_review_id uuid not null,
  version integer not null,
  step integer not null check (step in (1, 2, 3)),
  escalated_at timestamptz not null,
  primary key (plan_review_id, version, step),
  foreign key (plan_review_id, version) references plan_review_arrangement
);
comment on table plan_review_escalation is 'A review comes near or was not held in time, of the date that stood: 1, its team is reminded; 2, it is late; 3, whoever answers for the organisation is told.';

select keep_for_ever(array[
  'plan_review', 'plan_review_arrangement', 'plan_review_result', 'plan_review_change', 'plan_review_achievement',
  'plan_review_stance', 'plan_reopening', 'plan_review_escalation'
]);

create table plan_coordinator (
  id uuid primary key,
  plan_id uuid not null references plan,
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  named_by uuid references account,
  named_by_name text not null,
  named_at timestamptz not null
);
create index plan_coordinator_plan on plan_coordinator (plan_id);
comment on table plan_coordinator is 'The worker whom the person and the family can turn to about everything in the plan. The last one named counts.';

create table work_phone (
  id uuid primary key,
  account_id uuid unique references account,
  team_id uuid unique references team,
  phone text not null,
  check ((account_id is null) <> (team_id is null))
);
comment on table work_phone is 'The number at work of a worker or of a team, for the people they are with.';

select keep_for_ever(array['plan_coordinator']);
