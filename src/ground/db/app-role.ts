import pg from 'pg'
import { done, type Outcome, refused } from '#ground/outcome.ts'

/**
 * The role that the running program works as. It owns nothing, cannot sign in by itself, and may do to each table only
 * what the migrations grant; what the address of the database names is the owner, and enters this role at once.
 */
export const APP_ROLE = 'cydofal_app'

/** What a connection is opened with to be in that role from its first statement on. */
export const AS_APP = `-c role=${APP_ROLE}`

/** Why the program cannot work in its role. Each code is a key of `language/{en,cy}/start.ts` with these arguments. */
export type RoleProblem =
  | { readonly code: 'databaseRoleMissing'; readonly role: string; readonly account: string }
  | { readonly code: 'databaseRoleTooMuch'; readonly role: string; readonly table: string }

/**
 * Sees that the role is there and that this connection's account may enter it. Roles belong to a whole server, so two
 * databases that are made at once may both make it. Refused when the account may not; the embedded server's may not
 * and need not, since whoever prepares that server makes it.
 */
export async function makeAppRole(client: pg.Client): Promise<Outcome<undefined, RoleProblem>> {
  try {
    await client.query(MAKE)
    return done(undefined)
  } catch (fault) {
    if (!(fault instanceof pg.DatabaseError) || fault.code !== '42501') throw fault
    return refused({ code: 'databaseRoleMissing', role: APP_ROLE, account: client.user ?? '' })
  }
}

const MAKE = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then create role ${APP_ROLE} nologin; end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    if not pg_has_role(current_user, '${APP_ROLE}', 'set') then
      execute format('grant ${APP_ROLE} to %I with inherit false, set true', current_user);
    end if;
  end $$`

/**
 * Enters the role once, before any door is opened, and refuses to start where it could change an append-only table:
 * somebody has granted it more than the migrations did.
 */
export async function tryAppRole(url: string): Promise<Outcome<undefined, RoleProblem>> {
  const client = new pg.Client({ connectionString: url, options: AS_APP })
  client.on('error', () => {})
  try {
    await client.connect()
    const [tooMuch] = (await client.query<{ name: string }>(TOO_MUCH)).rows
    if (tooMuch === undefined) return done(undefined)
    return refused({ code: 'databaseRoleTooMuch', role: APP_ROLE, table: tooMuch.name })
  } catch (fault) {
    if (!(fault instanceof pg.DatabaseError)) throw fault
    return refused({ code: 'databaseRoleMissing', role: APP_ROLE, account: client.user ?? '' })
  } finally {
    await client.end().catch(() => {})
  }
}

/** The append-only tables (keep_for_ever) that the current role may do more to than read and add. */
const TOO_MUCH = `
  select body.relname as name
  from pg_class as body
  join pg_trigger as kept on kept.tgrelid = body.oid and kept.tgname = 'kept'
  where has_table_privilege(body.oid, 'update, delete, truncate, references, trigger')
     or has_any_column_privilege(body.oid, 'update, references')
  order by 1 limit 1`
