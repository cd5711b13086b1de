create table conversation_about (
  entry_id uuid primary key references conversation_entry,
  plan_item_id uuid not null references plan_item
);
create index conversation_about_item on conversation_about (plan_item_id);
comment on table conversation_about is 'The item of the plan that an entry is about: a question put from it is shown beside it until it is answered.';

create table plan_joint_word (
  id uuid primary key,
  sequence bigint generated always as identity,
  plan_proposal_id uuid references plan_proposal,
  plan_item_id uuid references plan_item_offer,
  representative_id uuid not null references representative,
  agrees boolean not null,
  words text,
  said_by uuid not null references account,
  said_by_name text not null,
  said_at timestamptz not null,
  check (num_nonnulls(plan_proposal_id, plan_item_id) = 1)
);
create index plan_joint_word_proposal on plan_joint_word (plan_proposal_id);
create index plan_joint_word_offer on plan_joint_word (plan_item_id);
comment on table plan_joint_word is 'What one of those who may act only together says to other words or to an item that is offered. The last of each counts; it is done when all of them have said yes.';

create table assessment_escalation (
  assessment_id uuid not null references assessment,
  step integer not null check (step in (1, 2, 3)),
  escalated_at timestamptz not null,
  primary key (assessment_id, step)
);
comment on table assessment_escalation is 'An assessment that waits: 1, its day is near; 2, it is late; 3, whoever answers for the council must know.';

select keep_for_ever(array['conversation_about', 'plan_joint_word', 'assessment_escalation']);
