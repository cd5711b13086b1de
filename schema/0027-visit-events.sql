-- A stay is what its events say, in the order in which they happened, whenever they came.

create table visit_event (
  contributor_id uuid not null references organisation,
  visit text not null,
  message_id uuid not null,
  event jsonb not null,
  primary key (contributor_id, visit, message_id)
);
comment on table visit_event is 'One event of a stay as its sender told it, with the message that brought it. What the stay is now follows from all of them.';
comment on column visit_event.visit is 'The business key of the hospital spell.';
select keep_for_ever(array['visit_event']);

create table visit_now (
  contributor_id uuid not null references organisation,
  visit text not null,
  source_record_id uuid not null references source_record,
  standing text check (standing in ('planned', 'in-progress', 'onleave', 'finished', 'cancelled', 'entered-in-error')),
  is_admission boolean not null,
  moved_at timestamptz,
  team_id uuid references team,
  primary key (contributor_id, visit)
);
create index visit_now_source_record on visit_now (source_record_id);
comment on table visit_now is 'Where a stay stands now and on which ward, so that a record''s stays are found together. It follows from the stay''s events.';
comment on column visit_now.moved_at is 'When they last came, moved or left.';
grant update on visit_now to cydofal_app;

-- What was known of stays before is told once more: that they came or are to come, and how it ended.
with known as (
  select spell.contributor_id, spell.business_key as visit, spell.source_record_id, spell.content as spell,
         spell.content ->> 'status' as standing, stay.content #>> '{reasonCode,0,text}' as reason,
         bed.at #>> '{location,display}' as display, split_part(bed.at #>> '{location,reference}', '/', 2) as team,
         coalesce(spell.content #>> '{period,start}', spell.recorded_at::text)::timestamptz as begun_at,
         coalesce(spell.content #>> '{period,end}', spell.recorded_at::text)::timestamptz as ended_at
  from resource as spell
  left join resource as stay on stay.contributor_id = spell.contributor_id and stay.type = 'Encounter'
    and stay.business_key = spell.business_key || '/ward'
  left join lateral (
    select place.at from jsonb_array_elements(stay.content -> 'location') as place (at)
    where place.at ->> 'status' = 'active' limit 1
  ) as bed on true
  where spell.type = 'Encounter' and spell.data_class = 'presence-in-hospital' and spell.source_record_id is not null
    and spell.business_key like 'visit/%' and spell.business_key not like '%/misfiled/%'
), told as (
  select known.*, case when standing = 'planned' then 'A05' else 'A01' end as trigger, begun_at as at from known
  union all
  select known.*, case when standing = 'finished' then 'A03' else 'A11' end, ended_at from known
  where standing in ('finished', 'cancelled')
), kept as (
  insert into visit_event (contributor_id, visit, message_id, event)
  select contributor_id, visit, gen_random_uuid(), jsonb_strip_nulls(jsonb_build_object(
    'trigger', trigger, 'recordId', source_record_id, 'controlId', '',
    'happenedAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'saidAt', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'hospital', jsonb_build_object('id', split_part(spell #>> '{serviceProvider,reference}', '/', 2),
                                   'name', spell #>> '{serviceProvider,display}'),
    'place', case when display is not null then jsonb_build_object('ward', display, 'display', display,
      'team', case when team <> '' then jsonb_build_object('id', team, 'name', display) end) end,
    'said', jsonb_build_object(
      'number', spell #>> '{identifier,0,value}', 'admittedAt', spell #>> '{period,start}',
      'expectedHomeOn', left(spell #>> '{extension,0,valueDateTime}', 10),
      'reason', case when reason is not null then jsonb_build_object('text', reason) end)))
  from told
)
insert into visit_now (contributor_id, visit, source_record_id, standing, is_admission, moved_at, team_id)
select contributor_id, visit, source_record_id, standing, true,
       case when standing in ('finished', 'cancelled') then ended_at else begun_at end, nullif(team, '')::uuid
from known;
