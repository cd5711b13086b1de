-- Notices that hang on a change of a sender's record, or on a plan, and not on a resource alone.

alter table notice
  alter column source_record_id drop not null,
  alter column resource_id drop not null,
  add column source_record_version integer,
  add column plan_id uuid references plan,
  add column contributor_id uuid references organisation,
  add column data_class text,
  add column made_by uuid references account,
  add foreign key (source_record_id, source_record_version) references source_record_version,
  add check (num_nonnulls(resource_id, source_record_version, plan_id) = 1),
  add check ((plan_id is null) = (source_record_id is not null)),
  add check (num_nonnulls(contributor_id, data_class) = case when resource_id is null then 2 else 0 end);
create index notice_plan on notice (plan_id, recorded_at desc) where plan_id is not null;
comment on column notice.source_record_version is 'The version of the sender''s record in which it was first told, for what hangs on such a change.';
comment on column notice.plan_id is 'The plan of which there is a new version.';
comment on column notice.contributor_id is 'Whose data it tells, with its class, for what hangs on no resource; a resource says both itself.';
comment on column notice.data_class is 'What must be open to whoever is told of it. Of an address: protected-address where it was kept back before or after the change.';
comment on column notice.made_by is 'Who did what it tells, and so need not be told.';

create view notice_now as
  select notice.id, link.person_id, notice.kind, notice.source_record_id, notice.source_record_version, notice.resource_id,
         notice.plan_id, notice.contributor_id, notice.data_class, notice.made_by, notice.happened_at, notice.recorded_at
  from person_link_now as link
  join notice on notice.source_record_id = link.source_record_id
  union all
  select notice.id, plan.person_id, notice.kind, notice.source_record_id, notice.source_record_version, notice.resource_id,
         notice.plan_id, notice.contributor_id, notice.data_class, notice.made_by, notice.happened_at, notice.recorded_at
  from plan_now as plan
  join notice on notice.plan_id = plan.id;
comment on view notice_now is 'Every notice with the person it is about now.';
