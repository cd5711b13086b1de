-- A bulk export is a question that is kept: what is answered is read from the versions of that moment, whenever it is fetched.

create table bulk_export (
  id uuid primary key,
  client text not null,
  organisation_id uuid not null references organisation,
  scope text not null check (scope in ('system', 'patient', 'group')),
  group_id uuid references resource,
  types text[],
  since timestamptz,
  request text not null,
  bound_at timestamptz not null,
  begun_at timestamptz not null,
  expires_at timestamptz not null,
  check ((scope = 'group') = (group_id is not null))
);
create index bulk_export_client on bulk_export (client, expires_at);
comment on table bulk_export is 'That a system asked for everything of its own organisation, of some types, as it stood at one moment. Nothing of the answer is kept.';
comment on column bulk_export.bound_at is 'What was written later is not in the answer, whenever it is fetched.';

create table bulk_export_end (
  export_id uuid primary key references bulk_export,
  ended_at timestamptz not null
);
comment on table bulk_export_end is 'That the system wants no more of an export, before it would have ended by itself.';

select keep_for_ever(array['bulk_export', 'bulk_export_end']);
