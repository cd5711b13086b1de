-- How good what is sent is, and how well records are matched: figures without people, and the models that matching used.

create index source_record_version_recorded on source_record_version using brin (recorded_at);

create table source_record_check (
  source_record_id uuid primary key references source_record,
  organisation_id uuid not null references organisation,
  version integer not null,
  rules integer not null,
  faults text[] not null,
  checked_at timestamptz not null
);
create index source_record_check_faults on source_record_check using gin (faults);
comment on table source_record_check is 'What was found wrong with a source record when one version of it was looked at, by which rules. Made anew from the record at any time.';

create table source_quality_day (
  organisation_id uuid not null references organisation,
  day date not null,
  measure text not null,
  records integer not null check (records >= 0),
  counted_at timestamptz not null,
  primary key (day, organisation_id, measure)
);
comment on table source_quality_day is 'How many source records of an organisation there were on a day, how many had each fault, and how many came and changed in all of it.';

create table matching_model (
  version integer primary key check (version > 0),
  content jsonb not null,
  fingerprint text not null unique,
  made_from integer references matching_model,
  records integer not null check (records >= 0),
  pairs bigint not null check (pairs >= 0),
  account_id uuid references account,
  learnt_by text not null,
  learnt_at timestamptz not null
);
comment on table matching_model is 'A model that decides which records are one person''s, as it was learnt from so many records of the region and so many pairs of them. Version 0, which the program is shipped with, is not here.';
comment on column matching_model.fingerprint is 'The hash of the content without its version: the same records give the same model, which is kept once.';
comment on column matching_model.made_from is 'The model that this one is, but for its thresholds.';

create table matching_shadow_run (
  version integer primary key references matching_model,
  against integer not null check (against >= 0),
  records integer not null,
  kept integer not null,
  gained integer not null,
  lost integer not null,
  asked integer not null,
  at_thresholds jsonb not null,
  run_at timestamptz not null
);
comment on table matching_shadow_run is 'What a model would do to the links in force if it were put in force: how many it would keep, gain and lose, about how many it would ask, and how many of its links would be wrong at each threshold.';

create table matching_shadow_pair (
  version integer not null references matching_shadow_run,
  record_a uuid not null references source_record,
  record_b uuid not null references source_record,
  change text not null check (change in ('gained', 'lost')),
  weight double precision not null,
  probability double precision not null check (probability between 0 and 1),
  explanation jsonb not null,
  primary key (version, record_a, record_b),
  check (record_a < record_b)
);
comment on table matching_shadow_pair is 'A link that a model would make and that is not in force, or one that is in force and that it would not make.';

create table matching_model_proposal (
  id uuid primary key,
  version integer not null check (version >= 0),
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  proposed_by uuid not null references account,
  proposed_by_name text not null,
  proposed_at timestamptz not null
);
comment on table matching_model_proposal is 'Somebody saying that a model should be put in force, and why. 0 goes back to the one that the program is shipped with.';

create table matching_model_sign_off (
  proposal_id uuid primary key references matching_model_proposal,
  is_agreed boolean not null,
  words text not null check (words <> ''),
  language text not null check (language in ('en', 'cy')),
  signed_by uuid not null references account,
  signed_by_name text not null,
  signed_at timestamptz not null
);
comment on table matching_model_sign_off is 'The second person, never the first, putting a model in force or not. The latest that was agreed is in force.';

create view matching_model_now as
  select proposal.version, proposal.id as proposal_id, signed.signed_at
  from matching_model_sign_off as signed
  join matching_model_proposal as proposal on proposal.id = signed.proposal_id
  where signed.is_agreed
  order by signed.signed_at desc, proposal.id
  limit 1;
comment on view matching_model_now is 'The model in force. No row: the one that the program is shipped with.';

create function refuse_own_sign_off() returns trigger language plpgsql as $$
begin
  if new.signed_by = (select proposed_by from matching_model_proposal where id = new.proposal_id) then
    raise exception 'a second person signs' using errcode = 'check_violation';
  end if;
  return new;
end $$;
comment on function refuse_own_sign_off() is 'Nobody puts a model in force alone.';
create trigger second_person before insert on matching_model_sign_off for each row execute function refuse_own_sign_off();

create table matching_estimate_day (
  day date primary key,
  model_version text not null,
  drawn integer not null check (drawn >= 0),
  crowded integer not null check (crowded between 0 and drawn),
  counted_at timestamptz not null
);
comment on table matching_estimate_day is 'A night on which records were found anew as if nobody had an NHS number: by which model, how many, and under how many of them stood a key that too many share to be looked at.';

create table matching_estimate (
  day date not null references matching_estimate_day,
  measure text not null check (measure in ('compared', 'recall', 'found', 'precision', 'calibration')),
  dimension text not null check (dimension in ('all', 'sources', 'name', 'age')),
  stratum text not null,
  hits integer not null,
  trials integer not null check (hits between 0 and trials),
  primary key (day, measure, dimension, stratum)
);
comment on table matching_estimate is 'How often that came out right, held against the numbers that were hidden. No person is in it.';

create table matching_level (
  day date not null references matching_estimate_day,
  organisation_id uuid not null references organisation,
  comparison text not null,
  level text not null,
  pairs integer not null check (pairs > 0),
  primary key (day, organisation_id, comparison, level)
);
comment on table matching_level is 'How many pairs that are one person''s by their numbers came out at each level, by whose records they were: what the model expects is held against it.';

create table matching_audit (
  record_link_id uuid primary key references record_link,
  review_candidate_id uuid not null references review_candidate,
  month date not null check (extract(day from month) = 1),
  stratum text not null,
  stratum_links integer not null check (stratum_links > 0),
  drawn_at timestamptz not null
);
comment on table matching_audit is 'A link of the model that was drawn for a person to look at, out of so many that it was as sure of. What they say is in the task.';

grant update on source_record_check to cydofal_app;

select keep_for_ever(array['source_quality_day', 'matching_model', 'matching_shadow_run', 'matching_shadow_pair', 'matching_model_proposal', 'matching_model_sign_off', 'matching_estimate_day', 'matching_estimate', 'matching_level', 'matching_audit']);
