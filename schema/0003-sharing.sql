-- Who may see what, why, and who did.

create table agreement (
  id uuid primary key,
  code text not null,
  content jsonb not null,
  content_hash text not null unique,
  entered_at timestamptz not null
);
comment on table agreement is 'A sharing agreement as data that runs. Never edited: a change is a new agreement with a new hash.';

create table agreement_signature (
  agreement_id uuid not null references agreement,
  organisation_id uuid not null references organisation,
  content_hash text not null,
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (agreement_id, organisation_id)
);
comment on table agreement_signature is 'A party''s named post-holder signing exactly this content. An agreement that lacks one is closed.';

create table relationship (
  id uuid primary key,
  kind text not null,
  person_id uuid references person,
  source_record_id uuid references source_record,
  account_id uuid references account,
  team_id uuid references team,
  organisation_id uuid references organisation,
  source text not null,
  started_at timestamptz not null,
  check (num_nonnulls(person_id, source_record_id) = 1),
  check (num_nonnulls(account_id, team_id, organisation_id) = 1)
);
create index relationship_person on relationship (person_id) where person_id is not null;
create index relationship_source_record on relationship (source_record_id) where source_record_id is not null;
create index relationship_account on relationship (account_id) where account_id is not null;
create index relationship_team on relationship (team_id) where team_id is not null;
create index relationship_organisation on relationship (organisation_id) where organisation_id is not null;
comment on table relationship is 'A working or chosen tie to a person, with its source. One that rests on a source record ends when that record is unlinked.';

create table relationship_end (
  relationship_id uuid primary key references relationship,
  source text not null,
  ended_at timestamptz not null
);
comment on table relationship_end is 'The end of a tie: discharge, case closed, choice withdrawn.';

create view relationship_now as
  select tie.id, tie.kind, tie.person_id, tie.account_id, tie.team_id, tie.organisation_id, tie.source, tie.started_at
  from relationship as tie
  where tie.person_id is not null
    and not exists (select from relationship_end as ended where ended.relationship_id = tie.id)
  union all
  select tie.id, tie.kind, link.person_id, tie.account_id, tie.team_id, tie.organisation_id, tie.source, tie.started_at
  from relationship as tie
  join person_link_now as link on link.source_record_id = tie.source_record_id
  where not exists (select from relationship_end as ended where ended.relationship_id = tie.id);
comment on view relationship_now is 'The ties that hold, each resolved to a person through the links that stand.';

create table wish (
  id uuid primary key,
  person_id uuid not null references person,
  kind text not null check (kind in ('allow', 'refuse')),
  account_id uuid references account,
  team_id uuid references team,
  organisation_id uuid references organisation,
  data_classes text[] not null,
  words text,
  made_by uuid not null references account,
  made_at timestamptz not null,
  check (num_nonnulls(account_id, team_id, organisation_id) = 1)
);
create index wish_person on wish (person_id);
comment on table wish is 'A person''s own choice: to let somebody see, or to refuse them. Binds what was and what will be.';

create table wish_end (
  wish_id uuid primary key references wish,
  ended_by uuid not null references account,
  ended_at timestamptz not null
);
comment on table wish_end is 'The withdrawal of a wish.';

create table trail_entry (
  id uuid primary key,
  sequence bigint generated always as identity,
  at timestamptz not null,
  person_id uuid references person,
  account_id uuid references account,
  sender_id uuid,
  actor_name text not null,
  organisation_id uuid references organisation,
  role text,
  action text not null,
  place text not null,
  purpose text not null,
  allowed boolean not null,
  released jsonb not null,
  failed text[] not null
);
create index trail_entry_person on trail_entry (person_id, sequence desc);
create index trail_entry_account on trail_entry (account_id, sequence desc);
create index trail_entry_at on trail_entry (at);
comment on table trail_entry is 'One look, telling, writing or refusal: who, as what, why, what was released, and the clause or wish that allowed it.';

select keep_for_ever(array['agreement', 'agreement_signature', 'relationship', 'relationship_end', 'wish', 'wish_end', 'trail_entry']);
