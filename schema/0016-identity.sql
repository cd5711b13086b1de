-- One person across agencies, every link reversible. Each source record has a person id of its own from the first; links
-- join records, and a person is whatever the links in force join. Its id is that of the record that arrived first: so a
-- join keeps the older id, and an undoing gives each side its own back.

alter table source_record add column arrival bigint;
comment on column source_record.arrival is 'In which order records came. Of the records of one person the first gives the person its id.';
alter table source_record add column home_person_id uuid unique references person;
comment on column source_record.home_person_id is 'The person this record is about while nothing joins it to another record. Given once, and its own for ever.';

create table record_link (
  id uuid primary key,
  record_a uuid not null references source_record,
  record_b uuid not null references source_record,
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  weight double precision,
  probability double precision check (probability between 0 and 1),
  model_version text,
  explanation jsonb not null,
  started_at timestamptz not null,
  constraint record_link_names_a_pair_once check (record_a < record_b)
);
create index record_link_record_a on record_link (record_a);
create index record_link_record_b on record_link (record_b);
comment on table record_link is 'The decision that two source records are about one person: who or what decided, when, on what evidence and with what weight. The smaller id is record_a.';
comment on column record_link.decided_by is 'A rule, a model, or the name of whoever decided; an account goes with a name.';
comment on column record_link.weight is 'In bits: the logarithm to base 2 of how much likelier what was compared is of one person than of two.';

create table record_link_end (
  record_link_id uuid primary key references record_link,
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  ended_at timestamptz not null
);
comment on table record_link_end is 'The undoing of a link.';

create table record_apart (
  id uuid primary key,
  record_a uuid not null references source_record,
  record_b uuid not null references source_record,
  kind text not null check (kind in ('told-apart', 'sealed')),
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  started_at timestamptz not null,
  constraint record_apart_names_a_pair_once check (record_a < record_b)
);
create index record_apart_record_a on record_apart (record_a);
create index record_apart_record_b on record_apart (record_b);
comment on table record_apart is 'Two records that may not become one person whatever any score says: somebody told them apart, or a new identity is sealed from an old one. What is sealed is read by matching alone and shown to nobody.';

create table record_apart_end (
  record_apart_id uuid primary key references record_apart,
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  ended_at timestamptz not null
);
comment on table record_apart_end is 'Somebody lifting what was told apart.';

create table person_now (
  id uuid primary key references person,
  person_id uuid not null references person
);
create index person_now_person on person_now (person_id);
grant update on person_now to cydofal_app;
comment on table person_now is 'Which person each person id that ever was is now. It follows from the links in force and can be made again from them.';

create table person_check (
  day date primary key,
  ids_astray integer not null,
  people_against_guards integer not null,
  people_of_many_records integer not null,
  checked_at timestamptz not null
);
comment on table person_check is 'What was found each night when whom each person id names was made again from the links: nothing, as it should be. What was astray was put right.';

create view record_link_now as
  select link.id, link.record_a, link.record_b
  from record_link as link
  where not exists (select from record_link_end as ended where ended.record_link_id = link.id);
comment on view record_link_now is 'The links in force.';

create view record_apart_now as
  select apart.id, apart.kind, apart.record_a, apart.record_b
  from record_apart as apart
  where not exists (select from record_apart_end as ended where ended.record_apart_id = apart.id);
comment on view record_apart_now is 'The records that may not become one person.';

create view record_verified_number as
  select record.id as source_record_id, record.nhs_number
  from source_record as record
  where record.nhs_number_verified and record.nhs_number is not null;
comment on view record_verified_number is 'The verified NHS number of each record that has one: what the records of one person may not differ in.';

-- What was linked before: the earliest record linked to a person stands for it; the others are joined to that record.

create temporary table old_link on commit drop as
  select link.*, ended.ended_at, ended.decided_by as ended_by, ended.reason as ended_because
  from person_link as link
  left join person_link_end as ended on ended.person_link_id = link.id;

