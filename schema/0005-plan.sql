-- The person's own plan.

create table plan (
  id uuid primary key,
  person_id uuid not null unique references person,
  opened_at timestamptz not null
);
comment on table plan is 'One plan for one person, shared by every agency.';

create table plan_item (
  id uuid primary key,
  plan_id uuid not null references plan,
  kind text not null check (kind in ('matters', 'goal', 'action')),
  part_of uuid references plan_item,
  owner_id uuid not null references organisation,
  data_class text not null,
  place integer not null
);
create index plan_item_plan on plan_item (plan_id);
comment on table plan_item is 'What matters, a goal, or an action. The owner decides its words: the person for their own, the organisation for what it does.';

create table plan_item_version (
  plan_item_id uuid not null references plan_item,
  version integer not null,
  words text not null,
  language text not null check (language in ('en', 'cy')),
  due_on date,
  why text,
  helped_by text,
  written_by uuid references account,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (plan_item_id, version)
);
comment on table plan_item_version is 'The words of an item as they were at one time, in the language they were written in, by whom and why. Words taken down on paper have a name and no account.';

create table plan_proposal (
  id uuid primary key,
  plan_item_id uuid not null references plan_item,
  version integer not null,
  words text not null,
  language text not null check (language in ('en', 'cy')),
  why text,
  proposed_by uuid not null references account,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  foreign key (plan_item_id, version) references plan_item_version
);
create index plan_proposal_item on plan_proposal (plan_item_id);
comment on table plan_proposal is 'Other words for an item, offered to its owner, against the version that the proposer read.';

create table plan_proposal_answer (
  plan_proposal_id uuid primary key references plan_proposal,
  accepted boolean not null,
  words text,
  answered_by uuid not null references account,
  answered_by_name text not null,
  answered_at timestamptz not null
);
comment on table plan_proposal_answer is 'The owner''s yes or no to a proposal.';

create table plan_stance (
  id uuid primary key,
  plan_item_id uuid not null references plan_item,
  version integer not null,
  agrees boolean not null,
  words text,
  taken_by uuid not null references account,
  taken_by_name text not null,
  taken_at timestamptz not null,
  foreign key (plan_item_id, version) references plan_item_version
);
create index plan_stance_item on plan_stance (plan_item_id);
comment on table plan_stance is 'Somebody agreeing or disagreeing with an item as it stood, in their own words.';

select keep_for_ever(array['plan', 'plan_item', 'plan_item_version', 'plan_proposal', 'plan_proposal_answer', 'plan_stance']);
