-- What hangs on a person follows joins and undoings. Rows keep the person id under which they were written; each view
-- here tells whose they are now. While two are one, everything of both is in force; told apart, each has its own again.

alter table wish add column carried_from uuid references wish;
create index wish_carried on wish (carried_from) where carried_from is not null;
comment on column wish.carried_from is 'The objection that this one repeats for another id, which was the same person when it was made. It binds only if the two are told apart, and as long as the other stands.';

alter table wish_end add column person_id uuid references person;
alter table wish_end disable trigger kept;
update wish_end as ended set person_id = wish.person_id from wish where wish.id = ended.wish_id;
alter table wish_end enable trigger kept;
alter table wish_end alter column person_id set not null;
alter table wish_end drop constraint wish_end_pkey;
alter table wish_end add primary key (wish_id, person_id);
comment on column wish_end.person_id is 'For whom it was withdrawn. An objection is withdrawn only for whoever is one person with them; leave that is taken back is gone.';

create view wish_now as
  select wish.id, now.person_id, wish.person_id as kept_under, wish.kind, wish.account_id, wish.team_id,
         wish.organisation_id, wish.data_classes, wish.words, wish.made_by, wish.made_at, wish.representative_id,
         wish.form_key, wish.carried_from
  from wish
  join person_now as now on now.id = wish.person_id
  where not exists (
      select from wish_end as ended
      join person_now as by on by.id = ended.person_id
      where ended.wish_id = wish.id and (wish.kind = 'allow' or by.person_id = now.person_id))
    and (wish.carried_from is null or exists (
      select from wish as said
      join person_now as speaker on speaker.id = said.person_id
      where said.id = wish.carried_from and speaker.person_id <> now.person_id
        and not exists (
          select from wish_end as ended
          join person_now as by on by.id = ended.person_id
          where ended.wish_id = said.id and by.person_id in (speaker.person_id, now.person_id))
        and not exists (
          select from wish as twin
          join wish_end as ended on ended.wish_id = twin.id
          join person_now as by on by.id = ended.person_id
          where twin.carried_from = said.id and by.person_id = now.person_id)
        and not exists (
          select from wish as twin
          join person_now as other on other.id = twin.person_id
          where twin.carried_from = said.id and other.person_id = now.person_id and twin.id < wish.id)));
comment on view wish_now is 'The wishes that stand, each with whose it is now. What was objected to while two were one stands for both when they are told apart.';

create or replace view relationship_now as
  select tie.id, tie.kind, now.person_id, tie.account_id, tie.team_id, tie.organisation_id, tie.source, tie.started_at, tie.ends_at
  from relationship as tie
  join person_now as now on now.id = tie.person_id
  where not exists (select from relationship_end as ended where ended.relationship_id = tie.id)
  union all
  select tie.id, tie.kind, link.person_id, tie.account_id, tie.team_id, tie.organisation_id, tie.source, tie.started_at, tie.ends_at
  from relationship as tie
  join person_link_now as link on link.source_record_id = tie.source_record_id
  where not exists (select from relationship_end as ended where ended.relationship_id = tie.id);
comment on view relationship_now is 'The ties that have not been ended, each with whose it is now. One with ends_at holds until then.';

create view person_account_now as
  select own.account_id, now.person_id, own.person_id as kept_under
  from person_account as own
  join person_now as now on now.id = own.person_id;
comment on view person_account_now is 'The account with which somebody reads their own record, as it is now.';

create view representative_now as
  select office.id, now.person_id, office.person_id as kept_under, office.account_id, office.kind, office.acts,
         office.reference, office.registered_on, office.source, office.recorded_by, office.recorded_by_name, office.started_at
  from representative as office
  join person_now as now on now.id = office.person_id
  where not exists (select from representative_end as ended where ended.representative_id = office.id);
comment on view representative_now is 'The powers and orders that have not ended, each with whose it is now.';

create view capacity_finding_now as
  select finding.id, now.person_id, finding.decision, finding.has_capacity, finding.evidence, finding.found_by,
         finding.found_by_name, finding.review_on, finding.found_at
  from capacity_finding as finding
  join person_now as now on now.id = finding.person_id;
comment on view capacity_finding_now is 'Every finding of capacity with whose it is now. The latest for a decision counts until its review day.';

create view emergency_access_now as
  select emergency.id, now.person_id, emergency.account_id, emergency.organisation_id, emergency.data_classes,
         emergency.opened_at, emergency.closes_at
  from emergency_access as emergency
  join person_now as now on now.id = emergency.person_id
  where not exists (select from emergency_access_end as ended where ended.emergency_access_id = emergency.id);
comment on view emergency_access_now is 'The emergencies that were not closed before their time, each with whose record it opens now. One is open from opened_at until closes_at.';

create view plan_now as
  select plan.id, now.person_id, plan.person_id as kept_under
  from plan
  join person_now as now on now.id = plan.person_id;
comment on view plan_now is 'The plans with whose each is now. Of two who are one both are theirs, and are read as one.';
