import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Search } from '#ground/fhir/search/query/search.ts'
import type { SortKey } from '#ground/fhir/search/query/sort.ts'
import { keysThen, wasSeen } from './changed.ts'
import { columnsOf, type Found, foundFrom, personOf, type Row } from './columns.ts'
import { Question } from './criterion-sql.ts'
import type { Open } from './open.ts'
import { compare, isBeyond, isNumber, type Keys, keysOf, type Mark, orderBy } from './order.ts'
import { all, type Sql } from './sql.ts'

/** One page of what a search finds. */
export interface Matches {
  readonly found: readonly Found[]
  readonly total: number | undefined
  readonly next: Mark | undefined
  readonly previous: Mark | undefined
}

/** How many may have changed their place since the first page before the search has to be begun again. */
const CHANGED_MAX = 1_000

/** Thrown when too much has changed since the first page for the rest to be told in order. */
export class BeginAgain extends Error {}

/**
 * One page of the resources that are open and that a search asks for, in its order. Whatever matches from the first page to the
 * last is met once: without a wish it goes by ids, which do not change; and what has changed since the first page keeps, for
 * the pages that follow, the place that it had then.
 */
export async function findMatches(tx: Tx, open: Open, search: Search, mark: Mark | undefined): Promise<Matches> {
  const { sort, count } = search
  const isCounted = search.total !== 'none' || count === 0
  const asking = isCounted ? countAll(tx, open, search) : undefined
  if (count === 0) return { found: [], total: await asking, next: undefined, previous: undefined }
  const { rows } = await pageOf(open, search, mark, { limit: count + 1, changed: false }).execute(tx.db)
  const changed = mark !== undefined && sort.length > 0 ? await changedSince(tx, open, search, mark) : []
  const isBackwards = mark?.isBackwards === true
  const placed = [...rows.map(row => placedFrom(row, sort)), ...changed]
  const inOrder = placed.toSorted((one, other) => compare(sort, one, other) * (isBackwards ? -1 : 1))
  const hasMore = inOrder.length > count
  const page = isBackwards ? inOrder.slice(0, count).toReversed() : inOrder.slice(0, count)
  const seen = mark?.seen ?? rows[0]?.seen ?? ''
  const at = (one: Placed | undefined, isBackwards: boolean) => one && { keys: one.keys, id: one.id, seen, isBackwards }
  return {
    found: page.map(({ found }) => found),
    total: await asking,
    next: hasMore || isBackwards ? at(page.at(-1), false) : undefined,
    previous: (mark !== undefined && !isBackwards) || (isBackwards && hasMore) ? at(page[0], true) : undefined,
  }
}

interface Placed {
  readonly id: string
  readonly keys: Keys
  readonly found: Found
}

type SortedRow = Row & { readonly seen: string } & Readonly<Record<`k${number}`, string | null>>

function placedFrom(row: SortedRow, sort: readonly SortKey[]): Placed {
  const keys = sort.map((key, place) => {
    const value = row[`k${place}`] ?? null
    return value !== null && isNumber(key) ? Number(value) : value
  })
  return { id: row.id, keys, found: foundFrom(row) }
}

interface Part {
  readonly limit: number
  /** Those that have changed since the mark's first page, wherever they are; or the others, beyond the mark. */
  readonly changed: boolean
}

function pageOf(open: Open, search: Search, mark: Mark | undefined, { limit, changed }: Part) {
  const { sort } = search
  const isBackwards = mark?.isBackwards === true
  const order = orderBy(sort, isBackwards)
  const parts = waysOf(open, search, (question, one) => {
    const keyed = keysOf(sort, one, open)
    const since = mark === undefined || sort.length === 0 ? sql`true` : wasSeen(one, mark.seen)
    const where = changed ? sql`not ${since}` : mark === undefined ? sql`true` : all([since, isBeyond(sort, mark, one)])
    const keys = sort.map((_, place) => sql`, ${sql.ref(`sorted.k${place}`)}`)
    return {
      select: sql`${columnsOf(one, open)}${sql.join(keys, sql``)}`,
      join: sql`${personOf(one)} ${keyed}`,
      where: all([question.holds(search.criteria.get(one.type)!, one), where]),
      after: changed ? sql`limit ${limit}` : sql`${order} limit ${limit}`,
    }
  })
  return sql<SortedRow>`
    with ${open.before}
    select found.*, pg_current_snapshot()::text as seen
    from (${sql.join(parts, sql` union all `)}) as found
    ${changed ? sql`` : order}
    limit ${limit}`
}

interface Asked {
  readonly select: Sql
  readonly join: Sql
  readonly where: Sql
  readonly after: Sql
}

/** What is asked of each type that is looked among, by each way to what is open of it. */
function waysOf(
  open: Open,
  { types }: Search,
  asked: (question: Question, one: ReturnType<Question['held']>) => Asked,
): Sql[] {
  const question = new Question(open)
  return types
    .flatMap(type => question.all(type))
    .flatMap(one =>
      open.ways(one).map(way => {
        const { select, join, where, after } = asked(question, one)
        return sql`(
          select ${select} from ${one.table} as ${one.as} ${way.join} ${join}
          where ${all([one.isOne, way.where, where])} ${after})`
      }),
    )
}

async function countAll(tx: Tx, open: Open, search: Search): Promise<number> {
  const parts = waysOf(open, search, (question, one) => ({
    select: sql`1`,
    join: sql``,
    where: question.holds(search.criteria.get(one.type)!, one),
    after: sql``,
  }))
  const { rows } = await sql<{ total: number }>`
    with ${open.before} select count(*) as total from (${sql.join(parts, sql` union all `)}) as found`.execute(tx.db)
  return rows[0]?.total ?? 0
}

/** What matches and has changed since the first page, at the place it had then, as far as that is still to come. */
async function changedSince(tx: Tx, open: Open, search: Search, mark: Mark): Promise<Placed[]> {
  const { sort } = search
  const { rows } = await pageOf(open, search, mark, { limit: CHANGED_MAX + 1, changed: true }).execute(tx.db)
  if (rows.length > CHANGED_MAX) throw new BeginAgain()
  const then = await keysThen(tx, rows.map(foundFrom), sort, mark.seen)
  const way = mark.isBackwards ? -1 : 1
  return rows.flatMap(row => {
    const keys = then.get(row.id)
    if (keys === undefined) return []
    const placed = { id: row.id, keys, found: foundFrom(row) }
    return compare(sort, placed, mark) * way > 0 ? [placed] : []
  })
}
