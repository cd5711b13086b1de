import { sql } from 'kysely'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { columnsOf, type Found, personOf } from '../search/columns.ts'
import type { Held } from '../search/held.ts'
import type { Open } from '../search/open.ts'
import { all, type Sql } from '../search/sql.ts'

/** Which of what is about somebody, in what order, and how many. */
export interface Part {
  readonly where: Sql
  readonly order: Sql
  readonly limit: number
}

/** What hangs on somebody's records and was opened by a look, as a question in brackets; `open.before` goes before it. */
export function aboutThem(open: Open, one: Held, { where, order, limit }: Part): Sql {
  // Of the ways to what is open the first is by whom it is about.
  const [byRecord] = open.ways(one)
  if (byRecord === undefined) throw new Error('nothing leads to what is open')
  return sql`(
    select ${columnsOf(one, open)}
    from ${one.table} as ${one.as} ${byRecord.join} ${personOf(one)}
    where ${all([one.isOne, byRecord.where, where])}
    order by ${order}
    limit ${limit})`
}

/** Whether something is of one of these types. */
export function isOfType({ typeName }: Held, types: readonly string[]): Sql {
  return sql`${typeName} = any(${[...types]}::text[])`
}

/** Notes that these are let through. */
export function release(access: Access, found: readonly Found[]): void {
  for (const { contributorId, dataClass, showsWhere } of found) {
    access.release(contributorId, dataClass as DataClass)
    if (showsWhere) access.release(contributorId, 'contacts')
  }
}
