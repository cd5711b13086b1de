-- Emergencies: who is told of one, who reviews it and by when, what was lacking, and what happens when there are many.

alter table emergency_access add column sensitive_words text;
comment on column emergency_access.sensitive_words is 'Why the sensitive classes had to be opened as well, in words of their own. Empty when none was.';
alter table emergency_access add constraint emergency_access_sensitive_words check (sensitive_words is null or is_sensitive);

create view organisation_body as
  with recursive part as (
    select id as organisation_id, id as body_id, part_of from organisation
    union all
    select part.organisation_id, whole.id, whole.part_of from part join organisation as whole on whole.id = part.part_of
  )
  select organisation_id, body_id from part where part_of is null;
comment on view organisation_body is 'Each organisation and the body it is part of in the end: a hospital''s health board, and for a body itself.';

create table emergency_lack (
  emergency_access_id uuid not null references emergency_access,
  data_class text not null,
  failed text[] not null check (failed <> '{}'),
  relationships text[] not null,
  primary key (emergency_access_id, data_class)
);
comment on table emergency_lack is 'A class that nothing but the emergency opened at that moment, and the checks that the nearest clause failed. Where only a tie was lacking, the ties that would have done.';

create table emergency_notice (
  id uuid primary key,
  emergency_access_id uuid not null references emergency_access,
  person_id uuid references person,
  team_id uuid references team,
  told_at timestamptz not null,
  check (num_nonnulls(person_id, team_id) = 1),
  unique (emergency_access_id, person_id),
  unique (emergency_access_id, team_id)
);
create index emergency_notice_person on emergency_notice (person_id, told_at desc);
create index emergency_notice_team on emergency_notice (team_id, told_at desc);
comment on table emergency_notice is 'An emergency that somebody is told of: the person whose record it was, or the privacy officers who answer for the worker.';

create table emergency_notice_read (
  emergency_notice_id uuid primary key references emergency_notice,
  read_by uuid not null references account,
  read_by_name text not null,
  read_at timestamptz not null
);
comment on table emergency_notice_read is 'Somebody saying that they have read the notice. Until then it stands on their front page.';

create table emergency_review_task (
  emergency_access_id uuid primary key references emergency_access,
  team_id uuid not null references team,
  due_at timestamptz not null,
  given_at timestamptz not null,
  check (due_at > given_at)
);
create index emergency_review_task_team on emergency_review_task (team_id, due_at);
comment on table emergency_review_task is 'The team of privacy officers, never of the worker''s own body, that must say whether an emergency was one, and by when.';

create table emergency_review (
  emergency_access_id uuid primary key references emergency_review_task,
  outcome text not null check (outcome in ('justified', 'not-justified', 'change-agreement')),
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  reviewed_by uuid not null references account,
  reviewed_by_name text not null,
  organisation_id uuid not null references organisation,
  reviewed_at timestamptz not null
);
comment on table emergency_review is 'What another body''s privacy officer found, in words that the person and the worker can read.';

create table emergency_ceiling_task (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  month date not null check (extract(day from month) = 1),
  ceiling integer not null check (ceiling > 0),
  passed_by uuid not null references emergency_access,
  opened_at timestamptz not null,
  unique (organisation_id, month)
);
comment on table emergency_ceiling_task is 'A body''s workers opened more emergencies in a month than is an exception: its signatory and the partnership board are to change the agreement. Care goes on.';

create table emergency_ceiling_answer (
  emergency_ceiling_task_id uuid primary key references emergency_ceiling_task,
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  answered_by uuid not null references account,
  answered_by_name text not null,
  answered_at timestamptz not null
);
comment on table emergency_ceiling_answer is 'What the body''s signatory is doing about it, which the partnership board reads.';

create index trail_entry_emergency on trail_entry (account_id, at) where action = 'emergency';

create function close_emergencies_of_post() returns trigger language plpgsql as $$
begin
  insert into emergency_access_end (emergency_access_id, ended_by, ended_at)
  select emergency.id, null, new.ended_at
  from post
  join emergency_access as emergency
    on emergency.account_id = post.account_id and emergency.organisation_id = post.organisation_id
   and emergency.role = post.role
  where post.id = new.post_id and emergency.closes_at > new.ended_at
  on conflict do nothing;
  return null;
end $$;
comment on function close_emergencies_of_post() is 'With a post ends whatever was opened in it, in the same moment, by whatever the post was ended.';
create trigger emergencies_close after insert on post_end for each row execute function close_emergencies_of_post();

select keep_for_ever(array['emergency_lack', 'emergency_notice', 'emergency_notice_read', 'emergency_review_task', 'emergency_review', 'emergency_ceiling_task', 'emergency_ceiling_answer']);
