-- The sum of the migrations beside this file: what a database is once all of them have run.
-- Written by `npm run tables`, for reading and for seeing what a migration changes. Nothing is made from it.

create schema letters;
create extension pg_trgm with schema letters;

CREATE OR REPLACE FUNCTION bind_to_seal()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "TimeZone" TO 'UTC'
AS $function$
begin
  with bound as materialized (
    select entry.id, to_jsonb(entry) as kept,
           sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as secret
    from written as entry
  ), kept as (insert into trail_secret (id, secret) select id, secret from bound)
  insert into trail_unsealed (id, commitment)
  select id, hmac_sha256(secret, convert_to(sealed_text(kept), 'UTF8')) from bound order by (kept ->> 'sequence')::bigint;
  return null;
end $function$
;
comment on function bind_to_seal() is 'Draws a secret for each row just written and puts its commitment in the queue of the sealer, in the same transaction.';

CREATE OR REPLACE FUNCTION close_emergencies_of_post()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into emergency_access_end (emergency_access_id, ended_by, ended_at)
  select emergency.id, null, new.ended_at
  from post
  join emergency_access as emergency
    on emergency.account_id = post.account_id and emergency.organisation_id = post.organisation_id
   and emergency.role = post.role
  where post.id = new.post_id and emergency.closes_at > new.ended_at
  on conflict do nothing;
  return null;
end $function$
;
comment on function close_emergencies_of_post() is 'With a post ends whatever was opened in it, in the same moment, by whatever the post was ended.';

