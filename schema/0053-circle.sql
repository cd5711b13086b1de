-- Who is around a person: the language that she asks for and who speaks it, whom somebody looks after, and what is said
-- in confidence.

alter table post add column leads_team boolean not null default false;
comment on column post.leads_team is 'Whether whoever holds the post leads its team, and may say for its members what a team must know of itself.';

create table language_answer (
  id uuid primary key,
  person_id uuid not null references person,
  spoken text not null check (spoken in ('en', 'cy')),
  written text not null check (written in ('en', 'cy')),
  need text check (need in ('memory', 'stroke', 'illness', 'childhood', 'other')),
  need_words text,
  answered_by uuid not null references account,
  answered_by_name text not null,
  organisation_id uuid references organisation,
  answered_at timestamptz not null,
  check (need_words is null or need is not null)
);
create index language_answer_person on language_answer (person_id, answered_at desc);
comment on table language_answer is 'The answer to the Active Offer: in which language somebody is spoken and written to, and why they need it, where it is more than a choice. The offer is made once; the latest answer counts for every partner.';
comment on column language_answer.organisation_id is 'For whom the worker works who wrote the answer down. Empty: the person answered.';

create view language_answer_now as
  select distinct on (now.person_id) now.person_id, answer.id, answer.spoken, answer.written, answer.need,
         answer.need_words, answer.answered_by, answer.answered_by_name, answer.organisation_id, answer.answered_at
  from language_answer as answer
  join person_now as now on now.id = answer.person_id
  order by now.person_id, answer.answered_at desc, answer.id;
comment on view language_answer_now is 'The latest answer of each person as they are now. While two are one, the later of either counts.';

create table language_skill (
  id uuid primary key,
  account_id uuid not null references account,
  listening integer not null check (listening between 0 and 5),
  speaking integer not null check (speaking between 0 and 5),
  reading integer not null check (reading between 0 and 5),
  writing integer not null check (writing between 0 and 5),
  said_by uuid not null references account,
  said_by_name text not null,
  said_at timestamptz not null
);
create index language_skill_account on language_skill (account_id, said_at desc);
comment on table language_skill is 'How well somebody at work understands, speaks, reads and writes Welsh, from 0 to 5, as they or whoever leads their team said. The latest counts.';

create view language_skill_now as
  select distinct on (account_id) account_id, listening, speaking, reading, writing, said_by_name, said_at
  from language_skill
  order by account_id, said_at desc, id;
comment on view language_skill_now is 'The latest that was said of each worker''s Welsh.';

create table caring (
  id uuid primary key,
  carer_id uuid not null references person,
  cared_for_id uuid references person,
  cared_for_name text not null check (cared_for_name <> ''),
  said_by uuid not null references account,
  said_by_name text not null,
  said_at timestamptz not null,
  check (carer_id <> cared_for_id)
);
create index caring_carer on caring (carer_id);
comment on table caring is 'That somebody looks after somebody else, as the carer says. It is part of the carer''s own record, and opens nothing of either.';

create table caring_end (
  caring_id uuid primary key references caring,
  ended_by uuid not null references account,
  ended_by_name text not null,
  ended_at timestamptz not null
);
comment on column caring.cared_for_id is 'Who it is, where the carer is one of those whom the person chose. Nothing is found by it.';

comment on table caring_end is 'That they look after them no longer.';

create table confidence (
  id uuid primary key,
  person_id uuid not null references person,
  told_to uuid not null references account,
  told_to_name text not null,
  answers uuid references confidence,
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  said_by uuid not null references account,
  said_by_name text not null,
  organisation_id uuid references organisation,
  form_key text not null,
  said_at timestamptz not null,
  unique (said_by, form_key)
);
create index confidence_person on confidence (person_id, said_at);
comment on table confidence is 'What a carer says in confidence to one worker of their own, or the worker''s answer to it. It is kept in the carer''s record alone and is shown to these two.';
comment on column confidence.organisation_id is 'For whom the worker works who answered. Empty: the carer said it.';

create table confidence_read (
  confidence_id uuid not null references confidence,
  account_id uuid not null references account,
  read_at timestamptz not null,
  primary key (confidence_id, account_id)
);
comment on table confidence_read is 'When it was first opened by the one to whom it was said.';

select keep_for_ever(array['language_answer', 'language_skill', 'caring', 'caring_end', 'confidence', 'confidence_read']);
