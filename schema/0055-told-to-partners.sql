-- What partners' systems are told of people: which of what happens, since when, and by whose word.

create table destination_told (
  destination_id uuid not null references destination,
  version integer not null check (version > 0),
  topics text[] not null,
  reason text not null check (reason <> ''),
  account_id uuid not null references account,
  at timestamptz not null,
  primary key (destination_id, version)
);
comment on table destination_told is 'Of which of the things that happen to people a destination is told, as far as they are open to it. The newest version holds; each has its reason and its hand.';

create view destination_told_now as
  select distinct on (told.destination_id) told.destination_id, told.version, told.topics, told.at
  from destination_told as told
  order by told.destination_id, told.version desc;
comment on view destination_told_now is 'What each destination is told of now, and since when that has been so.';
grant select on destination_told_now to cydofal_app;

create table notice_told (
  notice_id uuid primary key references notice,
  at timestamptz not null
);
comment on table notice_told is 'A notice of which it has been decided, for every destination there was, whether it is told there: what was open was queued in the same transaction.';

create index notice_recorded on notice (recorded_at);

select keep_for_ever(array['destination_told', 'notice_told']);
