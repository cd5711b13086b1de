-- Files of rows: what councils, landlords and providers send as CSV. Each row is a message of the ledger.

create table file_drop (
  id uuid primary key,
  sequence bigint generated always as identity,
  sender_id uuid not null references sender,
  kind text not null,
  file_name text not null,
  byte_count integer not null,
  content_hash text not null,
  way text not null check (way in ('page', 'folder')),
  account_id uuid references account,
  brought_by text not null,
  repeats uuid references file_drop,
  received_at timestamptz not null
);
create index file_drop_sender on file_drop (sender_id, kind, sequence);
comment on table file_drop is 'One file as it came: whose, of which kind, by which way and by whom. Nothing of it counts until it is started.';
comment on column file_drop.repeats is 'The drop that had the very same bytes, where none of the same sender and kind came between: its rows are repeats.';

create table file_drop_piece (
  drop_id uuid not null references file_drop,
  place integer not null,
  bytes bytea not null,
  primary key (drop_id, place)
);
comment on table file_drop_piece is 'The bytes of a file as they came, in pieces, so that no file has to be in the memory whole.';

create table file_drop_start (
  drop_id uuid primary key references file_drop,
  account_id uuid references account,
  started_by text not null,
  ends_gone boolean not null,
  started_at timestamptz not null
);
comment on table file_drop_start is 'The word that a file is to be taken in, and whether what it no longer tells of ends.';

create table file_drop_row (
  drop_id uuid not null references file_drop,
  row_number integer not null,
  message_id uuid not null references message,
  row_key text,
  became text not null check (became in ('applied', 'duplicate', 'quarantined', 'refused')),
  has_changed boolean not null,
  primary key (drop_id, row_number)
);
create index file_drop_row_message on file_drop_row (message_id);
comment on table file_drop_row is 'What became of one row of a file when it was taken in; the message has what became of it since.';
comment on column file_drop_row.row_key is 'What the row tells of, in the sender''s own references; null when that could not be read.';

create table file_drop_end (
  drop_id uuid primary key references file_drop,
  fault jsonb,
  ended_at timestamptz not null
);
comment on table file_drop_end is 'A file has been taken in, all of it; or could not be read at all, and why.';

select keep_for_ever(array['file_drop', 'file_drop_piece', 'file_drop_start', 'file_drop_row', 'file_drop_end']);
