-- Apps that somebody may let act in their name, or that act for themselves, over FHIR. An app is let in by two people, and
-- used by nobody before each of those in whose name it asks has let it in as well.

create table app (
  id uuid primary key,
  client text not null check (client ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
  name text not null check (name <> ''),
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('public', 'secret', 'key', 'system')),
  redirect_uris text[] not null,
  launch_url text,
  scopes text[] not null check (cardinality(scopes) > 0),
  jwks jsonb,
  jwks_url text,
  secret_hash text,
  owner_team_id uuid not null references team,
  registered_by uuid references account,
  registered_at timestamptz not null,
  check ((kind = 'system') = (cardinality(redirect_uris) = 0)),
  check ((kind in ('key', 'system')) = (num_nonnulls(jwks, jwks_url) = 1)),
  check ((kind = 'secret') = (secret_hash is not null))
);
create index app_client on app (client);
comment on table app is 'An app as an officer registered it: who answers for it, how it proves itself, where people are led back to, and the most that it may ask. What changes is registered anew.';
comment on column app.client is 'By what name its tokens call it. Of those that are not closed only one has it.';
comment on column app.kind is 'How it proves itself: not at all (public), by a secret, by a key; system: by a key, and it acts for itself and for nobody.';
comment on column app.secret_hash is 'SHA-256 of its secret, hex. The secret was shown once.';

create table app_step (
  id uuid primary key,
  app_id uuid not null references app,
  step text not null check (step in ('confirmed', 'closed')),
  reason text,
  account_id uuid references account,
  at timestamptz not null,
  unique (app_id, step),
  check (step <> 'closed' or reason is not null)
);
comment on table app_step is 'What was decided about an app: a second person''s word that it is right, or that it is not to be used any more.';

create table app_grant (
  id uuid primary key,
  app_id uuid not null references app,
  account_id uuid not null references account,
  post_id uuid references post,
  person_id uuid references person,
  session_hash text,
  scopes text[] not null,
  granted_at timestamptz not null,
  ends_at timestamptz not null
);
create index app_grant_account on app_grant (account_id, granted_at desc);
comment on table app_grant is 'Somebody has let an app in: to ask in their name, in the post they acted in, for as much and as long as is said here.';
comment on column app_grant.person_id is 'The one person it was opened for; null where it was opened for nobody in particular.';
comment on column app_grant.session_hash is 'It lasts only while this session does; null where it may ask when nobody is there.';

create table app_grant_end (
  grant_id uuid primary key references app_grant,
  why text not null check (why in ('taken-back', 'given-back', 'misused')),
  at timestamptz not null
);
comment on table app_grant_end is 'An app that was let in is let in no more: whoever let it in took that back, the app gave it back, or something that works once was used twice.';

select keep_for_ever(array['app', 'app_step', 'app_grant', 'app_grant_end']);

create table app_launch (
  id_hash text primary key,
  app_id uuid not null references app,
  account_id uuid not null references account,
  post_id uuid references post,
  person_id uuid not null references person,
  launched_at timestamptz not null
);
grant delete on app_launch to cydofal_app;
comment on table app_launch is 'Somebody is on their way from a person''s page to an app. Used once, by them, within minutes.';

create table app_held (
  model text not null,
  id_hash text not null,
  grant_id uuid,
  uid text,
  payload jsonb not null,
  consumed_at timestamptz,
  expires_at timestamptz not null,
  primary key (model, id_hash)
);
create index app_held_grant on app_held (grant_id) where grant_id is not null;
create index app_held_expires on app_held (expires_at);
grant update, delete on app_held to cydofal_app;
comment on table app_held is 'What the authorisation server keeps between two requests: visits, codes and tokens, each by the hash of what only its holder knows.';

create view app_now as
  select app.*, confirmed.id is not null as is_confirmed, closed.id is not null as is_closed
  from app
  left join app_step as confirmed on confirmed.app_id = app.id and confirmed.step = 'confirmed'
  left join app_step as closed on closed.app_id = app.id and closed.step = 'closed';
comment on view app_now is 'Every app, and whether it may be used now.';
grant select on app_now to cydofal_app;

create view app_grant_now as
  select granted.*
  from app_grant as granted
  join app_now as app on app.id = granted.app_id and app.is_confirmed and not app.is_closed
  left join app_grant_end as ended on ended.grant_id = granted.id
  left join session on session.id_hash = granted.session_hash and session.ended_at is null
  where ended.grant_id is null and (granted.session_hash is null or session.id_hash is not null);
comment on view app_grant_now is 'What apps are let in for and has not been taken back, the app not closed, the session not ended. Whether its time is up is for whoever asks.';
grant select on app_grant_now to cydofal_app;
