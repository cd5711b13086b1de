-- How good what is sent is, and how well records are matched: figures without people, and the models that matching used.

create index source_record_version_recorded on source_record_version using brin (recorded_at);

create table source_record_check (
  source_record_id uuid primary key references source_record,
  organisation_id uuid not null references organisation,
  version integer not null,
  rules integer not null,
  faults text[] not null,
  checked_at timestamptz not null
);
create index source_record_check_faults on source_record_check using gin (faults);
comment on table source_record_check is 'What was found wrong with a source record when one version of it was looked at, by which rules. Made anew from the record at any time.';

create table source_quality_day (
  organisation_id uuid not null references organisation,
  day date not null,
  measure text not null,
  records integer not null check (records >= 0),
  counted_at timestamptz not null,
  primary key (day, organisation_id, measure)
);
comment on table source_quality_day is 'How many source records of an organisation there were on a day, how many had each fault, and how many came and changed in all of it.';

grant update on source_record_check to cydofal_app;

select keep_for_ever(array['source_quality_day']);
