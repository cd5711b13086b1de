-- Who works where: organisations, their teams, the people who sign in, and the posts they hold.

create table organisation (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in ('health-board', 'hospital', 'council', 'housing-association', 'care-provider', 'charity', 'partnership', 'person')),
  name_en text not null,
  name_cy text not null,
  part_of uuid references organisation
);
comment on table organisation is 'A body of the region, or one of its sites. Kind "person" is one row: what people contribute themselves.';

create table team (
  id uuid primary key,
  code text not null unique,
  organisation_id uuid not null references organisation,
  name_en text not null,
  name_cy text not null
);
comment on table team is 'A ward, a community team or an office of one organisation.';

create table account (
  id uuid primary key,
  subject text not null unique,
  name text not null,
  language text not null check (language in ('en', 'cy'))
);
comment on table account is 'Somebody who can sign in. The subject is the identity provider''s own name for them.';

create table post (
  id uuid primary key,
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  team_id uuid references team,
  role text not null,
  title_en text not null,
  title_cy text not null,
  started_at timestamptz not null
);
create index post_account on post (account_id);
comment on table post is 'A job somebody holds with one employer. Roles belong to the post, never to the person.';

create table post_end (
  post_id uuid primary key references post,
  ended_at timestamptz not null,
  reason text not null
);
comment on table post_end is 'The leaving of a post. From this moment it opens nothing.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed: what happened is a row, undoing it is another row', tg_table_name
    using errcode = 'restrict_violation';
end $$;
comment on function refuse_change() is 'Keeps an append-only table append-only.';

create function keep_for_ever(tables text[]) returns void language plpgsql as $$
declare name text;
begin
  foreach name in array tables loop
    execute format('create trigger kept before update or delete or truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $$;
comment on function keep_for_ever(text[]) is 'Makes the named tables append-only.';

select keep_for_ever(array['post', 'post_end']);
