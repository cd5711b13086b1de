import { type CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Chance } from '#ground/chance.ts'
import type { Clock } from '#ground/clock.ts'
import { AS_APP } from './app-role.ts'
import { type HeldConnection, hold, type Isolation } from './held-connection.ts'
import { IN_OUR_WORDS } from './in-our-words.ts'
import { PreparingClient } from './preparing-client.ts'
import { sql } from './sql.ts'
import type { DB as Tables } from './tables.ts'

/** The database, with the clock and the chance that every transaction on it uses. */
export interface Store {
  readonly db: Kysely<Tables>
  /** A connection for one transaction. */
  hold(): Promise<HeldConnection>
  readonly clock: Clock
  readonly chance: Chance
  close(): Promise<void>
}

/** One transaction: a handle on the database, one moment that holds for all of it, and new identifiers. */
export interface Tx {
  readonly db: Kysely<Tables>
  readonly now: Date
  newId(): string
  /**
   * Has a statement done of which nobody needs the answer: it is sent at once, in its turn, and not waited for. What goes
   * wrong with it goes wrong with the transaction: it is thrown before anything commits.
   */
  send(statement: { compile(db: Kysely<Tables>): CompiledQuery }): void
}

/**
 * Our questions are few, known and asked over and over: each is planned once a connection. Planning anew for every
 * message took PostgreSQL more time than answering.
 */
const OPTIONS = '-c plan_cache_mode=force_generic_plan -c jit=off'
/** How many connections one process holds at most. */
const CONNECTIONS_MAX = 16
/** How many of them stay when nobody uses them: a new one has to plan each question anew before it answers it. */
const CONNECTIONS_KEPT = 4
/** How long the others do, milliseconds: what comes in bursts finds them as it left them. */
const CONNECTION_KEPT_MS = 60_000
/** How often a transaction is tried when another one got in its way. */
const TRIES_MAX = 5

// Calendar days stay text: a day of birth has no time zone to be moved by.
pg.types.setTypeParser(pg.types.builtins.DATE, text => text)
// Sequence numbers and counts of ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * Opens a store on a PostgreSQL address, whose every connection is in the role of the running program (app-role.ts): it
 * can do what the migrations grant, and owns nothing. Nothing is connected until it is used.
 */
export function openStore(url: string, means: { clock: Clock; chance: Chance }): Store {
  return open(url, means, `${OPTIONS} ${AS_APP}`)
}

/** The same as the owner of the database. For what is done beside the running program, and never for a door. */
export function openOwnerStore(url: string, means: { clock: Clock; chance: Chance }): Store {
  return open(url, means, OPTIONS)
}

function open(url: string, means: { clock: Clock; chance: Chance }, options: string): Store {
  const pool = new pg.Pool({
    options,
    Client: PreparingClient,
    pipeline: true,
    connectionString: url,
    max: CONNECTIONS_MAX,
    min: CONNECTIONS_KEPT,
    idleTimeoutMillis: CONNECTION_KEPT_MS,
    application_name: 'cydofal',
  })
  // A connection that breaks is replaced at the next use; what was being asked over it fails, and tells of it.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [IN_OUR_WORDS],
  })
  return { db, ...means, hold: async () => hold(await pool.connect()), close: () => pool.end() }
}

/**
 * Lets the planner look at what is in the tables, as it should after very much has been put into them at once. Only
 * their owner may ask it to, so this has a connection of its own. A table with nothing in it is left out: looked at, it would
 * be taken to stay empty, and each question of it, planned once, would read all that has come into it since.
 */
export async function learnSizes(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ tables: string | null }>(`
      select string_agg(oid::regclass::text, ', ') as tables from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0`)
    if (rows[0]?.tables) await client.query(`analyze ${rows[0].tables}`)
  } finally {
    await client.end()
  }
}

/**
 * Runs `work` in one snapshot of the primary and commits, or leaves nothing behind. For looking, and for acts that
 * rest on what was seen. Tried again when another transaction got in the way (40001, 40P01, GotInTheWay), so `work` must have no
 * effect but through `tx`.
 */
export function transaction<Value>(store: Store, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return run(store, 'repeatable read', work)
}

/**
 * The same, but each statement sees what others have committed until then. For acts that take their turn by
 * `holdAlone` or a row lock: under one snapshot they would wait for the other and then not see what it did.
 */
export function transactionInTurn<Value>(store: Store, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return run(store, 'read committed', work)
}

/** What is asked next waits until no other transaction holds `what`; it is held until this one ends. Use in `transactionInTurn`. */
export async function holdAlone(tx: Tx, what: string): Promise<void> {
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`)
}

async function run<Value>(store: Store, isolation: Isolation, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt(store, isolation, work)
    } catch (fault) {
      if (tried === TRIES_MAX || !gotInTheWay(fault)) throw fault
    }
  }
}

async function attempt<Value>(store: Store, isolation: Isolation, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const held = await store.hold()
  const { db } = held
  try {
    held.begin(isolation)
    const value = await work({
      db,
      now: store.clock.now(),
      newId: () => store.chance.id(),
      send: statement => held.send(statement.compile(db)),
    })
    await held.commit()
    return value
  } catch (fault) {
    throw await held.undo(fault)
  }
}

/** Thrown by an act that finds what it had looked at changed by somebody else: all of it is tried again. */
export class GotInTheWay extends Error {
  constructor() {
    super('another transaction got in the way')
  }
}

/**
 * Whether a fault is of the database and not of what was asked of it: it cannot be reached, it is stopping or starting, it
 * has no room, its disk fails it. The same may be done again later; whether a commit that was not answered took place is unknown.
 */
export function isOutage(fault: unknown): boolean {
  if (fault instanceof pg.DatabaseError) return OUTAGES.some(code => fault.code?.startsWith(code) === true)
  return fault instanceof Error && (NO_CONNECTION.test(fault.message) || 'syscall' in fault)
}

/** Classes and codes of PostgreSQL: connections, operator intervention, no disk, no connection left, the system below it. */
const OUTAGES = ['08', '57P', '53100', '53300', '58']
/** What the library says when a connection has ended under it. */
const NO_CONNECTION = /^Connection terminated|connection error and is not queryable/

function gotInTheWay(fault: unknown): boolean {
  if (fault instanceof GotInTheWay) return true
  return fault instanceof pg.DatabaseError && (fault.code === '40001' || fault.code === '40P01')
}
