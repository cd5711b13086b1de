-- Wishes that bind, people who act for somebody, ties with a source: what was decided, by whom, and on whose behalf.

alter table wish add column representative_id uuid references representative;
comment on column wish.representative_id is 'The office by which somebody else decided for the person. Empty: the person decided.';
alter table wish add column form_key text;
comment on column wish.form_key is 'Made by the form that was sent. The same form sent twice is one wish.';
create unique index wish_form on wish (person_id, form_key) where form_key is not null;

alter table wish_end add column representative_id uuid references representative;
comment on column wish_end.representative_id is 'The office by which somebody else withdrew it for the person. Empty: the person did, or a newer wish took its place.';

create table invitation (
  id uuid primary key,
  person_id uuid not null references person,
  purpose text not null check (purpose in ('family', 'representative')),
  code text not null unique,
  made_by uuid not null references account,
  made_by_name text not null,
  made_at timestamptz not null,
  ends_at timestamptz not null
);
create index invitation_person on invitation (person_id);
comment on table invitation is 'A code handed to somebody, so that the one who signs in can be told from everybody of the same name. It opens nothing by itself.';

create table invitation_entry (
  invitation_id uuid primary key references invitation,
  account_id uuid not null references account,
  entered_at timestamptz not null
);
create index invitation_entry_account on invitation_entry (account_id);
comment on table invitation_entry is 'Somebody signed in entering the code they were given. Whoever made it has to confirm that it is them.';

create table invitation_answer (
  invitation_id uuid primary key references invitation,
  accepted boolean not null,
  answered_by uuid not null references account,
  answered_by_name text not null,
  answered_at timestamptz not null
);
comment on table invitation_answer is 'Whether the one who entered the code is the one who was meant.';

create table tie_claim (
  id uuid primary key,
  relationship_id uuid unique references relationship,
  account_id uuid not null references account,
  account_name text not null,
  organisation_id uuid not null references organisation,
  role text not null,
  kind text not null,
  reason text not null check (reason <> ''),
  form_key text not null,
  claimed_at timestamptz not null,
  unique (account_id, form_key)
);
create index tie_claim_organisation on tie_claim (organisation_id, claimed_at desc);
comment on table tie_claim is 'A worker saying that they work with somebody: an alert to the privacy officer. Without a relationship, nobody had that number and birth date.';

alter table representative add column recorded_by uuid references account;
comment on column representative.recorded_by is 'Who saw the registered power or order. Empty for what was known from the start.';
alter table capacity_finding add constraint capacity_finding_is_reviewed
  check (review_on > (found_at at time zone 'Europe/London')::date
         and review_on <= (found_at at time zone 'Europe/London')::date + interval '1 year');

create table advance_decision (
  id uuid primary key,
  person_id uuid not null references person,
  refuses text not null check (refuses <> ''),
  is_life_sustaining boolean not null,
  is_written boolean not null,
  is_signed boolean not null,
  witness text,
  made_on date not null,
  recorded_by uuid not null references account,
  recorded_by_name text not null,
  recorded_at timestamptz not null,
  constraint life_sustaining_is_written_signed_witnessed
    check (not is_life_sustaining or (is_written and is_signed and coalesce(witness, '') <> ''))
);
create index advance_decision_person on advance_decision (person_id);
comment on table advance_decision is 'A refusal of treatment made ahead of time; it binds. Mental Capacity Act 2005, sections 24 to 26.';

create table advance_decision_end (
  advance_decision_id uuid primary key references advance_decision,
  ended_by uuid not null references account,
  ended_by_name text not null,
  ended_at timestamptz not null
);
comment on table advance_decision_end is 'The withdrawal of an advance decision, which needs no writing.';

create table advance_statement (
  id uuid primary key,
  person_id uuid not null references person,
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  made_on date not null,
  recorded_by uuid not null references account,
  recorded_by_name text not null,
  recorded_at timestamptz not null
);
create index advance_statement_person on advance_statement (person_id);
comment on table advance_statement is 'What somebody would like if they could no longer say, in their own words. It does not bind; whoever decides for them must weigh it.';

select keep_for_ever(array['invitation', 'invitation_entry', 'invitation_answer', 'tie_claim',
                           'advance_decision', 'advance_decision_end', 'advance_statement']);