create temporary table standing on commit drop as
  select distinct on (source_record_id) source_record_id, person_id, id, started_at
  from old_link where ended_at is null
  order by source_record_id, started_at, id;

with ordered as (
  select record.id, row_number() over (order by coalesce(standing.started_at, came.at, 'infinity'), record.id) as arrival
  from source_record as record
  left join standing on standing.source_record_id = record.id
  left join (select source_record_id, min(recorded_at) as at from source_record_version group by source_record_id) as came
    on came.source_record_id = record.id
)
update source_record as record set arrival = ordered.arrival from ordered where ordered.id = record.id;

create temporary table anchor on commit drop as
  select distinct on (standing.person_id) standing.person_id, record.id as source_record_id
  from standing
  join source_record as record on record.id = standing.source_record_id
  order by standing.person_id, record.arrival;

create temporary table home on commit drop as
  select record.id as source_record_id, coalesce(anchor.person_id, gen_random_uuid()) as person_id
  from source_record as record
  left join anchor on anchor.source_record_id = record.id;

insert into person (id, recorded_at)
  select home.person_id, coalesce((select min(version.recorded_at) from source_record_version as version
                                   where version.source_record_id = home.source_record_id), now())
  from home
  on conflict do nothing;
update source_record as record set home_person_id = home.person_id from home where home.source_record_id = record.id;

insert into person_now (id, person_id)
  select person.id, coalesce(standing.person_id, person.id)
  from person
  left join home on home.person_id = person.id
  left join standing on standing.source_record_id = home.source_record_id;

-- A link of the record that stands for the person has nothing to join it to, unless another record was once linked there.
insert into record_link (id, record_a, record_b, decided_by, reason, explanation, started_at)
  select link.id, least(link.source_record_id, other.id), greatest(link.source_record_id, other.id),
         link.decided_by, link.reason, link.evidence, link.started_at
  from old_link as link
  left join standing on standing.id = link.id
  left join anchor on anchor.person_id = link.person_id
  cross join lateral (
    select coalesce(nullif(anchor.source_record_id, link.source_record_id),
                    (select record.id
                     from old_link as sibling
                     join source_record as record on record.id = sibling.source_record_id
                     where sibling.person_id = link.person_id and record.id <> link.source_record_id
                     order by record.arrival
                     limit 1)) as id
  ) as other
  where other.id is not null
    and (link.ended_at is not null or (standing.id is not null and anchor.source_record_id <> link.source_record_id));

insert into record_link_end (record_link_id, decided_by, reason, ended_at)
  select link.id, link.ended_by, link.ended_because, link.ended_at
  from old_link as link
  join record_link on record_link.id = link.id
  where link.ended_at is not null;

drop view relationship_now;
drop view person_link_now;
drop table person_link_end;
drop table person_link;

alter table source_record alter column arrival set not null, alter column home_person_id set not null;
alter table source_record alter column arrival add generated always as identity;
select setval(pg_get_serial_sequence('source_record', 'arrival'), coalesce(max(arrival), 0) + 1, false) from source_record;
alter table source_record add constraint source_record_arrival_key unique (arrival);
create trigger home_is_kept before update of home_person_id on source_record for each statement execute function refuse_change();

create function person_stands_for_itself() returns trigger language plpgsql as $$
begin
  insert into person_now (id, person_id) values (new.id, new.id);
  return null;
end $$;
comment on function person_stands_for_itself() is 'Whoever is new is nobody else yet.';
create trigger stands_for_itself after insert on person for each row execute function person_stands_for_itself();

create view person_link_now as
  select now.person_id, record.id as source_record_id
  from source_record as record
  join person_now as now on now.id = record.home_person_id;
comment on view person_link_now is 'Which person each source record is about now.';

create view relationship_now as
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

select keep_for_ever(array['person_check', 'record_link', 'record_link_end', 'record_apart', 'record_apart_end']);
