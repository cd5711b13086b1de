-- What a system sends at once: kept as lines that wait, each taken in once, whatever is interrupted.

create table bulk_import (
  id uuid primary key,
  client text not null,
  organisation_id uuid not null references organisation,
  token text not null,
  scopes text[] not null,
  language text not null,
  request text not null,
  begun_at timestamptz not null
);
create index bulk_import_client on bulk_import (client);
comment on table bulk_import is 'That a system sent resources at once, a line each, to be written as if it had sent them one by one.';
comment on column bulk_import.scopes is 'What its token was given for: no line is written for which it was not.';

create table bulk_import_line (
  import_id uuid not null references bulk_import,
  line integer not null,
  content text not null,
  primary key (import_id, line)
);
comment on table bulk_import_line is 'A line that waits, as it came. It goes in the transaction that takes it in.';

create table bulk_import_outcome (
  import_id uuid not null references bulk_import,
  line integer not null,
  type text,
  outcome text not null check (outcome in ('created', 'updated', 'refused')),
  refusal text,
  taken_at timestamptz not null,
  primary key (import_id, line),
  check ((outcome = 'refused') = (refusal is not null))
);
comment on table bulk_import_outcome is 'What became of a line, once. Why it was refused is told as its sender was answered for a single one.';

create table bulk_import_end (
  import_id uuid primary key references bulk_import,
  ended_at timestamptz not null
);
comment on table bulk_import_end is 'That the system wants no more of an import: what waits is not taken in, and what became of the rest is not told any more.';

select keep_for_ever(array['bulk_import', 'bulk_import_outcome', 'bulk_import_end']);
grant delete on bulk_import_line to cydofal_app;
