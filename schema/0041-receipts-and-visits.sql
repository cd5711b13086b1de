-- Visits that an admission or a death puts on hold, notices that nobody takes, and mail to those who want it.

create index notice_resource on notice (resource_id, recorded_at) where resource_id is not null;

create view visit_hold as
  select notice.id, notice.person_id, notice.kind, notice.recorded_at as since, notice.source_record_id,
         case notice.kind when 'died' then notice.contributor_id else spell.contributor_id end as contributor_id,
         case notice.kind when 'died' then notice.data_class else spell.data_class end as data_class,
         coalesce((spell.content #>> '{period,start}')::timestamptz, notice.recorded_at) as begins_at,
         (spell.content #>> '{extension,0,valueDateTime}')::date as expected_home_on
  from notice_now as notice
  left join resource as spell on spell.id = notice.resource_id
  where (notice.kind = 'died'
         and not exists (
           select from notice as later
           where later.source_record_id = notice.source_record_id and later.kind = 'death-withdrawn'
             and later.recorded_at > notice.recorded_at))
     or (notice.kind in ('admitted', 'back-from-leave') and spell.data_class = 'presence-in-hospital'
         and spell.content ->> 'status' in ('in-progress', 'arrived', 'triaged')
         and not exists (
           select from notice as later
           where later.resource_id = notice.resource_id and later.recorded_at > notice.recorded_at
             and later.kind in ('admitted', 'back-from-leave', 'on-leave', 'went-home', 'admission-cancelled')));
comment on view visit_hold is 'Who is in hospital or has died, so that planned visits are in vain: it begins with a notice and ends with another, and nobody need remember either.';

create table visit_hold_answer (
  id uuid primary key,
  notice_id uuid not null references notice,
  organisation_id uuid not null references organisation,
  resource_id uuid references resource,
  goes_ahead boolean not null,
  answered_by uuid not null references account,
  answered_by_name text not null,
  answered_at timestamptz not null
);
create index visit_hold_answer_notice on visit_hold_answer (notice_id);
comment on table visit_hold_answer is 'What the organisation whose visits they are says to a hold: that they are held, or go ahead; of one visit, or of all where none is named. The last word counts.';

create table notice_escalation (
  notice_id uuid not null references notice,
  organisation_id uuid not null references organisation,
  team_id uuid references team,
  raised_at timestamptz not null,
  unique nulls not distinct (notice_id, organisation_id, team_id)
);
comment on table notice_escalation is 'That nobody of a team, or of an organisation without teams, had taken a notice when its time was up. A receipt of any of them ends it.';

create table mail_code (
  id uuid primary key,
  account_id uuid not null references account,
  address text not null,
  code_hash text not null,
  made_at timestamptz not null
);
create index mail_code_account on mail_code (account_id, made_at desc);
comment on table mail_code is 'A code that was mailed to an address, to be typed in by whoever says it is theirs.';

create table mail_try (
  id uuid primary key,
  mail_code_id uuid not null references mail_code,
  is_right boolean not null,
  tried_at timestamptz not null
);
create index mail_try_code on mail_try (mail_code_id);
comment on table mail_try is 'A code typed in, right or wrong: the address is confirmed by the first right one, and after a few wrong ones by none.';

create table mail_choice (
  id uuid primary key,
  account_id uuid not null references account,
  mail_code_id uuid references mail_code,
  language text not null check (language in ('en', 'cy')),
  kinds text[] not null,
  chosen_at timestamptz not null
);
create index mail_choice_account on mail_choice (account_id, chosen_at desc);
comment on table mail_choice is 'Of which kinds of notices somebody wants to be told by mail that there is one, in which language, and to which confirmed address. The last choice counts; no kinds is no mail.';

create table mail_told (
  account_id uuid not null references account,
  notice_id uuid not null references notice,
  told_at timestamptz not null,
  is_mailed boolean not null,
  primary key (account_id, notice_id)
);
create index mail_told_account on mail_told (account_id, told_at desc);
comment on table mail_told is 'That it was decided whether somebody is mailed of a notice, and whether they were: a mail says that there is something, and the next within the hour would say no more.';

select keep_for_ever(array['visit_hold_answer', 'notice_escalation', 'mail_code', 'mail_try', 'mail_choice', 'mail_told']);
