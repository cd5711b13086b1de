-- One person across agencies. Source records stay whole; a person is a set of links, and every link can end.

create table person (
  id uuid primary key,
  recorded_at timestamptz not null
);
comment on table person is 'Somebody whose record is shared. Holds nothing of them: what is known is in the source records linked to them.';

create table source_record (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  local_id text not null,
  version integer not null,
  content jsonb not null,
  nhs_number text,
  nhs_number_verified boolean not null,
  birth_date date,
  family_key text not null,
  unique (organisation_id, local_id)
);
create index source_record_nhs_number on source_record (nhs_number) where nhs_number is not null;
comment on table source_record is 'What one organisation holds of a person, as it stands now, with the few fields that matching asks for.';

create table source_record_version (
  source_record_id uuid not null references source_record,
  version integer not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  message_id uuid,
  primary key (source_record_id, version)
);
comment on table source_record_version is 'Every version of a source record as received, with the message that brought it.';

create table person_link (
  id uuid primary key,
  person_id uuid not null references person,
  source_record_id uuid not null references source_record,
  decided_by text not null,
  reason text not null,
  evidence jsonb not null,
  started_at timestamptz not null
);
create index person_link_person on person_link (person_id);
create index person_link_source_record on person_link (source_record_id);
comment on table person_link is 'The decision that a source record is about a person: who or what decided, when, and on what evidence.';

create table person_link_end (
  person_link_id uuid primary key references person_link,
  decided_by text not null,
  reason text not null,
  ended_at timestamptz not null
);
comment on table person_link_end is 'The undoing of a link.';

create view person_link_now as
  select link.person_id, link.source_record_id, link.id as person_link_id
  from person_link as link
  where not exists (select from person_link_end as ended where ended.person_link_id = link.id);
comment on view person_link_now is 'The links that stand.';

create table undecided_match (
  id uuid primary key,
  source_record_id uuid not null references source_record,
  candidate_id uuid not null references person,
  reason text not null,
  owner_team_id uuid not null references team,
  raised_at timestamptz not null
);
comment on table undecided_match is 'Two records that may be one person, waiting for somebody to decide. Always owned.';

create table person_account (
  account_id uuid primary key references account,
  person_id uuid not null references person,
  started_at timestamptz not null
);
comment on table person_account is 'The account with which a person reads their own record.';

select keep_for_ever(array['person', 'source_record_version', 'person_link', 'person_link_end']);
