import { type RawBuilder, sql } from 'kysely'
import { rowNames } from '#ground/fhir/search/parameters.ts'

/** A piece of a question to the database. */
export type Sql = RawBuilder<unknown>

/** A name that is ours, or of R4's definitions, as text within the question: so that it is planned for what it is. */
export function known(name: string): Sql {
  if (!/^[\w$:-]+$/.test(name)) throw new Error(`no name that is known: ${name}`)
  return sql.lit(name)
}

/** Whether a row of the index, under this name, is of a parameter of a type, or of a part of it. */
export function keptAs(value: Sql, type: string, rows: string): Sql {
  const [first, ...others] = rowNames(type, rows).map(known)
  return others.length === 0
    ? sql`${value}.parameter = ${first}`
    : sql`${value}.parameter in (${sql.join([first, ...others])})`
}

/** All of these. */
export function all(of: readonly Sql[]): Sql {
  return of.length === 0 ? sql`true` : sql`(${sql.join(of, sql` and `)})`
}

/** Any of these. */
export function either(of: readonly Sql[]): Sql {
  return of.length === 0 ? sql`false` : sql`(${sql.join(of, sql` or `)})`
}
