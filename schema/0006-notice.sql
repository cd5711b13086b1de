-- What people with a tie to somebody are told at once.

create table notice (
  id uuid primary key,
  kind text not null,
  source_record_id uuid not null references source_record,
  resource_id uuid not null references resource,
  happened_at timestamptz not null,
  recorded_at timestamptz not null
);
create index notice_source_record on notice (source_record_id, recorded_at desc);
comment on table notice is 'Something that happened to a person which others may need to know. What each of them is shown is decided for each.';

create table notice_receipt (
  notice_id uuid not null references notice,
  account_id uuid not null references account,
  received_at timestamptz not null,
  primary key (notice_id, account_id)
);
comment on table notice_receipt is 'Somebody saying that they have taken notice.';

select keep_for_ever(array['notice', 'notice_receipt']);
