-- Two records that may be one person's wait for somebody to say so. A task is about one record and has every record that
-- it may belong with; what is decided about each is a row, and so is the word of a second person where one is needed.

create table review_task (
  id uuid primary key,
  source_record_id uuid not null references source_record,
  reason text not null,
  owner_team_id uuid not null references team,
  raised_at timestamptz not null,
  due_at timestamptz not null check (due_at > raised_at)
);
create index review_task_source_record on review_task (source_record_id);
create index review_task_owner on review_task (owner_team_id, due_at);
comment on table review_task is 'A record that may be about somebody already known: which team must say so, and by when.';

create table review_candidate (
  id uuid primary key,
  review_task_id uuid not null references review_task,
  source_record_id uuid not null references source_record,
  reason text not null,
  is_doubt boolean not null default false,
  weight double precision,
  probability double precision check (probability between 0 and 1),
  model_version text,
  explanation jsonb,
  raised_at timestamptz not null,
  unique (review_task_id, source_record_id)
);
create index review_candidate_source_record on review_candidate (source_record_id);
comment on table review_candidate is 'A record that the record of a task may belong with, why it must be asked, and how much speaks for it where that was weighed.';
comment on column review_candidate.is_doubt is 'The two are one person''s now and somebody doubts it; otherwise they are two people''s and may be one.';
comment on column review_candidate.explanation is 'What agreed and how far, as matching explains it: kinds, levels and weights, never the values themselves.';

create table review_taking (
  id uuid primary key,
  review_task_id uuid not null references review_task,
  account_id uuid not null references account,
  account_name text not null,
  taken_at timestamptz not null
);
create index review_taking_task on review_taking (review_task_id, taken_at desc);
comment on table review_taking is 'Somebody of the team saying that they are looking at a task. The latest counts.';

create table review_decision (
  id uuid primary key,
  review_candidate_id uuid not null references review_candidate,
  decision text not null check (decision in ('same', 'different')),
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  needs_second boolean not null,
  decided_by uuid not null references account,
  decided_by_name text not null,
  decided_at timestamptz not null
);
create index review_decision_candidate on review_decision (review_candidate_id, decided_at desc);
comment on table review_decision is 'What somebody of the team said of a pair, and why. Where a second person is needed nothing is joined until they have spoken.';

create table review_second (
  review_decision_id uuid primary key references review_decision,
  confirms boolean not null,
  words text not null check (words <> ''),
  spoken_by uuid not null references account,
  spoken_by_name text not null,
  spoken_at timestamptz not null
);
comment on table review_second is 'The second person, never the first: confirms what was decided, or stops it.';

create table review_effect (
  review_decision_id uuid primary key references review_decision,
  record_link_id uuid references record_link,
  record_apart_id uuid references record_apart,
  check (num_nonnulls(record_link_id, record_apart_id) = 1)
);
comment on table review_effect is 'The link or the telling apart that a decision made, for reversing it. One that left things as they were has none.';

create view review_candidate_now as
  select candidate.id, candidate.review_task_id, task.source_record_id as record_id,
         candidate.source_record_id as candidate_record_id, candidate.is_doubt, task.owner_team_id, task.due_at
  from review_candidate as candidate
  join review_task as task on task.id = candidate.review_task_id
  join person_link_now as one on one.source_record_id = task.source_record_id
  join person_link_now as other on other.source_record_id = candidate.source_record_id
  where (one.person_id = other.person_id) = candidate.is_doubt
    and not exists (
      select from record_apart_now as apart
      where apart.record_a = least(task.source_record_id, candidate.source_record_id)
        and apart.record_b = greatest(task.source_record_id, candidate.source_record_id))
    and not exists (
      select from review_decision as decision
      left join review_second as second on second.review_decision_id = decision.id
      where decision.review_candidate_id = candidate.id and (not decision.needs_second or second.confirms));
comment on view review_candidate_now is 'The pairs that still wait: nobody has decided about them, and nothing else has joined them or told them apart since.';

-- What had waited undecided goes on waiting, with two days from now.
with waiting as (
  select matched.id, matched.source_record_id, matched.reason, matched.owner_team_id, matched.raised_at,
         first_value(matched.id) over (partition by matched.source_record_id order by matched.raised_at, matched.id) as task_id
  from undecided_match as matched
)
insert into review_task (id, source_record_id, reason, owner_team_id, raised_at, due_at)
  select id, source_record_id, reason, owner_team_id, raised_at, greatest(raised_at, now()) + interval '2 days'
  from waiting where id = task_id;
insert into review_candidate (id, review_task_id, source_record_id, reason, raised_at)
  select matched.id, task.id, first.id, matched.reason, matched.raised_at
  from undecided_match as matched
  join review_task as task on task.source_record_id = matched.source_record_id
  cross join lateral (
    select record.id
    from person_now as asked
    join person_now as now on now.person_id = asked.person_id
    join source_record as record on record.home_person_id = now.id
    where asked.id = matched.candidate_id and record.id <> matched.source_record_id
    order by record.arrival limit 1
  ) as first
  on conflict do nothing;
drop table undecided_match;

select keep_for_ever(array['review_task', 'review_candidate', 'review_taking', 'review_decision', 'review_second', 'review_effect']);
