-- Subscriptions that their system listens to itself, over a websocket, and those that an officer has turned off.

alter table subscription_version add column channel text not null default 'rest-hook' check (channel in ('rest-hook', 'websocket'));
alter table subscription_version alter column endpoint drop not null;
alter table subscription_version add check ((channel = 'rest-hook') = (endpoint is not null));
comment on column subscription_version.channel is 'How it is told: we post to its endpoint, or it listens over a websocket.';

create table subscription_reached (
  subscription_id uuid primary key references subscription,
  number bigint not null check (number >= 0),
  at timestamptz not null,
  cut_because text
);
grant update on subscription_reached to cydofal_app;
comment on table subscription_reached is 'How far a subscription has been told over a websocket: through which number, since when, and why its last socket was cut, if it was. The events themselves are kept.';

alter table subscription_end add column account_id uuid references account;
alter table subscription_end add column reason text;
alter table subscription_end add check ((account_id is null) = (reason is null));
comment on table subscription_end is 'A subscription has ended: what waited for it is not sent. Its system has said so, or an officer, with why.';

create or replace view subscription_now as
  select subscription.id, subscription.destination_id, subscription.created_at, asked.version, asked.topic, asked.endpoint,
         asked.content, asked.patient_system, asked.patient_value, asked.heartbeat_seconds, asked.ends_at, asked.reason,
         asked.at as since, ended.at as ended_at,
         subscription.destination_id || ' subscription ' || subscription.id as turn,
         (select count(*) from subscription_event as event where event.subscription_id = subscription.id) as events,
         asked.channel, coalesce(reached.number, 0) as reached, reached.cut_because
  from subscription
  cross join lateral (
    select version.* from subscription_version as version
    where version.subscription_id = subscription.id order by version.version desc limit 1
  ) as asked
  left join subscription_end as ended on ended.subscription_id = subscription.id
  left join subscription_reached as reached on reached.subscription_id = subscription.id;
