-- Photographs of workers, for those with whom they are.

create table worker_photograph (
  account_id uuid primary key references account,
  id uuid not null unique,
  media_type text not null check (media_type in ('image/jpeg', 'image/png')),
  bytes bytea not null,
  given_at timestamptz not null
);
comment on table worker_photograph is 'The photograph that somebody at work gives of themselves, without what the camera wrote into it besides. Their own: another replaces it, and when they take it off it is gone.';
comment on column worker_photograph.id is 'Another for each photograph, so that what is shown is never an older one.';

grant update, delete on worker_photograph to cydofal_app;