CREATE OR REPLACE FUNCTION current_nhs_number(number text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  newer text;
begin
  for step in 1..10 loop
    select new_number into newer from superseded_number_now where old_number = number order by id limit 1;
    exit when newer is null;
    number := newer;
  end loop;
  return number;
end $function$
;
comment on function current_nhs_number(text) is 'The number that stands in the place of a number now: itself, unless it was superseded.';

CREATE OR REPLACE FUNCTION erase_trail_entry(entry uuid, why text, by_whom text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into trail_erasure (id, erased_id, reason, decided_by, erased_at)
  values (gen_random_uuid(), entry, why, by_whom, statement_timestamp());
  perform set_config('cydofal.erasing', 'trail_entry', true);
  delete from trail_entry where id = entry;
  if not found then raise exception 'there is no entry % of the trail', entry using errcode = 'no_data_found'; end if;
  perform set_config('cydofal.erasing', '', true);
  delete from trail_secret where id = entry;
end $function$
;
comment on function erase_trail_entry(uuid,text,text) is 'Destroys an entry of the trail and its secret, and says so. For the owner of the database alone; its commitment stays.';
revoke execute on function erase_trail_entry(uuid,text,text) from public;

CREATE OR REPLACE FUNCTION folded(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN regexp_replace(regexp_replace(NORMALIZE(lower(words), NFD), '[̀-ͯ]'::text, ''::text, 'g'::text), '\s+'::text, ' '::text, 'g'::text)
;
comment on function folded(text) is 'A text as searches compare it: without case, accents and more than one space at a time. What is kept has been folded by src/ground/fhir/search/fold.ts.';

CREATE OR REPLACE FUNCTION hmac_key(secret bytea, pad bigint)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE STRICT
RETURN (((((((int8send((((('x'::text || encode(substr(secret, 1, 8), 'hex'::text)))::bit(64))::bigint # pad)) || int8send((((('x'::text || encode(substr(secret, 9, 8), 'hex'::text)))::bit(64))::bigint # pad))) || int8send((((('x'::text || encode(substr(secret, 17, 8), 'hex'::text)))::bit(64))::bigint # pad))) || int8send((((('x'::text || encode(substr(secret, 25, 8), 'hex'::text)))::bit(64))::bigint # pad))) || int8send(pad)) || int8send(pad)) || int8send(pad)) || int8send(pad))
;
comment on function hmac_key(bytea,bigint) is 'A secret of at most 32 bytes, filled up to 64 with zeros and combined with a pad of 8 bytes that is repeated (RFC 2104).';

CREATE OR REPLACE FUNCTION hmac_sha256(secret bytea, message bytea)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE STRICT
RETURN sha256((hmac_key(secret, '6655295901103053916'::bigint) || sha256((hmac_key(secret, '3906369333256140342'::bigint) || message))))
;
comment on function hmac_sha256(bytea,bytea) is 'RFC 2104 with SHA-256, for secrets of at most 32 bytes: those of the trail have 32.';

CREATE OR REPLACE FUNCTION homes_of(standard jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(array_agg(distinct home.place), '{}')
  from jsonb_array_elements(standard -> 'addresses') as address (held)
  cross join lateral (
    select string_agg(number, ' ') as numbers
    from jsonb_array_elements_text(held -> 'numbers') as number
  ) as door
  cross join lateral (
    select string_agg(word, ' ') as words
    from jsonb_array_elements_text(held -> 'words') as word
  ) as street
  cross join lateral (values
    ('uprn ' || (held ->> 'uprn')),
    (case when held ? 'district' then (held ->> 'postcode') || ' ' || coalesce(door.numbers, street.words) end)
  ) as home (place)
  where home.place is not null and not held ? 'isPast'
$function$
;
comment on function homes_of(jsonb) is 'The places at which somebody lives now, of what is compared of a record: by UPRN, and by postcode and door, or by postcode and name of a house without a number.';

CREATE OR REPLACE FUNCTION household_of(whom uuid)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  own text[];
begin
  own := array(
    select distinct home.place
    from person_link_now as link
    join record_standard as standard on standard.source_record_id = link.source_record_id
    cross join lateral unnest(standard.homes) as home (place)
    where link.person_id = whom and not is_place_of_many(home.place));
  return query
    select whom
    union
    select near.person_id
    from (
      select distinct link.person_id
      from record_standard as standard
      join person_link_now as link on link.source_record_id = standard.source_record_id
      where standard.homes && own
    ) as near
    where live_together(own, array(
      select unnest(standard.homes)
      from person_link_now as link
      join record_standard as standard on standard.source_record_id = link.source_record_id
      where link.person_id = near.person_id));
end $function$
;
comment on function household_of(uuid) is 'Everybody who lives with somebody now, and themselves.';

CREATE OR REPLACE FUNCTION institution_class(place text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return (
    select institution.class
    from institution_now as institution
    where institution.uprn = any (array(
      select substr(home.place, 6)
      from (
        select unnest(standard.homes) from record_standard as standard where standard.homes @> array[institution_class.place]
        union
        select institution_class.place
      ) as home (place)
      where starts_with(home.place, 'uprn ')))
    limit 1);
end $function$
;
comment on function institution_class(text) is 'What kind of property of many a place is: by its UPRN, or because a record has it as the address of such a UPRN. Null for an ordinary home.';

CREATE OR REPLACE FUNCTION is_place_of_many(place text)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return institution_class(place) is not null or (
    select count(distinct link.person_id) > 12
    from record_standard as standard
    join person_link_now as link on link.source_record_id = standard.source_record_id
    where standard.homes @> array[is_place_of_many.place]);
end $function$
;
comment on function is_place_of_many(text) is 'Whether the people at a place are not one household: it is known to be such a property, or more than twelve people live there.';

CREATE OR REPLACE FUNCTION is_sensitive_record(record_id uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (
      select from sensitive_mark as mark
      where mark.source_record_id = record_id
        and not exists (select from sensitive_mark_end as ended where ended.sensitive_mark_id = mark.id))
    or exists (
      select from source_record as record
      where record.id = record_id and record.content @? '$.meta.security[*].code ? (@ == "R" || @ == "V")')
    or exists (
      select from record_standard as standard
      cross join lateral unnest(standard.homes) as home (place)
      where standard.source_record_id = record_id and institution_class(home.place) = 'refuge');
end $function$
;
comment on function is_sensitive_record(uuid) is 'Whether where the person of this record lives must not become known: marked by hand or by its sender, or somebody who lives in a refuge.';

CREATE OR REPLACE FUNCTION keep_for_ever(tables text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare name text;
begin
  foreach name in array tables loop
    execute format('create trigger kept before update or delete or truncate on %I for each statement execute function refuse_change()', name);
    execute format('revoke update, delete, truncate, references, trigger on %I from cydofal_app', name);
  end loop;
end $function$
;
comment on function keep_for_ever(text[]) is 'Makes the named tables append-only: by a trigger for everybody, and by rights for the running program.';

CREATE OR REPLACE FUNCTION live_together(one text[], other text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when exists (select from unnest(one) as place where starts_with(place, 'uprn '))
     and exists (select from unnest(other) as place where starts_with(place, 'uprn '))
    then exists (select from unnest(one) as place where starts_with(place, 'uprn ') and place = any(other))
    else one && other
  end
$function$
;
comment on function live_together(text[],text[]) is 'Whether two people live at one place: by UPRN where both have one, or else by address.';

CREATE OR REPLACE FUNCTION person_stands_for_itself()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into person_now (id, person_id) values (new.id, new.id);
  return null;
end $function$
;
comment on function person_stands_for_itself() is 'Whoever is new is nobody else yet.';

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and current_setting('cydofal.erasing', true) = tg_table_name then return null; end if;
  raise exception 'rows of % are never changed or removed: what happened is a row, undoing it is another row', tg_table_name
    using errcode = 'restrict_violation';
end $function$
;
comment on function refuse_change() is 'Keeps an append-only table append-only, but for an erasure that leaves a row of its own (erase_trail_entry).';

CREATE OR REPLACE FUNCTION refuse_own_sign_off()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.signed_by = (select proposed_by from matching_model_proposal where id = new.proposal_id) then
    raise exception 'a second person signs' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;
comment on function refuse_own_sign_off() is 'Nobody puts a model in force alone.';

CREATE OR REPLACE FUNCTION sealed_text(kept jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select jsonb_strip_nulls(kept)::text $function$
;
comment on function sealed_text(jsonb) is 'The text of a row that its commitment is made over. A column without a value is no part of it, so that columns may be added.';

CREATE OR REPLACE FUNCTION words_in(content jsonb)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(string_agg((word.word #>> '{}'::text[]), ' '::text), ''::text) AS "coalesce" FROM jsonb_path_query(words_in.content, 'strict $.**?(@.type() == "string")'::jsonpath) word(word))
;
comment on function words_in(jsonb) is 'All the words that stand in a resource, for a search in all of them.';

create table account (
  id uuid not null,
  subject text not null,
  name text not null,
  language text not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_subject_key UNIQUE (subject),
  constraint account_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text]))
);
grant insert, select on account to cydofal_app;
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
grant insert, select on agreement to cydofal_app;
comment on table agreement is 'A sharing agreement as data that runs. Never edited: a change is a new agreement with a new hash.';

create table agreement_end (
  agreement_id uuid not null,
  last_day date not null,
  ended_by uuid,
  ended_by_name text not null,
  reason text not null,
  ended_at timestamp with time zone not null,
  constraint agreement_end_pkey PRIMARY KEY (agreement_id),
  constraint agreement_end_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON agreement_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on agreement_end to cydofal_app;
comment on table agreement_end is 'A party ending an agreement before its last day, or a newer version taking its place. It opens nothing after that day.';

create table app_held (
  model text not null,
  id_hash text not null,
  grant_id uuid,
  uid text,
  payload jsonb not null,
  consumed_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint app_held_pkey PRIMARY KEY (model, id_hash)
);
CREATE INDEX app_held_expires ON app_held USING btree (expires_at);
CREATE INDEX app_held_grant ON app_held USING btree (grant_id) WHERE (grant_id IS NOT NULL);
grant delete, insert, select, update on app_held to cydofal_app;
comment on table app_held is 'What the authorisation server keeps between two requests: visits, codes and tokens, each by the hash of what only its holder knows.';

create table fhir_request (
  asked_by text not null,
  request_id text not null,
  entry integer not null,
  digest text not null,
  written jsonb not null,
  answered_at timestamp with time zone not null,
  constraint fhir_request_pkey PRIMARY KEY (asked_by, request_id, entry),
  constraint fhir_request_asked_by_check CHECK (length(asked_by) <= 400),
  constraint fhir_request_digest_check CHECK (digest ~ '^[0-9a-f]{64}$'::text),
  constraint fhir_request_request_id_check CHECK (length(request_id) <= 200)
);
CREATE INDEX fhir_request_answered ON fhir_request USING btree (answered_at);
comment on column fhir_request.asked_by is 'The app, and in whose name.';
comment on column fhir_request.entry is 'The place in a batch, of which each entry is done by itself; -1 for a request that is one.';
comment on column fhir_request.written is 'Of each resource that was written: its place in the request, type, id, version, and whether it was new.';
grant delete, insert, select on fhir_request to cydofal_app;
comment on table fhir_request is 'A request that wrote something over FHIR and named itself: what it was, by its hash, and the names of the versions that came of it. None of their content; a day after it is forgotten.';

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
grant delete, insert, select on held_form to cydofal_app;
comment on table held_form is 'What somebody had typed when their session ended, kept an hour for them alone, so that it is there when they sign in again.';

create table index_date (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  source_record_id uuid
);
CREATE INDEX index_date_from ON index_date USING btree (type, parameter, from_at, until_at, resource_id);
CREATE INDEX index_date_resource ON index_date USING btree (resource_id, parameter);
CREATE INDEX index_date_until ON index_date USING btree (type, parameter, until_at, resource_id);
comment on column index_date.source_record_id is 'As in index_token.';
grant delete, insert, select on index_date to cydofal_app;
comment on table index_date is 'Spans of time that a resource is searched by: from one moment on, before another. It follows from the resource.';

create table index_made (
  rows_version integer not null,
  finished_at timestamp with time zone not null,
  constraint index_made_pkey PRIMARY KEY (rows_version)
);
grant insert, select on index_made to cydofal_app;
comment on table index_made is 'That every resource there was has been given the rows of the index by this version of the rules.';

create table index_quantity (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  low numeric not null,
  high numeric not null,
  system text not null,
  code text not null,
  unit text not null,
  source_record_id uuid
);
CREATE INDEX index_quantity_high ON index_quantity USING btree (type, parameter, high, resource_id);
CREATE INDEX index_quantity_low ON index_quantity USING btree (type, parameter, low, high, resource_id);
CREATE INDEX index_quantity_resource ON index_quantity USING btree (resource_id, parameter);
comment on column index_quantity.source_record_id is 'As in index_token.';
grant delete, insert, select on index_quantity to cydofal_app;
comment on table index_quantity is 'Numbers and quantities that a resource is searched by, from one to another and in which unit; once more in the unit that all of a kind have. It follows from the resource.';

create table index_reference (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  target_type text not null,
  target_id text not null,
  source_record_id uuid
);
CREATE INDEX index_reference_resource ON index_reference USING btree (resource_id, parameter);
CREATE INDEX index_reference_target ON index_reference USING btree (target_id, type, parameter, target_type, resource_id);
comment on column index_reference.source_record_id is 'As in index_token.';
grant delete, insert, select on index_reference to cydofal_app;
comment on table index_reference is 'What a resource refers to within this record, by type and logical id, whether it is there or not. It follows from the resource.';

create table index_string (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  text text not null,
  folded text not null,
  source_record_id uuid
);
CREATE INDEX index_string_begins ON index_string USING btree (type, parameter, "left"(folded, 200), resource_id);
CREATE INDEX index_string_resource ON index_string USING btree (resource_id, parameter);
CREATE INDEX index_string_within ON index_string USING gin (folded letters.gin_trgm_ops);
comment on column index_string.source_record_id is 'As in index_token.';
grant delete, insert, select on index_string to cydofal_app;
comment on table index_string is 'Words that a resource is searched by: as they stand, and without what makes no difference (case, accents, space). It follows from the resource.';

create table index_token (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  system text not null,
  code text not null,
  source_record_id uuid
);
CREATE INDEX index_token_code ON index_token USING btree (type, parameter, code, system, resource_id);
CREATE INDEX index_token_resource ON index_token USING btree (resource_id, parameter);
comment on column index_token.source_record_id is 'The source record of whom the resource is about; null for what is about no one person. By it the row is placed with the rest of that record.';
grant delete, insert, select on index_token to cydofal_app;
comment on table index_token is 'Codes and identifiers that a resource is searched by, each with its system. It follows from the resource: its rows are replaced when that changes.';

create table index_uri (
  resource_id uuid not null,
  type text not null,
  parameter text not null,
  ordinal smallint not null,
  uri text not null,
  version text not null,
  source_record_id uuid
);
CREATE INDEX index_uri_resource ON index_uri USING btree (resource_id, parameter);
CREATE INDEX index_uri_value ON index_uri USING btree (type, parameter, uri, resource_id);
comment on column index_uri.source_record_id is 'As in index_token.';
grant delete, insert, select on index_uri to cydofal_app;
comment on table index_uri is 'Addresses that a resource is searched by, and of what has versions which. It follows from the resource.';

create table institution (
  id uuid not null,
  uprn text not null,
  class text not null,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  started_at timestamp with time zone not null,
  constraint institution_pkey PRIMARY KEY (id),
  constraint institution_class_check CHECK (class = ANY (ARRAY['care-home'::text, 'hostel'::text, 'refuge'::text, 'hospital'::text, 'student-hall'::text, 'supported-housing'::text, 'prison'::text])),
  constraint institution_uprn_check CHECK (uprn ~ '^[1-9]\d{0,11}$'::text),
  constraint institution_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX institution_uprn ON institution USING btree (uprn);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON institution FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on institution to cydofal_app;
comment on table institution is 'A property in which people live who are not of one household, by its UPRN. Where a refuge stands is told to nobody.';

create table institution_end (
  institution_id uuid not null,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  ended_at timestamp with time zone not null,
  constraint institution_end_pkey PRIMARY KEY (institution_id),
  constraint institution_end_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint institution_end_institution_id_fkey FOREIGN KEY (institution_id) REFERENCES institution(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON institution_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on institution_end to cydofal_app;
comment on table institution_end is 'That a property is an ordinary home again.';

create table language_skill (
  id uuid not null,
  account_id uuid not null,
  listening integer not null,
  speaking integer not null,
  reading integer not null,
  writing integer not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamp with time zone not null,
  constraint language_skill_pkey PRIMARY KEY (id),
  constraint language_skill_listening_check CHECK (listening >= 0 AND listening <= 5),
  constraint language_skill_reading_check CHECK (reading >= 0 AND reading <= 5),
  constraint language_skill_speaking_check CHECK (speaking >= 0 AND speaking <= 5),
  constraint language_skill_writing_check CHECK (writing >= 0 AND writing <= 5),
  constraint language_skill_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint language_skill_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id)
);
CREATE INDEX language_skill_account ON language_skill USING btree (account_id, said_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON language_skill FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on language_skill to cydofal_app;
comment on table language_skill is 'How well somebody at work understands, speaks, reads and writes Welsh, from 0 to 5, as they or whoever leads their team said. The latest counts.';

create table ledger_close (
  number bigint generated always as identity not null,
  message_until bigint not null,
  outcome_until bigint not null,
  closed_at timestamp with time zone not null,
  constraint ledger_close_pkey PRIMARY KEY (number)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger_close FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on ledger_close to cydofal_app;
comment on table ledger_close is 'Until which message and which outcome, by their sequence, the ledger has been counted.';

create table mail_code (
  id uuid not null,
  account_id uuid not null,
  address text not null,
  code_hash text not null,
  made_at timestamp with time zone not null,
  constraint mail_code_pkey PRIMARY KEY (id),
  constraint mail_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX mail_code_account ON mail_code USING btree (account_id, made_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON mail_code FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on mail_code to cydofal_app;
comment on table mail_code is 'A code that was mailed to an address, to be typed in by whoever says it is theirs.';

create table mail_choice (
  id uuid not null,
  account_id uuid not null,
  mail_code_id uuid,
  language text not null,
  kinds text[] not null,
  chosen_at timestamp with time zone not null,
  constraint mail_choice_pkey PRIMARY KEY (id),
  constraint mail_choice_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint mail_choice_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint mail_choice_mail_code_id_fkey FOREIGN KEY (mail_code_id) REFERENCES mail_code(id)
);
CREATE INDEX mail_choice_account ON mail_choice USING btree (account_id, chosen_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON mail_choice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on mail_choice to cydofal_app;
comment on table mail_choice is 'Of which kinds of notices somebody wants to be told by mail that there is one, in which language, and to which confirmed address. The last choice counts; no kinds is no mail.';

create table mail_try (
  id uuid not null,
  mail_code_id uuid not null,
  is_right boolean not null,
  tried_at timestamp with time zone not null,
  constraint mail_try_pkey PRIMARY KEY (id),
  constraint mail_try_mail_code_id_fkey FOREIGN KEY (mail_code_id) REFERENCES mail_code(id)
);
CREATE INDEX mail_try_code ON mail_try USING btree (mail_code_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON mail_try FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on mail_try to cydofal_app;
comment on table mail_try is 'A code typed in, right or wrong: the address is confirmed by the first right one, and after a few wrong ones by none.';

create table matching_estimate_day (
  day date not null,
  model_version text not null,
  drawn integer not null,
  crowded integer not null,
  counted_at timestamp with time zone not null,
  constraint matching_estimate_day_pkey PRIMARY KEY (day),
  constraint matching_estimate_day_check CHECK (crowded >= 0 AND crowded <= drawn),
  constraint matching_estimate_day_drawn_check CHECK (drawn >= 0)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON matching_estimate_day FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on matching_estimate_day to cydofal_app;
comment on table matching_estimate_day is 'A night on which records were found anew as if nobody had an NHS number: by which model, how many, and under how many of them stood a key that too many share to be looked at.';

create table matching_estimate (
  day date not null,
  measure text not null,
  dimension text not null,
  stratum text not null,
  hits integer not null,
  trials integer not null,
  constraint matching_estimate_pkey PRIMARY KEY (day, measure, dimension, stratum),
  constraint matching_estimate_check CHECK (hits >= 0 AND hits <= trials),
  constraint matching_estimate_dimension_check CHECK (dimension = ANY (ARRAY['all'::text, 'sources'::text, 'name'::text, 'age'::text])),
  constraint matching_estimate_measure_check CHECK (measure = ANY (ARRAY['compared'::text, 'recall'::text, 'found'::text, 'precision'::text, 'calibration'::text])),
  constraint matching_estimate_day_fkey FOREIGN KEY (day) REFERENCES matching_estimate_day(day)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON matching_estimate FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on matching_estimate to cydofal_app;
comment on table matching_estimate is 'How often that came out right, held against the numbers that were hidden. No person is in it.';

create table matching_model (
  version integer not null,
  content jsonb not null,
  fingerprint text not null,
  made_from integer,
  records integer not null,
  pairs bigint not null,
  account_id uuid,
  learnt_by text not null,
  learnt_at timestamp with time zone not null,
  constraint matching_model_pkey PRIMARY KEY (version),
  constraint matching_model_fingerprint_key UNIQUE (fingerprint),
  constraint matching_model_pairs_check CHECK (pairs >= 0),
  constraint matching_model_records_check CHECK (records >= 0),
  constraint matching_model_version_check CHECK (version > 0),
  constraint matching_model_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint matching_model_made_from_fkey FOREIGN KEY (made_from) REFERENCES matching_model(version)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON matching_model FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column matching_model.fingerprint is 'The hash of the content without its version: the same records give the same model, which is kept once.';
comment on column matching_model.made_from is 'The model that this one is, but for its thresholds.';
grant insert, select on matching_model to cydofal_app;
comment on table matching_model is 'A model that decides which records are one person''s, as it was learnt from so many records of the region and so many pairs of them. Version 0, which the program is shipped with, is not here.';

create table matching_model_proposal (
  id uuid not null,
  version integer not null,
  words text not null,
  language text not null,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamp with time zone not null,
  constraint matching_model_proposal_pkey PRIMARY KEY (id),
  constraint matching_model_proposal_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint matching_model_proposal_version_check CHECK (version >= 0),
  constraint matching_model_proposal_words_check CHECK (words <> ''::text),
  constraint matching_model_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON matching_model_proposal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on matching_model_proposal to cydofal_app;
comment on table matching_model_proposal is 'Somebody saying that a model should be put in force, and why. 0 goes back to the one that the program is shipped with.';

create table matching_model_sign_off (
  proposal_id uuid not null,
  is_agreed boolean not null,
  words text not null,
  language text not null,
  signed_by uuid not null,
  signed_by_name text not null,
  signed_at timestamp with time zone not null,
  constraint matching_model_sign_off_pkey PRIMARY KEY (proposal_id),
  constraint matching_model_sign_off_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint matching_model_sign_off_words_check CHECK (words <> ''::text),
  constraint matching_model_sign_off_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES matching_model_proposal(id),
  constraint matching_model_sign_off_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON matching_model_sign_off FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER second_person BEFORE INSERT ON matching_model_sign_off FOR EACH ROW EXECUTE FUNCTION refuse_own_sign_off();
grant insert, select on matching_model_sign_off to cydofal_app;
comment on table matching_model_sign_off is 'The second person, never the first, putting a model in force or not. The latest that was agreed is in force.';

create table matching_shadow_run (
  version integer not null,
  against integer not null,
  records integer not null,
  kept integer not null,
  gained integer not null,
  lost integer not null,
  asked integer not null,
  at_thresholds jsonb not null,
  run_at timestamp with time zone not null,
  constraint matching_shadow_run_pkey PRIMARY KEY (version),
  constraint matching_shadow_run_against_check CHECK (against >= 0),
  constraint matching_shadow_run_version_fkey FOREIGN KEY (version) REFERENCES matching_model(version)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON matching_shadow_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on matching_shadow_run to cydofal_app;
comment on table matching_shadow_run is 'What a model would do to the links in force if it were put in force: how many it would keep, gain and lose, about how many it would ask, and how many of its links would be wrong at each threshold.';

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
grant insert, select on organisation to cydofal_app;
comment on table organisation is 'A body of the region, or one of its sites. Kind "person" is one row: what people contribute themselves.';

create table agreement_draft (
  id uuid not null,
  organisation_id uuid not null,
  started_by uuid not null,
  started_by_name text not null,
  started_at timestamp with time zone not null,
  constraint agreement_draft_pkey PRIMARY KEY (id),
  constraint agreement_draft_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint agreement_draft_started_by_fkey FOREIGN KEY (started_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON agreement_draft FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on agreement_draft to cydofal_app;
comment on table agreement_draft is 'An agreement that is being written, and for whom it was begun. Seen by that organisation and by those it names as parties.';

create table agreement_draft_version (
  draft_id uuid not null,
  version integer not null,
  content jsonb not null,
  saved_by uuid not null,
  saved_by_name text not null,
  saved_at timestamp with time zone not null,
  constraint agreement_draft_version_pkey PRIMARY KEY (draft_id, version),
  constraint agreement_draft_version_version_check CHECK (version > 0),
  constraint agreement_draft_version_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES agreement_draft(id),
  constraint agreement_draft_version_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON agreement_draft_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on agreement_draft_version to cydofal_app;
comment on table agreement_draft_version is 'A draft, whole, as somebody saved it. The highest version is how it stands; no other is lost.';

create table agreement_draft_entry (
  draft_id uuid not null,
  version integer not null,
  content_hash text not null,
  entered_by uuid not null,
  entered_by_name text not null,
  entered_at timestamp with time zone not null,
  constraint agreement_draft_entry_pkey PRIMARY KEY (draft_id),
  constraint agreement_draft_entry_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES agreement_draft(id),
  constraint agreement_draft_entry_draft_id_version_fkey FOREIGN KEY (draft_id, version) REFERENCES agreement_draft_version(draft_id, version),
  constraint agreement_draft_entry_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON agreement_draft_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on agreement_draft_entry to cydofal_app;
comment on table agreement_draft_entry is 'A draft that was entered for signing: which version, and the fingerprint it has as an agreement. It is written no further.';

create table agreement_signature (
  agreement_id uuid not null,
  organisation_id uuid not null,
  content_hash text not null,
  signed_by text not null,
  signed_at timestamp with time zone not null,
  account_id uuid,
  constraint agreement_signature_pkey PRIMARY KEY (agreement_id, organisation_id),
  constraint agreement_signature_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint agreement_signature_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_signature_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON agreement_signature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column agreement_signature.account_id is 'The post-holder who signed. Empty for a signature that was given on paper and entered with the agreement.';
grant insert, select on agreement_signature to cydofal_app;
comment on table agreement_signature is 'A party''s named post-holder signing exactly this content. An agreement that lacks one is closed.';

create table bulk_import (
  id uuid not null,
  client text not null,
  organisation_id uuid not null,
  token text not null,
  scopes text[] not null,
  language text not null,
  request text not null,
  begun_at timestamp with time zone not null,
  constraint bulk_import_pkey PRIMARY KEY (id),
  constraint bulk_import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX bulk_import_client ON bulk_import USING btree (client);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON bulk_import FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column bulk_import.scopes is 'What its token was given for: no line is written for which it was not.';
grant insert, select on bulk_import to cydofal_app;
comment on table bulk_import is 'That a system sent resources at once, a line each, to be written as if it had sent them one by one.';

create table bulk_import_end (
  import_id uuid not null,
  ended_at timestamp with time zone not null,
  constraint bulk_import_end_pkey PRIMARY KEY (import_id),
  constraint bulk_import_end_import_id_fkey FOREIGN KEY (import_id) REFERENCES bulk_import(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON bulk_import_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on bulk_import_end to cydofal_app;
comment on table bulk_import_end is 'That the system wants no more of an import: what waits is not taken in, and what became of the rest is not told any more.';

create table bulk_import_line (
  import_id uuid not null,
  line integer not null,
  content text not null,
  constraint bulk_import_line_pkey PRIMARY KEY (import_id, line),
  constraint bulk_import_line_import_id_fkey FOREIGN KEY (import_id) REFERENCES bulk_import(id)
);
grant delete, insert, select on bulk_import_line to cydofal_app;
comment on table bulk_import_line is 'A line that waits, as it came. It goes in the transaction that takes it in.';

create table bulk_import_outcome (
  import_id uuid not null,
  line integer not null,
  type text,
  outcome text not null,
  refusal text,
  taken_at timestamp with time zone not null,
  constraint bulk_import_outcome_pkey PRIMARY KEY (import_id, line),
  constraint bulk_import_outcome_check CHECK ((outcome = 'refused'::text) = (refusal IS NOT NULL)),
  constraint bulk_import_outcome_outcome_check CHECK (outcome = ANY (ARRAY['created'::text, 'updated'::text, 'refused'::text])),
  constraint bulk_import_outcome_import_id_fkey FOREIGN KEY (import_id) REFERENCES bulk_import(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON bulk_import_outcome FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on bulk_import_outcome to cydofal_app;
comment on table bulk_import_outcome is 'What became of a line, once. Why it was refused is told as its sender was answered for a single one.';

create table matching_level (
  day date not null,
  organisation_id uuid not null,
  comparison text not null,
  level text not null,
  pairs integer not null,
  constraint matching_level_pkey PRIMARY KEY (day, organisation_id, comparison, level),
  constraint matching_level_pairs_check CHECK (pairs > 0),
  constraint matching_level_day_fkey FOREIGN KEY (day) REFERENCES matching_estimate_day(day),
  constraint matching_level_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON matching_level FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on matching_level to cydofal_app;
comment on table matching_level is 'How many pairs that are one person''s by their numbers came out at each level, by whose records they were: what the model expects is held against it.';

create table message_replay (
  id uuid not null,
  organisation_id uuid not null,
  account_id uuid not null,
  started_by text not null,
  started_at timestamp with time zone not null,
  constraint message_replay_pkey PRIMARY KEY (id),
  constraint message_replay_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint message_replay_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON message_replay FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on message_replay to cydofal_app;
comment on table message_replay is 'Several messages that an officer of an organisation had replayed together.';

create table organisation_phone (
  organisation_id uuid not null,
  number text not null,
  place integer not null,
  when_en text not null,
  when_cy text not null,
  constraint organisation_phone_pkey PRIMARY KEY (organisation_id, place),
  constraint organisation_phone_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
grant insert, select on organisation_phone to cydofal_app;
comment on table organisation_phone is 'A telephone number of a body for the people it looks after, and when somebody answers it; the first place is the one to try first.';

create table person (
  id uuid not null,
  recorded_at timestamp with time zone not null,
  constraint person_pkey PRIMARY KEY (id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON person FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER stands_for_itself AFTER INSERT ON person FOR EACH ROW EXECUTE FUNCTION person_stands_for_itself();
grant insert, select on person to cydofal_app;
comment on table person is 'Somebody whose record is shared. Holds nothing of them: what is known is in the source records linked to them.';

create table about_me_media (
  id uuid not null,
  person_id uuid not null,
  media_type text not null,
  bytes bytea not null,
  tells text not null,
  language text not null,
  brought_by uuid,
  brought_by_name text not null,
  brought_at timestamp with time zone not null,
  constraint about_me_media_pkey PRIMARY KEY (id),
  constraint about_me_media_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint about_me_media_media_type_check CHECK (media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text, 'audio/mp4'::text, 'audio/mpeg'::text, 'audio/ogg'::text, 'audio/wav'::text, 'audio/webm'::text])),
  constraint about_me_media_brought_by_fkey FOREIGN KEY (brought_by) REFERENCES account(id),
  constraint about_me_media_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON about_me_media FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column about_me_media.tells is 'What is to be seen, or what is said, for whoever cannot see or hear it.';
grant insert, select on about_me_media to cydofal_app;
comment on table about_me_media is 'A picture or a sound that stands beside the words of a part of About me, or instead of them. What a camera wrote into it besides, as the place, was taken off before it was kept.';

create table about_me_version (
  id uuid not null,
  sequence bigint generated always as identity not null,
  person_id uuid not null,
  part text not null,
  after_id uuid,
  words text,
  language text not null,
  media_id uuid,
  helped_by text,
  written_by uuid,
  written_by_name text not null,
  written_at timestamp with time zone not null,
  constraint about_me_version_pkey PRIMARY KEY (id),
  constraint about_me_version_person_id_part_after_id_key UNIQUE NULLS NOT DISTINCT (person_id, part, after_id),
  constraint about_me_version_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint about_me_version_part_check CHECK (part = ANY (ARRAY['most-important'::text, 'people'::text, 'communication'::text, 'wellness'::text, 'please-do'::text, 'support'::text, 'also'::text])),
  constraint about_me_version_after_id_fkey FOREIGN KEY (after_id) REFERENCES about_me_version(id),
  constraint about_me_version_media_id_fkey FOREIGN KEY (media_id) REFERENCES about_me_media(id),
  constraint about_me_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint about_me_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON about_me_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column about_me_version.after_id is 'The version that was read before this was written. Two that follow the same one cannot both be kept, so that nothing is overwritten.';
comment on column about_me_version.written_by is 'Whose hand wrote it. Null when it was taken down on paper.';
grant insert, select on about_me_version to cydofal_app;
comment on table about_me_version is 'One part of About me as it was at one time: the words, in the language they were written in, or a picture or a sound, or both; neither when it was taken back. The PRSB standard (About Me 2.01) has two parts more, who helped and when: they are columns.';

create table about_me_proposal (
  id uuid not null,
  person_id uuid not null,
  part text not null,
  after_id uuid,
  words text not null,
  language text not null,
  why text,
  proposed_by uuid not null,
  proposed_by_name text not null,
  proposed_at timestamp with time zone not null,
  constraint about_me_proposal_pkey PRIMARY KEY (id),
  constraint about_me_proposal_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint about_me_proposal_after_id_fkey FOREIGN KEY (after_id) REFERENCES about_me_version(id),
  constraint about_me_proposal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint about_me_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES account(id)
);
CREATE INDEX about_me_proposal_person ON about_me_proposal USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON about_me_proposal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on about_me_proposal to cydofal_app;
comment on table about_me_proposal is 'Words for a part of About me that somebody else offers the person, against what the proposer read. Nothing changes until the person says yes.';

create table about_me_proposal_answer (
  proposal_id uuid not null,
  accepted boolean not null,
  words text,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  constraint about_me_proposal_answer_pkey PRIMARY KEY (proposal_id),
  constraint about_me_proposal_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint about_me_proposal_answer_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES about_me_proposal(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON about_me_proposal_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on about_me_proposal_answer to cydofal_app;
comment on table about_me_proposal_answer is 'The person''s yes or no to a proposal, with a word to the one who made it.';

create table advance_decision (
  id uuid not null,
  person_id uuid not null,
  refuses text not null,
  is_life_sustaining boolean not null,
  is_written boolean not null,
  is_signed boolean not null,
  witness text,
  made_on date not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  constraint advance_decision_pkey PRIMARY KEY (id),
  constraint advance_decision_refuses_check CHECK (refuses <> ''::text),
  constraint life_sustaining_is_written_signed_witnessed CHECK (NOT is_life_sustaining OR is_written AND is_signed AND COALESCE(witness, ''::text) <> ''::text),
  constraint advance_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint advance_decision_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id)
);
CREATE INDEX advance_decision_person ON advance_decision USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON advance_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on advance_decision to cydofal_app;
comment on table advance_decision is 'A refusal of treatment made ahead of time; it binds. Mental Capacity Act 2005, sections 24 to 26.';

create table advance_decision_end (
  advance_decision_id uuid not null,
  ended_by uuid not null,
  ended_by_name text not null,
  ended_at timestamp with time zone not null,
  constraint advance_decision_end_pkey PRIMARY KEY (advance_decision_id),
  constraint advance_decision_end_advance_decision_id_fkey FOREIGN KEY (advance_decision_id) REFERENCES advance_decision(id),
  constraint advance_decision_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON advance_decision_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on advance_decision_end to cydofal_app;
comment on table advance_decision_end is 'The withdrawal of an advance decision, which needs no writing.';

create table advance_statement (
  id uuid not null,
  person_id uuid not null,
  words text not null,
  language text not null,
  made_on date not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  constraint advance_statement_pkey PRIMARY KEY (id),
  constraint advance_statement_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint advance_statement_words_check CHECK (words <> ''::text),
  constraint advance_statement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint advance_statement_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id)
);
CREATE INDEX advance_statement_person ON advance_statement USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON advance_statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on advance_statement to cydofal_app;
comment on table advance_statement is 'What somebody would like if they could no longer say, in their own words. It does not bind; whoever decides for them must weigh it.';

create table capacity_finding (
  id uuid not null,
  person_id uuid not null,
  decision text not null,
  has_capacity boolean not null,
  evidence text not null,
  found_by uuid not null,
  found_by_name text not null,
  review_on date not null,
  found_at timestamp with time zone not null,
  constraint capacity_finding_pkey PRIMARY KEY (id),
  constraint capacity_finding_decision_check CHECK (decision = ANY (ARRAY['health-and-care'::text, 'money'::text, 'where-to-live'::text, 'sharing-information'::text])),
  constraint capacity_finding_is_reviewed CHECK (review_on > (found_at AT TIME ZONE 'Europe/London'::text)::date AND review_on <= ((found_at AT TIME ZONE 'Europe/London'::text)::date + '1 year'::interval)),
  constraint capacity_finding_found_by_fkey FOREIGN KEY (found_by) REFERENCES account(id),
  constraint capacity_finding_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX capacity_finding_person ON capacity_finding USING btree (person_id, decision, found_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON capacity_finding FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on capacity_finding to cydofal_app;
comment on table capacity_finding is 'Whether somebody had capacity for one decision on one day, who found it and on what evidence. The latest for a decision counts until its review day.';

create table caring (
  id uuid not null,
  carer_id uuid not null,
  cared_for_id uuid,
  cared_for_name text not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamp with time zone not null,
  constraint caring_pkey PRIMARY KEY (id),
  constraint caring_cared_for_name_check CHECK (cared_for_name <> ''::text),
  constraint caring_check CHECK (carer_id <> cared_for_id),
  constraint caring_cared_for_id_fkey FOREIGN KEY (cared_for_id) REFERENCES person(id),
  constraint caring_carer_id_fkey FOREIGN KEY (carer_id) REFERENCES person(id),
  constraint caring_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id)
);
CREATE INDEX caring_carer ON caring USING btree (carer_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON caring FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column caring.cared_for_id is 'Who it is, where the carer is one of those whom the person chose. Nothing is found by it.';
grant insert, select on caring to cydofal_app;
comment on table caring is 'That somebody looks after somebody else, as the carer says. It is part of the carer''s own record, and opens nothing of either.';

create table caring_end (
  caring_id uuid not null,
  ended_by uuid not null,
  ended_by_name text not null,
  ended_at timestamp with time zone not null,
  constraint caring_end_pkey PRIMARY KEY (caring_id),
  constraint caring_end_caring_id_fkey FOREIGN KEY (caring_id) REFERENCES caring(id),
  constraint caring_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON caring_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on caring_end to cydofal_app;
comment on table caring_end is 'That they look after them no longer.';

create table confidence (
  id uuid not null,
  person_id uuid not null,
  told_to uuid not null,
  told_to_name text not null,
  answers uuid,
  words text not null,
  language text not null,
  said_by uuid not null,
  said_by_name text not null,
  organisation_id uuid,
  form_key text not null,
  said_at timestamp with time zone not null,
  constraint confidence_pkey PRIMARY KEY (id),
  constraint confidence_said_by_form_key_key UNIQUE (said_by, form_key),
  constraint confidence_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint confidence_words_check CHECK (words <> ''::text),
  constraint confidence_answers_fkey FOREIGN KEY (answers) REFERENCES confidence(id),
  constraint confidence_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint confidence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint confidence_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id),
  constraint confidence_told_to_fkey FOREIGN KEY (told_to) REFERENCES account(id)
);
CREATE INDEX confidence_person ON confidence USING btree (person_id, said_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON confidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column confidence.organisation_id is 'For whom the worker works who answered. Empty: the carer said it.';
grant insert, select on confidence to cydofal_app;
comment on table confidence is 'What a carer says in confidence to one worker of their own, or the worker''s answer to it. It is kept in the carer''s record alone and is shown to these two.';

create table confidence_read (
  confidence_id uuid not null,
  account_id uuid not null,
  read_at timestamp with time zone not null,
  constraint confidence_read_pkey PRIMARY KEY (confidence_id, account_id),
  constraint confidence_read_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint confidence_read_confidence_id_fkey FOREIGN KEY (confidence_id) REFERENCES confidence(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON confidence_read FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on confidence_read to cydofal_app;
comment on table confidence_read is 'When it was first opened by the one to whom it was said.';

create table emergency_access (
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null,
  actor_name text not null,
  role text not null,
  category text not null,
  words text not null,
  data_classes text[] not null,
  is_sensitive boolean not null,
  opened_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  sensitive_words text,
  constraint emergency_access_pkey PRIMARY KEY (id),
  constraint emergency_access_check CHECK (closes_at > opened_at AND closes_at <= (opened_at + '04:00:00'::interval)),
  constraint emergency_access_check1 CHECK (NOT is_sensitive OR closes_at <= (opened_at + '01:00:00'::interval)),
  constraint emergency_access_data_classes_check CHECK (data_classes <> '{}'::text[]),
  constraint emergency_access_sensitive_words CHECK (sensitive_words IS NULL OR is_sensitive),
  constraint emergency_access_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint emergency_access_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint emergency_access_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX emergency_access_account ON emergency_access USING btree (account_id, closes_at);
CREATE INDEX emergency_access_organisation ON emergency_access USING btree (organisation_id, opened_at);
CREATE INDEX emergency_access_person ON emergency_access USING btree (person_id, closes_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON emergency_access FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column emergency_access.sensitive_words is 'Why the sensitive classes had to be opened as well, in words of their own. Empty when none was.';
grant insert, select on emergency_access to cydofal_app;
comment on table emergency_access is 'Somebody opening what no clause opens, because it could not wait: what, why in their own words, and until when.';

create table emergency_access_end (
  emergency_access_id uuid not null,
  ended_by uuid,
  ended_at timestamp with time zone not null,
  constraint emergency_access_end_pkey PRIMARY KEY (emergency_access_id),
  constraint emergency_access_end_emergency_access_id_fkey FOREIGN KEY (emergency_access_id) REFERENCES emergency_access(id),
  constraint emergency_access_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON emergency_access_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on emergency_access_end to cydofal_app;
comment on table emergency_access_end is 'An emergency closed before its time.';

create table emergency_ceiling_task (
  id uuid not null,
  organisation_id uuid not null,
  month date not null,
  ceiling integer not null,
  passed_by uuid not null,
  opened_at timestamp with time zone not null,
  constraint emergency_ceiling_task_pkey PRIMARY KEY (id),
  constraint emergency_ceiling_task_organisation_id_month_key UNIQUE (organisation_id, month),
  constraint emergency_ceiling_task_ceiling_check CHECK (ceiling > 0),
  constraint emergency_ceiling_task_month_check CHECK (EXTRACT(day FROM month) = 1::numeric),
  constraint emergency_ceiling_task_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint emergency_ceiling_task_passed_by_fkey FOREIGN KEY (passed_by) REFERENCES emergency_access(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON emergency_ceiling_task FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on emergency_ceiling_task to cydofal_app;
comment on table emergency_ceiling_task is 'A body''s workers opened more emergencies in a month than is an exception: its signatory and the partnership board are to change the agreement. Care goes on.';

create table emergency_ceiling_answer (
  emergency_ceiling_task_id uuid not null,
  words text not null,
  language text not null,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  constraint emergency_ceiling_answer_pkey PRIMARY KEY (emergency_ceiling_task_id),
  constraint emergency_ceiling_answer_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint emergency_ceiling_answer_words_check CHECK (words <> ''::text),
  constraint emergency_ceiling_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint emergency_ceiling_answer_emergency_ceiling_task_id_fkey FOREIGN KEY (emergency_ceiling_task_id) REFERENCES emergency_ceiling_task(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON emergency_ceiling_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on emergency_ceiling_answer to cydofal_app;
comment on table emergency_ceiling_answer is 'What the body''s signatory is doing about it, which the partnership board reads.';

create table emergency_lack (
  emergency_access_id uuid not null,
  data_class text not null,
  failed text[] not null,
  relationships text[] not null,
  constraint emergency_lack_pkey PRIMARY KEY (emergency_access_id, data_class),
  constraint emergency_lack_failed_check CHECK (failed <> '{}'::text[]),
  constraint emergency_lack_emergency_access_id_fkey FOREIGN KEY (emergency_access_id) REFERENCES emergency_access(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON emergency_lack FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on emergency_lack to cydofal_app;
comment on table emergency_lack is 'A class that nothing but the emergency opened at that moment, and the checks that the nearest clause failed. Where only a tie was lacking, the ties that would have done.';

create table family_voice (
  id uuid not null,
  person_id uuid not null,
  whose text not null,
  words text not null,
  language text not null,
  helped_by text,
  said_by uuid not null,
  said_by_name text not null,
  form_key text not null,
  said_at timestamp with time zone not null,
  constraint family_voice_pkey PRIMARY KEY (id),
  constraint family_voice_said_by_form_key_key UNIQUE (said_by, form_key),
  constraint family_voice_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint family_voice_whose_check CHECK (whose = ANY (ARRAY['child'::text, 'parents'::text])),
  constraint family_voice_words_check CHECK (words <> ''::text),
  constraint family_voice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint family_voice_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id)
);
CREATE INDEX family_voice_person ON family_voice USING btree (person_id, said_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON family_voice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on family_voice to cydofal_app;
comment on table family_voice is 'What a child says matters, and what a parent says: side by side, each in its own words, and never one text.';

create table invitation (
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  code text not null,
  made_by uuid not null,
  made_by_name text not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_code_key UNIQUE (code),
  constraint invitation_purpose_check CHECK (purpose = ANY (ARRAY['family'::text, 'representative'::text])),
  constraint invitation_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX invitation_person ON invitation USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON invitation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on invitation to cydofal_app;
comment on table invitation is 'A code handed to somebody, so that the one who signs in can be told from everybody of the same name. It opens nothing by itself.';

create table invitation_answer (
  invitation_id uuid not null,
  accepted boolean not null,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  constraint invitation_answer_pkey PRIMARY KEY (invitation_id),
  constraint invitation_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint invitation_answer_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON invitation_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on invitation_answer to cydofal_app;
comment on table invitation_answer is 'Whether the one who entered the code is the one who was meant.';

create table invitation_entry (
  invitation_id uuid not null,
  account_id uuid not null,
  entered_at timestamp with time zone not null,
  constraint invitation_entry_pkey PRIMARY KEY (invitation_id),
  constraint invitation_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint invitation_entry_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(id)
);
CREATE INDEX invitation_entry_account ON invitation_entry USING btree (account_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON invitation_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on invitation_entry to cydofal_app;
comment on table invitation_entry is 'Somebody signed in entering the code they were given. Whoever made it has to confirm that it is them.';

create table language_answer (
  id uuid not null,
  person_id uuid not null,
  spoken text not null,
  written text not null,
  need text,
  need_words text,
  answered_by uuid not null,
  answered_by_name text not null,
  organisation_id uuid,
  answered_at timestamp with time zone not null,
  constraint language_answer_pkey PRIMARY KEY (id),
  constraint language_answer_check CHECK (need_words IS NULL OR need IS NOT NULL),
  constraint language_answer_need_check CHECK (need = ANY (ARRAY['memory'::text, 'stroke'::text, 'illness'::text, 'childhood'::text, 'other'::text])),
  constraint language_answer_spoken_check CHECK (spoken = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint language_answer_written_check CHECK (written = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint language_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint language_answer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint language_answer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX language_answer_person ON language_answer USING btree (person_id, answered_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON language_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column language_answer.organisation_id is 'For whom the worker works who wrote the answer down. Empty: the person answered.';
grant insert, select on language_answer to cydofal_app;
comment on table language_answer is 'The answer to the Active Offer: in which language somebody is spoken and written to, and why they need it, where it is more than a choice. The offer is made once; the latest answer counts for every partner.';

create table person_account (
  account_id uuid not null,
  person_id uuid not null,
  started_at timestamp with time zone not null,
  constraint person_account_pkey PRIMARY KEY (account_id),
  constraint person_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint person_account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
grant insert, select on person_account to cydofal_app;
comment on table person_account is 'The account with which a person reads their own record.';

create table person_check (
  day date not null,
  ids_astray integer not null,
  people_against_guards integer not null,
  people_of_many_records integer not null,
  checked_at timestamp with time zone not null,
  constraint person_check_pkey PRIMARY KEY (day)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON person_check FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on person_check to cydofal_app;
comment on table person_check is 'What was found each night when whom each person id names was made again from the links: nothing, as it should be. What was astray was put right.';

create table person_now (
  id uuid not null,
  person_id uuid not null,
  constraint person_now_pkey PRIMARY KEY (id),
  constraint person_now_id_fkey FOREIGN KEY (id) REFERENCES person(id),
  constraint person_now_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX person_now_person ON person_now USING btree (person_id);
grant insert, select, update on person_now to cydofal_app;
comment on table person_now is 'Which person each person id that ever was is now. It follows from the links in force and can be made again from them.';

create table plan (
  id uuid not null,
  person_id uuid not null,
  opened_at timestamp with time zone not null,
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_person_id_key UNIQUE (person_id),
  constraint plan_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan to cydofal_app;
comment on table plan is 'One plan for one person, shared by every agency.';

create table conversation_entry (
  id uuid not null,
  plan_id uuid not null,
  number bigint generated always as identity not null,
  kind text not null,
  question_id uuid,
  contributor_id uuid not null,
  data_class text not null,
  words text not null,
  language text not null,
  written_by uuid not null,
  written_by_name text not null,
  written_as text not null,
  form_key text not null,
  written_at timestamp with time zone not null,
  constraint conversation_entry_pkey PRIMARY KEY (id),
  constraint conversation_entry_form_key_key UNIQUE (form_key),
  constraint conversation_entry_check CHECK ((kind = 'answer'::text) = (question_id IS NOT NULL)),
  constraint conversation_entry_kind_check CHECK (kind = ANY (ARRAY['word'::text, 'question'::text, 'answer'::text, 'decision'::text])),
  constraint conversation_entry_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint conversation_entry_words_check CHECK (words <> ''::text),
  constraint conversation_entry_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint conversation_entry_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint conversation_entry_question_id_fkey FOREIGN KEY (question_id) REFERENCES conversation_entry(id),
  constraint conversation_entry_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id)
);
CREATE INDEX conversation_entry_plan ON conversation_entry USING btree (plan_id, number DESC);
CREATE INDEX conversation_entry_question ON conversation_entry USING btree (question_id) WHERE (question_id IS NOT NULL);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON conversation_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column conversation_entry.number is 'The order in which entries came: those of one conversation are written in turn.';
comment on column conversation_entry.written_as is 'As what they wrote: the role of their post, or that they are the person or somebody the person chose.';
comment on column conversation_entry.form_key is 'Made by the form: the same again is the same entry.';
grant insert, select on conversation_entry to cydofal_app;
comment on table conversation_entry is 'What somebody wrote, asked, answered or decided in the conversation about a person, in their words. Whoever may read the contributor''s data of its class reads it.';

create table conversation_mention (
  entry_id uuid not null,
  account_id uuid not null,
  name text not null,
  constraint conversation_mention_pkey PRIMARY KEY (entry_id, account_id),
  constraint conversation_mention_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint conversation_mention_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES conversation_entry(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON conversation_mention FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on conversation_mention to cydofal_app;
comment on table conversation_mention is 'Somebody who was named in an entry, and told of it by a notice.';

create table conversation_question (
  entry_id uuid not null,
  urgency text not null,
  answer_by timestamp with time zone not null,
  constraint conversation_question_pkey PRIMARY KEY (entry_id),
  constraint conversation_question_urgency_check CHECK (urgency = ANY (ARRAY['today'::text, 'soon'::text, 'routine'::text])),
  constraint conversation_question_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES conversation_entry(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON conversation_question FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on conversation_question to cydofal_app;
comment on table conversation_question is 'How soon a question is to be answered, by the clock of working days. Passing it on does not begin it anew.';

create table conversation_late (
  question_id uuid not null,
  step integer not null,
  noted_at timestamp with time zone not null,
  constraint conversation_late_pkey PRIMARY KEY (question_id, step),
  constraint conversation_late_step_check CHECK (step = ANY (ARRAY[1, 2])),
  constraint conversation_late_question_id_fkey FOREIGN KEY (question_id) REFERENCES conversation_question(entry_id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON conversation_late FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on conversation_late to cydofal_app;
comment on table conversation_late is 'A question was not answered in time: 1, whoever reads it sees that it is late; 2, whoever answers for the body whose turn it is must know.';

create table conversation_struck (
  entry_id uuid not null,
  is_misfiled boolean not null,
  why text not null,
  struck_by uuid not null,
  struck_by_name text not null,
  struck_at timestamp with time zone not null,
  constraint conversation_struck_pkey PRIMARY KEY (entry_id),
  constraint conversation_struck_why_check CHECK (why <> ''::text),
  constraint conversation_struck_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES conversation_entry(id),
  constraint conversation_struck_struck_by_fkey FOREIGN KEY (struck_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON conversation_struck FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on conversation_struck to cydofal_app;
comment on table conversation_struck is 'Whoever wrote an entry strikes it through, and says why. What was about somebody else is misfiled: it is kept, and shown to nobody any more.';

create table plan_coordinator (
  id uuid not null,
  plan_id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null,
  named_by uuid,
  named_by_name text not null,
  named_at timestamp with time zone not null,
  constraint plan_coordinator_pkey PRIMARY KEY (id),
  constraint plan_coordinator_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint plan_coordinator_named_by_fkey FOREIGN KEY (named_by) REFERENCES account(id),
  constraint plan_coordinator_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint plan_coordinator_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);
CREATE INDEX plan_coordinator_plan ON plan_coordinator USING btree (plan_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_coordinator FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_coordinator to cydofal_app;
comment on table plan_coordinator is 'The worker whom the person and the family can turn to about everything in the plan. The last one named counts.';

create table plan_item (
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  part_of uuid,
  owner_id uuid not null,
  data_class text not null,
  place integer not null,
  constraint plan_item_pkey PRIMARY KEY (id),
  constraint plan_item_kind_check CHECK (kind = ANY (ARRAY['matters'::text, 'strength'::text, 'need'::text, 'goal'::text, 'action'::text, 'monitoring'::text, 'contingency'::text, 'warning-sign'::text, 'anticipatory'::text, 'advance-statement'::text, 'direct-payment'::text, 'safeguarding-conclusion'::text, 'home'::text])),
  constraint plan_item_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES organisation(id),
  constraint plan_item_part_of_fkey FOREIGN KEY (part_of) REFERENCES plan_item(id),
  constraint plan_item_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);
CREATE INDEX plan_item_plan ON plan_item USING btree (plan_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_item to cydofal_app;
comment on table plan_item is 'One thing in a plan: what matters, a strength, a need, a goal, an action, or another kind. The owner decides its words: the person for their own, the organisation for what it does. A goal is part of the need it meets, an action of the goal it serves.';

create table conversation_about (
  entry_id uuid not null,
  plan_item_id uuid not null,
  constraint conversation_about_pkey PRIMARY KEY (entry_id),
  constraint conversation_about_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES conversation_entry(id),
  constraint conversation_about_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id)
);
CREATE INDEX conversation_about_item ON conversation_about USING btree (plan_item_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON conversation_about FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on conversation_about to cydofal_app;
comment on table conversation_about is 'The item of the plan that an entry is about: a question put from it is shown beside it until it is answered.';

create table conversation_decision (
  entry_id uuid not null,
  plan_item_id uuid not null,
  constraint conversation_decision_pkey PRIMARY KEY (entry_id),
  constraint conversation_decision_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES conversation_entry(id),
  constraint conversation_decision_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON conversation_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on conversation_decision to cydofal_app;
comment on table conversation_decision is 'The action of the plan that a decision became.';

create table plan_action_state (
  id uuid not null,
  plan_item_id uuid not null,
  state text not null,
  words text,
  said_by uuid,
  said_by_name text not null,
  said_at timestamp with time zone not null,
  constraint plan_action_state_pkey PRIMARY KEY (id),
  constraint plan_action_state_check CHECK (words IS NOT NULL OR (state <> ALL (ARRAY['stuck'::text, 'will-not-be-done'::text]))),
  constraint plan_action_state_state_check CHECK (state = ANY (ARRAY['asked'::text, 'taken-on'::text, 'begun'::text, 'done'::text, 'stuck'::text, 'will-not-be-done'::text])),
  constraint plan_action_state_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id),
  constraint plan_action_state_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id)
);
CREATE INDEX plan_action_state_item ON plan_action_state USING btree (plan_item_id, said_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_action_state FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_action_state to cydofal_app;
comment on table plan_action_state is 'How far something that somebody does has come, as its owner says at one time. Stuck and not done have a reason.';

create table plan_item_offer (
  plan_item_id uuid not null,
  why text,
  offered_by uuid not null,
  offered_by_name text not null,
  offered_at timestamp with time zone not null,
  constraint plan_item_offer_pkey PRIMARY KEY (plan_item_id),
  constraint plan_item_offer_offered_by_fkey FOREIGN KEY (offered_by) REFERENCES account(id),
  constraint plan_item_offer_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_item_offer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_item_offer to cydofal_app;
comment on table plan_item_offer is 'That an item of the person''s own was added by somebody else: it is a proposal until the person says yes.';

create table plan_item_offer_answer (
  plan_item_id uuid not null,
  accepted boolean not null,
  words text,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  constraint plan_item_offer_answer_pkey PRIMARY KEY (plan_item_id),
  constraint plan_item_offer_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint plan_item_offer_answer_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item_offer(plan_item_id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_item_offer_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_item_offer_answer to cydofal_app;
comment on table plan_item_offer_answer is 'The person''s yes or no to an item that somebody else offered.';

create table plan_review (
  id uuid not null,
  plan_id uuid not null,
  number integer not null,
  opened_at timestamp with time zone not null,
  constraint plan_review_pkey PRIMARY KEY (id),
  constraint plan_review_plan_id_number_key UNIQUE (plan_id, number),
  constraint plan_review_number_check CHECK (number > 0),
  constraint plan_review_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_review to cydofal_app;
comment on table plan_review is 'One looking back at a plan together, from when it is arranged until it ends in a result. One waits at a time.';

create table plan_review_result (
  plan_review_id uuid not null,
  result text not null,
  reasons text not null,
  language text not null,
  changes text,
  need_remains boolean,
  met_how text,
  met_by text,
  ended_by uuid,
  ended_by_name text not null,
  ended_at timestamp with time zone not null,
  constraint plan_review_result_pkey PRIMARY KEY (plan_review_id),
  constraint plan_review_result_check CHECK ((result = 'revise'::text) = (changes IS NOT NULL)),
  constraint plan_review_result_check1 CHECK ((result = 'close'::text) = (need_remains IS NOT NULL)),
  constraint plan_review_result_check2 CHECK (COALESCE(need_remains, false) = (met_how IS NOT NULL) AND (met_how IS NULL) = (met_by IS NULL)),
  constraint plan_review_result_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint plan_review_result_result_check CHECK (result = ANY (ARRAY['confirm'::text, 'revise'::text, 'close'::text])),
  constraint plan_review_result_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  constraint plan_review_result_plan_review_id_fkey FOREIGN KEY (plan_review_id) REFERENCES plan_review(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_review_result FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_review_result to cydofal_app;
comment on table plan_review_result is 'What a review came to: the plan is confirmed, to be revised, or closed. Closed with need remaining, it says how that need will be met and by whom. Source: SI 2015/1335 regulation 6.';

create table plan_reopening (
  plan_review_id uuid not null,
  reasons text not null,
  language text not null,
  reopened_by uuid not null,
  reopened_by_name text not null,
  reopened_at timestamp with time zone not null,
  constraint plan_reopening_pkey PRIMARY KEY (plan_review_id),
  constraint plan_reopening_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint plan_reopening_plan_review_id_fkey FOREIGN KEY (plan_review_id) REFERENCES plan_review_result(plan_review_id),
  constraint plan_reopening_reopened_by_fkey FOREIGN KEY (reopened_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_reopening FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_reopening to cydofal_app;
comment on table plan_reopening is 'A plan that a review had closed is opened again.';

create table plan_review_achievement (
  plan_review_id uuid not null,
  plan_item_id uuid not null,
  words text not null,
  score integer,
  constraint plan_review_achievement_pkey PRIMARY KEY (plan_review_id, plan_item_id),
  constraint plan_review_achievement_score_check CHECK (score >= 0 AND score <= 10),
  constraint plan_review_achievement_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id),
  constraint plan_review_achievement_plan_review_id_fkey FOREIGN KEY (plan_review_id) REFERENCES plan_review_result(plan_review_id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_review_achievement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_review_achievement to cydofal_app;
comment on table plan_review_achievement is 'How far an outcome had been achieved when the plan was closed, in words, with the person''s own score where they gave one.';

create table plan_review_change (
  plan_review_id uuid not null,
  plan_item_id uuid not null,
  constraint plan_review_change_pkey PRIMARY KEY (plan_review_id, plan_item_id),
  constraint plan_review_change_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id),
  constraint plan_review_change_plan_review_id_fkey FOREIGN KEY (plan_review_id) REFERENCES plan_review_result(plan_review_id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_review_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_review_change to cydofal_app;
comment on table plan_review_change is 'An item that is to change after a review that revises the plan.';

create table plan_review_stance (
  id uuid not null,
  plan_review_id uuid not null,
  agrees boolean not null,
  words text,
  language text not null,
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamp with time zone not null,
  constraint plan_review_stance_pkey PRIMARY KEY (id),
  constraint plan_review_stance_check CHECK (agrees OR words IS NOT NULL),
  constraint plan_review_stance_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint plan_review_stance_plan_review_id_fkey FOREIGN KEY (plan_review_id) REFERENCES plan_review_result(plan_review_id),
  constraint plan_review_stance_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES account(id)
);
CREATE INDEX plan_review_stance_review ON plan_review_stance USING btree (plan_review_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_review_stance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_review_stance to cydofal_app;
comment on table plan_review_stance is 'The person, or whoever lawfully acts for them, agrees or disagrees with what a review came to, in their words. The last one counts.';

create table plan_score (
  id uuid not null,
  plan_item_id uuid not null,
  score smallint not null,
  words text,
  said_by uuid,
  said_by_name text not null,
  said_at timestamp with time zone not null,
  constraint plan_score_pkey PRIMARY KEY (id),
  constraint plan_score_score_check CHECK (score >= 0 AND score <= 10),
  constraint plan_score_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id),
  constraint plan_score_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id)
);
CREATE INDEX plan_score_item ON plan_score USING btree (plan_item_id, said_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_score FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_score to cydofal_app;
comment on table plan_score is 'How the person felt about a goal at one time, from 0 to 10. The first is the baseline. Said by them, or by whoever wrote it down for them.';

create table plan_whole_stance (
  id uuid not null,
  plan_id uuid not null,
  agrees boolean not null,
  words text,
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamp with time zone not null,
  constraint plan_whole_stance_pkey PRIMARY KEY (id),
  constraint plan_whole_stance_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint plan_whole_stance_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES account(id)
);
CREATE INDEX plan_whole_stance_plan ON plan_whole_stance USING btree (plan_id, taken_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_whole_stance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_whole_stance to cydofal_app;
comment on table plan_whole_stance is 'Somebody agreeing or disagreeing with the whole plan as it stood, in their own words.';

create table record_key (
  key bigint not null,
  source_record_id uuid not null,
  constraint record_key_pkey PRIMARY KEY (key, source_record_id)
);
grant delete, insert, select on record_key to cydofal_app;
comment on table record_key is 'A key under which a source record is found: two records that share one are compared. It follows from record_standard. Some fifteen a record, so it has the one index and refers to nothing.';

create table representative (
  id uuid not null,
  person_id uuid not null,
  account_id uuid not null,
  kind text not null,
  acts text not null,
  reference text not null,
  registered_on date not null,
  source text not null,
  recorded_by_name text not null,
  started_at timestamp with time zone not null,
  recorded_by uuid,
  constraint representative_pkey PRIMARY KEY (id),
  constraint representative_acts_check CHECK (acts = ANY (ARRAY['alone'::text, 'jointly'::text, 'severally'::text])),
  constraint representative_kind_check CHECK (kind = ANY (ARRAY['health-attorney'::text, 'property-attorney'::text, 'health-deputy'::text, 'property-deputy'::text, 'appointee'::text, 'advocate'::text, 'parent'::text])),
  constraint representative_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint representative_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint representative_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id)
);
CREATE INDEX representative_account ON representative USING btree (account_id);
CREATE INDEX representative_person ON representative USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON representative FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column representative.recorded_by is 'Who saw the registered power or order. Empty for what was known from the start.';
grant insert, select on representative to cydofal_app;
comment on table representative is 'Somebody who may lawfully act for a person: the registered power or order, or the proof of parental responsibility, seen by whoever recorded it. Next of kin is not one.';

create table family_order (
  id uuid not null,
  person_id uuid not null,
  representative_id uuid,
  kind text not null,
  words text not null,
  reference text not null,
  made_on date not null,
  ends_on date,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  constraint family_order_pkey PRIMARY KEY (id),
  constraint family_order_check CHECK (ends_on IS NULL OR ends_on > made_on),
  constraint family_order_kind_check CHECK (kind = ANY (ARRAY['child-arrangements'::text, 'prohibited-steps'::text, 'specific-issue'::text, 'special-guardianship'::text, 'care-order'::text, 'other'::text])),
  constraint family_order_reference_check CHECK (reference <> ''::text),
  constraint family_order_words_check CHECK (words <> ''::text),
  constraint family_order_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint family_order_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id),
  constraint family_order_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES representative(id)
);
CREATE INDEX family_order_person ON family_order USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON family_order FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on family_order to cydofal_app;
comment on table family_order is 'An order of a family court about a child, seen by whoever recorded it. One that takes something from a parent names the parent''s office, which it ends.';

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
  details jsonb default '{}'::jsonb not null,
  puts_right integer,
  representative_id uuid,
  form_id uuid,
  constraint plan_item_version_pkey PRIMARY KEY (plan_item_id, version),
  constraint plan_item_version_check CHECK (puts_right < version),
  constraint plan_item_version_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint plan_item_version_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id),
  constraint plan_item_version_plan_item_id_puts_right_fkey FOREIGN KEY (plan_item_id, puts_right) REFERENCES plan_item_version(plan_item_id, version),
  constraint plan_item_version_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES representative(id),
  constraint plan_item_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_item_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column plan_item_version.details is 'What is known of the item besides its words and its day, by kind: who does it, who pays, whom to ring. Typed in src/work/plan/details.';
comment on column plan_item_version.puts_right is 'The version that its own writer put right with this one, within four hours. Both are kept.';
comment on column plan_item_version.representative_id is 'The office by which somebody else wrote it for the person. Empty: whoever wrote it wrote for themselves.';
comment on column plan_item_version.form_id is 'Of the form that these words came by, made of its key and of what it says. Null of what came otherwise, or earlier.';
grant insert, select on plan_item_version to cydofal_app;
comment on table plan_item_version is 'The words of an item as they were at one time, in the language they were written in, by whom and why. Words taken down on paper have a name and no account.';

create table plan_item_struck (
  plan_item_id uuid not null,
  version integer not null,
  because text not null,
  why text not null,
  struck_by uuid not null,
  struck_by_name text not null,
  struck_at timestamp with time zone not null,
  constraint plan_item_struck_pkey PRIMARY KEY (plan_item_id, version),
  constraint plan_item_struck_because_check CHECK (because = ANY (ARRAY['wrong'::text, 'wrong-person'::text])),
  constraint plan_item_struck_plan_item_id_version_fkey FOREIGN KEY (plan_item_id, version) REFERENCES plan_item_version(plan_item_id, version),
  constraint plan_item_struck_struck_by_fkey FOREIGN KEY (struck_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_item_struck FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_item_struck to cydofal_app;
comment on table plan_item_struck is 'That a version was wrong, or about another person (a misfile): struck through, by whom and why. It stays readable.';

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
  details jsonb,
  due_on date,
  read_version integer,
  constraint plan_proposal_pkey PRIMARY KEY (id),
  constraint plan_proposal_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint plan_proposal_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item(id),
  constraint plan_proposal_plan_item_id_read_version_fkey FOREIGN KEY (plan_item_id, read_version) REFERENCES plan_item_version(plan_item_id, version),
  constraint plan_proposal_plan_item_id_version_fkey FOREIGN KEY (plan_item_id, version) REFERENCES plan_item_version(plan_item_id, version),
  constraint plan_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES account(id)
);
CREATE INDEX plan_proposal_item ON plan_proposal USING btree (plan_item_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_proposal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column plan_proposal.details is 'The details and, with them, the day that are offered. Null when only words are.';
comment on column plan_proposal.read_version is 'Set for another wording: written at the same time as the words that stand, by somebody who had read this version.';
grant insert, select on plan_proposal to cydofal_app;
comment on table plan_proposal is 'Other words for an item, offered to its owner, against the version that the proposer read.';

create table plan_joint_word (
  id uuid not null,
  sequence bigint generated always as identity not null,
  plan_proposal_id uuid,
  plan_item_id uuid,
  representative_id uuid not null,
  agrees boolean not null,
  words text,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamp with time zone not null,
  constraint plan_joint_word_pkey PRIMARY KEY (id),
  constraint plan_joint_word_check CHECK (num_nonnulls(plan_proposal_id, plan_item_id) = 1),
  constraint plan_joint_word_plan_item_id_fkey FOREIGN KEY (plan_item_id) REFERENCES plan_item_offer(plan_item_id),
  constraint plan_joint_word_plan_proposal_id_fkey FOREIGN KEY (plan_proposal_id) REFERENCES plan_proposal(id),
  constraint plan_joint_word_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES representative(id),
  constraint plan_joint_word_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id)
);
CREATE INDEX plan_joint_word_offer ON plan_joint_word USING btree (plan_item_id);
CREATE INDEX plan_joint_word_proposal ON plan_joint_word USING btree (plan_proposal_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_joint_word FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_joint_word to cydofal_app;
comment on table plan_joint_word is 'What one of those who may act only together says to other words or to an item that is offered. The last of each counts; it is done when all of them have said yes.';

create table plan_proposal_answer (
  plan_proposal_id uuid not null,
  accepted boolean not null,
  words text,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  made_version integer,
  constraint plan_proposal_answer_pkey PRIMARY KEY (plan_proposal_id),
  constraint plan_proposal_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint plan_proposal_answer_plan_proposal_id_fkey FOREIGN KEY (plan_proposal_id) REFERENCES plan_proposal(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_proposal_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column plan_proposal_answer.made_version is 'The version of the item that a yes made. Null for a no, and for a yes given before this was noted: that made the version after the one that the proposal was about.';
grant insert, select on plan_proposal_answer to cydofal_app;
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
grant insert, select on plan_stance to cydofal_app;
comment on table plan_stance is 'Somebody agreeing or disagreeing with an item as it stood, in their own words.';

create table representative_end (
  representative_id uuid not null,
  reason text not null,
  ended_by_name text not null,
  ended_at timestamp with time zone not null,
  constraint representative_end_pkey PRIMARY KEY (representative_id),
  constraint representative_end_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES representative(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON representative_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on representative_end to cydofal_app;
comment on table representative_end is 'The end of an authority: revoked, order run out, replaced.';

create table signing_in (
  state_hash text not null,
  nonce text not null,
  code_verifier text not null,
  return_to text not null,
  started_at timestamp with time zone not null,
  constraint signing_in_pkey PRIMARY KEY (state_hash)
);
grant delete, insert, select on signing_in to cydofal_app;
comment on table signing_in is 'A visit to the identity provider that has not come back yet. Used once.';

create table source_quality_day (
  organisation_id uuid not null,
  day date not null,
  measure text not null,
  records integer not null,
  counted_at timestamp with time zone not null,
  constraint source_quality_day_pkey PRIMARY KEY (day, organisation_id, measure),
  constraint source_quality_day_records_check CHECK (records >= 0),
  constraint source_quality_day_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON source_quality_day FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on source_quality_day to cydofal_app;
comment on table source_quality_day is 'How many source records of an organisation there were on a day, how many had each fault, and how many came and changed in all of it.';

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
  arrival bigint generated always as identity not null,
  home_person_id uuid not null,
  logical_id text,
  constraint source_record_pkey PRIMARY KEY (id),
  constraint source_record_arrival_key UNIQUE (arrival),
  constraint source_record_home_person_id_key UNIQUE (home_person_id),
  constraint source_record_organisation_id_local_id_key UNIQUE (organisation_id, local_id),
  constraint source_record_home_person_id_fkey FOREIGN KEY (home_person_id) REFERENCES person(id),
  constraint source_record_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX source_record_logical_id ON source_record USING btree (logical_id) WHERE (logical_id IS NOT NULL);
CREATE INDEX source_record_named ON source_record USING btree (COALESCE(logical_id, (id)::text));
CREATE INDEX source_record_nhs_number ON source_record USING btree (nhs_number) WHERE (nhs_number IS NOT NULL);
CREATE TRIGGER home_is_kept BEFORE UPDATE OF home_person_id ON source_record FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column source_record.arrival is 'In which order records came. Of the records of one person the first gives the person its id.';
comment on column source_record.home_person_id is 'The person this record is about while nothing joins it to another record. Given once, and its own for ever.';
comment on column source_record.logical_id is 'The id of its Patient at the FHIR door where its organisation chose one; null where that is the id itself.';
grant insert, select, update on source_record to cydofal_app;
comment on table source_record is 'What one organisation holds of a person, as it stands now, with the few fields that matching asks for.';

create table matching_shadow_pair (
  version integer not null,
  record_a uuid not null,
  record_b uuid not null,
  change text not null,
  weight double precision not null,
  probability double precision not null,
  explanation jsonb not null,
  constraint matching_shadow_pair_pkey PRIMARY KEY (version, record_a, record_b),
  constraint matching_shadow_pair_change_check CHECK (change = ANY (ARRAY['gained'::text, 'lost'::text])),
  constraint matching_shadow_pair_check CHECK (record_a < record_b),
  constraint matching_shadow_pair_probability_check CHECK (probability >= 0::double precision AND probability <= 1::double precision),
  constraint matching_shadow_pair_record_a_fkey FOREIGN KEY (record_a) REFERENCES source_record(id),
  constraint matching_shadow_pair_record_b_fkey FOREIGN KEY (record_b) REFERENCES source_record(id),
  constraint matching_shadow_pair_version_fkey FOREIGN KEY (version) REFERENCES matching_shadow_run(version)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON matching_shadow_pair FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on matching_shadow_pair to cydofal_app;
comment on table matching_shadow_pair is 'A link that a model would make and that is not in force, or one that is in force and that it would not make.';

create table record_apart (
  id uuid not null,
  record_a uuid not null,
  record_b uuid not null,
  kind text not null,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  started_at timestamp with time zone not null,
  constraint record_apart_pkey PRIMARY KEY (id),
  constraint record_apart_kind_check CHECK (kind = ANY (ARRAY['told-apart'::text, 'sealed'::text])),
  constraint record_apart_names_a_pair_once CHECK (record_a < record_b),
  constraint record_apart_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint record_apart_record_a_fkey FOREIGN KEY (record_a) REFERENCES source_record(id),
  constraint record_apart_record_b_fkey FOREIGN KEY (record_b) REFERENCES source_record(id)
);
CREATE INDEX record_apart_record_a ON record_apart USING btree (record_a);
CREATE INDEX record_apart_record_b ON record_apart USING btree (record_b);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON record_apart FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on record_apart to cydofal_app;
comment on table record_apart is 'Two records that may not become one person whatever any score says: somebody told them apart, or a new identity is sealed from an old one. What is sealed is read by matching alone and shown to nobody.';

create table record_apart_end (
  record_apart_id uuid not null,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  ended_at timestamp with time zone not null,
  constraint record_apart_end_pkey PRIMARY KEY (record_apart_id),
  constraint record_apart_end_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint record_apart_end_record_apart_id_fkey FOREIGN KEY (record_apart_id) REFERENCES record_apart(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON record_apart_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on record_apart_end to cydofal_app;
comment on table record_apart_end is 'Somebody lifting what was told apart.';

create table record_link (
  id uuid not null,
  record_a uuid not null,
  record_b uuid not null,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  weight double precision,
  probability double precision,
  model_version text,
  explanation jsonb not null,
  started_at timestamp with time zone not null,
  constraint record_link_pkey PRIMARY KEY (id),
  constraint record_link_names_a_pair_once CHECK (record_a < record_b),
  constraint record_link_probability_check CHECK (probability >= 0::double precision AND probability <= 1::double precision),
  constraint record_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint record_link_record_a_fkey FOREIGN KEY (record_a) REFERENCES source_record(id),
  constraint record_link_record_b_fkey FOREIGN KEY (record_b) REFERENCES source_record(id)
);
CREATE INDEX record_link_record_a ON record_link USING btree (record_a);
CREATE INDEX record_link_record_b ON record_link USING btree (record_b);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON record_link FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column record_link.decided_by is 'A rule, a model, or the name of whoever decided; an account goes with a name.';
comment on column record_link.weight is 'In bits: the logarithm to base 2 of how much likelier what was compared is of one person than of two.';
grant insert, select on record_link to cydofal_app;
comment on table record_link is 'The decision that two source records are about one person: who or what decided, when, on what evidence and with what weight. The smaller id is record_a.';

create table record_link_end (
  record_link_id uuid not null,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  ended_at timestamp with time zone not null,
  constraint record_link_end_pkey PRIMARY KEY (record_link_id),
  constraint record_link_end_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint record_link_end_record_link_id_fkey FOREIGN KEY (record_link_id) REFERENCES record_link(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON record_link_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on record_link_end to cydofal_app;
comment on table record_link_end is 'The undoing of a link.';

create table record_standard (
  source_record_id uuid not null,
  standard_version integer not null,
  content jsonb not null,
  keys bigint[] not null,
  homes text[] generated always as (homes_of(content)) stored not null,
  constraint record_standard_pkey PRIMARY KEY (source_record_id),
  constraint record_standard_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX record_standard_homes ON record_standard USING gin (homes);
CREATE INDEX record_standard_version ON record_standard USING btree (standard_version);
comment on column record_standard.standard_version is 'By which way of making it. 0: not made yet, and found by nobody.';
grant insert, select, update on record_standard to cydofal_app;
comment on table record_standard is 'What matching compares of a source record, and its keys. It follows from the record, and is made anew when the record changes or the way of making it does.';

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
  said_at timestamp with time zone,
  logical_id text,
  deleted boolean default false not null,
  deleted_from uuid,
  constraint resource_pkey PRIMARY KEY (id),
  constraint resource_contributor_id_type_business_key_key UNIQUE (contributor_id, type, business_key),
  constraint resource_check CHECK (source_record_id IS NULL OR deleted_from IS NULL),
  constraint resource_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint resource_deleted_from_fkey FOREIGN KEY (deleted_from) REFERENCES source_record(id),
  constraint resource_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX resource_about_nobody ON resource USING btree (contributor_id, type) WHERE ((source_record_id IS NULL) AND (deleted_from IS NULL));
CREATE INDEX resource_deleted_from ON resource USING btree (deleted_from) WHERE (deleted_from IS NOT NULL);
CREATE INDEX resource_logical_id ON resource USING btree (type, logical_id) WHERE (logical_id IS NOT NULL);
CREATE INDEX resource_named ON resource USING btree (COALESCE(logical_id, (id)::text), type);
CREATE INDEX resource_source_record ON resource USING btree (source_record_id, type);
comment on column resource.data_class is 'What class of data it holds; "directory" for what says nothing about anybody, "organisation" for what is about no one person and for its own organisation alone.';
comment on column resource.said_at is 'When its contributor said what stands here, by the contributor''s own clock. What it said before that changes nothing. Null where nobody said when.';
comment on column resource.logical_id is 'Its id at the FHIR door where its contributor chose one; null where that is the id itself. Not unique: what somebody may not see must not be in the way of an id that they choose.';
comment on column resource.deleted is 'It was deleted: its newest version says so and holds nothing else. A new version of it brings it back.';
comment on column resource.deleted_from is 'The source record that it hung on when it was deleted. It hangs on none since then, so that nothing that is read of somebody meets it.';
grant insert, select, update on resource to cydofal_app;
comment on table resource is 'The current version of a FHIR resource, with whose it is and what class of data it holds.';

create table bulk_export (
  id uuid not null,
  client text not null,
  organisation_id uuid not null,
  scope text not null,
  group_id uuid,
  types text[],
  since timestamp with time zone,
  request text not null,
  bound_at timestamp with time zone not null,
  begun_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  type_filters text[],
  constraint bulk_export_pkey PRIMARY KEY (id),
  constraint bulk_export_check CHECK ((scope = 'group'::text) = (group_id IS NOT NULL)),
  constraint bulk_export_scope_check CHECK (scope = ANY (ARRAY['system'::text, 'patient'::text, 'group'::text])),
  constraint bulk_export_group_id_fkey FOREIGN KEY (group_id) REFERENCES resource(id),
  constraint bulk_export_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX bulk_export_client ON bulk_export USING btree (client, expires_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON bulk_export FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column bulk_export.bound_at is 'What was written later is not in the answer, whenever it is fetched.';
comment on column bulk_export.type_filters is 'What each resource of a type must meet, as searches (Observation?category=laboratory), any of those of its type; null for all of every type.';
grant insert, select on bulk_export to cydofal_app;
comment on table bulk_export is 'That a system asked for everything of its own organisation, of some types, as it stood at one moment. Nothing of the answer is kept.';

create table bulk_export_end (
  export_id uuid not null,
  ended_at timestamp with time zone not null,
  constraint bulk_export_end_pkey PRIMARY KEY (export_id),
  constraint bulk_export_end_export_id_fkey FOREIGN KEY (export_id) REFERENCES bulk_export(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON bulk_export_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on bulk_export_end to cydofal_app;
comment on table bulk_export_end is 'That the system wants no more of an export, before it would have ended by itself.';

create table resource_version (
  resource_id uuid not null,
  version integer not null,
  data_class text not null,
  content jsonb not null,
  recorded_at timestamp with time zone not null,
  written_by text not null,
  message_id uuid,
  method text,
  account_id uuid,
  sender_id uuid,
  role text,
  app text,
  deleted boolean default false not null,
  source_record_id uuid,
  constraint resource_version_pkey PRIMARY KEY (resource_id, version),
  constraint resource_version_method_check CHECK (method = ANY (ARRAY['create'::text, 'update'::text, 'patch'::text, 'delete'::text])),
  constraint resource_version_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint resource_version_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id)
);
CREATE INDEX resource_version_recorded ON resource_version USING btree (recorded_at, resource_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON resource_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column resource_version.method is 'By which interaction it was written at the FHIR door; null for what a message brought.';
comment on column resource_version.app is 'The app through which somebody wrote it.';
comment on column resource_version.source_record_id is 'The source record that the resource hung on when this version was written, also one that says it was deleted; null for what is about no one person.';
grant insert, select on resource_version to cydofal_app;
comment on table resource_version is 'Every version of a resource as it was written, by whom, and the message that brought it.';

create table sensitive_mark (
  id uuid not null,
  source_record_id uuid not null,
  kind text not null,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  started_at timestamp with time zone not null,
  constraint sensitive_mark_pkey PRIMARY KEY (id),
  constraint sensitive_mark_kind_check CHECK (kind = ANY (ARRAY['national-flag'::text, 'refuge'::text, 'own-request'::text])),
  constraint sensitive_mark_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint sensitive_mark_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX sensitive_mark_record ON sensitive_mark USING btree (source_record_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON sensitive_mark FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on sensitive_mark to cydofal_app;
comment on table sensitive_mark is 'That where somebody lives must not become known, recorded by hand. What the sender of a record says in it needs no row.';

create table sensitive_mark_end (
  sensitive_mark_id uuid not null,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  ended_at timestamp with time zone not null,
  constraint sensitive_mark_end_pkey PRIMARY KEY (sensitive_mark_id),
  constraint sensitive_mark_end_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint sensitive_mark_end_sensitive_mark_id_fkey FOREIGN KEY (sensitive_mark_id) REFERENCES sensitive_mark(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON sensitive_mark_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on sensitive_mark_end to cydofal_app;
comment on table sensitive_mark_end is 'That it may be known again.';

create table source_record_check (
  source_record_id uuid not null,
  organisation_id uuid not null,
  version integer not null,
  rules integer not null,
  faults text[] not null,
  checked_at timestamp with time zone not null,
  constraint source_record_check_pkey PRIMARY KEY (source_record_id),
  constraint source_record_check_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint source_record_check_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX source_record_check_faults ON source_record_check USING gin (faults);
grant insert, select, update on source_record_check to cydofal_app;
comment on table source_record_check is 'What was found wrong with a source record when one version of it was looked at, by which rules. Made anew from the record at any time.';

create table source_record_version (
  source_record_id uuid not null,
  version integer not null,
  content jsonb not null,
  recorded_at timestamp with time zone not null,
  message_id uuid,
  method text,
  written_by text,
  sender_id uuid,
  app text,
  constraint source_record_version_pkey PRIMARY KEY (source_record_id, version),
  constraint source_record_version_method_check CHECK (method = ANY (ARRAY['create'::text, 'update'::text, 'patch'::text])),
  constraint source_record_version_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX source_record_version_recorded ON source_record_version USING brin (recorded_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON source_record_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column source_record_version.method is 'By which interaction it was written at the FHIR door; null for what a message brought.';
grant insert, select on source_record_version to cydofal_app;
comment on table source_record_version is 'Every version of a source record as received, with the message that brought it.';

create table notice (
  id uuid not null,
  kind text not null,
  source_record_id uuid,
  resource_id uuid,
  happened_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  source_record_version integer,
  plan_id uuid,
  contributor_id uuid,
  data_class text,
  made_by uuid,
  told_to uuid,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_check CHECK (num_nonnulls(resource_id, source_record_version, plan_id) = 1),
  constraint notice_check1 CHECK ((plan_id IS NULL) = (source_record_id IS NOT NULL)),
  constraint notice_check2 CHECK (num_nonnulls(contributor_id, data_class) =
CASE
    WHEN resource_id IS NULL THEN 2
    ELSE 0
END),
  constraint notice_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint notice_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint notice_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id),
  constraint notice_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id),
  constraint notice_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id),
  constraint notice_source_record_id_source_record_version_fkey FOREIGN KEY (source_record_id, source_record_version) REFERENCES source_record_version(source_record_id, version),
  constraint notice_told_to_fkey FOREIGN KEY (told_to) REFERENCES account(id)
);
CREATE INDEX notice_plan ON notice USING btree (plan_id, recorded_at DESC) WHERE (plan_id IS NOT NULL);
CREATE INDEX notice_recorded ON notice USING btree (recorded_at);
CREATE INDEX notice_resource ON notice USING btree (resource_id, recorded_at) WHERE (resource_id IS NOT NULL);
CREATE INDEX notice_source_record ON notice USING btree (source_record_id, recorded_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON notice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column notice.source_record_version is 'The version of the sender''s record in which it was first told, for what hangs on such a change.';
comment on column notice.plan_id is 'The plan of which there is a new version.';
comment on column notice.contributor_id is 'Whose data it tells, with its class, for what hangs on no resource; a resource says both itself.';
comment on column notice.data_class is 'What must be open to whoever is told of it. Of an address: protected-address where it was kept back before or after the change.';
comment on column notice.made_by is 'Who did what it tells, and so need not be told.';
comment on column notice.told_to is 'The one person it is for, where it is for one alone: who was named or asked in a conversation, or whose question was answered.';
grant insert, select on notice to cydofal_app;
comment on table notice is 'Something that happened to a person which others may need to know. What each of them is shown is decided for each.';

create table mail_told (
  account_id uuid not null,
  notice_id uuid not null,
  told_at timestamp with time zone not null,
  is_mailed boolean not null,
  constraint mail_told_pkey PRIMARY KEY (account_id, notice_id),
  constraint mail_told_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint mail_told_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id)
);
CREATE INDEX mail_told_account ON mail_told USING btree (account_id, told_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON mail_told FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on mail_told to cydofal_app;
comment on table mail_told is 'That it was decided whether somebody is mailed of a notice, and whether they were: a mail says that there is something, and the next within the hour would say no more.';

create table notice_receipt (
  notice_id uuid not null,
  account_id uuid not null,
  received_at timestamp with time zone not null,
  constraint notice_receipt_pkey PRIMARY KEY (notice_id, account_id),
  constraint notice_receipt_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint notice_receipt_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON notice_receipt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on notice_receipt to cydofal_app;
comment on table notice_receipt is 'Somebody saying that they have taken notice.';

create table notice_told (
  notice_id uuid not null,
  at timestamp with time zone not null,
  constraint notice_told_pkey PRIMARY KEY (notice_id),
  constraint notice_told_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON notice_told FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on notice_told to cydofal_app;
comment on table notice_told is 'A notice of which it has been decided, for every destination there was, whether it is told there: what was open was queued in the same transaction.';

create table superseded_number (
  id uuid not null,
  old_number text not null,
  new_number text not null,
  source text not null,
  superseded_on date,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  started_at timestamp with time zone not null,
  constraint superseded_number_pkey PRIMARY KEY (id),
  constraint superseded_number_is_another CHECK (old_number <> new_number),
  constraint superseded_number_new_number_check CHECK (new_number ~ '^\d{10}$'::text),
  constraint superseded_number_old_number_check CHECK (old_number ~ '^\d{10}$'::text),
  constraint superseded_number_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
CREATE INDEX superseded_number_old ON superseded_number USING btree (old_number);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON superseded_number FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column superseded_number.source is 'From whom it is known: the national index, or a paper.';
grant insert, select on superseded_number to cydofal_app;
comment on table superseded_number is 'An NHS number that another has taken the place of: both are one person''s. From whom it is known, and who recorded it.';

create table superseded_number_end (
  superseded_number_id uuid not null,
  decided_by text not null,
  account_id uuid,
  reason text not null,
  ended_at timestamp with time zone not null,
  constraint superseded_number_end_pkey PRIMARY KEY (superseded_number_id),
  constraint superseded_number_end_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint superseded_number_end_superseded_number_id_fkey FOREIGN KEY (superseded_number_id) REFERENCES superseded_number(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON superseded_number_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on superseded_number_end to cydofal_app;
comment on table superseded_number_end is 'That a number was never superseded after all.';

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
grant insert, select on team to cydofal_app;
comment on table team is 'A ward, a community team or an office of one organisation.';

create table app (
  id uuid not null,
  client text not null,
  name text not null,
  organisation_id uuid not null,
  kind text not null,
  redirect_uris text[] not null,
  launch_url text,
  scopes text[] not null,
  jwks jsonb,
  jwks_url text,
  secret_hash text,
  owner_team_id uuid not null,
  registered_by uuid,
  registered_at timestamp with time zone not null,
  constraint app_pkey PRIMARY KEY (id),
  constraint app_check CHECK ((kind = 'system'::text) = (cardinality(redirect_uris) = 0)),
  constraint app_check1 CHECK ((kind = ANY (ARRAY['key'::text, 'system'::text])) = (num_nonnulls(jwks, jwks_url) = 1)),
  constraint app_check2 CHECK ((kind = 'secret'::text) = (secret_hash IS NOT NULL)),
  constraint app_client_check CHECK (client ~ '^[a-z0-9][a-z0-9._-]{1,62}$'::text),
  constraint app_kind_check CHECK (kind = ANY (ARRAY['public'::text, 'secret'::text, 'key'::text, 'system'::text])),
  constraint app_name_check CHECK (name <> ''::text),
  constraint app_scopes_check CHECK (cardinality(scopes) > 0),
  constraint app_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint app_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES team(id),
  constraint app_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES account(id)
);
CREATE INDEX app_client ON app USING btree (client);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON app FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column app.client is 'By what name its tokens call it. Of those that are not closed only one has it.';
comment on column app.kind is 'How it proves itself: not at all (public), by a secret, by a key; system: by a key, and it acts for itself and for nobody.';
comment on column app.secret_hash is 'SHA-256 of its secret, hex. The secret was shown once.';
grant insert, select on app to cydofal_app;
comment on table app is 'An app as an officer registered it: who answers for it, how it proves itself, where people are led back to, and the most that it may ask. What changes is registered anew.';

create table app_step (
  id uuid not null,
  app_id uuid not null,
  step text not null,
  reason text,
  account_id uuid,
  at timestamp with time zone not null,
  constraint app_step_pkey PRIMARY KEY (id),
  constraint app_step_app_id_step_key UNIQUE (app_id, step),
  constraint app_step_check CHECK (step <> 'closed'::text OR reason IS NOT NULL),
  constraint app_step_step_check CHECK (step = ANY (ARRAY['confirmed'::text, 'closed'::text])),
  constraint app_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint app_step_app_id_fkey FOREIGN KEY (app_id) REFERENCES app(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON app_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on app_step to cydofal_app;
comment on table app_step is 'What was decided about an app: a second person''s word that it is right, or that it is not to be used any more.';

create table assessment (
  id uuid not null,
  person_id uuid not null,
  contributor_id uuid not null,
  team_id uuid,
  subject text not null,
  begun_by uuid not null,
  begun_by_name text not null,
  begun_at timestamp with time zone not null,
  due_on date not null,
  form_key text not null,
  constraint assessment_pkey PRIMARY KEY (id),
  constraint assessment_form_key_key UNIQUE (form_key),
  constraint assessment_subject_check CHECK (subject = ANY (ARRAY['adult'::text, 'carer'::text, 'child'::text])),
  constraint assessment_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES account(id),
  constraint assessment_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint assessment_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint assessment_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX assessment_person ON assessment USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON assessment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on assessment to cydofal_app;
comment on table assessment is 'An assessment under the Act of 2014, by the council whose team it is with. Once begun it waits, with a day by which, until it is completed or refused.';

create table assessment_end (
  assessment_id uuid not null,
  how text not null,
  agreed text not null,
  words text not null,
  ended_by uuid not null,
  ended_by_name text not null,
  ended_at timestamp with time zone not null,
  constraint assessment_end_pkey PRIMARY KEY (assessment_id),
  constraint assessment_end_agreed_check CHECK (agreed = ANY (ARRAY['agreed'::text, 'disagreed'::text, 'not-said'::text])),
  constraint assessment_end_how_check CHECK (how = ANY (ARRAY['completed'::text, 'refused'::text])),
  constraint assessment_end_words_check CHECK (words <> ''::text),
  constraint assessment_end_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id),
  constraint assessment_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON assessment_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on assessment_end to cydofal_app;
comment on table assessment_end is 'The assessment is completed, with what comes of it and whether the person agrees; or the person refused it, and in what words (section 20 of the Act).';

create table assessment_escalation (
  assessment_id uuid not null,
  step integer not null,
  escalated_at timestamp with time zone not null,
  constraint assessment_escalation_pkey PRIMARY KEY (assessment_id, step),
  constraint assessment_escalation_step_check CHECK (step = ANY (ARRAY[1, 2, 3])),
  constraint assessment_escalation_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON assessment_escalation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on assessment_escalation to cydofal_app;
comment on table assessment_escalation is 'An assessment that waits: 1, its day is near; 2, it is late; 3, whoever answers for the council must know.';

create table assessment_version (
  assessment_id uuid not null,
  version integer not null,
  circumstances text not null,
  outcomes text not null,
  barriers text not null,
  risks text not null,
  strengths text not null,
  language text not null,
  held_in text not null,
  co_ordinator text not null,
  capacity text not null,
  capacity_finding_id uuid,
  advocate text not null,
  written_by uuid not null,
  written_by_name text not null,
  written_at timestamp with time zone not null,
  constraint assessment_version_pkey PRIMARY KEY (assessment_id, version),
  constraint assessment_version_held_in_check CHECK (held_in = ANY (ARRAY['en'::text, 'cy'::text, 'both'::text, 'other'::text])),
  constraint assessment_version_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint assessment_version_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id),
  constraint assessment_version_capacity_finding_id_fkey FOREIGN KEY (capacity_finding_id) REFERENCES capacity_finding(id),
  constraint assessment_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON assessment_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column assessment_version.capacity_finding_id is 'The finding, for one decision, that it rests on; what was found stands there and is not copied.';
grant insert, select on assessment_version to cydofal_app;
comment on table assessment_version is 'The five elements of an assessment as they were written at one time, with its lead co-ordinator, what was considered of capacity and the part of an advocate. Empty where nothing has been written yet.';

create table contact (
  id uuid not null,
  person_id uuid not null,
  contributor_id uuid not null,
  team_id uuid,
  from_whom text not null,
  from_name text,
  way text not null,
  about text not null,
  need_appears boolean not null,
  next_step text not null,
  what_next text not null,
  language text not null,
  assessment_id uuid,
  taken_by uuid not null,
  taken_by_name text not null,
  taken_at timestamp with time zone not null,
  form_key text not null,
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_form_key_key UNIQUE (form_key),
  constraint contact_about_check CHECK (about <> ''::text),
  constraint contact_check CHECK (need_appears = (next_step = 'assessment'::text) AND need_appears = (assessment_id IS NOT NULL)),
  constraint contact_from_whom_check CHECK (from_whom = ANY (ARRAY['person'::text, 'family'::text, 'professional'::text, 'somebody-else'::text])),
  constraint contact_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint contact_next_step_check CHECK (next_step = ANY (ARRAY['information'::text, 'what-matters'::text, 'assessment'::text, 'another-service'::text])),
  constraint contact_way_check CHECK (way = ANY (ARRAY['telephone'::text, 'in-person'::text, 'online'::text, 'letter'::text])),
  constraint contact_what_next_check CHECK (what_next <> ''::text),
  constraint contact_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id),
  constraint contact_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint contact_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES account(id),
  constraint contact_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX contact_person ON contact USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON contact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on contact to cydofal_app;
comment on table contact is 'Somebody got in touch about a person: about what, and what happened next. Where a need appears the only next step is an assessment, which has begun with it (section 19 of the Act).';

create table conversation_turn (
  question_id uuid not null,
  step integer not null,
  account_id uuid,
  team_id uuid,
  organisation_id uuid,
  why text,
  passed_by uuid not null,
  passed_by_name text not null,
  passed_at timestamp with time zone not null,
  constraint conversation_turn_pkey PRIMARY KEY (question_id, step),
  constraint conversation_turn_check CHECK (num_nonnulls(account_id, team_id) = 1),
  constraint conversation_turn_check1 CHECK ((step = 1) = (why IS NULL)),
  constraint conversation_turn_step_check CHECK (step >= 1),
  constraint conversation_turn_why_check CHECK (why <> ''::text),
  constraint conversation_turn_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint conversation_turn_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint conversation_turn_passed_by_fkey FOREIGN KEY (passed_by) REFERENCES account(id),
  constraint conversation_turn_question_id_fkey FOREIGN KEY (question_id) REFERENCES conversation_question(entry_id),
  constraint conversation_turn_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX conversation_turn_account ON conversation_turn USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX conversation_turn_team ON conversation_turn USING btree (team_id) WHERE (team_id IS NOT NULL);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON conversation_turn FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column conversation_turn.organisation_id is 'The body whose it is to see that it is answered; null where somebody acts as themselves, and is hurried by nobody.';
grant insert, select on conversation_turn to cydofal_app;
comment on table conversation_turn is 'Whose it is to answer a question: one person, or anybody of a team. The first is whom it was asked of; each later one it was passed on to, and why. The last counts.';

create table destination (
  id uuid not null,
  organisation_id uuid,
  name text not null,
  carrier text not null,
  address text not null,
  settings jsonb not null,
  owner_team_id uuid,
  registered_by uuid,
  registered_at timestamp with time zone not null,
  constraint destination_pkey PRIMARY KEY (id),
  constraint destination_name_key UNIQUE (name),
  constraint destination_carrier_check CHECK (carrier = ANY (ARRAY['mllp'::text, 'https'::text, 'smtp'::text])),
  constraint destination_check CHECK (carrier = 'smtp'::text OR organisation_id IS NOT NULL AND owner_team_id IS NOT NULL),
  constraint destination_name_check CHECK (name <> ''::text),
  constraint destination_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint destination_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES team(id),
  constraint destination_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON destination FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column destination.address is 'host:port for mllp, a URL for https, empty for smtp: where the relay is, is a setting.';
grant insert, select on destination to cydofal_app;
comment on table destination is 'A partner''s system that is sent something, where it is reached, and the team that answers for what does not arrive. The region''s own mail relay is one too, and belongs to nobody.';

create table destination_step (
  id uuid not null,
  destination_id uuid not null,
  step text not null,
  reason text,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint destination_step_pkey PRIMARY KEY (id),
  constraint destination_step_check CHECK ((step <> ALL (ARRAY['paused'::text, 'closed'::text])) OR reason IS NOT NULL),
  constraint destination_step_step_check CHECK (step = ANY (ARRAY['confirmed'::text, 'paused'::text, 'resumed'::text, 'closed'::text])),
  constraint destination_step_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint destination_step_destination_id_fkey FOREIGN KEY (destination_id) REFERENCES destination(id)
);
CREATE INDEX destination_step_destination ON destination_step USING btree (destination_id, at DESC);
CREATE UNIQUE INDEX destination_step_once ON destination_step USING btree (destination_id, step) WHERE (step = ANY (ARRAY['confirmed'::text, 'closed'::text]));
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON destination_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on destination_step to cydofal_app;
comment on table destination_step is 'What was decided about a destination: a second person''s word that the address is right, a pause, its end, or that it is no longer sent anything.';

create table destination_told (
  destination_id uuid not null,
  version integer not null,
  topics text[] not null,
  reason text not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint destination_told_pkey PRIMARY KEY (destination_id, version),
  constraint destination_told_reason_check CHECK (reason <> ''::text),
  constraint destination_told_version_check CHECK (version > 0),
  constraint destination_told_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint destination_told_destination_id_fkey FOREIGN KEY (destination_id) REFERENCES destination(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON destination_told FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on destination_told to cydofal_app;
comment on table destination_told is 'Of which of the things that happen to people a destination is told, as far as they are open to it. The newest version holds; each has its reason and its hand.';

create table eligibility (
  id uuid not null,
  assessment_id uuid not null,
  need text not null,
  language text not null,
  arises boolean not null,
  arises_why text not null,
  well_being boolean not null,
  well_being_why text not null,
  not_otherwise boolean not null,
  not_otherwise_why text not null,
  unlikely_without boolean not null,
  unlikely_without_why text not null,
  determined_by uuid not null,
  determined_by_name text not null,
  determined_at timestamp with time zone not null,
  constraint eligibility_pkey PRIMARY KEY (id),
  constraint eligibility_arises_why_check CHECK (arises_why <> ''::text),
  constraint eligibility_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint eligibility_need_check CHECK (need <> ''::text),
  constraint eligibility_not_otherwise_why_check CHECK (not_otherwise_why <> ''::text),
  constraint eligibility_unlikely_without_why_check CHECK (unlikely_without_why <> ''::text),
  constraint eligibility_well_being_why_check CHECK (well_being_why <> ''::text),
  constraint eligibility_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id),
  constraint eligibility_determined_by_fkey FOREIGN KEY (determined_by) REFERENCES account(id)
);
CREATE INDEX eligibility_assessment ON eligibility USING btree (assessment_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON eligibility FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on eligibility to cydofal_app;
comment on table eligibility is 'Whether one need is eligible, by the four conditions of the Care and Support (Eligibility) (Wales) Regulations 2015, each with its reason. It is when all four are met.';

create table emergency_notice (
  id uuid not null,
  emergency_access_id uuid not null,
  person_id uuid,
  team_id uuid,
  told_at timestamp with time zone not null,
  constraint emergency_notice_pkey PRIMARY KEY (id),
  constraint emergency_notice_emergency_access_id_person_id_key UNIQUE (emergency_access_id, person_id),
  constraint emergency_notice_emergency_access_id_team_id_key UNIQUE (emergency_access_id, team_id),
  constraint emergency_notice_check CHECK (num_nonnulls(person_id, team_id) = 1),
  constraint emergency_notice_emergency_access_id_fkey FOREIGN KEY (emergency_access_id) REFERENCES emergency_access(id),
  constraint emergency_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint emergency_notice_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX emergency_notice_person ON emergency_notice USING btree (person_id, told_at DESC);
CREATE INDEX emergency_notice_team ON emergency_notice USING btree (team_id, told_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON emergency_notice FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on emergency_notice to cydofal_app;
comment on table emergency_notice is 'An emergency that somebody is told of: the person whose record it was, or the privacy officers who answer for the worker.';

create table emergency_notice_read (
  emergency_notice_id uuid not null,
  read_by uuid not null,
  read_by_name text not null,
  read_at timestamp with time zone not null,
  constraint emergency_notice_read_pkey PRIMARY KEY (emergency_notice_id),
  constraint emergency_notice_read_emergency_notice_id_fkey FOREIGN KEY (emergency_notice_id) REFERENCES emergency_notice(id),
  constraint emergency_notice_read_read_by_fkey FOREIGN KEY (read_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON emergency_notice_read FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on emergency_notice_read to cydofal_app;
comment on table emergency_notice_read is 'Somebody saying that they have read the notice. Until then it stands on their front page.';

create table emergency_review_task (
  emergency_access_id uuid not null,
  team_id uuid not null,
  due_at timestamp with time zone not null,
  given_at timestamp with time zone not null,
  constraint emergency_review_task_pkey PRIMARY KEY (emergency_access_id),
  constraint emergency_review_task_check CHECK (due_at > given_at),
  constraint emergency_review_task_emergency_access_id_fkey FOREIGN KEY (emergency_access_id) REFERENCES emergency_access(id),
  constraint emergency_review_task_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX emergency_review_task_team ON emergency_review_task USING btree (team_id, due_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON emergency_review_task FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on emergency_review_task to cydofal_app;
comment on table emergency_review_task is 'The team of privacy officers, never of the worker''s own body, that must say whether an emergency was one, and by when.';

create table emergency_review (
  emergency_access_id uuid not null,
  outcome text not null,
  words text not null,
  language text not null,
  reviewed_by uuid not null,
  reviewed_by_name text not null,
  organisation_id uuid not null,
  reviewed_at timestamp with time zone not null,
  constraint emergency_review_pkey PRIMARY KEY (emergency_access_id),
  constraint emergency_review_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint emergency_review_outcome_check CHECK (outcome = ANY (ARRAY['justified'::text, 'not-justified'::text, 'change-agreement'::text])),
  constraint emergency_review_words_check CHECK (words <> ''::text),
  constraint emergency_review_emergency_access_id_fkey FOREIGN KEY (emergency_access_id) REFERENCES emergency_review_task(emergency_access_id),
  constraint emergency_review_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint emergency_review_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON emergency_review FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on emergency_review to cydofal_app;
comment on table emergency_review is 'What another body''s privacy officer found, in words that the person and the worker can read.';

create table look_inquiry (
  id uuid not null,
  team_id uuid not null,
  account_id uuid,
  person_id uuid,
  entries bigint[] not null,
  outcome text not null,
  words text not null,
  inquired_by uuid not null,
  inquired_by_name text not null,
  inquired_at timestamp with time zone not null,
  constraint look_inquiry_pkey PRIMARY KEY (id),
  constraint look_inquiry_check CHECK (num_nonnulls(account_id, person_id) >= 1),
  constraint look_inquiry_outcome_check CHECK (outcome = ANY (ARRAY['in-order'::text, 'spoken-to'::text, 'referred'::text])),
  constraint look_inquiry_words_check CHECK (words <> ''::text),
  constraint look_inquiry_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint look_inquiry_inquired_by_fkey FOREIGN KEY (inquired_by) REFERENCES account(id),
  constraint look_inquiry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint look_inquiry_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX look_inquiry_team ON look_inquiry USING btree (team_id, inquired_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON look_inquiry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on look_inquiry to cydofal_app;
comment on table look_inquiry is 'A privacy officer has looked into what stood out: whose looks, at whom, which entries of the trail (by sequence), and what came of it. The looks themselves stay.';

create table look_question (
  id uuid not null,
  trail_entry_id uuid not null,
  person_id uuid not null,
  team_id uuid not null,
  words text not null,
  language text not null,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  answer_by date not null,
  constraint look_question_pkey PRIMARY KEY (id),
  constraint look_question_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint look_question_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES account(id),
  constraint look_question_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint look_question_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX look_question_entry ON look_question USING btree (trail_entry_id);
CREATE INDEX look_question_person ON look_question USING btree (person_id, asked_at DESC);
CREATE INDEX look_question_team ON look_question USING btree (team_id, answer_by);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON look_question FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on look_question to cydofal_app;
comment on table look_question is 'What a person asks about one look at their record (an entry of the trail, which stands alone and is referenced by nothing), the team that must answer, and by which day.';

create table look_question_answer (
  look_question_id uuid not null,
  words text not null,
  language text not null,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  constraint look_question_answer_pkey PRIMARY KEY (look_question_id),
  constraint look_question_answer_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint look_question_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint look_question_answer_look_question_id_fkey FOREIGN KEY (look_question_id) REFERENCES look_question(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON look_question_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on look_question_answer to cydofal_app;
comment on table look_question_answer is 'The privacy officer''s answer, which the person reads where the look stands.';

create table meeting (
  id uuid not null,
  team_id uuid not null,
  begins_at timestamp with time zone not null,
  planned_by uuid not null,
  planned_by_name text not null,
  planned_at timestamp with time zone not null,
  form_key text not null,
  constraint meeting_pkey PRIMARY KEY (id),
  constraint meeting_form_key_key UNIQUE (form_key),
  constraint meeting_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES account(id),
  constraint meeting_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX meeting_team ON meeting USING btree (team_id, begins_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on meeting to cydofal_app;
comment on table meeting is 'A team sits down with others, at a time, to decide what is due and what is stuck.';

create table meeting_attendance (
  meeting_id uuid not null,
  account_id uuid not null,
  step integer not null,
  name text not null,
  role text not null,
  organisation_id uuid not null,
  way text not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  constraint meeting_attendance_pkey PRIMARY KEY (meeting_id, account_id, step),
  constraint meeting_attendance_step_check CHECK (step >= 1),
  constraint meeting_attendance_way_check CHECK (way = ANY (ARRAY['invited'::text, 'here'::text, 'by-video'::text, 'sends-word'::text])),
  constraint meeting_attendance_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint meeting_attendance_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint meeting_attendance_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint meeting_attendance_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id)
);
CREATE INDEX meeting_attendance_account ON meeting_attendance USING btree (account_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting_attendance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on meeting_attendance to cydofal_app;
comment on table meeting_attendance is 'Who was asked to a meeting, for which organisation, and whether they are there, joined by video or sent word that they cannot come. The last counts.';

create table meeting_case (
  id uuid not null,
  meeting_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamp with time zone not null,
  constraint meeting_case_pkey PRIMARY KEY (id),
  constraint meeting_case_meeting_id_person_id_key UNIQUE (meeting_id, person_id),
  constraint meeting_case_added_by_fkey FOREIGN KEY (added_by) REFERENCES account(id),
  constraint meeting_case_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint meeting_case_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting_case FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on meeting_case to cydofal_app;
comment on table meeting_case is 'Somebody about whom a meeting is to talk. Whoever of those who attend may see nothing of them is not told that they are on the agenda.';

create table meeting_case_asked (
  meeting_case_id uuid not null,
  step integer not null,
  whom text not null,
  came_of_it text not null,
  words text,
  contributor_id uuid not null,
  data_class text not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamp with time zone not null,
  constraint meeting_case_asked_pkey PRIMARY KEY (meeting_case_id, step),
  constraint meeting_case_asked_came_of_it_check CHECK (came_of_it = ANY (ARRAY['invited'::text, 'comes'::text, 'sends-word'::text, 'does-not-come'::text, 'not-asked'::text])),
  constraint meeting_case_asked_check CHECK (came_of_it <> 'not-asked'::text OR words IS NOT NULL),
  constraint meeting_case_asked_step_check CHECK (step >= 1),
  constraint meeting_case_asked_whom_check CHECK (whom = ANY (ARRAY['person'::text, 'representative'::text])),
  constraint meeting_case_asked_words_check CHECK (words <> ''::text),
  constraint meeting_case_asked_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint meeting_case_asked_meeting_case_id_fkey FOREIGN KEY (meeting_case_id) REFERENCES meeting_case(id),
  constraint meeting_case_asked_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting_case_asked FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on meeting_case_asked to cydofal_app;
comment on table meeting_case_asked is 'Whether the person, or whoever lawfully acts for them, was asked to come or to send word, and what came of it. That nobody was asked has a reason. It is the contributor''s data of its class as everything about somebody is.';

create table meeting_decision (
  entry_id uuid not null,
  meeting_case_id uuid not null,
  constraint meeting_decision_pkey PRIMARY KEY (entry_id),
  constraint meeting_decision_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES conversation_entry(id),
  constraint meeting_decision_meeting_case_id_fkey FOREIGN KEY (meeting_case_id) REFERENCES meeting_case(id)
);
CREATE INDEX meeting_decision_case ON meeting_decision USING btree (meeting_case_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on meeting_decision to cydofal_app;
comment on table meeting_decision is 'That a decision in the conversation about somebody was made at a meeting.';

create table meeting_note_taker (
  meeting_id uuid not null,
  step integer not null,
  account_id uuid not null,
  name text not null,
  since timestamp with time zone not null,
  constraint meeting_note_taker_pkey PRIMARY KEY (meeting_id, step),
  constraint meeting_note_taker_step_check CHECK (step >= 1),
  constraint meeting_note_taker_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint meeting_note_taker_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON meeting_note_taker FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on meeting_note_taker to cydofal_app;
comment on table meeting_note_taker is 'Who writes down what is decided. The last counts.';

create table notice_escalation (
  notice_id uuid not null,
  organisation_id uuid not null,
  team_id uuid,
  raised_at timestamp with time zone not null,
  constraint notice_escalation_notice_id_organisation_id_team_id_key UNIQUE NULLS NOT DISTINCT (notice_id, organisation_id, team_id),
  constraint notice_escalation_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id),
  constraint notice_escalation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint notice_escalation_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON notice_escalation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on notice_escalation to cydofal_app;
comment on table notice_escalation is 'That nobody of a team, or of an organisation without teams, had taken a notice when its time was up. A receipt of any of them ends it.';

create table outgoing (
  id uuid not null,
  sequence bigint generated always as identity not null,
  destination_id uuid not null,
  key text not null,
  turn text not null,
  kind text not null,
  recipient text,
  content_type text not null,
  body bytea not null,
  about jsonb,
  queued_at timestamp with time zone not null,
  constraint outgoing_pkey PRIMARY KEY (id),
  constraint outgoing_destination_id_key_key UNIQUE (destination_id, key),
  constraint outgoing_destination_id_fkey FOREIGN KEY (destination_id) REFERENCES destination(id)
);
CREATE INDEX outgoing_turn ON outgoing USING btree (turn, sequence);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON outgoing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column outgoing.turn is 'Of those with the same turn none overtakes another.';
comment on column outgoing.about is 'Whom it tells of: the source record, the job it is told for, and the classes it tells. It is decided again whenever it is sent. Null: it tells of nobody.';
grant insert, select on outgoing to cydofal_app;
comment on table outgoing is 'One thing to send, with its bytes as they leave. Queued in the transaction of what caused it; the same key is queued once.';

create table outgoing_attempt (
  id uuid not null,
  outgoing_id uuid not null,
  number integer not null,
  started_at timestamp with time zone not null,
  constraint outgoing_attempt_pkey PRIMARY KEY (id),
  constraint outgoing_attempt_outgoing_id_number_key UNIQUE (outgoing_id, number),
  constraint outgoing_attempt_number_check CHECK (number > 0),
  constraint outgoing_attempt_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON outgoing_attempt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on outgoing_attempt to cydofal_app;
comment on table outgoing_attempt is 'One try, written before anything leaves. Without an answer beside it nobody knows how far it came.';

create table outgoing_answer (
  attempt_id uuid not null,
  result text not null,
  code text not null,
  said text not null,
  came_back bytea,
  ended_at timestamp with time zone not null,
  next_at timestamp with time zone,
  constraint outgoing_answer_pkey PRIMARY KEY (attempt_id),
  constraint outgoing_answer_result_check CHECK (result = ANY (ARRAY['accepted'::text, 'error'::text, 'rejected'::text, 'unknown'::text])),
  constraint outgoing_answer_attempt_id_fkey FOREIGN KEY (attempt_id) REFERENCES outgoing_attempt(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON outgoing_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column outgoing_answer.code is 'MSA-1, an HTTP status, an SMTP reply, or our own word for why nothing came back.';
grant insert, select on outgoing_answer to cydofal_app;
comment on table outgoing_answer is 'What came back of a try, and when the next is due if there is to be one.';

create table outgoing_outcome (
  id uuid not null,
  sequence bigint generated always as identity not null,
  outgoing_id uuid not null,
  outcome text not null,
  reason text,
  owner_team_id uuid,
  account_id uuid,
  at timestamp with time zone not null,
  constraint outgoing_outcome_pkey PRIMARY KEY (id),
  constraint outgoing_outcome_check CHECK (outcome <> 'dead'::text OR reason IS NOT NULL AND owner_team_id IS NOT NULL),
  constraint outgoing_outcome_check1 CHECK ((outcome <> ALL (ARRAY['again'::text, 'given-up'::text])) OR account_id IS NOT NULL),
  constraint outgoing_outcome_check2 CHECK (outcome <> 'given-up'::text OR reason IS NOT NULL),
  constraint outgoing_outcome_outcome_check CHECK (outcome = ANY (ARRAY['delivered'::text, 'dead'::text, 'again'::text, 'given-up'::text, 'not-open'::text])),
  constraint outgoing_outcome_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint outgoing_outcome_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id),
  constraint outgoing_outcome_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES team(id)
);
CREATE INDEX outgoing_outcome_outgoing ON outgoing_outcome USING btree (outgoing_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON outgoing_outcome FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on outgoing_outcome to cydofal_app;
comment on table outgoing_outcome is 'What became of something to send; the latest row counts. One that is dead always has a reason and an owner, and may be sent again or given up.';

create table outgoing_waiting (
  outgoing_id uuid not null,
  destination_id uuid not null,
  turn text not null,
  sequence bigint not null,
  since timestamp with time zone not null,
  due_at timestamp with time zone not null,
  tries integer not null,
  errors integer not null,
  constraint outgoing_waiting_pkey PRIMARY KEY (outgoing_id),
  constraint outgoing_waiting_destination_id_fkey FOREIGN KEY (destination_id) REFERENCES destination(id),
  constraint outgoing_waiting_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id)
);
CREATE INDEX outgoing_waiting_turn ON outgoing_waiting USING btree (destination_id, turn, sequence);
comment on column outgoing_waiting.due_at is 'When it is tried next. Whoever takes it moves this on first, past the time that a try can last.';
comment on column outgoing_waiting.errors is 'How often since then the receiver said that something in it is wrong.';
grant delete, insert, select, update on outgoing_waiting to cydofal_app;
comment on table outgoing_waiting is 'What is still to be sent: it follows from what was tried and what became of it, and is there to be found quickly.';

create table plan_review_arrangement (
  plan_review_id uuid not null,
  version integer not null,
  reason text not null,
  due_on date not null,
  responsible_id uuid not null,
  responsible_name text not null,
  organisation_id uuid not null,
  team_id uuid,
  attending text,
  words text,
  language text,
  arranged_by uuid,
  arranged_by_name text not null,
  arranged_at timestamp with time zone not null,
  constraint plan_review_arrangement_pkey PRIMARY KEY (plan_review_id, version),
  constraint plan_review_arrangement_check CHECK ((words IS NULL) = (language IS NULL)),
  constraint plan_review_arrangement_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint plan_review_arrangement_reason_check CHECK (reason = ANY (ARRAY['set-time'::text, 'asked'::text, 'changed'::text, 'moved'::text, 'reopened'::text])),
  constraint plan_review_arrangement_version_check CHECK (version > 0),
  constraint plan_review_arrangement_arranged_by_fkey FOREIGN KEY (arranged_by) REFERENCES account(id),
  constraint plan_review_arrangement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint plan_review_arrangement_plan_review_id_fkey FOREIGN KEY (plan_review_id) REFERENCES plan_review(id),
  constraint plan_review_arrangement_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES account(id),
  constraint plan_review_arrangement_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX plan_review_arrangement_team ON plan_review_arrangement USING btree (team_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_review_arrangement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column plan_review_arrangement.words is 'Why, in the words of whoever asked for it or moved it.';
grant insert, select on plan_review_arrangement to cydofal_app;
comment on table plan_review_arrangement is 'By when a review is due, why, who answers for it and who is to be there. The last one counts; those before say how often it was moved, and by whom.';

create table plan_review_escalation (
  plan_review_id uuid not null,
  version integer not null,
  step integer not null,
  escalated_at timestamp with time zone not null,
  constraint plan_review_escalation_pkey PRIMARY KEY (plan_review_id, version, step),
  constraint plan_review_escalation_step_check CHECK (step = ANY (ARRAY[1, 2, 3])),
  constraint plan_review_escalation_plan_review_id_version_fkey FOREIGN KEY (plan_review_id, version) REFERENCES plan_review_arrangement(plan_review_id, version)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON plan_review_escalation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on plan_review_escalation to cydofal_app;
comment on table plan_review_escalation is 'A review comes near or was not held in time, of the date that stood: 1, its team is reminded; 2, it is late; 3, whoever answers for the organisation is told.';

create table post (
  id uuid not null,
  account_id uuid not null,
  organisation_id uuid not null,
  team_id uuid,
  role text not null,
  title_en text not null,
  title_cy text not null,
  started_at timestamp with time zone not null,
  leads_team boolean default false not null,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint post_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint post_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX post_account ON post USING btree (account_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON post FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column post.leads_team is 'Whether whoever holds the post leads its team, and may say for its members what a team must know of itself.';
grant insert, select on post to cydofal_app;
comment on table post is 'A job somebody holds with one employer. Roles belong to the post, never to the person.';

create table app_grant (
  id uuid not null,
  app_id uuid not null,
  account_id uuid not null,
  post_id uuid,
  person_id uuid,
  session_hash text,
  scopes text[] not null,
  granted_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint app_grant_pkey PRIMARY KEY (id),
  constraint app_grant_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint app_grant_app_id_fkey FOREIGN KEY (app_id) REFERENCES app(id),
  constraint app_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint app_grant_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);
CREATE INDEX app_grant_account ON app_grant USING btree (account_id, granted_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON app_grant FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column app_grant.person_id is 'The one person it was opened for; null where it was opened for nobody in particular.';
comment on column app_grant.session_hash is 'It lasts only while this session does; null where it may ask when nobody is there.';
grant insert, select on app_grant to cydofal_app;
comment on table app_grant is 'Somebody has let an app in: to ask in their name, in the post they acted in, for as much and as long as is said here.';

create table app_grant_end (
  grant_id uuid not null,
  why text not null,
  at timestamp with time zone not null,
  constraint app_grant_end_pkey PRIMARY KEY (grant_id),
  constraint app_grant_end_why_check CHECK (why = ANY (ARRAY['taken-back'::text, 'given-back'::text, 'misused'::text])),
  constraint app_grant_end_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES app_grant(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON app_grant_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on app_grant_end to cydofal_app;
comment on table app_grant_end is 'An app that was let in is let in no more: whoever let it in took that back, the app gave it back, or something that works once was used twice.';

create table app_launch (
  id_hash text not null,
  app_id uuid not null,
  account_id uuid not null,
  post_id uuid,
  person_id uuid not null,
  launched_at timestamp with time zone not null,
  constraint app_launch_pkey PRIMARY KEY (id_hash),
  constraint app_launch_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint app_launch_app_id_fkey FOREIGN KEY (app_id) REFERENCES app(id),
  constraint app_launch_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint app_launch_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);
grant delete, insert, select on app_launch to cydofal_app;
comment on table app_launch is 'Somebody is on their way from a person''s page to an app. Used once, by them, within minutes.';

create table post_end (
  post_id uuid not null,
  ended_at timestamp with time zone not null,
  reason text not null,
  constraint post_end_pkey PRIMARY KEY (post_id),
  constraint post_end_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(id)
);
CREATE TRIGGER emergencies_close AFTER INSERT ON post_end FOR EACH ROW EXECUTE FUNCTION close_emergencies_of_post();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON post_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on post_end to cydofal_app;
comment on table post_end is 'The leaving of a post. From this moment it opens nothing.';

create table privacy_team (
  organisation_id uuid not null,
  team_id uuid not null,
  constraint privacy_team_pkey PRIMARY KEY (organisation_id),
  constraint privacy_team_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint privacy_team_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
grant insert, select on privacy_team to cydofal_app;
comment on table privacy_team is 'The team whose privacy officers answer for what an organisation''s workers and systems looked at. It may be another body''s: small ones are answered for by the partnership.';

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
  ends_at timestamp with time zone,
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
comment on column relationship.ends_at is 'When the tie ends by itself, for one that was claimed for a time. Empty: it holds until it is ended.';
grant insert, select on relationship to cydofal_app;
comment on table relationship is 'A working or chosen tie to a person, with its source. One that rests on a source record ends when that record is unlinked.';

create table hand_over (
  id uuid not null,
  person_id uuid not null,
  relationship_id uuid not null,
  contributor_id uuid not null,
  from_team_id uuid,
  from_name text not null,
  account_id uuid,
  message_id uuid,
  to_team_id uuid not null,
  urgency text not null,
  asks text not null,
  language text,
  form_key text not null,
  handed_at timestamp with time zone not null,
  answer_by timestamp with time zone not null,
  constraint hand_over_pkey PRIMARY KEY (id),
  constraint hand_over_form_key_key UNIQUE (form_key),
  constraint hand_over_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint hand_over_urgency_check CHECK (urgency = ANY (ARRAY['same-day'::text, 'soon'::text, 'routine'::text])),
  constraint hand_over_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint hand_over_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint hand_over_from_team_id_fkey FOREIGN KEY (from_team_id) REFERENCES team(id),
  constraint hand_over_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint hand_over_relationship_id_fkey FOREIGN KEY (relationship_id) REFERENCES relationship(id),
  constraint hand_over_to_team_id_fkey FOREIGN KEY (to_team_id) REFERENCES team(id)
);
CREATE INDEX hand_over_from ON hand_over USING btree (from_team_id);
CREATE INDEX hand_over_person ON hand_over USING btree (person_id);
CREATE INDEX hand_over_to ON hand_over USING btree (to_team_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON hand_over FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column hand_over.relationship_id is 'The tie that the other team has for as long as it is asked, and when it accepts.';
comment on column hand_over.from_team_id is 'Null when a system sent it; then message_id says with which message.';
grant insert, select on hand_over to cydofal_app;
comment on table hand_over is 'Somebody is handed on to another team, with what is asked of it. The words are care and support of the contributor''s.';

create table hand_over_answer (
  hand_over_id uuid not null,
  answer text not null,
  reason text,
  account_id uuid,
  name text not null,
  answered_at timestamp with time zone not null,
  constraint hand_over_answer_pkey PRIMARY KEY (hand_over_id),
  constraint hand_over_answer_answer_check CHECK (answer = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text])),
  constraint hand_over_answer_check CHECK (answer = 'accepted'::text OR reason IS NOT NULL),
  constraint hand_over_answer_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint hand_over_answer_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES hand_over(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON hand_over_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on hand_over_answer to cydofal_app;
comment on table hand_over_answer is 'What came of it: the other team accepts or declines, or whoever handed it on takes it back.';

create table hand_over_escalation (
  hand_over_id uuid not null,
  step integer not null,
  escalated_at timestamp with time zone not null,
  constraint hand_over_escalation_pkey PRIMARY KEY (hand_over_id, step),
  constraint hand_over_escalation_step_check CHECK (step = ANY (ARRAY[1, 2])),
  constraint hand_over_escalation_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES hand_over(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON hand_over_escalation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on hand_over_escalation to cydofal_app;
comment on table hand_over_escalation is 'It was not answered in time: 1, both teams are told that it is late; 2, whoever answers for the other organisation.';

create table hand_over_seen (
  hand_over_id uuid not null,
  account_id uuid not null,
  name text not null,
  seen_at timestamp with time zone not null,
  constraint hand_over_seen_pkey PRIMARY KEY (hand_over_id),
  constraint hand_over_seen_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint hand_over_seen_hand_over_id_fkey FOREIGN KEY (hand_over_id) REFERENCES hand_over(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON hand_over_seen FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on hand_over_seen to cydofal_app;
comment on table hand_over_seen is 'Somebody of the team that handed it on has seen the answer.';

create table relationship_end (
  relationship_id uuid not null,
  source text not null,
  ended_at timestamp with time zone not null,
  constraint relationship_end_pkey PRIMARY KEY (relationship_id),
  constraint relationship_end_relationship_id_fkey FOREIGN KEY (relationship_id) REFERENCES relationship(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON relationship_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on relationship_end to cydofal_app;
comment on table relationship_end is 'The end of a tie: discharge, case closed, choice withdrawn.';

create table review_task (
  id uuid not null,
  source_record_id uuid not null,
  reason text not null,
  owner_team_id uuid not null,
  raised_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  constraint review_task_pkey PRIMARY KEY (id),
  constraint review_task_check CHECK (due_at > raised_at),
  constraint review_task_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES team(id),
  constraint review_task_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX review_task_owner ON review_task USING btree (owner_team_id, due_at);
CREATE INDEX review_task_source_record ON review_task USING btree (source_record_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON review_task FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on review_task to cydofal_app;
comment on table review_task is 'A record that may be about somebody already known: which team must say so, and by when.';

create table review_candidate (
  id uuid not null,
  review_task_id uuid not null,
  source_record_id uuid not null,
  reason text not null,
  is_doubt boolean default false not null,
  weight double precision,
  probability double precision,
  model_version text,
  explanation jsonb,
  raised_at timestamp with time zone not null,
  constraint review_candidate_pkey PRIMARY KEY (id),
  constraint review_candidate_review_task_id_source_record_id_key UNIQUE (review_task_id, source_record_id),
  constraint review_candidate_probability_check CHECK (probability >= 0::double precision AND probability <= 1::double precision),
  constraint review_candidate_review_task_id_fkey FOREIGN KEY (review_task_id) REFERENCES review_task(id),
  constraint review_candidate_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
CREATE INDEX review_candidate_source_record ON review_candidate USING btree (source_record_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON review_candidate FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column review_candidate.is_doubt is 'The two are one person''s now and somebody doubts it; otherwise they are two people''s and may be one.';
comment on column review_candidate.explanation is 'What agreed and how far, as matching explains it: kinds, levels and weights, never the values themselves.';
grant insert, select on review_candidate to cydofal_app;
comment on table review_candidate is 'A record that the record of a task may belong with, why it must be asked, and how much speaks for it where that was weighed.';

create table matching_audit (
  record_link_id uuid not null,
  review_candidate_id uuid not null,
  month date not null,
  stratum text not null,
  stratum_links integer not null,
  drawn_at timestamp with time zone not null,
  constraint matching_audit_pkey PRIMARY KEY (record_link_id),
  constraint matching_audit_month_check CHECK (EXTRACT(day FROM month) = 1::numeric),
  constraint matching_audit_stratum_links_check CHECK (stratum_links > 0),
  constraint matching_audit_record_link_id_fkey FOREIGN KEY (record_link_id) REFERENCES record_link(id),
  constraint matching_audit_review_candidate_id_fkey FOREIGN KEY (review_candidate_id) REFERENCES review_candidate(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON matching_audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on matching_audit to cydofal_app;
comment on table matching_audit is 'A link of the model that was drawn for a person to look at, out of so many that it was as sure of. What they say is in the task.';

create table record_doubt (
  review_candidate_id uuid not null,
  words text not null,
  language text not null,
  said_by uuid not null,
  said_by_name text not null,
  said_at timestamp with time zone not null,
  constraint record_doubt_pkey PRIMARY KEY (review_candidate_id),
  constraint record_doubt_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint record_doubt_words_check CHECK (words <> ''::text),
  constraint record_doubt_review_candidate_id_fkey FOREIGN KEY (review_candidate_id) REFERENCES review_candidate(id),
  constraint record_doubt_said_by_fkey FOREIGN KEY (said_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON record_doubt FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on record_doubt to cydofal_app;
comment on table record_doubt is 'The person, or somebody who acts for them, saying that a record that is joined to theirs is not about them, in their words.';

create table review_decision (
  id uuid not null,
  review_candidate_id uuid not null,
  decision text not null,
  words text not null,
  language text not null,
  needs_second boolean not null,
  decided_by uuid not null,
  decided_by_name text not null,
  decided_at timestamp with time zone not null,
  constraint review_decision_pkey PRIMARY KEY (id),
  constraint review_decision_decision_check CHECK (decision = ANY (ARRAY['same'::text, 'different'::text])),
  constraint review_decision_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint review_decision_words_check CHECK (words <> ''::text),
  constraint review_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES account(id),
  constraint review_decision_review_candidate_id_fkey FOREIGN KEY (review_candidate_id) REFERENCES review_candidate(id)
);
CREATE INDEX review_decision_candidate ON review_decision USING btree (review_candidate_id, decided_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON review_decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on review_decision to cydofal_app;
comment on table review_decision is 'What somebody of the team said of a pair, and why. Where a second person is needed nothing is joined until they have spoken.';

create table review_effect (
  review_decision_id uuid not null,
  record_link_id uuid,
  record_apart_id uuid,
  constraint review_effect_pkey PRIMARY KEY (review_decision_id),
  constraint review_effect_check CHECK (num_nonnulls(record_link_id, record_apart_id) = 1),
  constraint review_effect_record_apart_id_fkey FOREIGN KEY (record_apart_id) REFERENCES record_apart(id),
  constraint review_effect_record_link_id_fkey FOREIGN KEY (record_link_id) REFERENCES record_link(id),
  constraint review_effect_review_decision_id_fkey FOREIGN KEY (review_decision_id) REFERENCES review_decision(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON review_effect FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on review_effect to cydofal_app;
comment on table review_effect is 'The link or the telling apart that a decision made, for reversing it. One that left things as they were has none.';

create table review_second (
  review_decision_id uuid not null,
  confirms boolean not null,
  words text not null,
  spoken_by uuid not null,
  spoken_by_name text not null,
  spoken_at timestamp with time zone not null,
  constraint review_second_pkey PRIMARY KEY (review_decision_id),
  constraint review_second_words_check CHECK (words <> ''::text),
  constraint review_second_review_decision_id_fkey FOREIGN KEY (review_decision_id) REFERENCES review_decision(id),
  constraint review_second_spoken_by_fkey FOREIGN KEY (spoken_by) REFERENCES account(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON review_second FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on review_second to cydofal_app;
comment on table review_second is 'The second person, never the first: confirms what was decided, or stops it.';

create table review_taking (
  id uuid not null,
  review_task_id uuid not null,
  account_id uuid not null,
  account_name text not null,
  taken_at timestamp with time zone not null,
  constraint review_taking_pkey PRIMARY KEY (id),
  constraint review_taking_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint review_taking_review_task_id_fkey FOREIGN KEY (review_task_id) REFERENCES review_task(id)
);
CREATE INDEX review_taking_task ON review_taking USING btree (review_task_id, taken_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON review_taking FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on review_taking to cydofal_app;
comment on table review_taking is 'Somebody of the team saying that they are looking at a task. The latest counts.';

create table sender (
  id uuid not null,
  application text not null,
  facility text not null,
  organisation_id uuid not null,
  owner_team_id uuid not null,
  constraint sender_pkey PRIMARY KEY (id),
  constraint sender_application_facility_key UNIQUE (application, facility),
  constraint sender_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint sender_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES team(id)
);
grant insert, select on sender to cydofal_app;
comment on table sender is 'A system that may send, known by its MSH-3 and MSH-4 or what its channel has in their place, and the team that answers for it.';

create table file_drop (
  id uuid not null,
  sequence bigint generated always as identity not null,
  sender_id uuid not null,
  kind text not null,
  file_name text not null,
  byte_count integer not null,
  content_hash text not null,
  way text not null,
  account_id uuid,
  brought_by text not null,
  repeats uuid,
  received_at timestamp with time zone not null,
  constraint file_drop_pkey PRIMARY KEY (id),
  constraint file_drop_way_check CHECK (way = ANY (ARRAY['page'::text, 'folder'::text])),
  constraint file_drop_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint file_drop_repeats_fkey FOREIGN KEY (repeats) REFERENCES file_drop(id),
  constraint file_drop_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES sender(id)
);
CREATE INDEX file_drop_sender ON file_drop USING btree (sender_id, kind, sequence);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON file_drop FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column file_drop.repeats is 'The drop that had the very same bytes, where none of the same sender and kind came between: its rows are repeats.';
grant insert, select on file_drop to cydofal_app;
comment on table file_drop is 'One file as it came: whose, of which kind, by which way and by whom. Nothing of it counts until it is started.';

create table file_drop_end (
  drop_id uuid not null,
  fault jsonb,
  ended_at timestamp with time zone not null,
  constraint file_drop_end_pkey PRIMARY KEY (drop_id),
  constraint file_drop_end_drop_id_fkey FOREIGN KEY (drop_id) REFERENCES file_drop(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON file_drop_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on file_drop_end to cydofal_app;
comment on table file_drop_end is 'A file has been taken in, all of it; or could not be read at all, and why.';

create table file_drop_piece (
  drop_id uuid not null,
  place integer not null,
  bytes bytea not null,
  constraint file_drop_piece_pkey PRIMARY KEY (drop_id, place),
  constraint file_drop_piece_drop_id_fkey FOREIGN KEY (drop_id) REFERENCES file_drop(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON file_drop_piece FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on file_drop_piece to cydofal_app;
comment on table file_drop_piece is 'The bytes of a file as they came, in pieces, so that no file has to be in the memory whole.';

create table file_drop_start (
  drop_id uuid not null,
  account_id uuid,
  started_by text not null,
  ends_gone boolean not null,
  started_at timestamp with time zone not null,
  constraint file_drop_start_pkey PRIMARY KEY (drop_id),
  constraint file_drop_start_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint file_drop_start_drop_id_fkey FOREIGN KEY (drop_id) REFERENCES file_drop(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON file_drop_start FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on file_drop_start to cydofal_app;
comment on table file_drop_start is 'The word that a file is to be taken in, and whether what it no longer tells of ends.';

create table ledger_tally (
  close_number bigint not null,
  sender_id uuid,
  channel text not null,
  received bigint not null,
  applied bigint not null,
  duplicate bigint not null,
  quarantined bigint not null,
  refused bigint not null,
  last_received_at timestamp with time zone,
  constraint ledger_tally_close_number_sender_id_channel_key UNIQUE NULLS NOT DISTINCT (close_number, sender_id, channel),
  constraint ledger_tally_close_number_fkey FOREIGN KEY (close_number) REFERENCES ledger_close(number),
  constraint ledger_tally_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES sender(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON ledger_tally FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on ledger_tally to cydofal_app;
comment on table ledger_tally is 'How many messages of a sender and a channel there were until a close, from the first on, and what had become of them by then.';

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
  channel text default 'hl7'::text not null,
  certificate text[],
  stated_application text,
  stated_facility text,
  constraint message_pkey PRIMARY KEY (id),
  constraint message_channel_check CHECK (channel = ANY (ARRAY['hl7'::text, 'csv'::text, 'fhir'::text])),
  constraint message_duplicate_of_fkey FOREIGN KEY (duplicate_of) REFERENCES message(id),
  constraint message_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES sender(id)
);
CREATE INDEX message_control ON message USING btree (sender_id, control_id);
CREATE INDEX message_received ON message USING btree (received_at);
CREATE INDEX message_sender_received ON message USING btree (sender_id, received_at);
CREATE UNIQUE INDEX message_once ON message USING btree (sender_id, control_id, content_hash) WHERE ((duplicate_of IS NULL) AND (sender_id IS NOT NULL));
CREATE UNIQUE INDEX message_sequence ON message USING btree (sequence);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON message FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column message.channel is 'In which language it is written, and so which reader takes it in, now or when it is replayed.';
comment on column message.certificate is 'The names of the certificate that its connection showed and that was vouched for. Null without one.';
comment on column message.stated_application is 'What a sender that had not been let in called itself.';
grant insert, select on message to cydofal_app;
comment on table message is 'One arrival, with its bytes as they came. A repeat points to the first and keeps no bytes.';

create table file_drop_row (
  drop_id uuid not null,
  row_number integer not null,
  message_id uuid not null,
  row_key text,
  became text not null,
  has_changed boolean not null,
  constraint file_drop_row_pkey PRIMARY KEY (drop_id, row_number),
  constraint file_drop_row_became_check CHECK (became = ANY (ARRAY['applied'::text, 'duplicate'::text, 'quarantined'::text, 'refused'::text])),
  constraint file_drop_row_drop_id_fkey FOREIGN KEY (drop_id) REFERENCES file_drop(id),
  constraint file_drop_row_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
);
CREATE INDEX file_drop_row_message ON file_drop_row USING btree (message_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON file_drop_row FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column file_drop_row.row_key is 'What the row tells of, in the sender''s own references; null when that could not be read.';
grant insert, select on file_drop_row to cydofal_app;
comment on table file_drop_row is 'What became of one row of a file when it was taken in; the message has what became of it since.';

create table message_escalation (
  message_id uuid not null,
  raised_at timestamp with time zone not null,
  constraint message_escalation_pkey PRIMARY KEY (message_id),
  constraint message_escalation_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON message_escalation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on message_escalation to cydofal_app;
comment on table message_escalation is 'That a message had waited in quarantine past its time, so that whoever answers for the organisation of the team that owns it is told.';

create table message_outcome (
  id uuid not null,
  message_id uuid not null,
  outcome text not null,
  reason text,
  detail text,
  owner_team_id uuid,
  decided_at timestamp with time zone not null,
  sequence bigint generated always as identity not null,
  replaces uuid,
  sender_id uuid,
  account_id uuid,
  decided_by text,
  words text,
  replay_id uuid,
  constraint message_outcome_pkey PRIMARY KEY (id),
  constraint message_outcome_replaces_key UNIQUE (replaces),
  constraint message_outcome_check CHECK (outcome <> 'quarantined'::text OR reason IS NOT NULL AND owner_team_id IS NOT NULL),
  constraint message_outcome_check1 CHECK ((account_id IS NULL) = (decided_by IS NULL)),
  constraint message_outcome_outcome_check CHECK (outcome = ANY (ARRAY['applied'::text, 'duplicate'::text, 'quarantined'::text, 'refused'::text])),
  constraint message_outcome_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint message_outcome_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id),
  constraint message_outcome_owner_team_id_fkey FOREIGN KEY (owner_team_id) REFERENCES team(id),
  constraint message_outcome_replaces_fkey FOREIGN KEY (replaces) REFERENCES message_outcome(id),
  constraint message_outcome_replay_id_fkey FOREIGN KEY (replay_id) REFERENCES message_replay(id),
  constraint message_outcome_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES sender(id)
);
CREATE INDEX message_outcome_message ON message_outcome USING btree (message_id);
CREATE INDEX message_outcome_quarantined ON message_outcome USING btree (decided_at) WHERE (outcome = 'quarantined'::text);
CREATE INDEX message_outcome_replay ON message_outcome USING btree (replay_id) WHERE (replay_id IS NOT NULL);
CREATE INDEX message_outcome_sender ON message_outcome USING btree (sender_id) WHERE (sender_id IS NOT NULL);
CREATE UNIQUE INDEX message_applied_once ON message_outcome USING btree (message_id) WHERE (outcome = 'applied'::text);
CREATE UNIQUE INDEX message_outcome_first ON message_outcome USING btree (message_id) WHERE (replaces IS NULL);
CREATE UNIQUE INDEX message_outcome_sequence ON message_outcome USING btree (sequence);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON message_outcome FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column message_outcome.replaces is 'The outcome until then. Null for what became of it when it arrived. Only one can replace it, so nothing takes effect twice.';
comment on column message_outcome.sender_id is 'As whose it was read, when its sender was let in only after it came.';
comment on column message_outcome.account_id is 'Which officer replayed it or set it aside. Null when nobody did.';
comment on column message_outcome.words is 'What the officer gave as the reason.';
grant insert, select on message_outcome to cydofal_app;
comment on table message_outcome is 'What became of a message. The one that no other replaces counts; a quarantined one always has a reason and an owner.';

create table message_replay_item (
  replay_id uuid not null,
  place integer not null,
  message_id uuid not null,
  constraint message_replay_item_pkey PRIMARY KEY (replay_id, place),
  constraint message_replay_item_replay_id_message_id_key UNIQUE (replay_id, message_id),
  constraint message_replay_item_place_check CHECK (place > 0),
  constraint message_replay_item_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id),
  constraint message_replay_item_replay_id_fkey FOREIGN KEY (replay_id) REFERENCES message_replay(id)
);
CREATE INDEX message_replay_item_message ON message_replay_item USING btree (message_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON message_replay_item FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on message_replay_item to cydofal_app;
comment on table message_replay_item is 'A message that waited when the replay was asked for, and its place in the order of arrival.';

create table message_taking (
  id uuid not null,
  message_id uuid not null,
  account_id uuid not null,
  taken_by text not null,
  note text,
  taken_at timestamp with time zone not null,
  constraint message_taking_pkey PRIMARY KEY (id),
  constraint message_taking_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint message_taking_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)
);
CREATE INDEX message_taking_message ON message_taking USING btree (message_id, taken_at);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON message_taking FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on message_taking to cydofal_app;
comment on table message_taking is 'An officer has said that they are on a message that waits, and what they noted. The latest counts.';

create table sender_map (
  id uuid not null,
  sender_id uuid not null,
  version integer not null,
  map jsonb not null,
  reason text not null,
  written_by text not null,
  account_id uuid,
  started_at timestamp with time zone not null,
  constraint sender_map_pkey PRIMARY KEY (id),
  constraint sender_map_sender_id_version_key UNIQUE (sender_id, version),
  constraint sender_map_version_check CHECK (version > 0),
  constraint sender_map_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint sender_map_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES sender(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON sender_map FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column sender_map.account_id is 'Null for the map that came with the sender.';
grant insert, select on sender_map to cydofal_app;
comment on table sender_map is 'One version of how a sender''s messages are to be read. The newest is in force.';

create table sender_silence (
  id uuid not null,
  sender_id uuid not null,
  heard_at timestamp with time zone,
  due_at timestamp with time zone not null,
  noticed_at timestamp with time zone not null,
  constraint sender_silence_pkey PRIMARY KEY (id),
  constraint sender_silence_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES sender(id)
);
CREATE INDEX sender_silence_sender ON sender_silence USING btree (sender_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON sender_silence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column sender_silence.heard_at is 'When the last message before came; null for a system that has sent nothing yet.';
grant insert, select on sender_silence to cydofal_app;
comment on table sender_silence is 'A system was not heard for longer than its rhythm says.';

create table sender_silence_end (
  sender_silence_id uuid not null,
  ended_at timestamp with time zone not null,
  constraint sender_silence_end_pkey PRIMARY KEY (sender_silence_id),
  constraint sender_silence_end_sender_silence_id_fkey FOREIGN KEY (sender_silence_id) REFERENCES sender_silence(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON sender_silence_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on sender_silence_end to cydofal_app;
comment on table sender_silence_end is 'The system was heard again, or its rhythm was changed so that it is not late.';

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
grant delete, insert, select, update on session to cydofal_app;
comment on table session is 'A signed-in browser, known by the hash of its cookie. One acting post at a time.';

create table subscription (
  id uuid not null,
  destination_id uuid not null,
  created_at timestamp with time zone not null,
  constraint subscription_pkey PRIMARY KEY (id),
  constraint subscription_destination_id_fkey FOREIGN KEY (destination_id) REFERENCES destination(id)
);
CREATE INDEX subscription_destination ON subscription USING btree (destination_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON subscription FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on subscription to cydofal_app;
comment on table subscription is 'A partner''s system has asked to be told of something by FHIR. What it asked is its newest version.';

create table subscription_end (
  subscription_id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  reason text,
  constraint subscription_end_pkey PRIMARY KEY (subscription_id),
  constraint subscription_end_check CHECK ((account_id IS NULL) = (reason IS NULL)),
  constraint subscription_end_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint subscription_end_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscription(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON subscription_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on subscription_end to cydofal_app;
comment on table subscription_end is 'A subscription has ended: what waited for it is not sent. Its system has said so, or an officer, with why.';

create table subscription_event (
  subscription_id uuid not null,
  number bigint not null,
  notice_id uuid not null,
  outgoing_id uuid,
  at timestamp with time zone not null,
  constraint subscription_event_pkey PRIMARY KEY (subscription_id, number),
  constraint subscription_event_subscription_id_notice_id_key UNIQUE (subscription_id, notice_id),
  constraint subscription_event_number_check CHECK (number > 0),
  constraint subscription_event_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id),
  constraint subscription_event_outgoing_id_fkey FOREIGN KEY (outgoing_id) REFERENCES outgoing(id),
  constraint subscription_event_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscription(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON subscription_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on subscription_event to cydofal_app;
comment on table subscription_event is 'One thing of which a subscription is told, by its number there; numbers have no gaps. Without outgoing it was not sent, because the subscription was in error: its system asks for it ($events).';

create table subscription_reached (
  subscription_id uuid not null,
  number bigint not null,
  at timestamp with time zone not null,
  cut_because text,
  constraint subscription_reached_pkey PRIMARY KEY (subscription_id),
  constraint subscription_reached_number_check CHECK (number >= 0),
  constraint subscription_reached_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscription(id)
);
grant insert, select, update on subscription_reached to cydofal_app;
comment on table subscription_reached is 'How far a subscription has been told over a websocket: through which number, since when, and why its last socket was cut, if it was. The events themselves are kept.';

create table subscription_secret (
  subscription_id uuid not null,
  authorization_header text not null,
  constraint subscription_secret_pkey PRIMARY KEY (subscription_id),
  constraint subscription_secret_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscription(id)
);
grant delete, insert, select on subscription_secret to cydofal_app;
comment on table subscription_secret is 'What the receiver wants to be shown with each notification (the Authorization header). Replaced and taken away with the subscription, and never read out.';

create table subscription_version (
  subscription_id uuid not null,
  version integer not null,
  topic text not null,
  endpoint text,
  content text not null,
  patient_system text,
  patient_value text,
  heartbeat_seconds integer,
  ends_at timestamp with time zone,
  reason text not null,
  at timestamp with time zone not null,
  channel text default 'rest-hook'::text not null,
  constraint subscription_version_pkey PRIMARY KEY (subscription_id, version),
  constraint subscription_version_channel_check CHECK (channel = ANY (ARRAY['rest-hook'::text, 'websocket'::text])),
  constraint subscription_version_check CHECK ((patient_system IS NULL) = (patient_value IS NULL)),
  constraint subscription_version_check1 CHECK ((channel = 'rest-hook'::text) = (endpoint IS NOT NULL)),
  constraint subscription_version_content_check CHECK (content = ANY (ARRAY['empty'::text, 'id-only'::text, 'full-resource'::text])),
  constraint subscription_version_heartbeat_seconds_check CHECK (heartbeat_seconds > 0),
  constraint subscription_version_version_check CHECK (version > 0),
  constraint subscription_version_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES subscription(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON subscription_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column subscription_version.patient_value is 'The identifier of the one person it is for; null when it is for all who are open.';
comment on column subscription_version.channel is 'How it is told: we post to its endpoint, or it listens over a websocket.';
grant insert, select on subscription_version to cydofal_app;
comment on table subscription_version is 'What a subscription asks for, as its system said it at one time: of what, told where, how much, of whom, until when.';

create table tie_claim (
  id uuid not null,
  relationship_id uuid,
  account_id uuid not null,
  account_name text not null,
  organisation_id uuid not null,
  role text not null,
  kind text not null,
  reason text not null,
  form_key text not null,
  claimed_at timestamp with time zone not null,
  constraint tie_claim_pkey PRIMARY KEY (id),
  constraint tie_claim_account_id_form_key_key UNIQUE (account_id, form_key),
  constraint tie_claim_relationship_id_key UNIQUE (relationship_id),
  constraint tie_claim_reason_check CHECK (reason <> ''::text),
  constraint tie_claim_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint tie_claim_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint tie_claim_relationship_id_fkey FOREIGN KEY (relationship_id) REFERENCES relationship(id)
);
CREATE INDEX tie_claim_organisation ON tie_claim USING btree (organisation_id, claimed_at DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON tie_claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on tie_claim to cydofal_app;
comment on table tie_claim is 'A worker saying that they work with somebody: an alert to the privacy officer. Without a relationship, nobody had that number and birth date.';

create table told_last (
  source_record_id uuid not null,
  fields jsonb not null,
  constraint told_last_pkey PRIMARY KEY (source_record_id),
  constraint told_last_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id)
);
grant insert, select, update on told_last to cydofal_app;
comment on table told_last is 'When each field of a source record was last spoken of by its system, by the system''s own clock, and in which message. What was said of the field before that changes nothing.';

create table trail_deferral (
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid,
  account_id uuid,
  purpose text,
  reason text not null,
  power text not null,
  team_id uuid not null,
  made_by uuid not null,
  made_by_name text not null,
  started_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint trail_deferral_pkey PRIMARY KEY (id),
  constraint trail_deferral_check CHECK (num_nonnulls(organisation_id, account_id, purpose) >= 1),
  constraint trail_deferral_check1 CHECK (ends_at > started_at AND ends_at <= (started_at + '90 days'::interval)),
  constraint trail_deferral_power_check CHECK (power <> ''::text),
  constraint trail_deferral_reason_check CHECK (reason <> ''::text),
  constraint trail_deferral_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint trail_deferral_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint trail_deferral_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint trail_deferral_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint trail_deferral_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX trail_deferral_person ON trail_deferral USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_deferral FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on trail_deferral to cydofal_app;
comment on table trail_deferral is 'For safeguarding, some looks are not told to the person until a day at most 90 days on: whose looks, why, under which statutory power, and who decided it. Then they appear by themselves.';

create table trail_deferral_end (
  trail_deferral_id uuid not null,
  ended_by uuid not null,
  ended_by_name text not null,
  ended_at timestamp with time zone not null,
  constraint trail_deferral_end_pkey PRIMARY KEY (trail_deferral_id),
  constraint trail_deferral_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  constraint trail_deferral_end_trail_deferral_id_fkey FOREIGN KEY (trail_deferral_id) REFERENCES trail_deferral(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_deferral_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on trail_deferral_end to cydofal_app;
comment on table trail_deferral_end is 'The ending of a deferral before its day.';

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
  through jsonb,
  constraint trail_entry_pkey PRIMARY KEY (id),
  constraint trail_entry_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint trail_entry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint trail_entry_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX trail_entry_account ON trail_entry USING btree (account_id, sequence DESC);
CREATE INDEX trail_entry_at ON trail_entry USING btree (at);
CREATE INDEX trail_entry_emergency ON trail_entry USING btree (account_id, at) WHERE (action = 'emergency'::text);
CREATE INDEX trail_entry_person ON trail_entry USING btree (person_id, sequence DESC);
CREATE TRIGGER bound AFTER INSERT ON trail_entry REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION bind_to_seal();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column trail_entry.through is 'The app that asked for somebody, the token it showed and what it asked: {app, token, request}. Null when they asked themselves.';
grant insert, select on trail_entry to cydofal_app;
comment on table trail_entry is 'One look, telling, writing or refusal: who, as what, why, what was released, and the clause or wish that allowed it.';

create table trail_erasure (
  id uuid not null,
  erased_id uuid not null,
  reason text not null,
  decided_by text not null,
  erased_at timestamp with time zone not null,
  constraint trail_erasure_pkey PRIMARY KEY (id),
  constraint trail_erasure_erased_id_key UNIQUE (erased_id),
  constraint trail_erasure_decided_by_check CHECK (length(decided_by) > 0),
  constraint trail_erasure_reason_check CHECK (length(reason) > 0)
);
CREATE TRIGGER bound AFTER INSERT ON trail_erasure REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION bind_to_seal();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_erasure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant select on trail_erasure to cydofal_app;
comment on table trail_erasure is 'The destruction of one entry of the trail and of its secret: why, by whose decision, and when. Sealed itself.';

create table trail_head (
  number bigint not null,
  size bigint not null,
  root bytea not null,
  signed_at timestamp with time zone not null,
  previous bytea not null,
  key_id text not null,
  signature bytea not null,
  constraint trail_head_pkey PRIMARY KEY (number),
  constraint trail_head_number_check CHECK (number >= 0)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on trail_head to cydofal_app;
comment on table trail_head is 'What the log was at one moment, signed: how many leaves, and the root over all of them. One after each sealing.';

create table trail_leaf (
  number bigint not null,
  id uuid not null,
  commitment bytea not null,
  hash bytea not null,
  constraint trail_leaf_pkey PRIMARY KEY (number),
  constraint trail_leaf_id_key UNIQUE (id),
  constraint trail_leaf_number_check CHECK (number >= 0)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_leaf FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on trail_leaf to cydofal_app;
comment on table trail_leaf is 'The log: the commitment of each row of the trail in the order of sealing, without gaps, each hashed with the one before it. Nothing personal.';

create table trail_secret (
  id uuid not null,
  secret bytea not null,
  constraint trail_secret_pkey PRIMARY KEY (id),
  constraint trail_secret_secret_check CHECK (length(secret) = 32)
);
grant select on trail_secret to cydofal_app;
comment on table trail_secret is 'The secret that binds one row of the trail to its commitment. Destroyed with the row when that is erased.';

create table trail_tile (
  level smallint not null,
  number bigint not null,
  hash bytea not null,
  constraint trail_tile_pkey PRIMARY KEY (level, number),
  constraint trail_tile_level_check CHECK (level > 0)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_tile FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on trail_tile to cydofal_app;
comment on table trail_tile is 'The hash over 256 leaves, or over 256 tiles of the level below: the inner nodes of the tree that proofs start from.';

create table trail_unsealed (
  id uuid not null,
  place bigint generated always as identity not null,
  commitment bytea not null,
  constraint trail_unsealed_pkey PRIMARY KEY (id),
  constraint trail_unsealed_commitment_check CHECK (length(commitment) = 32)
);
CREATE INDEX trail_unsealed_place ON trail_unsealed USING btree (place);
grant delete, select on trail_unsealed to cydofal_app;
comment on table trail_unsealed is 'Commitments that wait, a minute at most, to be sealed into the log. A row moves from here to trail_leaf.';

create table trail_witness (
  id uuid not null,
  organisation_id uuid not null,
  public_key bytea not null,
  enrolled_at timestamp with time zone not null,
  constraint trail_witness_pkey PRIMARY KEY (id),
  constraint trail_witness_public_key_key UNIQUE (public_key),
  constraint trail_witness_public_key_check CHECK (length(public_key) = 44),
  constraint trail_witness_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE TRIGGER bound AFTER INSERT ON trail_witness REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION bind_to_seal();
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_witness FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant select on trail_witness to cydofal_app;
comment on table trail_witness is 'A key (Ed25519, SPKI) with which another body signs the heads that it has checked. Sealed itself.';

create table trail_cosignature (
  head_number bigint not null,
  witness_id uuid not null,
  seen_at timestamp with time zone not null,
  signature bytea not null,
  constraint trail_cosignature_pkey PRIMARY KEY (head_number, witness_id),
  constraint trail_cosignature_head_number_fkey FOREIGN KEY (head_number) REFERENCES trail_head(number),
  constraint trail_cosignature_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES trail_witness(id)
);
CREATE INDEX trail_cosignature_witness ON trail_cosignature USING btree (witness_id, head_number DESC);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON trail_cosignature FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on trail_cosignature to cydofal_app;
comment on table trail_cosignature is 'A witness saying that a head goes on from the one it signed before. The moment is its own, and signed with it.';

create table visit_event (
  contributor_id uuid not null,
  visit text not null,
  message_id uuid not null,
  event jsonb not null,
  constraint visit_event_pkey PRIMARY KEY (contributor_id, visit, message_id),
  constraint visit_event_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON visit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column visit_event.visit is 'The business key of the hospital spell.';
grant insert, select on visit_event to cydofal_app;
comment on table visit_event is 'One event of a stay as its sender told it, with the message that brought it. What the stay is now follows from all of them.';

create table visit_hold_answer (
  id uuid not null,
  notice_id uuid not null,
  organisation_id uuid not null,
  resource_id uuid,
  goes_ahead boolean not null,
  answered_by uuid not null,
  answered_by_name text not null,
  answered_at timestamp with time zone not null,
  constraint visit_hold_answer_pkey PRIMARY KEY (id),
  constraint visit_hold_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES account(id),
  constraint visit_hold_answer_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(id),
  constraint visit_hold_answer_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint visit_hold_answer_resource_id_fkey FOREIGN KEY (resource_id) REFERENCES resource(id)
);
CREATE INDEX visit_hold_answer_notice ON visit_hold_answer USING btree (notice_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON visit_hold_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on visit_hold_answer to cydofal_app;
comment on table visit_hold_answer is 'What the organisation whose visits they are says to a hold: that they are held, or go ahead; of one visit, or of all where none is named. The last word counts.';

create table visit_now (
  contributor_id uuid not null,
  visit text not null,
  source_record_id uuid not null,
  standing text,
  is_admission boolean not null,
  moved_at timestamp with time zone,
  team_id uuid,
  constraint visit_now_pkey PRIMARY KEY (contributor_id, visit),
  constraint visit_now_standing_check CHECK (standing = ANY (ARRAY['planned'::text, 'in-progress'::text, 'onleave'::text, 'finished'::text, 'cancelled'::text, 'entered-in-error'::text])),
  constraint visit_now_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint visit_now_source_record_id_fkey FOREIGN KEY (source_record_id) REFERENCES source_record(id),
  constraint visit_now_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX visit_now_source_record ON visit_now USING btree (source_record_id);
comment on column visit_now.moved_at is 'When they last came, moved or left.';
grant insert, select, update on visit_now to cydofal_app;
comment on table visit_now is 'Where a stay stands now and on which ward, so that a record''s stays are found together. It follows from the stay''s events.';

create table what_matters (
  id uuid not null,
  person_id uuid not null,
  contributor_id uuid not null,
  team_id uuid,
  held_on date not null,
  held_in text not null,
  took_part text not null,
  words text not null,
  words_language text not null,
  came_of_it text not null,
  language text not null,
  assessment_id uuid,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamp with time zone not null,
  form_key text not null,
  constraint what_matters_pkey PRIMARY KEY (id),
  constraint what_matters_form_key_key UNIQUE (form_key),
  constraint what_matters_came_of_it_check CHECK (came_of_it <> ''::text),
  constraint what_matters_held_in_check CHECK (held_in = ANY (ARRAY['en'::text, 'cy'::text, 'both'::text, 'other'::text])),
  constraint what_matters_language_check CHECK (language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint what_matters_took_part_check CHECK (took_part <> ''::text),
  constraint what_matters_words_check CHECK (words <> ''::text),
  constraint what_matters_words_language_check CHECK (words_language = ANY (ARRAY['en'::text, 'cy'::text])),
  constraint what_matters_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id),
  constraint what_matters_contributor_id_fkey FOREIGN KEY (contributor_id) REFERENCES organisation(id),
  constraint what_matters_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint what_matters_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES account(id),
  constraint what_matters_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX what_matters_person ON what_matters USING btree (person_id);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON what_matters FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on what_matters to cydofal_app;
comment on table what_matters is 'A conversation about what matters to a person, in their words. It is no assessment, and takes the place of none; where a need appeared in it, one has begun.';

create table assessment_reply (
  id uuid not null,
  sequence bigint generated always as identity not null,
  contact_id uuid,
  what_matters_id uuid,
  assessment_id uuid,
  agrees boolean not null,
  words text,
  replied_by uuid not null,
  replied_by_name text not null,
  replied_at timestamp with time zone not null,
  constraint assessment_reply_pkey PRIMARY KEY (id),
  constraint assessment_reply_check CHECK (num_nonnulls(contact_id, what_matters_id, assessment_id) = 1),
  constraint assessment_reply_check1 CHECK (agrees OR words IS NOT NULL),
  constraint assessment_reply_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id),
  constraint assessment_reply_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint assessment_reply_replied_by_fkey FOREIGN KEY (replied_by) REFERENCES account(id),
  constraint assessment_reply_what_matters_id_fkey FOREIGN KEY (what_matters_id) REFERENCES what_matters(id)
);
CREATE INDEX assessment_reply_assessment ON assessment_reply USING btree (assessment_id) WHERE (assessment_id IS NOT NULL);
CREATE INDEX assessment_reply_contact ON assessment_reply USING btree (contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX assessment_reply_what_matters ON assessment_reply USING btree (what_matters_id) WHERE (what_matters_id IS NOT NULL);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON assessment_reply FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on assessment_reply to cydofal_app;
comment on table assessment_reply is 'What the person, or somebody they let write there, says of what was written about them.';

create table collected_fact (
  id uuid not null,
  contact_id uuid,
  what_matters_id uuid,
  assessment_id uuid,
  field text not null,
  source_id uuid not null,
  as_of date not null,
  how text not null,
  instead text,
  constraint collected_fact_pkey PRIMARY KEY (id),
  constraint collected_fact_check CHECK (num_nonnulls(contact_id, what_matters_id, assessment_id) = 1),
  constraint collected_fact_check1 CHECK ((how = 'corrected'::text) = (instead IS NOT NULL)),
  constraint collected_fact_how_check CHECK (how = ANY (ARRAY['shown'::text, 'confirmed'::text, 'corrected'::text, 'typed-again'::text])),
  constraint collected_fact_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id),
  constraint collected_fact_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contact(id),
  constraint collected_fact_source_id_fkey FOREIGN KEY (source_id) REFERENCES organisation(id),
  constraint collected_fact_what_matters_id_fkey FOREIGN KEY (what_matters_id) REFERENCES what_matters(id)
);
CREATE INDEX collected_fact_assessment ON collected_fact USING btree (assessment_id) WHERE (assessment_id IS NOT NULL);
CREATE INDEX collected_fact_contact ON collected_fact USING btree (contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX collected_fact_what_matters ON collected_fact USING btree (what_matters_id) WHERE (what_matters_id IS NOT NULL);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON collected_fact FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
grant insert, select on collected_fact to cydofal_app;
comment on table collected_fact is 'What was known when a form was filled in, from whom and of which day, and what became of it there. What was known is not copied: who may read the form may not read all of it.';

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
  representative_id uuid,
  form_key text,
  carried_from uuid,
  constraint wish_pkey PRIMARY KEY (id),
  constraint wish_kind_check CHECK (kind = ANY (ARRAY['allow'::text, 'refuse'::text, 'pause'::text])),
  constraint wish_names_one CHECK (num_nonnulls(account_id, team_id, organisation_id) =
CASE kind
    WHEN 'pause'::text THEN 0
    ELSE 1
END),
  constraint wish_pause_is_about_everything CHECK ((kind = 'pause'::text) = (data_classes = '{}'::text[])),
  constraint wish_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint wish_carried_from_fkey FOREIGN KEY (carried_from) REFERENCES wish(id),
  constraint wish_made_by_fkey FOREIGN KEY (made_by) REFERENCES account(id),
  constraint wish_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint wish_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint wish_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES representative(id),
  constraint wish_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
CREATE INDEX wish_carried ON wish USING btree (carried_from) WHERE (carried_from IS NOT NULL);
CREATE INDEX wish_person ON wish USING btree (person_id);
CREATE UNIQUE INDEX wish_form ON wish USING btree (person_id, form_key) WHERE (form_key IS NOT NULL);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON wish FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column wish.representative_id is 'The office by which somebody else decided for the person. Empty: the person decided.';
comment on column wish.form_key is 'Made by the form that was sent. The same form sent twice is one wish.';
comment on column wish.carried_from is 'The objection that this one repeats for another id, which was the same person when it was made. It binds only if the two are told apart, and as long as the other stands.';
grant insert, select on wish to cydofal_app;
comment on table wish is 'A person''s own choice: to let somebody see, to refuse them, or to stop all sharing but in an emergency. Binds what was and what will be.';

create table wish_end (
  wish_id uuid not null,
  ended_by uuid not null,
  ended_at timestamp with time zone not null,
  representative_id uuid,
  person_id uuid not null,
  constraint wish_end_pkey PRIMARY KEY (wish_id, person_id),
  constraint wish_end_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES account(id),
  constraint wish_end_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint wish_end_representative_id_fkey FOREIGN KEY (representative_id) REFERENCES representative(id),
  constraint wish_end_wish_id_fkey FOREIGN KEY (wish_id) REFERENCES wish(id)
);
CREATE TRIGGER kept BEFORE DELETE OR UPDATE OR TRUNCATE ON wish_end FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
comment on column wish_end.representative_id is 'The office by which somebody else withdrew it for the person. Empty: the person did, or a newer wish took its place.';
comment on column wish_end.person_id is 'For whom it was withdrawn. An objection is withdrawn only for whoever is one person with them; leave that is taken back is gone.';
grant insert, select on wish_end to cydofal_app;
comment on table wish_end is 'The withdrawal of a wish.';

create table work_phone (
  id uuid not null,
  account_id uuid,
  team_id uuid,
  phone text not null,
  constraint work_phone_pkey PRIMARY KEY (id),
  constraint work_phone_account_id_key UNIQUE (account_id),
  constraint work_phone_team_id_key UNIQUE (team_id),
  constraint work_phone_check CHECK ((account_id IS NULL) <> (team_id IS NULL)),
  constraint work_phone_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint work_phone_team_id_fkey FOREIGN KEY (team_id) REFERENCES team(id)
);
grant insert, select on work_phone to cydofal_app;
comment on table work_phone is 'The number at work of a worker or of a team, for the people they are with.';

create table worker_photograph (
  account_id uuid not null,
  id uuid not null,
  media_type text not null,
  bytes bytea not null,
  given_at timestamp with time zone not null,
  constraint worker_photograph_pkey PRIMARY KEY (account_id),
  constraint worker_photograph_id_key UNIQUE (id),
  constraint worker_photograph_media_type_check CHECK (media_type = ANY (ARRAY['image/jpeg'::text, 'image/png'::text])),
  constraint worker_photograph_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);
comment on column worker_photograph.id is 'Another for each photograph, so that what is shown is never an older one.';
grant delete, insert, select, update on worker_photograph to cydofal_app;
comment on table worker_photograph is 'The photograph that somebody at work gives of themselves, without what the camera wrote into it besides. Their own: another replaces it, and when they take it off it is gone.';

create view organisation_body as
 WITH RECURSIVE part AS (
         SELECT organisation.id AS organisation_id,
            organisation.id AS body_id,
            organisation.part_of
           FROM organisation
        UNION ALL
         SELECT part_1.organisation_id,
            whole.id,
            whole.part_of
           FROM part part_1
             JOIN organisation whole ON whole.id = part_1.part_of
        )
 SELECT organisation_id,
    body_id
   FROM part
  WHERE part_of IS NULL;
comment on view organisation_body is 'Each organisation and the body it is part of in the end: a hospital''s health board, and for a body itself.';

create view record_link_now as
 SELECT id,
    record_a,
    record_b
   FROM record_link link
  WHERE NOT (EXISTS ( SELECT
           FROM record_link_end ended
          WHERE ended.record_link_id = link.id));
comment on view record_link_now is 'The links in force.';

create view record_apart_now as
 SELECT id,
    kind,
    record_a,
    record_b
   FROM record_apart apart
  WHERE NOT (EXISTS ( SELECT
           FROM record_apart_end ended
          WHERE ended.record_apart_id = apart.id));
comment on view record_apart_now is 'The records that may not become one person.';

create view record_verified_number as
 SELECT id AS source_record_id,
    current_nhs_number(nhs_number) AS nhs_number
   FROM source_record record
  WHERE nhs_number_verified AND nhs_number IS NOT NULL;
comment on view record_verified_number is 'The verified NHS number of each record that has one: what the records of one person may not differ in.';

create view person_link_now as
 SELECT now.person_id,
    record.id AS source_record_id
   FROM source_record record
     JOIN person_now now ON now.id = record.home_person_id;
comment on view person_link_now is 'Which person each source record is about now.';

create view relationship_now as
 SELECT tie.id,
    tie.kind,
    now.person_id,
    tie.account_id,
    tie.team_id,
    tie.organisation_id,
    tie.source,
    tie.started_at,
    tie.ends_at
   FROM relationship tie
     JOIN person_now now ON now.id = tie.person_id
  WHERE NOT (EXISTS ( SELECT
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
    tie.started_at,
    tie.ends_at
   FROM relationship tie
     JOIN person_link_now link ON link.source_record_id = tie.source_record_id
  WHERE NOT (EXISTS ( SELECT
           FROM relationship_end ended
          WHERE ended.relationship_id = tie.id));
comment on view relationship_now is 'The ties that have not been ended, each with whose it is now. One with ends_at holds until then.';

create view review_candidate_now as
 SELECT candidate.id,
    candidate.review_task_id,
    task.source_record_id AS record_id,
    candidate.source_record_id AS candidate_record_id,
    candidate.is_doubt,
    task.owner_team_id,
    task.due_at
   FROM review_candidate candidate
     JOIN review_task task ON task.id = candidate.review_task_id
     JOIN person_link_now one ON one.source_record_id = task.source_record_id
     JOIN person_link_now other ON other.source_record_id = candidate.source_record_id
  WHERE (one.person_id = other.person_id) = candidate.is_doubt AND NOT (EXISTS ( SELECT
           FROM record_apart_now apart
          WHERE apart.record_a = LEAST(task.source_record_id, candidate.source_record_id) AND apart.record_b = GREATEST(task.source_record_id, candidate.source_record_id))) AND NOT (EXISTS ( SELECT
           FROM review_decision decision
             LEFT JOIN review_second second ON second.review_decision_id = decision.id
          WHERE decision.review_candidate_id = candidate.id AND (NOT decision.needs_second OR second.confirms)));
comment on view review_candidate_now is 'The pairs that still wait: nobody has decided about them, and nothing else has joined them or told them apart since.';

create view matching_model_now as
 SELECT proposal.version,
    proposal.id AS proposal_id,
    signed.signed_at
   FROM matching_model_sign_off signed
     JOIN matching_model_proposal proposal ON proposal.id = signed.proposal_id
  WHERE signed.is_agreed
  ORDER BY signed.signed_at DESC, proposal.id
 LIMIT 1;
comment on view matching_model_now is 'The model in force. No row: the one that the program is shipped with.';

create view superseded_number_now as
 SELECT id,
    old_number,
    new_number
   FROM superseded_number number
  WHERE NOT (EXISTS ( SELECT
           FROM superseded_number_end ended
          WHERE ended.superseded_number_id = number.id));
comment on view superseded_number_now is 'The numbers that have been superseded, one step each.';

create view institution_now as
 SELECT DISTINCT uprn,
    class
   FROM institution
  WHERE NOT (EXISTS ( SELECT
           FROM institution_end ended
          WHERE ended.institution_id = institution.id));
comment on view institution_now is 'The properties in which people live who are not of one household.';

create view wish_now as
 SELECT wish.id,
    now.person_id,
    wish.person_id AS kept_under,
    wish.kind,
    wish.account_id,
    wish.team_id,
    wish.organisation_id,
    wish.data_classes,
    wish.words,
    wish.made_by,
    wish.made_at,
    wish.representative_id,
    wish.form_key,
    wish.carried_from
   FROM wish
     JOIN person_now now ON now.id = wish.person_id
  WHERE NOT (EXISTS ( SELECT
           FROM wish_end ended
             JOIN person_now by ON by.id = ended.person_id
          WHERE ended.wish_id = wish.id AND (wish.kind = 'allow'::text OR by.person_id = now.person_id))) AND (wish.carried_from IS NULL OR (EXISTS ( SELECT
           FROM wish said
             JOIN person_now speaker ON speaker.id = said.person_id
          WHERE said.id = wish.carried_from AND speaker.person_id <> now.person_id AND NOT (EXISTS ( SELECT
                   FROM wish_end ended
                     JOIN person_now by ON by.id = ended.person_id
                  WHERE ended.wish_id = said.id AND (by.person_id = ANY (ARRAY[speaker.person_id, now.person_id])))) AND NOT (EXISTS ( SELECT
                   FROM wish twin
                     JOIN wish_end ended ON ended.wish_id = twin.id
                     JOIN person_now by ON by.id = ended.person_id
                  WHERE twin.carried_from = said.id AND by.person_id = now.person_id)) AND NOT (EXISTS ( SELECT
                   FROM wish twin
                     JOIN person_now other ON other.id = twin.person_id
                  WHERE twin.carried_from = said.id AND other.person_id = now.person_id AND twin.id < wish.id)))));
comment on view wish_now is 'The wishes that stand, each with whose it is now. What was objected to while two were one stands for both when they are told apart.';

create view person_account_now as
 SELECT own.account_id,
    now.person_id,
    own.person_id AS kept_under
   FROM person_account own
     JOIN person_now now ON now.id = own.person_id;
comment on view person_account_now is 'The account with which somebody reads their own record, as it is now.';

create view representative_now as
 SELECT office.id,
    now.person_id,
    office.person_id AS kept_under,
    office.account_id,
    office.kind,
    office.acts,
    office.reference,
    office.registered_on,
    office.source,
    office.recorded_by,
    office.recorded_by_name,
    office.started_at
   FROM representative office
     JOIN person_now now ON now.id = office.person_id
  WHERE NOT (EXISTS ( SELECT
           FROM representative_end ended
          WHERE ended.representative_id = office.id));
comment on view representative_now is 'The powers and orders that have not ended, each with whose it is now.';

create view capacity_finding_now as
 SELECT finding.id,
    now.person_id,
    finding.decision,
    finding.has_capacity,
    finding.evidence,
    finding.found_by,
    finding.found_by_name,
    finding.review_on,
    finding.found_at
   FROM capacity_finding finding
     JOIN person_now now ON now.id = finding.person_id;
comment on view capacity_finding_now is 'Every finding of capacity with whose it is now. The latest for a decision counts until its review day.';

create view emergency_access_now as
 SELECT emergency.id,
    now.person_id,
    emergency.account_id,
    emergency.organisation_id,
    emergency.data_classes,
    emergency.opened_at,
    emergency.closes_at
   FROM emergency_access emergency
     JOIN person_now now ON now.id = emergency.person_id
  WHERE NOT (EXISTS ( SELECT
           FROM emergency_access_end ended
          WHERE ended.emergency_access_id = emergency.id));
comment on view emergency_access_now is 'The emergencies that were not closed before their time, each with whose record it opens now. One is open from opened_at until closes_at.';

create view plan_now as
 SELECT plan.id,
    now.person_id,
    plan.person_id AS kept_under
   FROM plan
     JOIN person_now now ON now.id = plan.person_id;
comment on view plan_now is 'The plans with whose each is now. Of two who are one both are theirs, and are read as one.';

create view sender_map_now as
 SELECT DISTINCT ON (sender_id) sender_id,
    version,
    map,
    started_at
   FROM sender_map
  ORDER BY sender_id, version DESC;
comment on view sender_map_now is 'The map in force of each sender.';

create view message_outcome_now as
 SELECT id,
    message_id,
    outcome,
    reason,
    detail,
    owner_team_id,
    decided_at,
    sequence,
    replaces,
    sender_id,
    account_id,
    decided_by,
    words,
    replay_id
   FROM message_outcome outcome
  WHERE NOT (EXISTS ( SELECT
           FROM message_outcome later
          WHERE later.replaces = outcome.id));
comment on view message_outcome_now is 'What has become of each message by now.';

create view notice_now as
 SELECT notice.id,
    link.person_id,
    notice.kind,
    notice.source_record_id,
    notice.source_record_version,
    notice.resource_id,
    notice.plan_id,
    notice.contributor_id,
    notice.data_class,
    notice.made_by,
    notice.happened_at,
    notice.recorded_at,
    notice.told_to
   FROM person_link_now link
     JOIN notice ON notice.source_record_id = link.source_record_id
UNION ALL
 SELECT notice.id,
    plan.person_id,
    notice.kind,
    notice.source_record_id,
    notice.source_record_version,
    notice.resource_id,
    notice.plan_id,
    notice.contributor_id,
    notice.data_class,
    notice.made_by,
    notice.happened_at,
    notice.recorded_at,
    notice.told_to
   FROM plan_now plan
     JOIN notice ON notice.plan_id = plan.id;
comment on view notice_now is 'Every notice with the person it is about now.';

create view destination_now as
 SELECT destination.id,
    destination.organisation_id,
    destination.name,
    destination.carrier,
    destination.address,
    destination.settings,
    destination.owner_team_id,
    destination.registered_by,
    destination.registered_at,
    destination.carrier = 'smtp'::text OR confirmed.id IS NOT NULL AS is_confirmed,
    closed.id IS NOT NULL AS is_closed,
    COALESCE(latest.step = 'paused'::text, false) AS is_paused
   FROM destination
     LEFT JOIN destination_step confirmed ON confirmed.destination_id = destination.id AND confirmed.step = 'confirmed'::text
     LEFT JOIN destination_step closed ON closed.destination_id = destination.id AND closed.step = 'closed'::text
     LEFT JOIN LATERAL ( SELECT step.step
           FROM destination_step step
          WHERE step.destination_id = destination.id AND (step.step = ANY (ARRAY['paused'::text, 'resumed'::text]))
          ORDER BY step.at DESC, step.id DESC
         LIMIT 1) latest ON true;
comment on view destination_now is 'Every destination, and whether anything may be sent to it now.';

create view visit_hold as
 SELECT notice.id,
    notice.person_id,
    notice.kind,
    notice.recorded_at AS since,
    notice.source_record_id,
        CASE notice.kind
            WHEN 'died'::text THEN notice.contributor_id
            ELSE spell.contributor_id
        END AS contributor_id,
        CASE notice.kind
            WHEN 'died'::text THEN notice.data_class
            ELSE spell.data_class
        END AS data_class,
    COALESCE((spell.content #>> '{period,start}'::text[])::timestamp with time zone, notice.recorded_at) AS begins_at,
    (spell.content #>> '{extension,0,valueDateTime}'::text[])::date AS expected_home_on
   FROM notice_now notice
     LEFT JOIN resource spell ON spell.id = notice.resource_id
  WHERE notice.kind = 'died'::text AND NOT (EXISTS ( SELECT
           FROM notice later
          WHERE later.source_record_id = notice.source_record_id AND later.kind = 'death-withdrawn'::text AND later.recorded_at > notice.recorded_at)) OR (notice.kind = ANY (ARRAY['admitted'::text, 'back-from-leave'::text])) AND spell.data_class = 'presence-in-hospital'::text AND ((spell.content ->> 'status'::text) = ANY (ARRAY['in-progress'::text, 'arrived'::text, 'triaged'::text])) AND NOT (EXISTS ( SELECT
           FROM notice later
          WHERE later.resource_id = notice.resource_id AND later.recorded_at > notice.recorded_at AND (later.kind = ANY (ARRAY['admitted'::text, 'back-from-leave'::text, 'on-leave'::text, 'went-home'::text, 'admission-cancelled'::text]))));
comment on view visit_hold is 'Who is in hospital or has died, so that planned visits are in vain: it begins with a notice and ends with another, and nobody need remember either.';

create view about_me_version_now as
 SELECT version.id,
    version.sequence,
    now.person_id,
    version.person_id AS kept_under,
    version.part,
    version.after_id,
    version.words,
    version.language,
    version.media_id,
    version.helped_by,
    version.written_by,
    version.written_by_name,
    version.written_at
   FROM about_me_version version
     JOIN person_now now ON now.id = version.person_id;
comment on view about_me_version_now is 'Every version of every part with whose it is now. Of two who are one, what was written last stands, and both histories are theirs.';

create view conversation_question_now as
 SELECT entry.id,
    plan.person_id,
    entry.contributor_id,
    entry.data_class,
    entry.written_by,
    question.urgency,
    question.answer_by,
    turn.account_id,
    turn.team_id,
    turn.organisation_id,
    turn.step,
    entry.written_at,
    NOT (EXISTS ( SELECT
           FROM conversation_struck struck
          WHERE struck.entry_id = entry.id)) AND NOT (EXISTS ( SELECT
           FROM conversation_entry answer
          WHERE answer.question_id = entry.id AND NOT (EXISTS ( SELECT
                   FROM conversation_struck struck
                  WHERE struck.entry_id = answer.id)))) AS is_open
   FROM conversation_question question
     JOIN conversation_entry entry ON entry.id = question.entry_id
     JOIN plan_now plan ON plan.id = entry.plan_id
     JOIN LATERAL ( SELECT last.question_id,
            last.step,
            last.account_id,
            last.team_id,
            last.organisation_id,
            last.why,
            last.passed_by,
            last.passed_by_name,
            last.passed_at
           FROM conversation_turn last
          WHERE last.question_id = entry.id
          ORDER BY last.step DESC
         LIMIT 1) turn ON true;
comment on view conversation_question_now is 'Every question with whose turn it is and whether it waits: an answer that was struck through is none, and a question that was struck through needs none.';

create view language_answer_now as
 SELECT DISTINCT ON (now.person_id) now.person_id,
    answer.id,
    answer.spoken,
    answer.written,
    answer.need,
    answer.need_words,
    answer.answered_by,
    answer.answered_by_name,
    answer.organisation_id,
    answer.answered_at
   FROM language_answer answer
     JOIN person_now now ON now.id = answer.person_id
  ORDER BY now.person_id, answer.answered_at DESC, answer.id;
comment on view language_answer_now is 'The latest answer of each person as they are now. While two are one, the later of either counts.';

create view language_skill_now as
 SELECT DISTINCT ON (account_id) account_id,
    listening,
    speaking,
    reading,
    writing,
    said_by_name,
    said_at
   FROM language_skill
  ORDER BY account_id, said_at DESC, id;
comment on view language_skill_now is 'The latest that was said of each worker''s Welsh.';

create view destination_told_now as
 SELECT DISTINCT ON (destination_id) destination_id,
    version,
    topics,
    at
   FROM destination_told told
  ORDER BY destination_id, version DESC;
comment on view destination_told_now is 'What each destination is told of now, and since when that has been so.';

create view subscription_now as
 SELECT subscription.id,
    subscription.destination_id,
    subscription.created_at,
    asked.version,
    asked.topic,
    asked.endpoint,
    asked.content,
    asked.patient_system,
    asked.patient_value,
    asked.heartbeat_seconds,
    asked.ends_at,
    asked.reason,
    asked.at AS since,
    ended.at AS ended_at,
    (subscription.destination_id || ' subscription '::text) || subscription.id AS turn,
    ( SELECT count(*) AS count
           FROM subscription_event event
          WHERE event.subscription_id = subscription.id) AS events,
    asked.channel,
    COALESCE(reached.number, 0::bigint) AS reached,
    reached.cut_because
   FROM subscription
     CROSS JOIN LATERAL ( SELECT version.subscription_id,
            version.version,
            version.topic,
            version.endpoint,
            version.content,
            version.patient_system,
            version.patient_value,
            version.heartbeat_seconds,
            version.ends_at,
            version.reason,
            version.at,
            version.channel
           FROM subscription_version version
          WHERE version.subscription_id = subscription.id
          ORDER BY version.version DESC
         LIMIT 1) asked
     LEFT JOIN subscription_end ended ON ended.subscription_id = subscription.id
     LEFT JOIN subscription_reached reached ON reached.subscription_id = subscription.id;
comment on view subscription_now is 'Each subscription as it is now, with the turn in which it is told, and how many events it has been told of.';

create view chart_resource as
 SELECT resource.id,
    resource.type,
    COALESCE(resource.logical_id, resource.id::text) AS logical_id,
    resource.version,
    COALESCE(resource.source_record_id, resource.deleted_from) AS source_record_id,
    resource.contributor_id,
    resource.data_class,
    resource.content,
    resource.recorded_at,
    resource.deleted
   FROM resource
UNION ALL
 SELECT record.id,
    'Patient'::text AS type,
    COALESCE(record.logical_id, record.id::text) AS logical_id,
    record.version,
    record.id AS source_record_id,
    record.organisation_id AS contributor_id,
    'demographics'::text AS data_class,
    record.content,
    version.recorded_at,
    false AS deleted
   FROM source_record record
     JOIN source_record_version version ON version.source_record_id = record.id AND version.version = record.version;
comment on view chart_resource is 'Everything that FHIR serves as a resource, as it stands now: resources, and source records as Patients. Of a record whose address is kept back the content holds it all the same: whoever shows it takes it out.';

create view app_now as
 SELECT app.id,
    app.client,
    app.name,
    app.organisation_id,
    app.kind,
    app.redirect_uris,
    app.launch_url,
    app.scopes,
    app.jwks,
    app.jwks_url,
    app.secret_hash,
    app.owner_team_id,
    app.registered_by,
    app.registered_at,
    confirmed.id IS NOT NULL AS is_confirmed,
    closed.id IS NOT NULL AS is_closed
   FROM app
     LEFT JOIN app_step confirmed ON confirmed.app_id = app.id AND confirmed.step = 'confirmed'::text
     LEFT JOIN app_step closed ON closed.app_id = app.id AND closed.step = 'closed'::text;
comment on view app_now is 'Every app, and whether it may be used now.';

create view app_grant_now as
 SELECT granted.id,
    granted.app_id,
    granted.account_id,
    granted.post_id,
    granted.person_id,
    granted.session_hash,
    granted.scopes,
    granted.granted_at,
    granted.ends_at
   FROM app_grant granted
     JOIN app_now app ON app.id = granted.app_id AND app.is_confirmed AND NOT app.is_closed
     LEFT JOIN app_grant_end ended ON ended.grant_id = granted.id
     LEFT JOIN session ON session.id_hash = granted.session_hash AND session.ended_at IS NULL
  WHERE ended.grant_id IS NULL AND (granted.session_hash IS NULL OR session.id_hash IS NOT NULL);
comment on view app_grant_now is 'What apps are let in for and has not been taken back, the app not closed, the session not ended. Whether its time is up is for whoever asks.';
