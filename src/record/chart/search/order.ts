import { sql } from 'kysely'
import type { SortKey } from '#ground/fhir/search/query/sort.ts'
import type { Kind } from '#ground/fhir/search/value/rows.ts'
import { asksWhere, type Held, valuesBy } from './held.ts'
import type { Open } from './open.ts'
import { type Columns, columnsIn } from './passes.ts'
import { all, either, keptAs, type Sql } from './sql.ts'

/** What something is sorted by, key by key; null for what has no such value, which comes last whichever way. */
export type Keys = readonly (number | string | null)[]

/** A place in what was found: right after one resource, or right before it. */
export interface Mark {
  readonly keys: Keys
  readonly id: string
  /** What the first page saw, as PostgreSQL writes a snapshot: what changed later keeps its place. */
  readonly seen: string
  readonly isBackwards: boolean
}

/** Whether a key is compared as a number: moments are, in seconds. */
export function isNumber({ by }: SortKey): boolean {
  return by === 'date' || by === 'quantity' || by === 'updated'
}

/** The keys of a resource, as a relation `sorted (k0, k1 …)`. */
export function keysOf(sort: readonly SortKey[], one: Held, open: Open): Sql {
  const keys = sort.map((key, place) => {
    const guarded = asksWhere(one.type, key.rows) || (one.type === 'Patient' && key.by === 'updated')
    const value = keyOf(key, one)
    return sql`${guarded ? sql`case when ${open.showsWhere(one)} then ${value} end` : value} as ${sql.ref(`k${place}`)}`
  })
  return sql`cross join lateral (select ${keys.length === 0 ? sql`` : sql.join(keys)}) as sorted`
}

function keyOf(key: SortKey, one: Held): Sql {
  const value = (kind: Kind, as: Sorted['as'], of: Sorted['of']) => mostOf(key, one, { kind, as, of })
  switch (key.by) {
    case 'id':
      return sql`${one.logicalId} collate "C"`
    case 'updated':
      return sql`extract(epoch from ${one.recordedAt})`
    case 'date':
      return sql`extract(epoch from ${value('date', 'timestamptz', column => column('from_at'))})`
    case 'quantity':
      return value('quantity', 'numeric', column => column(key.isDown ? 'high' : 'low'))
    case 'token':
      return value('token', 'text', column => column('code'))
    case 'string':
      return value('string', 'text', column => column('folded'))
    case 'uri':
      return value('uri', 'text', column => column('uri'))
    case 'reference':
      return value('reference', 'text', column => sql`${column('target_type')} || '/' || ${column('target_id')}`)
  }
}

interface Sorted {
  readonly kind: Kind
  /** As what it is compared. */
  readonly as: 'numeric' | 'text' | 'timestamptz'
  of(value: Columns): Sql
}

/** The first, or the last, of the values that something has. */
function mostOf({ rows, isDown }: SortKey, { id, type, tells }: Held, { kind, as, of }: Sorted): Sql {
  if (tells === undefined) {
    return sql`(
      select ${sql.raw(isDown ? 'max' : 'min')}(${of(columnsIn(sql`value`))}) from ${sql.table(`index_${kind}`)} as value
      where value.resource_id = ${id} and ${keptAs(sql`value`, type, rows)})`
  }
  const values = valuesBy(kind, rows, tells)
  const none = sql`null::${sql.raw(as)}`
  const found = values.map(({ when, columns }) => sql`case when ${when} then ${of(name => columns[name]!)} end`)
  const most = sql`${sql.raw(isDown ? 'greatest' : 'least')}(${sql.join([none, ...found])})`
  return as === 'text' ? sql`${most} collate "C"` : most
}

/** In which order, forwards or backwards. */
export function orderBy(sort: readonly SortKey[], isBackwards: boolean): Sql {
  const keys = sort.map(({ isDown }, place) => {
    const way = sql.raw(isDown === isBackwards ? 'asc' : 'desc')
    return sql`${sql.ref(`k${place}`)} ${way} nulls ${sql.raw(isBackwards ? 'first' : 'last')}`
  })
  return sql`order by ${sql.join([...keys, sql`id ${sql.raw(isBackwards ? 'desc' : 'asc')}`])}`
}

/** Whether a resource comes after a mark, in the direction of the mark. */
export function isBeyond(sort: readonly SortKey[], { keys, id, isBackwards }: Mark, one: Held): Sql {
  const is = (place: number) => {
    const [key, given] = [sql.ref(`sorted.k${place}`), typed(sort[place]!, keys[place] ?? null)]
    return sql`${key} is not distinct from ${given}`
  }
  const comesAfter = (place: number): Sql => {
    const key = sql.ref(`sorted.k${place}`)
    const value = keys[place] ?? null
    if (value === null) return isBackwards ? sql`${key} is not null` : sql`false`
    const sign = sql.raw(sort[place]!.isDown === isBackwards ? '>' : '<')
    const beyond = sql`${key} ${sign} ${typed(sort[place]!, value)}`
    return isBackwards ? beyond : sql`(${key} is null or ${beyond})`
  }
  const before = (count: number) => sort.slice(0, count).map((_, place) => is(place))
  const last = all([...before(sort.length), sql`${one.id} ${sql.raw(isBackwards ? '<' : '>')} ${id}::uuid`])
  return either([...sort.map((_, place) => all([...before(place), comesAfter(place)])), last])
}

function typed(key: SortKey, value: number | string | null): Sql {
  return isNumber(key) ? sql`${value === null ? null : String(value)}::numeric` : sql`${value}::text collate "C"`
}

/** The same comparison of what has been read: below zero where the first comes first. */
export function compare(
  sort: readonly SortKey[],
  one: Pick<Mark, 'id' | 'keys'>,
  other: Pick<Mark, 'id' | 'keys'>,
): number {
  for (const [place, { isDown }] of sort.entries()) {
    const [a, b] = [one.keys[place] ?? null, other.keys[place] ?? null]
    if (a === null || b === null) {
      if (a === b) continue
      return a === null ? 1 : -1
    }
    const way =
      typeof a === 'number' && typeof b === 'number'
        ? a - b
        : Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
    if (way !== 0) return isDown ? -way : way
  }
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}
