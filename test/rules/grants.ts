import type pg from 'pg'
import { APP_ROLE } from '#ground/db/app-role.ts'

/** Why the rows of the index may be deleted. */
const REPLACED = 'what a resource is searched by now; it follows from the resource, and is replaced with it'

/** What the running program may do to a table besides reading it and adding to it, or what it may not, and why. */
export const OTHER_GRANTS: Readonly<Record<string, readonly [grants: string, why: string]>> = {
  app_held: [
    'delete, insert, select, update',
    'visits, codes and tokens are used, run out and are forgotten; what was let in is in app_grant',
  ],
  app_launch: ['delete, insert, select', 'used once'],
  bulk_import_line: ['delete, insert, select', 'a line waits until it is taken in; what became of it stays'],
  fhir_request: ['delete, insert, select', 'what was answered is forgotten after a day; what was written stays'],
  held_form: ['delete, insert, select', 'what is held is gone after an hour, or when it is used'],
  index_date: ['delete, insert, select', REPLACED],
  index_quantity: ['delete, insert, select', REPLACED],
  index_reference: ['delete, insert, select', REPLACED],
  index_string: ['delete, insert, select', REPLACED],
  index_token: ['delete, insert, select', REPLACED],
  index_uri: ['delete, insert, select', REPLACED],
  migration: ['select', 'only the owner brings the tables up to date'],
  outgoing_waiting: ['delete, insert, select, update', 'what is still to be sent; it follows from what was tried'],
  subscription_reached: ['insert, select, update', 'how far a listener has been told; the events themselves stay'],
  subscription_secret: [
    'delete, insert, select',
    'what a receiver wants to be shown goes when it is replaced or its subscription ends',
  ],
  person_now: [
    'insert, select, update',
    'which person an id is now; record_link and record_link_end say how it came about',
  ],
  record_key: ['delete, insert, select', 'the keys a record has now; they follow from it'],
  record_standard: ['insert, select, update', 'what is compared of a record now; it follows from the record'],
  resource: ['insert, select, update', 'the current version, besides every version in resource_version'],
  session: ['delete, insert, select, update', 'a session is used, ends and is forgotten'],
  signing_in: ['delete, insert, select', 'used once'],
  source_record: ['insert, select, update', 'the current version, besides every version in source_record_version'],
  source_record_check: ['insert, select, update', 'what was found in the current version, made anew at any time'],
  trail_erasure: ['select', 'only the owner erases (erase_trail_entry)'],
  trail_secret: ['select', 'drawn by the trigger that binds an entry, and by nobody else'],
  trail_unsealed: ['delete, select', 'put here by the same trigger; the sealer takes it out'],
  trail_witness: ['select', 'only the owner lets a witness in'],
  visit_now: ['insert, select, update', 'where a stay stands now; it follows from what is told of it in visit_event'],
  worker_photograph: [
    'delete, insert, select, update',
    'a worker’s own: another replaces it, and taken off it is gone; nothing about anybody rests on it',
  ],
  told_last: [
    'insert, select, update',
    'when each field was last spoken of; every version of a record is in source_record_version',
  ],
}

/** Every table whose grants are not what they should be: read and add, unless OTHER_GRANTS says otherwise. */
export async function grantFaults(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; kept: boolean; grants: string | null }>(GRANTS, [APP_ROLE])
  return rows.flatMap(({ name, kept, grants }) => {
    const [expected] = OTHER_GRANTS[name] ?? ['insert, select']
    const wrong = grants === expected ? [] : [`${name}: ${grants}, and not ${expected}`]
    return kept && /delete|update|truncate/.test(expected) ? [...wrong, `${name} is kept for ever`] : wrong
  })
}

/** Of each table: whether keep_for_ever named it, and all that the role may do to it or to a column of it, by whatever way. */
const GRANTS = `
  select body.relname as name,
         exists (select from pg_trigger as kept where kept.tgrelid = body.oid and kept.tgname = 'kept') as kept,
         (select string_agg(act, ', ' order by act)
          from unnest(array['delete', 'insert', 'references', 'select', 'trigger', 'truncate', 'update', 'maintain']) as act
          where has_table_privilege($1, body.oid, act)
             or case when act in ('insert', 'references', 'select', 'update') then has_any_column_privilege($1, body.oid, act) end) as grants
  from pg_class as body
  where body.relnamespace = 'public'::regnamespace and body.relkind = 'r'
  order by body.relname`

/** What the role owns or is beyond its grants; nothing, as it should be. */
export const OWNED = `
  select relname as thing from pg_class where relowner = $1::text::regrole
  union all select proname from pg_proc where proowner = $1::text::regrole
  union all select datname from pg_database where datdba = $1::text::regrole
  union all select rolname from pg_roles where rolname = $1::text and (rolsuper or rolcanlogin or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication)
  union all select 'member of ' || roleid::regrole from pg_auth_members where member = $1::text::regrole`
