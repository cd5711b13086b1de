-- The sum of the migrations beside this file: what a database is once all of them have run.
-- Written by `npm run tables`, for reading and for seeing what a migration changes. Nothing is made from it.

CREATE OR REPLACE FUNCTION keep_for_ever(tables text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare name text;
begin
  foreach name in array tables loop
    execute format('create trigger kept before update or delete or truncate on %I for each statement execute function refuse_change()', name);
  end loop;
end $function$
;
comment on function keep_for_ever(text[]) is 'Makes the named tables append-only.';

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed or removed: what happened is a row, undoing it is another row', tg_table_name
    using errcode = 'restrict_violation';
end $function$
;
comment on function refuse_change() is 'Keeps an append-only table append-only.';

create table account (
  id uuid not null,
  subject text not null,
  name text not null,
  language text not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_subject_key UNIQUE (subject),
  constraint account_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text]))
);
comment on table account is 'Somebody who can sign in. The subject is the identity provider''s own name for them.';

create table agreement (
  id uuid not null,
  code text not null,
  content jsonb not null,
  content_hash text not null,
  entered_at timestamp with time zone not null,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_content_hash_key UNIQUE (content_hash)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON agreement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table agreement is 'A sharing agreement as data that runs. Never edited: a change is a new agreement with a new hash.';

create table held_form (
  id uuid not null,
  account_id uuid not null,
  path text not null,
  fields jsonb not null,
  held_at timestamp with time zone not null,
  constraint held_form_pkey PRIMARY KEY (id),
  constraint held_form_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX held_form_account ON held_form USING btree (account_id, path);
comment on table held_form is 'What somebody had typed when their session ended, kept an hour for them alone, so that it is there when they sign in again.';

create table organisation (
  id uuid not null,
  code text not null,
  kind text not null,
  name_en text not null,
  name_cy text not null,
  part_of uuid,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_code_key UNIQUE (code),
  constraint organisation_kind_check CHECK (kind = ANY (ARRAY['health-board'::text, 'hospital'::text, 'council'::text, 'housing-association'::text, 'care-provider'::text, 'charity'::text, 'partnership'::text, 'person'::text])),
  constraint organisation_part_of_fkey FOREIGN KEY (part_of) REFERENCES organisation(id)
);
comment on table organisation is 'A body of the region, or one of its sites. Kind "person" is one row: what people contribute themselves.';

create table agreement_signature (
  agreement_id uuid not null,
  organisation_id uuid not null,
  content_hash text not null,
  signed_by text not null,
  signed_at timestamp with time zone not null,
  constraint agreement_signature_pkey PRIMARY KEY (agreement_id, organisation_id),
  constraint agreement_signature_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_signature_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON agreement_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table agreement_signature is 'A party''s named post-holder signing exactly this content. An agreement that lacks one is closed.';

create table person (
  id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint person_pkey PRIMARY KEY (id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON person FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table person is 'Somebody whose record is shared. Holds nothing of them: what is known is in the source records linked to them.';

create table person_account (
  account_id uuid not null,
  person_id uuid not null,
  started_at timestamp with time zone not null,
  constraint person_account_pkey PRIMARY KEY (account_id),
  constraint person_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint person_account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
comment on table person_account is 'The account with which a person reads their own record.';

create table plan (
  id uuid not null,
  person_id uuid not null,
  opened_at timestamp with time zone not null,
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_person_id_key UNIQUE (person_id),
  constraint plan_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table plan is 'One plan for one person, shared by every agency.';

create table plan_item (
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  part_of uuid,
  owner_id uuid not null,
  data_class text not null,
  place integer not null,
  constraint plan_item_pkey PRIMARY KEY (id),
  constraint plan_item_kind_check CHECK (kind = ANY (ARRAY['matters'::text, 'goal'::text, 'action'::text])),
  constraint plan_item_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organisation(id),
  constraint plan_item_part_of_fkey FOREIGN KEY (part_of) REFERENCES plan_item(id),
  constraint plan_item_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);
CREATE INDEX plan_item_plan ON plan_item USING btree (plan_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table plan_item is 'What matters, a goal, or an action. The owner decides its words: the person for their own, the organisation for what it does.';

create table plan_item_version (
  plan_item_id uuid not null,
  version integer not null,
  words text not null,
  language text not null,
  due_on date,
  why text,
  helped_by text,
  written_by uuid,
  written_by_name text not null,
  written_at timestamp with time zone not null,
  constraint plan_item_version_pkey PRIMARY KEY (plan_item_id, version),
  constraint plan_item_version_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint plan_item_version_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id),
  constraint plan_item_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_item_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table plan_item_version is 'The words of an item as they were at one time, in the language they were written in, by whom and why. Words taken down on paper have a name and no account.';

create table plan_proposal (
  id uuid not null,
  plan_item_id uuid not null,
  version integer not null,
  words text not null,
  language text not null,
  why text,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamp with time zone not null,
  constraint plan_proposal_pkey PRIMARY KEY (id),
  constraint plan_proposal_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint plan_proposal_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id),
  constraint plan_proposal_plan_item_id_version_fkey FOREIGN KEY (plan_item_id, version) REFERENCES plan_item_version(plan_item_id, version),
  constraint plan_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES account(id)
);
CREATE INDEX plan_proposal_item ON plan_proposal USING btree (plan_item_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_proposal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table plan_proposal is 'Other words for an item, offered to its owner, against the version that the proposer read.';

create table plan_proposal_answer (
  plan_proposal_id uuid not null,
  accepted boolean not null,
  words text,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  constraint plan_proposal_answer_pkey PRIMARY KEY (plan_proposal_id),
  constraint plan_proposal_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint plan_proposal_answer_plan_proposal_id_fkey FOREIGN KEY (plan_proposal_id) REFERENCES plan_proposal(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_proposal_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table plan_proposal_answer is 'The owner''s yes or no to a proposal.';

create table plan_stance (
  id uuid not null,
  plan_item_id uuid not null,
  version integer not null,
  agrees boolean not null,
  words text,
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamp with time zone not null,
  constraint plan_stance_pkey PRIMARY KEY (id),
  constraint plan_stance_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id),
  constraint plan_stance_plan_item_id_version_fkey FOREIGN KEY (plan_item_id, version) REFERENCES plan_item_version(plan_item_id, version),
  constraint plan_stance_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES account(id)
);
CREATE INDEX plan_stance_item ON plan_stance USING btree (plan_item_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_stance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table plan_stance is 'Somebody agreeing or disagreeing with an item as it stood, in their own words.';

create table signing_in (
  state_hash text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamp with time zone not null,
  constraint signing_in_pkey PRIMARY KEY (state_hash)
);
comment on table signing_in is 'A visit to the identity provider that has not come back yet. Used once.';

create table source_record (
  id uuid not null,
  organisation_id uuid not null,
  local_id text not null,
  version integer not null,
  content jsonb not null,
  nhs_number text,
  nhs_number_verified boolean not null,
  birth_date date,
  family_key text not null,
  constraint source_record_pkey PRIMARY KEY (id),
  constraint source_record_organisation_id_local_id_key UNIQUE (organisation_id, local_id),
  constraint source_record_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX source_record_nhs_number ON source_record USING btree (nhs_number) WHERE (nhs_number IS NOT NULL);
comment on table source_record is 'What one organisation holds of a person, as it stands now, with the few fields that matching asks for.';

create table person_link (
  id uuid not null,
  person_id uuid not null,
  source_record_id uuid not null,
  decided_by text not null,
  reason text not null,
  evidence jsonb not null,
  started_at timestamp with time zone not null,
  constraint person_link_pkey PRIMARY KEY (id),
  constraint person_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint person_link_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX person_link_person ON person_link USING btree (person_id);
CREATE INDEX person_link_source_record ON person_link USING btree (source_record_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON person_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table person_link is 'The decision that a source record is about a person: who or what decided, when, and on what evidence.';

create table person_link_end (
  person_link_id uuid not null,
  decided_by text not null,
  reason text not null,
  ended_at timestamp with time zone not null,
  constraint person_link_end_pkey PRIMARY KEY (person_link_id),
  constraint person_link_end_person_link_id_fkey FOREIGN KEY (person_link_id) REFERENCES person_link(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON person_link_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table person_link_end is 'The undoing of a link.';

create table resource (
  id uuid not null,
  type text not null,
  version integer not null,
  source_record_id uuid,
  contributor_id uuid not null,
  data_class text not null,
  business_key text not null,
  content jsonb not null,
  recorded_at timestamp with time zone not null,
  constraint resource_pkey PRIMARY KEY (id),
  constraint resource_contributor_id_type_business_key_key UNIQUE (contributor_id, type, business_key),
  constraint resource_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint resource_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX resource_source_record ON resource USING btree (source_record_id, type);
comment on table resource is 'The current version of a FHIR resource, with whose it is and what class of data it holds.';

create table notice (
  id uuid not null,
  kind text not null,
  source_record_id uuid not null,
  resource_id uuid not null,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id),
  constraint notice_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX notice_source_record ON notice USING btree (source_record_id, recorded_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON notice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table notice is 'Something that happened to a person which others may need to know. What each of them is shown is decided for each.';

create table notice_receipt (
  notice_id uuid not null,
  account_id uuid not null,
  received_at timestamp with time zone not null,
  constraint notice_receipt_pkey PRIMARY KEY (notice_id, account_id),
  constraint notice_receipt_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notice_receipt_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON notice_receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table notice_receipt is 'Somebody saying that they have taken notice.';

create table resource_version (
  resource_id uuid not null,
  version integer not null,
  data_class text not null,
  content jsonb not null,
  recorded_at timestamp with time zone not null,
  written_by text not null,
  message_id uuid,
  constraint resource_version_pkey PRIMARY KEY (resource_id, version),
  constraint resource_version_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON resource_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table resource_version is 'Every version of a resource as it was written, by whom, and the message that brought it.';

create table source_record_version (
  source_record_id uuid not null,
  version integer not null,
  content jsonb not null,
  recorded_at timestamp with time zone not null,
  message_id uuid,
  constraint source_record_version_pkey PRIMARY KEY (source_record_id, version),
  constraint source_record_version_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON source_record_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table source_record_version is 'Every version of a source record as received, with the message that brought it.';

create table team (
  id uuid not null,
  code text not null,
  organisation_id uuid not null,
  name_en text not null,
  name_cy text not null,
  constraint team_pkey PRIMARY KEY (id),
  constraint team_code_key UNIQUE (code),
  constraint team_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
comment on table team is 'A ward, a community team or an office of one organisation.';

create table post (
  id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null,
  team_id uuid,
  role text not null,
  title_en text not null,
  title_cy text not null,
  started_at timestamp with time zone not null,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint post_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint post_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX post_account ON post USING btree (account_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON post FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table post is 'A job somebody holds with one employer. Roles belong to the post, never to the person.';

create table post_end (
  post_id uuid not null,
  ended_at timestamp with time zone not null,
  reason text not null,
  constraint post_end_pkey PRIMARY KEY (post_id),
  constraint post_end_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON post_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table post_end is 'The leaving of a post. From this moment it opens nothing.';

create table relationship (
  id uuid not null,
  kind text not null,
  person_id uuid,
  source_record_id uuid,
  account_id uuid,
  team_id uuid,
  organisation_id uuid,
  source text not null,
  started_at timestamp with time zone not null,
  constraint relationship_pkey PRIMARY KEY (id),
  constraint relationship_check CHECK (num_nonnulls(person_id, source_record_id) = 1),
  constraint relationship_check1 CHECK (num_nonnulls(account_id, team_id, organisation_id) = 1),
  constraint relationship_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint relationship_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint relationship_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint relationship_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id),
  constraint relationship_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX relationship_account ON relationship USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX relationship_organisation ON relationship USING btree (organisation_id) WHERE (organisation_id IS NOT NULL);
CREATE INDEX relationship_person ON relationship USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX relationship_source_record ON relationship USING btree (source_record_id) WHERE (source_record_id IS NOT NULL);
CREATE INDEX relationship_team ON relationship USING btree (team_id) WHERE (team_id IS NOT NULL);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON relationship FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table relationship is 'A working or chosen tie to a person, with its source. One that rests on a source record ends when that record is unlinked.';

create table relationship_end (
  relationship_id uuid not null,
  source text not null,
  ended_at timestamp with time zone not null,
  constraint relationship_end_pkey PRIMARY KEY (relationship_id),
  constraint relationship_end_relationship_id_fkey FOREIGN KEY (relationship_id) REFERENCES relationship(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON relationship_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table relationship_end is 'The end of a tie: discharge, case closed, choice withdrawn.';

create table sender (
  id uuid not null,
  application text not null,
  facility text not null,
  organisation_id uuid not null,
  owner_team_id uuid not null,
  map jsonb not null,
  constraint sender_pkey PRIMARY KEY (id),
  constraint sender_application_facility_key UNIQUE (application, facility),
  constraint sender_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint sender_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES team(id)
);
comment on table sender is 'A system that may send, known by its MSH-3 and MSH-4, with how its fields are to be read and the team that answers for it.';

create table message (
  id uuid not null,
  sequence bigint generated always as identity not null,
  sender_id uuid,
  control_id text,
  content_hash text not null,
  type text,
  raw bytea,
  duplicate_of uuid,
  received_at timestamp with time zone not null,
  received_from text not null,
  constraint message_pkey PRIMARY KEY (id),
  constraint message_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES message(id),
  constraint message_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES sender(id)
);
CREATE INDEX message_control ON message USING btree (sender_id, control_id);
CREATE INDEX message_received ON message USING btree (received_at);
CREATE UNIQUE INDEX message_once ON message USING btree (sender_id, control_id, content_hash) WHERE ((duplicate_of IS NULL) AND (sender_id IS NOT NULL));
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON message FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table message is 'One arrival, with its bytes as they came. A repeat points to the first and keeps no bytes.';

create table message_outcome (
  id uuid not null,
  message_id uuid not null,
  outcome text not null,
  reason text,
  detail text,
  owner_team_id uuid,
  decided_at timestamp with time zone not null,
  constraint message_outcome_pkey PRIMARY KEY (id),
  constraint message_outcome_check CHECK (outcome <> 'quarantined'::text OR reason IS NOT NULL AND owner_team_id IS NOT NULL),
  constraint message_outcome_outcome_check CHECK (outcome = ANY (ARRAY['applied'::text, 'duplicate'::text, 'quarantined'::text, 'refused'::text])),
  constraint message_outcome_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id),
  constraint message_outcome_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES team(id)
);
CREATE INDEX message_outcome_message ON message_outcome USING btree (message_id);
CREATE INDEX message_outcome_quarantined ON message_outcome USING btree (decided_at) WHERE (outcome = 'quarantined'::text);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON message_outcome FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table message_outcome is 'What became of a message. The latest row counts; a quarantined one always has a reason and an owner.';

create table session (
  id_hash text not null,
  account_id uuid not null,
  post_id uuid,
  id_token text not null,
  started_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (id_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint session_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);
CREATE INDEX session_account ON session USING btree (account_id) WHERE (ended_at IS NULL);
CREATE INDEX session_ends_at ON session USING btree (ends_at);
comment on table session is 'A signed-in browser, known by the hash of its cookie. One acting post at a time.';

create table trail_entry (
  id uuid not null,
  sequence bigint generated always as identity not null,
  at timestamp with time zone not null,
  person_id uuid,
  account_id uuid,
  sender_id uuid,
  actor_name text not null,
  organisation_id uuid,
  role text,
  action text not null,
  place text not null,
  purpose text not null,
  allowed boolean not null,
  released jsonb not null,
  failed text[] not null,
  constraint trail_entry_pkey PRIMARY KEY (id),
  constraint trail_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint trail_entry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint trail_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX trail_entry_account ON trail_entry USING btree (account_id, sequence DESC);
CREATE INDEX trail_entry_at ON trail_entry USING btree (at);
CREATE INDEX trail_entry_person ON trail_entry USING btree (person_id, sequence DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table trail_entry is 'One look, telling, writing or refusal: who, as what, why, what was released, and the clause or wish that allowed it.';

create table undecided_match (
  id uuid not null,
  source_record_id uuid not null,
  candidate_id uuid not null,
  reason text not null,
  owner_team_id uuid not null,
  raised_at timestamp with time zone not null,
  constraint undecided_match_pkey PRIMARY KEY (id),
  constraint undecided_match_candidate_id_fkey FOREIGN KEY (candidate_id) REFERENCES person(id),
  constraint undecided_match_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES team(id),
  constraint undecided_match_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
comment on table undecided_match is 'Two records that may be one person, waiting for somebody to decide. Always owned.';

create table wish (
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  account_id uuid,
  team_id uuid,
  organisation_id uuid,
  data_classes text[] not null,
  words text,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint wish_pkey PRIMARY KEY (id),
  constraint wish_check CHECK (num_nonnulls(account_id, team_id, organisation_id) = 1),
  constraint wish_kind_check CHECK (kind = ANY (ARRAY['allow'::text, 'refuse'::text])),
  constraint wish_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint wish_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint wish_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint wish_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint wish_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX wish_person ON wish USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON wish FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table wish is 'A person''s own choice: to let somebody see, or to refuse them. Binds what was and what will be.';

create table wish_end (
  wish_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null,
  constraint wish_end_pkey PRIMARY KEY (wish_id),
  constraint wish_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  constraint wish_end_wish_id_fkey FOREIGN KEY (wish_id) REFERENCES wish(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON wish_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on table wish_end is 'The withdrawal of a wish.';

create view person_link_now as
 SELECT person_id,
    source_record_id,
    id AS person_link_id
   FROM person_link link
  WHERE NOT (EXISTS ( SELECT
           FROM person_link_end ended
          WHERE ended.person_link_id = link.id));
comment on view person_link_now is 'The links that stand.';

create view relationship_now as
 SELECT tie.id,
    tie.kind,
    tie.person_id,
    tie.account_id,
    tie.team_id,
    tie.organisation_id,
    tie.source,
    tie.started_at
   FROM relationship tie
  WHERE tie.person_id IS NOT NULL AND NOT (EXISTS ( SELECT
           FROM relationship_end ended
          WHERE ended.relationship_id = tie.id))
UNION ALL
 SELECT tie.id,
    tie.kind,
    link.person_id,
    tie.account_id,
    tie.team_id,
    tie.organisation_id,
    tie.source,
    tie.started_at
   FROM relationship tie
     JOIN person_link_now link ON link.source_record_id = tie.source_record_id
  WHERE NOT (EXISTS ( SELECT
           FROM relationship_end ended
          WHERE ended.relationship_id = tie.id));
comment on view relationship_now is 'The ties that hold, each resolved to a person through the links that stand.';
