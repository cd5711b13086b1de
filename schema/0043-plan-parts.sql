-- Everything a plan is made of, what became of it, and how two hands write in it at once.

alter table plan_item drop constraint plan_item_kind_check;
alter table plan_item add constraint plan_item_kind_check check (kind in (
  'matters', 'strength', 'need', 'goal', 'action', 'monitoring', 'contingency', 'warning-sign', 'anticipatory',
  'advance-statement', 'direct-payment', 'safeguarding-conclusion', 'home'));
comment on table plan_item is 'One thing in a plan: what matters, a strength, a need, a goal, an action, or another kind. The owner decides its words: the person for their own, the organisation for what it does. A goal is part of the need it meets, an action of the goal it serves.';

alter table plan_item_version add details jsonb not null default '{}';
alter table plan_item_version add puts_right integer check (puts_right < version);
alter table plan_item_version add foreign key (plan_item_id, puts_right) references plan_item_version;
comment on column plan_item_version.details is 'What is known of the item besides its words and its day, by kind: who does it, who pays, whom to ring. Typed in src/work/plan/details.';
comment on column plan_item_version.puts_right is 'The version that its own writer put right with this one, within four hours. Both are kept.';

alter table plan_proposal add details jsonb;
alter table plan_proposal add due_on date;
alter table plan_proposal add read_version integer;
alter table plan_proposal add foreign key (plan_item_id, read_version) references plan_item_version;
comment on column plan_proposal.details is 'The details and, with them, the day that are offered. Null when only words are.';
comment on column plan_proposal.read_version is 'Set for another wording: written at the same time as the words that stand, by somebody who had read this version.';

create table plan_item_offer (
  plan_item_id uuid primary key references plan_item,
  why text,
  offered_by uuid not null references account,
  offered_by_name text not null,
  offered_at timestamptz not null
);
comment on table plan_item_offer is 'That an item of the person''s own was added by somebody else: it is a proposal until the person says yes.';

create table plan_item_offer_answer (
  plan_item_id uuid primary key references plan_item_offer,
  accepted boolean not null,
  words text,
  answered_by uuid not null references account,
  answered_by_name text not null,
  answered_at timestamptz not null
);
comment on table plan_item_offer_answer is 'The person''s yes or no to an item that somebody else offered.';

create table plan_action_state (
  id uuid primary key,
  plan_item_id uuid not null references plan_item,
  state text not null check (state in ('asked', 'taken-on', 'begun', 'done', 'stuck', 'will-not-be-done')),
  words text,
  said_by uuid references account,
  said_by_name text not null,
  said_at timestamptz not null,
  check (words is not null or state not in ('stuck', 'will-not-be-done'))
);
create index plan_action_state_item on plan_action_state (plan_item_id, said_at);
comment on table plan_action_state is 'How far something that somebody does has come, as its owner says at one time. Stuck and not done have a reason.';

create table plan_score (
  id uuid primary key,
  plan_item_id uuid not null references plan_item,
  score smallint not null check (score between 0 and 10),
  words text,
  said_by uuid references account,
  said_by_name text not null,
  said_at timestamptz not null
);
create index plan_score_item on plan_score (plan_item_id, said_at);
comment on table plan_score is 'How the person felt about a goal at one time, from 0 to 10. The first is the baseline. Said by them, or by whoever wrote it down for them.';

create table plan_item_struck (
  plan_item_id uuid not null,
  version integer not null,
  because text not null check (because in ('wrong', 'wrong-person')),
  why text not null,
  struck_by uuid not null references account,
  struck_by_name text not null,
  struck_at timestamptz not null,
  primary key (plan_item_id, version),
  foreign key (plan_item_id, version) references plan_item_version
);
comment on table plan_item_struck is 'That a version was wrong, or about another person (a misfile): struck through, by whom and why. It stays readable.';

create table plan_whole_stance (
  id uuid primary key,
  plan_id uuid not null references plan,
  agrees boolean not null,
  words text,
  taken_by uuid not null references account,
  taken_by_name text not null,
  taken_at timestamptz not null
);
create index plan_whole_stance_plan on plan_whole_stance (plan_id, taken_at);
comment on table plan_whole_stance is 'Somebody agreeing or disagreeing with the whole plan as it stood, in their own words.';

select keep_for_ever(array['plan_item_offer', 'plan_item_offer_answer', 'plan_action_state', 'plan_score', 'plan_item_struck', 'plan_whole_stance']);
