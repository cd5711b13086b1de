import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { rowsOf } from '#ground/fhir/search/rows-of.ts'
import { KINDS, type Kind, noRows, type Rows } from '#ground/fhir/search/value/rows.ts'

/** A resource as it stands from now on. */
export interface Indexed {
  readonly id: string
  readonly type: string
  /** Undefined for one that was deleted: nothing finds it any more. */
  readonly content: { readonly resourceType: string } | undefined
  /** It has just been made: it has no rows that would have to go. */
  readonly isNew: boolean
}

/**
 * Writes what a resource is searched by from now on, in place of what it was, in one statement that nobody waits for.
 * Whoever writes a version of anything that FHIR serves calls it in the same transaction.
 */
export function writeIndex(tx: Tx, { id, type, content, isNew }: Indexed): void {
  const rows = content === undefined ? noRows() : rowsOf(content)
  const parts = KINDS.flatMap(kind => [
    ...(isNew ? [] : [sql`${sql.raw(`gone_${kind}`)} as (delete from ${table(kind)} where resource_id = ${id})`]),
    ...(rows[kind].length === 0 ? [] : [sql`${sql.raw(`new_${kind}`)} as (${insert(id, type, kind, rows)})`]),
  ])
  if (parts.length > 0) tx.send(sql`with ${sql.join(parts, sql`, `)} select`)
}

function table(kind: Kind): RawBuilder<unknown> {
  return sql.table(`index_${kind}`)
}

/** The columns of each table besides whose row it is, with their types; a row names them as the table does. */
const COLUMNS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  token: { system: 'text', code: 'text' },
  string: { text: 'text', folded: 'text' },
  date: { from_at: 'timestamptz', until_at: 'timestamptz' },
  quantity: { low: 'numeric', high: 'numeric', system: 'text', code: 'text', unit: 'text' },
  reference: { target_type: 'text', target_id: 'text' },
  uri: { uri: 'text', version: 'text' },
}

function insert(id: string, type: string, kind: Kind, rows: Rows): RawBuilder<unknown> {
  const columns = Object.entries(COLUMNS[kind])
  const names = sql.raw(columns.map(([name]) => name).join(', '))
  const typed = sql.raw(columns.map(([name, of]) => `${name} ${of}`).join(', '))
  return sql`
    insert into ${table(kind)} (resource_id, type, parameter, ordinal, ${names})
    select ${id}::uuid, ${type}, parameter, ordinal, ${names}
    from jsonb_to_recordset(${JSON.stringify(kept(kind, rows))}::jsonb)
      as value (parameter text, ordinal smallint, ${typed})`
}

/** Rows as the tables name their columns; what has no limit reaches as far as there are numbers. */
function kept(kind: Kind, rows: Rows): readonly object[] {
  switch (kind) {
    case 'date':
      return rows.date.map(({ from, until, ...row }) => ({ ...row, from_at: from, until_at: until }))
    case 'quantity':
      return rows.quantity.map(row => ({ ...row, low: row.low ?? '-Infinity', high: row.high ?? 'Infinity' }))
    case 'reference':
      return rows.reference.map(({ type, id, ...row }) => ({ ...row, target_type: type, target_id: id }))
    default:
      return rows[kind]
  }
}
