-- The chart as FHIR serves it: ids that others choose, who wrote each version and how, and what was deleted.

alter table resource
  add column logical_id text,
  add column deleted boolean not null default false,
  add column deleted_from uuid references source_record,
  add check (source_record_id is null or deleted_from is null);
create index resource_logical_id on resource (type, logical_id) where logical_id is not null;
create index resource_deleted_from on resource (deleted_from) where deleted_from is not null;
create index resource_about_nobody on resource (contributor_id, type) where source_record_id is null and deleted_from is null;
comment on column resource.logical_id is 'Its id at the FHIR door where its contributor chose one; null where that is the id itself. Not unique: what somebody may not see must not be in the way of an id that they choose.';
comment on column resource.deleted is 'It was deleted: its newest version says so and holds nothing else. A new version of it brings it back.';
comment on column resource.deleted_from is 'The source record that it hung on when it was deleted. It hangs on none since then, so that nothing that is read of somebody meets it.';
comment on column resource.data_class is 'What class of data it holds; "directory" for what says nothing about anybody, "organisation" for what is about no one person and for its own organisation alone.';

alter table source_record add column logical_id text;
create index source_record_logical_id on source_record (logical_id) where logical_id is not null;
comment on column source_record.logical_id is 'The id of its Patient at the FHIR door where its organisation chose one; null where that is the id itself.';

alter table resource_version
  add column method text check (method in ('create', 'update', 'patch', 'delete')),
  add column account_id uuid references account,
  add column sender_id uuid,
  add column role text,
  add column app text,
  add column deleted boolean not null default false;
create index resource_version_recorded on resource_version (recorded_at, resource_id);
comment on column resource_version.method is 'By which interaction it was written at the FHIR door; null for what a message brought.';
comment on column resource_version.app is 'The app through which somebody wrote it.';

alter table source_record_version
  add column method text check (method in ('create', 'update', 'patch')),
  add column written_by text,
  add column sender_id uuid,
  add column app text;
comment on column source_record_version.method is 'By which interaction it was written at the FHIR door; null for what a message brought.';

create view chart_resource as
  select resource.id, resource.type, coalesce(resource.logical_id, resource.id::text) as logical_id, resource.version,
         coalesce(resource.source_record_id, resource.deleted_from) as source_record_id, resource.contributor_id,
         resource.data_class, resource.content, resource.recorded_at, resource.deleted
  from resource
  union all
  select record.id, 'Patient', coalesce(record.logical_id, record.id::text), record.version, record.id,
         record.organisation_id, 'demographics', record.content, version.recorded_at, false
  from source_record as record
  join source_record_version as version on version.source_record_id = record.id and version.version = record.version;
comment on view chart_resource is 'Everything that FHIR serves as a resource, as it stands now: resources, and source records as Patients. Of a record whose address is kept back the content holds it all the same: whoever shows it takes it out.';
