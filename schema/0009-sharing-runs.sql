-- What a sharing decision may rest on besides clauses, ties and wishes: an agreement's early end, a pause, lawful
-- representatives and capacity, and emergencies.

alter table agreement_signature add column account_id uuid references account;
comment on column agreement_signature.account_id is 'The post-holder who signed. Empty for a signature that was given on paper and entered with the agreement.';

create table agreement_end (
  agreement_id uuid primary key references agreement,
  last_day date not null,
  ended_by uuid references account,
  ended_by_name text not null,
  reason text not null,
  ended_at timestamptz not null
);
comment on table agreement_end is 'A party ending an agreement before its last day, or a newer version taking its place. It opens nothing after that day.';

alter table relationship add column ends_at timestamptz;
comment on column relationship.ends_at is 'When the tie ends by itself, for one that was claimed for a time. Empty: it holds until it is ended.';

create or replace view relationship_now as
  select tie.id, tie.kind, tie.person_id, tie.account_id, tie.team_id, tie.organisation_id, tie.source, tie.started_at, tie.ends_at
  from relationship as tie
  where tie.person_id is not null
    and not exists (select from relationship_end as ended where ended.relationship_id = tie.id)
  union all
  select tie.id, tie.kind, link.person_id, tie.account_id, tie.team_id, tie.organisation_id, tie.source, tie.started_at, tie.ends_at
  from relationship as tie
  join person_link_now as link on link.source_record_id = tie.source_record_id
  where not exists (select from relationship_end as ended where ended.relationship_id = tie.id);
comment on view relationship_now is 'The ties that have not been ended, each resolved to a person through the links that stand. One with ends_at holds until then.';

alter table wish drop constraint wish_kind_check;
alter table wish add constraint wish_kind_check check (kind in ('allow', 'refuse', 'pause'));
alter table wish drop constraint wish_check;
alter table wish add constraint wish_names_one check (num_nonnulls(account_id, team_id, organisation_id) = case kind when 'pause' then 0 else 1 end);
alter table wish add constraint wish_pause_is_about_everything check ((kind = 'pause') = (data_classes = '{}'));
comment on table wish is 'A person''s own choice: to let somebody see, to refuse them, or to stop all sharing but in an emergency. Binds what was and what will be.';

create table representative (
  id uuid primary key,
  person_id uuid not null references person,
  account_id uuid not null references account,
  kind text not null check (kind in ('health-attorney', 'property-attorney', 'health-deputy', 'property-deputy', 'appointee', 'advocate')),
  acts text not null check (acts in ('alone', 'jointly', 'severally')),
  reference text not null,
  registered_on date not null,
  source text not null,
  recorded_by_name text not null,
  started_at timestamptz not null
);
create index representative_person on representative (person_id);
create index representative_account on representative (account_id);
comment on table representative is 'Somebody who may lawfully act for a person: the registered power or order, seen by whoever recorded it. Next of kin is not one.';

create table representative_end (
  representative_id uuid primary key references representative,
  reason text not null,
  ended_by_name text not null,
  ended_at timestamptz not null
);
comment on table representative_end is 'The end of an authority: revoked, order run out, replaced.';

create table capacity_finding (
  id uuid primary key,
  person_id uuid not null references person,
  decision text not null check (decision in ('health-and-care', 'money', 'where-to-live', 'sharing-information')),
  has_capacity boolean not null,
  evidence text not null,
  found_by uuid not null references account,
  found_by_name text not null,
  review_on date not null,
  found_at timestamptz not null
);
create index capacity_finding_person on capacity_finding (person_id, decision, found_at desc);
comment on table capacity_finding is 'Whether somebody had capacity for one decision on one day, who found it and on what evidence. The latest for a decision counts until its review day.';

create table emergency_access (
  id uuid primary key,
  person_id uuid not null references person,
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  actor_name text not null,
  role text not null,
  category text not null,
  words text not null,
  data_classes text[] not null check (data_classes <> '{}'),
  is_sensitive boolean not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  check (closes_at > opened_at and closes_at <= opened_at + interval '4 hours'),
  check (not is_sensitive or closes_at <= opened_at + interval '1 hour')
);
create index emergency_access_person on emergency_access (person_id, closes_at);
create index emergency_access_account on emergency_access (account_id, closes_at);
create index emergency_access_organisation on emergency_access (organisation_id, opened_at);
comment on table emergency_access is 'Somebody opening what no clause opens, because it could not wait: what, why in their own words, and until when.';

create table emergency_access_end (
  emergency_access_id uuid primary key references emergency_access,
  ended_by uuid references account,
  ended_at timestamptz not null
);
comment on table emergency_access_end is 'An emergency closed before its time.';

select keep_for_ever(array['agreement_end', 'representative', 'representative_end', 'capacity_finding', 'emergency_access', 'emergency_access_end']);
