-- Three records that are never taken for one another: a contact, a conversation about what matters, and an assessment
-- under the Social Services and Well-being (Wales) Act 2014. What was known already is confirmed and not asked again.

create table assessment (
  id uuid primary key,
  person_id uuid not null references person,
  contributor_id uuid not null references organisation,
  team_id uuid references team,
  subject text not null check (subject in ('adult', 'carer', 'child')),
  begun_by uuid not null references account,
  begun_by_name text not null,
  begun_at timestamptz not null,
  due_on date not null,
  form_key text not null unique
);
create index assessment_person on assessment (person_id);
comment on table assessment is 'An assessment under the Act of 2014, by the council whose team it is with. Once begun it waits, with a day by which, until it is completed or refused.';

create table assessment_version (
  assessment_id uuid not null references assessment,
  version integer not null,
  circumstances text not null,
  outcomes text not null,
  barriers text not null,
  risks text not null,
  strengths text not null,
  language text not null check (language in ('en', 'cy')),
  held_in text not null check (held_in in ('en', 'cy', 'both', 'other')),
  co_ordinator text not null,
  capacity text not null,
  capacity_finding_id uuid references capacity_finding,
  advocate text not null,
  written_by uuid not null references account,
  written_by_name text not null,
  written_at timestamptz not null,
  primary key (assessment_id, version)
);
comment on table assessment_version is 'The five elements of an assessment as they were written at one time, with its lead co-ordinator, what was considered of capacity and the part of an advocate. Empty where nothing has been written yet.';
comment on column assessment_version.capacity_finding_id is 'The finding, for one decision, that it rests on; what was found stands there and is not copied.';

create table eligibility (
  id uuid primary key,
  assessment_id uuid not null references assessment,
  need text not null check (need <> ''),
  language text not null check (language in ('en', 'cy')),
  arises boolean not null,
  arises_why text not null check (arises_why <> ''),
  well_being boolean not null,
  well_being_why text not null check (well_being_why <> ''),
  not_otherwise boolean not null,
  not_otherwise_why text not null check (not_otherwise_why <> ''),
  unlikely_without boolean not null,
  unlikely_without_why text not null check (unlikely_without_why <> ''),
  determined_by uuid not null references account,
  determined_by_name text not null,
  determined_at timestamptz not null
);
create index eligibility_assessment on eligibility (assessment_id);
comment on table eligibility is 'Whether one need is eligible, by the four conditions of the Care and Support (Eligibility) (Wales) Regulations 2015, each with its reason. It is when all four are met.';

create table assessment_end (
  assessment_id uuid primary key references assessment,
  how text not null check (how in ('completed', 'refused')),
  agreed text not null check (agreed in ('agreed', 'disagreed', 'not-said')),
  words text not null check (words <> ''),
  ended_by uuid not null references account,
  ended_by_name text not null,
  ended_at timestamptz not null
);
comment on table assessment_end is 'The assessment is completed, with what comes of it and whether the person agrees; or the person refused it, and in what words (section 20 of the Act).';

create table contact (
  id uuid primary key,
  person_id uuid not null references person,
  contributor_id uuid not null references organisation,
  team_id uuid references team,
  from_whom text not null check (from_whom in ('person', 'family', 'professional', 'somebody-else')),
  from_name text,
  way text not null check (way in ('telephone', 'in-person', 'online', 'letter')),
  about text not null check (about <> ''),
  need_appears boolean not null,
  next_step text not null check (next_step in ('information', 'what-matters', 'assessment', 'another-service')),
  what_next text not null check (what_next <> ''),
  language text not null check (language in ('en', 'cy')),
  assessment_id uuid references assessment,
  taken_by uuid not null references account,
  taken_by_name text not null,
  taken_at timestamptz not null,
  form_key text not null unique,
  check (need_appears = (next_step = 'assessment') and need_appears = (assessment_id is not null))
);
create index contact_person on contact (person_id);
comment on table contact is 'Somebody got in touch about a person: about what, and what happened next. Where a need appears the only next step is an assessment, which has begun with it (section 19 of the Act).';

create table what_matters (
  id uuid primary key,
  person_id uuid not null references person,
  contributor_id uuid not null references organisation,
  team_id uuid references team,
  held_on date not null,
  held_in text not null check (held_in in ('en', 'cy', 'both', 'other')),
  took_part text not null check (took_part <> ''),
  words text not null check (words <> ''),
  words_language text not null check (words_language in ('en', 'cy')),
  came_of_it text not null check (came_of_it <> ''),
  language text not null check (language in ('en', 'cy')),
  assessment_id uuid references assessment,
  recorded_by uuid not null references account,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  form_key text not null unique
);
create index what_matters_person on what_matters (person_id);
comment on table what_matters is 'A conversation about what matters to a person, in their words. It is no assessment, and takes the place of none; where a need appeared in it, one has begun.';

create table assessment_reply (
  id uuid primary key,
  sequence bigint generated always as identity,
  contact_id uuid references contact,
  what_matters_id uuid references what_matters,
  assessment_id uuid references assessment,
  agrees boolean not null,
  words text,
  replied_by uuid not null references account,
  replied_by_name text not null,
  replied_at timestamptz not null,
  check (num_nonnulls(contact_id, what_matters_id, assessment_id) = 1),
  check (agrees or words is not null)
);
create index assessment_reply_contact on assessment_reply (contact_id) where contact_id is not null;
create index assessment_reply_what_matters on assessment_reply (what_matters_id) where what_matters_id is not null;
create index assessment_reply_assessment on assessment_reply (assessment_id) where assessment_id is not null;
comment on table assessment_reply is 'What the person, or somebody they let write there, says of what was written about them.';

create table collected_fact (
  id uuid primary key,
  contact_id uuid references contact,
  what_matters_id uuid references what_matters,
  assessment_id uuid references assessment,
  field text not null,
  source_id uuid not null references organisation,
  as_of date not null,
  how text not null check (how in ('shown', 'confirmed', 'corrected', 'typed-again')),
  instead text,
  check (num_nonnulls(contact_id, what_matters_id, assessment_id) = 1),
  check ((how = 'corrected') = (instead is not null))
);
create index collected_fact_contact on collected_fact (contact_id) where contact_id is not null;
create index collected_fact_what_matters on collected_fact (what_matters_id) where what_matters_id is not null;
create index collected_fact_assessment on collected_fact (assessment_id) where assessment_id is not null;
comment on table collected_fact is 'What was known when a form was filled in, from whom and of which day, and what became of it there. What was known is not copied: who may read the form may not read all of it.';

select keep_for_ever(array[
  'assessment', 'assessment_version', 'eligibility', 'assessment_end', 'contact', 'what_matters', 'assessment_reply',
  'collected_fact'
]);
