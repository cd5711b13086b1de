-- Whom to call: the telephone numbers that people may use, by whose they are.

create table organisation_phone (
  organisation_id uuid not null references organisation,
  number text not null,
  place integer not null,
  when_en text not null,
  when_cy text not null,
  primary key (organisation_id, place)
);
comment on table organisation_phone is 'A telephone number of a body for the people it looks after, and when somebody answers it; the first place is the one to try first.';
