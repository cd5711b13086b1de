-- One conversation about a person, among everybody who works with them and whom they chose. It stands in their plan, and
-- goes where the plan goes when two are found to be one, or are told apart again.

create table conversation_entry (
  id uuid primary key,
  plan_id uuid not null references plan,
  number bigint generated always as identity,
  kind text not null check (kind in ('word', 'question', 'answer', 'decision')),
  question_id uuid references conversation_entry,
  contributor_id uuid not null references organisation,
  data_class text not null,
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  written_by uuid not null references account,
  written_by_name text not null,
  written_as text not null,
  form_key text not null unique,
  written_at timestamptz not null,
  check ((kind = 'answer') = (question_id is not null))
);
create index conversation_entry_plan on conversation_entry (plan_id, number desc);
create index conversation_entry_question on conversation_entry (question_id) where question_id is not null;
comment on table conversation_entry is 'What somebody wrote, asked, answered or decided in the conversation about a person, in their words. Whoever may read the contributor''s data of its class reads it.';
comment on column conversation_entry.number is 'The order in which entries came: those of one conversation are written in turn.';
comment on column conversation_entry.written_as is 'As what they wrote: the role of their post, or that they are the person or somebody the person chose.';
comment on column conversation_entry.form_key is 'Made by the form: the same again is the same entry.';

create table conversation_question (
  entry_id uuid primary key references conversation_entry,
  urgency text not null check (urgency in ('today', 'soon', 'routine')),
  answer_by timestamptz not null
);
comment on table conversation_question is 'How soon a question is to be answered, by the clock of working days. Passing it on does not begin it anew.';

create table conversation_turn (
  question_id uuid not null references conversation_question,
  step integer not null check (step >= 1),
  account_id uuid references account,
  team_id uuid references team,
  organisation_id uuid references organisation,
  why text check (why <> ''),
  passed_by uuid not null references account,
  passed_by_name text not null,
  passed_at timestamptz not null,
  primary key (question_id, step),
  check (num_nonnulls(account_id, team_id) = 1),
  check ((step = 1) = (why is null))
);
create index conversation_turn_account on conversation_turn (account_id) where account_id is not null;
create index conversation_turn_team on conversation_turn (team_id) where team_id is not null;
comment on table conversation_turn is 'Whose it is to answer a question: one person, or anybody of a team. The first is whom it was asked of; each later one it was passed on to, and why. The last counts.';
comment on column conversation_turn.organisation_id is 'The body whose it is to see that it is answered; null where somebody acts as themselves, and is hurried by nobody.';

create table conversation_late (
  question_id uuid not null references conversation_question,
  step integer not null check (step in (1, 2)),
  noted_at timestamptz not null,
  primary key (question_id, step)
);
comment on table conversation_late is 'A question was not answered in time: 1, whoever reads it sees that it is late; 2, whoever answers for the body whose turn it is must know.';

create table conversation_struck (
  entry_id uuid primary key references conversation_entry,
  is_misfiled boolean not null,
  why text not null check (why <> ''),
  struck_by uuid not null references account,
  struck_by_name text not null,
  struck_at timestamptz not null
);
comment on table conversation_struck is 'Whoever wrote an entry strikes it through, and says why. What was about somebody else is misfiled: it is kept, and shown to nobody any more.';

create table conversation_mention (
  entry_id uuid not null references conversation_entry,
  account_id uuid not null references account,
  name text not null,
  primary key (entry_id, account_id)
);
comment on table conversation_mention is 'Somebody who was named in an entry, and told of it by a notice.';

create table conversation_decision (
  entry_id uuid primary key references conversation_entry,
  plan_item_id uuid not null references plan_item
);
comment on table conversation_decision is 'The action of the plan that a decision became.';

create view conversation_question_now as
  select entry.id, plan.person_id, entry.contributor_id, entry.data_class, entry.written_by, question.urgency,
         question.answer_by, turn.account_id, turn.team_id, turn.organisation_id, turn.step, entry.written_at,
         not exists (select from conversation_struck as struck where struck.entry_id = entry.id)
         and not exists (
           select from conversation_entry as answer
           where answer.question_id = entry.id
             and not exists (select from conversation_struck as struck where struck.entry_id = answer.id)) as is_open
  from conversation_question as question
  join conversation_entry as entry on entry.id = question.entry_id
  join plan_now as plan on plan.id = entry.plan_id
  join lateral (
    select last.* from conversation_turn as last where last.question_id = entry.id order by last.step desc limit 1
  ) as turn on true;
comment on view conversation_question_now is 'Every question with whose turn it is and whether it waits: an answer that was struck through is none, and a question that was struck through needs none.';

alter table notice add column told_to uuid references account;
comment on column notice.told_to is 'The one person it is for, where it is for one alone: who was named or asked in a conversation, or whose question was answered.';

create or replace view notice_now as
  select notice.id, link.person_id, notice.kind, notice.source_record_id, notice.source_record_version, notice.resource_id,
         notice.plan_id, notice.contributor_id, notice.data_class, notice.made_by, notice.happened_at, notice.recorded_at,
         notice.told_to
  from person_link_now as link
  join notice on notice.source_record_id = link.source_record_id
  union all
  select notice.id, plan.person_id, notice.kind, notice.source_record_id, notice.source_record_version, notice.resource_id,
         notice.plan_id, notice.contributor_id, notice.data_class, notice.made_by, notice.happened_at, notice.recorded_at,
         notice.told_to
  from plan_now as plan
  join notice on notice.plan_id = plan.id;

select keep_for_ever(array['conversation_entry', 'conversation_question', 'conversation_turn', 'conversation_late',
                           'conversation_struck', 'conversation_mention', 'conversation_decision']);
