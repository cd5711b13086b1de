-- What resources are searched by: every value of every search parameter, a table for each kind of value. It all follows
-- from the resources, is written with them, and can be made anew at any time.

-- Words within words are found by the three letters that they share. It comes with PostgreSQL, and the owner of a database
-- may make it; where it is not installed, they are found by reading, which is slow.
create schema letters;
do $$ begin
  create extension pg_trgm with schema letters;
exception when undefined_file or feature_not_supported or insufficient_privilege then
  raise notice 'without pg_trgm, a search by :contains reads all the values of its parameter';
end $$;

create table index_token (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  system text collate "C" not null,
  code text collate "C" not null
);
create index index_token_code on index_token (type, parameter, code, system, resource_id);
create index index_token_resource on index_token (resource_id, parameter);
comment on table index_token is 'Codes and identifiers that a resource is searched by, each with its system. It follows from the resource: its rows are replaced when that changes.';

create table index_string (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  text text collate "C" not null,
  folded text collate "C" not null
);
create index index_string_begins on index_string (type, parameter, "left"(folded, 200), resource_id);
create index index_string_resource on index_string (resource_id, parameter);
comment on table index_string is 'Words that a resource is searched by: as they stand, and without what makes no difference (case, accents, space). It follows from the resource.';

create table index_date (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  from_at timestamptz not null,
  until_at timestamptz not null
);
create index index_date_from on index_date (type, parameter, from_at, until_at, resource_id);
create index index_date_until on index_date (type, parameter, until_at, resource_id);
create index index_date_resource on index_date (resource_id, parameter);
comment on table index_date is 'Spans of time that a resource is searched by: from one moment on, before another. It follows from the resource.';

create table index_quantity (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  low numeric not null,
  high numeric not null,
  system text collate "C" not null,
  code text collate "C" not null,
  unit text collate "C" not null
);
create index index_quantity_low on index_quantity (type, parameter, low, high, resource_id);
create index index_quantity_high on index_quantity (type, parameter, high, resource_id);
create index index_quantity_resource on index_quantity (resource_id, parameter);
comment on table index_quantity is 'Numbers and quantities that a resource is searched by, from one to another and in which unit; once more in the unit that all of a kind have. It follows from the resource.';

create table index_reference (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  target_type text collate "C" not null,
  target_id text collate "C" not null
);
create index index_reference_target on index_reference (target_id, type, parameter, target_type, resource_id);
create index index_reference_resource on index_reference (resource_id, parameter);
comment on table index_reference is 'What a resource refers to within this record, by type and logical id, whether it is there or not. It follows from the resource.';

create table index_uri (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  uri text collate "C" not null,
  version text collate "C" not null
);
create index index_uri_value on index_uri (type, parameter, uri, resource_id);
create index index_uri_resource on index_uri (resource_id, parameter);
comment on table index_uri is 'Addresses that a resource is searched by, and of what has versions which. It follows from the resource.';

create table index_made (
  rows_version integer primary key,
  finished_at timestamptz not null
);
comment on table index_made is 'That every resource there was has been given the rows of the index by this version of the rules.';

do $$ begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index index_string_within on index_string using gin (folded letters.gin_trgm_ops);
  end if;
end $$;

-- The rows of an older version of a resource are replaced: they are no record of anything, the versions are.
grant delete on index_token, index_string, index_date, index_quantity, index_reference, index_uri to cydofal_app;

create function words_in(content jsonb) returns text language sql immutable parallel safe
  return (
    select coalesce(string_agg(word #>> '{}', ' '), '')
    from jsonb_path_query(content, 'strict $.** ? (@.type() == "string")') as word
  );

comment on function words_in(jsonb) is 'All the words that stand in a resource, for a search in all of them.';

create function folded(words text) returns text language sql immutable parallel safe
  return regexp_replace(regexp_replace(normalize(lower(words), nfd), U&'[\0300-\036F]', '', 'g'), '\s+', ' ', 'g');
comment on function folded(text) is 'A text as searches compare it: without case, accents and more than one space at a time. What is kept has been folded by src/ground/fhir/search/fold.ts.';
