import { sql } from 'kysely'
import { type Tx, transaction } from '#ground/db/store.ts'
import { checkTrail } from '#record/sharing/trail/proof/check.ts'
import type { Draw } from '../draw.ts'
import { type Sealed, TABLES } from './sealed.ts'

/** After how many bits it is said how far it is. */
const TOLD_EVERY = 1000

/** What is bound by nothing, and why nothing rests on it. */
const UNBOUND: Readonly<Record<string, string>> = {
  'trail_unsealed.place': 'the order in which what waits will be sealed; the log says what it was',
}

/** Tried and undone: an act of whoever owns the database, in a transaction that never commits. Answers whether it was found. */
export async function isFound(here: Sealed, act: (tx: Tx) => Promise<void>): Promise<boolean> {
  class Undone extends Error {}
  let found = false
  await transaction(here.owner, async tx => {
    await act(tx)
    found = (await checkTrail(tx, here.key.publicKey)).length > 0
    throw new Undone()
  }).catch(fault => {
    if (!(fault instanceof Undone)) throw fault
  })
  return found
}

/** Turns single bits over, anywhere in any table of the log, one at a time. Answers where it went unnoticed. */
export async function flips(
  here: Sealed,
  draw: Draw,
  trials: number,
  { only, say = () => {} }: { readonly only?: string; readonly say?: (line: string) => void } = {},
): Promise<string[]> {
  const columns = (await columnsOf(here)).filter(
    ({ table, column }) => only === undefined || `${table}.${column}` === only,
  )
  const missed: string[] = []
  for (let trial = 0; trial < trials; trial++) {
    const table = draw.one([...new Set(columns.map(one => one.table))])
    const one = draw.one(columns.filter(column => column.table === table))
    let tried = `a bit of ${one.table}.${one.column}`
    const found = await isFound(here, async tx => {
      tried = await flip(tx, one, draw)
    })
    if (!found) missed.push(tried)
    if ((trial + 1) % TOLD_EVERY === 0) say(`${trial + 1} bits turned over, ${missed.length} unnoticed.`)
  }
  return missed
}

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}

/** Every column of every table of the log that has a value in some row, but those that nothing rests on. */
async function columnsOf({ owner }: Sealed): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select attrelid::regclass::text as table, attname as column, format_type(atttypid, null) as type
    from pg_attribute
    where attrelid in (${sql.join(TABLES.map(table => sql`${table}::regclass`))}) and attnum > 0 and not attisdropped
    order by 1, attnum`.execute(owner.db)
  const full: Column[] = []
  for (const one of rows) {
    const cells = one.type === 'boolean' ? ['f'] : (await cellsOf(owner.db, one)).map(({ value }) => value)
    if (!(`${one.table}.${one.column}` in UNBOUND) && cells.some(value => !EMPTY.includes(value))) full.push(one)
  }
  return full
}

const EMPTY = ['', '{}', '[]']

interface Cell {
  readonly place: string
  readonly value: string
}

async function cellsOf(db: Tx['db'] | Sealed['owner']['db'], { table, column, type }: Column): Promise<Cell[]> {
  const text = type.startsWith('timestamp')
    ? `(extract(epoch from ${column}) * 1000000)::bigint::text`
    : `${column}::text`
  const { rows } = await sql<Cell>`
    select ctid::text as place, ${sql.raw(text)} as value from ${sql.raw(table)} where ${sql.raw(column)} is not null`.execute(
    db,
  )
  return rows
}

/** Turns one bit of one value over: of one that can be turned into another value of its type. */
async function flip({ db }: Tx, one: Column, draw: Draw): Promise<string> {
  const { table, column, type } = one
  const cells = await cellsOf(db, one)
  for (let tries = 0; tries < TRIES_MAX; tries++) {
    const { place, value } = draw.one(cells)
    const turned = turn(value, type, draw)
    if (turned === undefined || turned === value) continue
    const written = type.startsWith('timestamp')
      ? sql`'epoch'::timestamptz + ${turned}::bigint * interval '1 microsecond'`
      : sql`${turned}::${sql.raw(type)}`
    await sql`update ${sql.raw(table)} set ${sql.raw(column)} = ${written} where ctid = ${place}::tid`.execute(db)
    return `${table}.${column} at ${place}: ${value} became ${turned}`
  }
  throw new Error(`no bit of ${table}.${column} can be turned over`)
}

/** Most bits of a text or of JSON make something that is neither, and that the database would not hold. */
const TRIES_MAX = 5000

/** The text of the value with one bit turned over; undefined when the type has no such value. */
function turn(value: string, type: string, draw: Draw): string | undefined {
  if (type === 'boolean') return String(value !== 'true')
  if (type === 'bytea') return value.length > 2 ? `\\x${turnHex(value.slice(2), draw)}` : undefined
  if (type === 'uuid') return turnHex(value.replaceAll('-', ''), draw)
  if (type === 'bigint' || type.startsWith('timestamp')) return String(BigInt(value) ^ (1n << BigInt(draw.below(52))))
  if (type === 'smallint') return String(Number(value) ^ (1 << draw.below(14)))
  const bytes = Buffer.from(value)
  if (bytes.length === 0) return undefined
  const at = draw.below(bytes.length)
  bytes[at] = bytes[at]! ^ (1 << draw.below(8))
  const text = bytes.toString('utf8')
  const isText = !text.includes('\ufffd') && !text.includes('\u0000') && Buffer.from(text).equals(bytes)
  if (!isText) return undefined
  if (type === 'jsonb') return isOtherJson(value, text) ? text : undefined
  return type === 'text[]' && !/^\{[a-z-]+(,[a-z-]+)*\}$/.test(text) ? undefined : text
}

function turnHex(hex: string, draw: Draw): string {
  const bytes = Buffer.from(hex, 'hex')
  const at = draw.below(bytes.length)
  bytes[at] = bytes[at]! ^ (1 << draw.below(8))
  return bytes.toString('hex')
}

/** Whether it is JSON, and says something else. */
function isOtherJson(one: string, other: string): boolean {
  try {
    return JSON.stringify(JSON.parse(other)) !== JSON.stringify(JSON.parse(one))
  } catch {
    return false
  }
}
