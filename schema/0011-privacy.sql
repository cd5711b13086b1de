-- The person asks about a look; somebody must answer. What is put off for safeguarding, and what has been looked into.

create table privacy_team (
  organisation_id uuid primary key references organisation,
  team_id uuid not null references team
);
comment on table privacy_team is 'The team whose privacy officers answer for what an organisation''s workers and systems looked at. It may be another body''s: small ones are answered for by the partnership.';

create table trail_deferral (
  id uuid primary key,
  person_id uuid not null references person,
  organisation_id uuid references organisation,
  account_id uuid references account,
  purpose text,
  reason text not null check (reason <> ''),
  power text not null check (power <> ''),
  team_id uuid not null references team,
  made_by uuid not null references account,
  made_by_name text not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  check (num_nonnulls(organisation_id, account_id, purpose) >= 1),
  check (ends_at > started_at and ends_at <= started_at + interval '90 days')
);
create index trail_deferral_person on trail_deferral (person_id);
comment on table trail_deferral is 'For safeguarding, some looks are not told to the person until a day at most 90 days on: whose looks, why, under which statutory power, and who decided it. Then they appear by themselves.';

create table trail_deferral_end (
  trail_deferral_id uuid primary key references trail_deferral,
  ended_by uuid not null references account,
  ended_by_name text not null,
  ended_at timestamptz not null
);
comment on table trail_deferral_end is 'The ending of a deferral before its day.';

create table look_question (
  id uuid primary key,
  trail_entry_id uuid not null,
  person_id uuid not null references person,
  team_id uuid not null references team,
  words text not null,
  language text not null check (language in ('en', 'cy')),
  asked_by uuid not null references account,
  asked_by_name text not null,
  asked_at timestamptz not null,
  answer_by date not null
);
create index look_question_person on look_question (person_id, asked_at desc);
create index look_question_team on look_question (team_id, answer_by);
create index look_question_entry on look_question (trail_entry_id);
comment on table look_question is 'What a person asks about one look at their record (an entry of the trail, which stands alone and is referenced by nothing), the team that must answer, and by which day.';

create table look_question_answer (
  look_question_id uuid primary key references look_question,
  words text not null,
  language text not null check (language in ('en', 'cy')),
  answered_by uuid not null references account,
  answered_by_name text not null,
  answered_at timestamptz not null
);
comment on table look_question_answer is 'The privacy officer''s answer, which the person reads where the look stands.';

create table look_inquiry (
  id uuid primary key,
  team_id uuid not null references team,
  account_id uuid references account,
  person_id uuid references person,
  entries bigint[] not null,
  outcome text not null check (outcome in ('in-order', 'spoken-to', 'referred')),
  words text not null check (words <> ''),
  inquired_by uuid not null references account,
  inquired_by_name text not null,
  inquired_at timestamptz not null,
  check (num_nonnulls(account_id, person_id) >= 1)
);
create index look_inquiry_team on look_inquiry (team_id, inquired_at desc);
comment on table look_inquiry is 'A privacy officer has looked into what stood out: whose looks, at whom, which entries of the trail (by sequence), and what came of it. The looks themselves stay.';

select keep_for_ever(array['trail_deferral', 'trail_deferral_end', 'look_question', 'look_question_answer', 'look_inquiry']);
