-- A trail whose tampering can be proved: the program may add and never change, and every entry is sealed.

-- 1. What the running program may do. It works as cydofal_app, which owns nothing (src/ground/db/app-role.ts makes it).
-- Whatever table a migration makes, before this one or after it, may be read and added to. A table whose rows are also
-- changed or removed in place says so by a grant of its own; test/tables.test.ts names each, with the reason.

alter default privileges in schema public grant select, insert on tables to cydofal_app;
grant select, insert on all tables in schema public to cydofal_app;
revoke insert on migration from cydofal_app;

grant update on source_record, resource to cydofal_app;
grant update, delete on session to cydofal_app;
grant delete on signing_in, held_form to cydofal_app;

create or replace function keep_for_ever(tables text[]) returns void language plpgsql as $$
declare name text;
begin
  foreach name in array tables loop
    execute format('create trigger kept before update or delete or truncate on %I for each statement execute function refuse_change()', name);
    execute format('revoke update, delete, truncate, references, trigger on %I from cydofal_app', name);
  end loop;
end $$;
comment on function keep_for_ever(text[]) is 'Makes the named tables append-only: by a trigger for everybody, and by rights for the running program.';

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('cydofal.erasing', true) = tg_table_name then return null; end if;
  raise exception 'rows of % are never changed or removed: what happened is a row, undoing it is another row', tg_table_name
    using errcode = 'restrict_violation';
end $$;
comment on function refuse_change() is 'Keeps an append-only table append-only, but for an erasure that leaves a row of its own (erase_trail_entry).';

-- 2. What binds an entry. The commitment goes into the log; the secret stays beside the entry and can be destroyed with it.

create table trail_secret (
  id uuid primary key,
  secret bytea not null check (length(secret) = 32)
);
comment on table trail_secret is 'The secret that binds one row of the trail to its commitment. Destroyed with the row when that is erased.';

create table trail_unsealed (
  id uuid primary key,
  place bigint generated always as identity,
  commitment bytea not null check (length(commitment) = 32)
);
create index trail_unsealed_place on trail_unsealed (place);
comment on table trail_unsealed is 'Commitments that wait, a minute at most, to be sealed into the log. A row moves from here to trail_leaf.';
grant delete on trail_unsealed to cydofal_app;

create table trail_leaf (
  number bigint primary key check (number >= 0),
  id uuid not null unique,
  commitment bytea not null,
  hash bytea not null
);
comment on table trail_leaf is 'The log: the commitment of each row of the trail in the order of sealing, without gaps, each hashed with the one before it. Nothing personal.';

create table trail_tile (
  level smallint not null check (level > 0),
  number bigint not null,
  hash bytea not null,
  primary key (level, number)
);
comment on table trail_tile is 'The hash over 256 leaves, or over 256 tiles of the level below: the inner nodes of the tree that proofs start from.';

create table trail_head (
  number bigint primary key check (number >= 0),
  size bigint not null,
  root bytea not null,
  signed_at timestamptz not null,
  previous bytea not null,
  key_id text not null,
  signature bytea not null
);
comment on table trail_head is 'What the log was at one moment, signed: how many leaves, and the root over all of them. One after each sealing.';

create table trail_erasure (
  id uuid primary key,
  erased_id uuid not null unique,
  reason text not null check (length(reason) > 0),
  decided_by text not null check (length(decided_by) > 0),
  erased_at timestamptz not null
);
comment on table trail_erasure is 'The destruction of one entry of the trail and of its secret: why, by whose decision, and when. Sealed itself.';

create table trail_witness (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  public_key bytea not null unique check (length(public_key) = 44),
  enrolled_at timestamptz not null
);
comment on table trail_witness is 'A key (Ed25519, SPKI) with which another body signs the heads that it has checked. Sealed itself.';

create table trail_cosignature (
  head_number bigint not null references trail_head,
  witness_id uuid not null references trail_witness,
  seen_at timestamptz not null,
  signature bytea not null,
  primary key (head_number, witness_id)
);
create index trail_cosignature_witness on trail_cosignature (witness_id, head_number desc);
comment on table trail_cosignature is 'A witness saying that a head goes on from the one it signed before. The moment is its own, and signed with it.';

select keep_for_ever(array['trail_leaf', 'trail_tile', 'trail_head', 'trail_erasure', 'trail_witness', 'trail_cosignature']);
revoke insert on trail_secret, trail_unsealed, trail_erasure, trail_witness from cydofal_app;

-- 3. How an entry is bound: in the statement that writes it, by whatever code, with whatever columns there are.

create function hmac_sha256(secret bytea, message bytea) returns bytea language plpgsql immutable strict as $$
declare
  inside bytea := secret || decode(repeat('00', 64 - length(secret)), 'hex');
  outside bytea := inside;
begin
  for at in 0..63 loop
    inside := set_byte(inside, at, get_byte(inside, at) # 54);
    outside := set_byte(outside, at, get_byte(outside, at) # 92);
  end loop;
  return sha256(outside || sha256(inside || message));
end $$;
comment on function hmac_sha256(bytea, bytea) is 'RFC 2104 with SHA-256, for secrets of at most 64 bytes.';

create function sealed_text(kept jsonb) returns text language sql immutable as $$ select jsonb_strip_nulls(kept)::text $$;
comment on function sealed_text(jsonb) is 'The text of a row that its commitment is made over. A column without a value is no part of it, so that columns may be added.';

create function bind_to_seal() returns trigger language plpgsql security definer set search_path = public, pg_temp set timezone = 'UTC' as $$
begin
  with bound as materialized (
    select entry.id, to_jsonb(entry) as kept,
           sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as secret
    from written as entry
  ), kept as (insert into trail_secret (id, secret) select id, secret from bound)
  insert into trail_unsealed (id, commitment)
  select id, hmac_sha256(secret, convert_to(sealed_text(kept), 'UTF8')) from bound order by (kept ->> 'sequence')::bigint;
  return null;
end $$;
comment on function bind_to_seal() is 'Draws a secret for each row just written and puts its commitment in the queue of the sealer, in the same transaction.';

create trigger bound after insert on trail_entry referencing new table as written for each statement execute function bind_to_seal();
create trigger bound after insert on trail_erasure referencing new table as written for each statement execute function bind_to_seal();
create trigger bound after insert on trail_witness referencing new table as written for each statement execute function bind_to_seal();

create function erase_trail_entry(entry uuid, why text, by_whom text) returns void language plpgsql as $$
begin
  insert into trail_erasure (id, erased_id, reason, decided_by, erased_at)
  values (gen_random_uuid(), entry, why, by_whom, statement_timestamp());
  perform set_config('cydofal.erasing', 'trail_entry', true);
  delete from trail_entry where id = entry;
  if not found then raise exception 'there is no entry % of the trail', entry using errcode = 'no_data_found'; end if;
  perform set_config('cydofal.erasing', '', true);
  delete from trail_secret where id = entry;
end $$;
comment on function erase_trail_entry(uuid, text, text) is 'Destroys an entry of the trail and its secret, and says so. For the owner of the database alone; its commitment stays.';
revoke execute on function erase_trail_entry(uuid, text, text) from public;

-- What was written before this migration is bound as it stands now.
set local timezone = 'UTC';
with bound as materialized (
  select entry.id, entry.sequence, to_jsonb(entry) as kept,
         sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) as secret
  from trail_entry as entry
), kept as (insert into trail_secret (id, secret) select id, secret from bound)
insert into trail_unsealed (id, commitment)
select id, hmac_sha256(secret, convert_to(sealed_text(kept), 'UTF8')) from bound order by sequence;
