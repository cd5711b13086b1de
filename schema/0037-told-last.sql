-- What a system says of a person stands as it was said last, field by field, whenever it came.

create table told_last (
  source_record_id uuid primary key references source_record,
  fields jsonb not null
);
comment on table told_last is 'When each field of a source record was last spoken of by its system, by the system''s own clock, and in which message. What was said of the field before that changes nothing.';
grant update on told_last to cydofal_app;
