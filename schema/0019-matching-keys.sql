-- Matching one record against all others: what is compared of each, and the keys under which others find it.

create table record_standard (
  source_record_id uuid primary key references source_record,
  standard_version integer not null,
  content jsonb not null,
  keys bigint[] not null
);
create index record_standard_version on record_standard (standard_version);
grant update on record_standard to cydofal_app;
comment on table record_standard is 'What matching compares of a source record, and its keys. It follows from the record, and is made anew when the record changes or the way of making it does.';
comment on column record_standard.standard_version is 'By which way of making it. 0: not made yet, and found by nobody.';

create table record_key (
  key bigint not null,
  source_record_id uuid not null,
  primary key (key, source_record_id)
) with (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.05);
grant delete on record_key to cydofal_app;
comment on table record_key is 'A key under which a source record is found: two records that share one are compared. It follows from record_standard. Some fifteen a record, so it has the one index and refers to nothing.';

-- What was kept before is made ready by the program, a few records at a time.
insert into record_standard (source_record_id, standard_version, content, keys)
  select id, 0, '{}', '{}' from source_record;
