-- FHIR R4 resources, every version kept.

create table resource (
  id uuid primary key,
  type text not null,
  version integer not null,
  source_record_id uuid references source_record,
  contributor_id uuid not null references organisation,
  data_class text not null,
  business_key text not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  unique (contributor_id, type, business_key)
);
create index resource_source_record on resource (source_record_id, type);
comment on table resource is 'The current version of a FHIR resource, with whose it is and what class of data it holds.';

create table resource_version (
  resource_id uuid not null references resource,
  version integer not null,
  data_class text not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  written_by text not null,
  message_id uuid,
  primary key (resource_id, version)
);
comment on table resource_version is 'Every version of a resource as it was written, by whom, and the message that brought it.';

select keep_for_ever(array['resource_version']);
