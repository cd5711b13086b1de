-- Partners' systems that subscribe, over FHIR, to what happens to those who are open to them.

create table subscription (
  id uuid primary key,
  destination_id uuid not null references destination,
  created_at timestamptz not null
);
create index subscription_destination on subscription (destination_id);
comment on table subscription is 'A partner''s system has asked to be told of something by FHIR. What it asked is its newest version.';

create table subscription_version (
  subscription_id uuid not null references subscription,
  version integer not null check (version > 0),
  topic text not null,
  endpoint text not null,
  content text not null check (content in ('empty', 'id-only', 'full-resource')),
  patient_system text,
  patient_value text,
  heartbeat_seconds integer check (heartbeat_seconds > 0),
  ends_at timestamptz,
  reason text not null,
  at timestamptz not null,
  primary key (subscription_id, version),
  check ((patient_system is null) = (patient_value is null))
);
comment on table subscription_version is 'What a subscription asks for, as its system said it at one time: of what, told where, how much, of whom, until when.';
comment on column subscription_version.patient_value is 'The identifier of the one person it is for; null when it is for all who are open.';

create table subscription_secret (
  subscription_id uuid primary key references subscription,
  authorization_header text not null
);
grant delete on subscription_secret to cydofal_app;
comment on table subscription_secret is 'What the receiver wants to be shown with each notification (the Authorization header). Replaced and taken away with the subscription, and never read out.';

create table subscription_end (
  subscription_id uuid primary key references subscription,
  at timestamptz not null
);
comment on table subscription_end is 'A system has ended its subscription: what waited for it is not sent.';

create table subscription_event (
  subscription_id uuid not null references subscription,
  number bigint not null check (number > 0),
  notice_id uuid not null references notice,
  outgoing_id uuid references outgoing,
  at timestamptz not null,
  primary key (subscription_id, number),
  unique (subscription_id, notice_id)
);
comment on table subscription_event is 'One thing of which a subscription is told, by its number there; numbers have no gaps. Without outgoing it was not sent, because the subscription was in error: its system asks for it ($events).';

select keep_for_ever(array['subscription', 'subscription_version', 'subscription_end', 'subscription_event']);

create view subscription_now as
  select subscription.id, subscription.destination_id, subscription.created_at, asked.version, asked.topic, asked.endpoint,
         asked.content, asked.patient_system, asked.patient_value, asked.heartbeat_seconds, asked.ends_at, asked.reason,
         asked.at as since, ended.at as ended_at,
         subscription.destination_id || ' subscription ' || subscription.id as turn,
         (select count(*) from subscription_event as event where event.subscription_id = subscription.id) as events
  from subscription
  cross join lateral (
    select version.* from subscription_version as version
    where version.subscription_id = subscription.id order by version.version desc limit 1
  ) as asked
  left join subscription_end as ended on ended.subscription_id = subscription.id;
comment on view subscription_now is 'Each subscription as it is now, with the turn in which it is told, and how many events it has been told of.';
grant select on subscription_now to cydofal_app;
