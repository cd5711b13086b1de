-- What matching and sharing must know of identities besides what records say: numbers that took the place of others, records
-- that are protected, and where people live, alone, together or as one of many.

create table superseded_number (
  id uuid primary key,
  old_number text not null check (old_number ~ '^\d{10}$'),
  new_number text not null check (new_number ~ '^\d{10}$'),
  source text not null,
  superseded_on date,
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  started_at timestamptz not null,
  constraint superseded_number_is_another check (old_number <> new_number)
);
create index superseded_number_old on superseded_number (old_number);
comment on table superseded_number is 'An NHS number that another has taken the place of: both are one person''s. From whom it is known, and who recorded it.';
comment on column superseded_number.source is 'From whom it is known: the national index, or a paper.';

create table superseded_number_end (
  superseded_number_id uuid primary key references superseded_number,
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  ended_at timestamptz not null
);
comment on table superseded_number_end is 'That a number was never superseded after all.';

create view superseded_number_now as
  select number.id, number.old_number, number.new_number
  from superseded_number as number
  where not exists (select from superseded_number_end as ended where ended.superseded_number_id = number.id);
comment on view superseded_number_now is 'The numbers that have been superseded, one step each.';

create function current_nhs_number(number text) returns text language plpgsql stable as $$
declare
  newer text;
begin
  for step in 1..10 loop
    select new_number into newer from superseded_number_now where old_number = number order by id limit 1;
    exit when newer is null;
    number := newer;
  end loop;
  return number;
end $$;
comment on function current_nhs_number(text) is 'The number that stands in the place of a number now: itself, unless it was superseded.';

create or replace view record_verified_number as
  select record.id as source_record_id, current_nhs_number(record.nhs_number) as nhs_number
  from source_record as record
  where record.nhs_number_verified and record.nhs_number is not null;

create table sensitive_mark (
  id uuid primary key,
  source_record_id uuid not null references source_record,
  kind text not null check (kind in ('national-flag', 'refuge', 'own-request')),
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  started_at timestamptz not null
);
create index sensitive_mark_record on sensitive_mark (source_record_id);
comment on table sensitive_mark is 'That where somebody lives must not become known, recorded by hand. What the sender of a record says in it needs no row.';

create table sensitive_mark_end (
  sensitive_mark_id uuid primary key references sensitive_mark,
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  ended_at timestamptz not null
);
comment on table sensitive_mark_end is 'That it may be known again.';

create table institution (
  id uuid primary key,
  uprn text not null check (uprn ~ '^[1-9]\d{0,11}$'),
  class text not null check (class in ('care-home', 'hostel', 'refuge', 'hospital', 'student-hall', 'supported-housing', 'prison')),
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  started_at timestamptz not null
);
create index institution_uprn on institution (uprn);
comment on table institution is 'A property in which people live who are not of one household, by its UPRN. Where a refuge stands is told to nobody.';

create table institution_end (
  institution_id uuid primary key references institution,
  decided_by text not null,
  account_id uuid references account,
  reason text not null,
  ended_at timestamptz not null
);
comment on table institution_end is 'That a property is an ordinary home again.';

create view institution_now as
  select distinct institution.uprn, institution.class
  from institution
  where not exists (select from institution_end as ended where ended.institution_id = institution.id);
comment on view institution_now is 'The properties in which people live who are not of one household.';

create function homes_of(standard jsonb) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct home.place), '{}')
  from jsonb_array_elements(standard -> 'addresses') as address (held)
  cross join lateral (
    select string_agg(number, ' ') as numbers
    from jsonb_array_elements_text(held -> 'numbers') as number
  ) as door
  cross join lateral (
    select string_agg(word, ' ') as words
    from jsonb_array_elements_text(held -> 'words') as word
  ) as street
  cross join lateral (values
    ('uprn ' || (held ->> 'uprn')),
    (case when held ? 'district' then (held ->> 'postcode') || ' ' || coalesce(door.numbers, street.words) end)
  ) as home (place)
  where home.place is not null and not held ? 'isPast'
$$;
comment on function homes_of(jsonb) is 'The places at which somebody lives now, of what is compared of a record: by UPRN, and by postcode and door, or by postcode and name of a house without a number.';

alter table record_standard add column homes text[] not null generated always as (homes_of(content)) stored;
create index record_standard_homes on record_standard using gin (homes);

create function institution_class(place text) returns text language plpgsql stable as $$
begin
  return (
    select institution.class
    from institution_now as institution
    where institution.uprn = any (array(
      select substr(home.place, 6)
      from (
        select unnest(standard.homes) from record_standard as standard where standard.homes @> array[institution_class.place]
        union
        select institution_class.place
      ) as home (place)
      where starts_with(home.place, 'uprn ')))
    limit 1);
end $$;
comment on function institution_class(text) is 'What kind of property of many a place is: by its UPRN, or because a record has it as the address of such a UPRN. Null for an ordinary home.';

create function live_together(one text[], other text[]) returns boolean language sql immutable parallel safe as $$
  select case
    when exists (select from unnest(one) as place where starts_with(place, 'uprn '))
     and exists (select from unnest(other) as place where starts_with(place, 'uprn '))
    then exists (select from unnest(one) as place where starts_with(place, 'uprn ') and place = any(other))
    else one && other
  end
$$;
comment on function live_together(text[], text[]) is 'Whether two people live at one place: by UPRN where both have one, or else by address.';

create function is_place_of_many(place text) returns boolean language plpgsql stable as $$
begin
  return institution_class(place) is not null or (
    select count(distinct link.person_id) > 12
    from record_standard as standard
    join person_link_now as link on link.source_record_id = standard.source_record_id
    where standard.homes @> array[is_place_of_many.place]);
end $$;
comment on function is_place_of_many(text) is 'Whether the people at a place are not one household: it is known to be such a property, or more than twelve people live there.';

create function household_of(whom uuid) returns setof uuid language plpgsql stable as $$
declare
  own text[];
begin
  own := array(
    select distinct home.place
    from person_link_now as link
    join record_standard as standard on standard.source_record_id = link.source_record_id
    cross join lateral unnest(standard.homes) as home (place)
    where link.person_id = whom and not is_place_of_many(home.place));
  return query
    select whom
    union
    select near.person_id
    from (
      select distinct link.person_id
      from record_standard as standard
      join person_link_now as link on link.source_record_id = standard.source_record_id
      where standard.homes && own
    ) as near
    where live_together(own, array(
      select unnest(standard.homes)
      from person_link_now as link
      join record_standard as standard on standard.source_record_id = link.source_record_id
      where link.person_id = near.person_id));
end $$;
comment on function household_of(uuid) is 'Everybody who lives with somebody now, and themselves.';

create function is_sensitive_record(record_id uuid) returns boolean language plpgsql stable as $$
begin
  return exists (
      select from sensitive_mark as mark
      where mark.source_record_id = record_id
        and not exists (select from sensitive_mark_end as ended where ended.sensitive_mark_id = mark.id))
    or exists (
      select from source_record as record
      where record.id = record_id and record.content @? '$.meta.security[*].code ? (@ == "R" || @ == "V")')
    or exists (
      select from record_standard as standard
      cross join lateral unnest(standard.homes) as home (place)
      where standard.source_record_id = record_id and institution_class(home.place) = 'refuge');
end $$;
comment on function is_sensitive_record(uuid) is 'Whether where the person of this record lives must not become known: marked by hand or by its sender, or somebody who lives in a refuge.';

select keep_for_ever(array['superseded_number', 'superseded_number_end', 'sensitive_mark', 'sensitive_mark_end',
                           'institution', 'institution_end']);
