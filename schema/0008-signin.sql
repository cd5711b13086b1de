-- Sessions live here, never in the browser.

create table session (
  id_hash text primary key,
  account_id uuid not null references account,
  post_id uuid references post,
  id_token text not null,
  started_at timestamptz not null,
  last_used_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz
);
create index session_account on session (account_id) where ended_at is null;
create index session_ends_at on session (ends_at);
comment on table session is 'A signed-in browser, known by the hash of its cookie. One acting post at a time.';

create table signing_in (
  state_hash text primary key,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamptz not null
);
comment on table signing_in is 'A visit to the identity provider that has not come back yet. Used once.';

create table held_form (
  id uuid primary key,
  account_id uuid not null references account,
  path text not null,
  fields jsonb not null,
  held_at timestamptz not null
);
create index held_form_account on held_form (account_id, path);
comment on table held_form is 'What somebody had typed when their session ended, kept an hour for them alone, so that it is there when they sign in again.';
