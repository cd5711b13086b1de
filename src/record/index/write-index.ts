import { statement } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { rowsOf } from '#ground/fhir/search/rows-of.ts'
import { KINDS, type Kind, noRows, type Rows } from '#ground/fhir/search/value/rows.ts'

/** A resource as it stands from now on. */
export interface Indexed {
  readonly id: string
  readonly type: string
  /** The source record of whom it is about, which for a Patient is its own; undefined for what is about no one person. */
  readonly sourceRecordId: string | undefined
  /** Undefined for one that was deleted: nothing finds it any more. */
  readonly content: Content | undefined
  /** As it stood until now on the same record, where that is known: what has not changed is left as it is. */
  readonly before?: Content | undefined
  /** It has just been made: it has no rows that would have to go. */
  readonly isNew: boolean
}

interface Content {
  readonly resourceType: string
}

/**
 * Writes what resources are searched by from now on, in place of what it was, in one statement that nobody waits for.
 * Whoever writes a version of anything that FHIR serves calls it in the same transaction.
 */
export function writeIndex(tx: Tx, all: readonly Indexed[]): void {
  const changes = all.map(changeOf)
  const gone = KINDS.filter(kind => changes.some(one => one.gone.includes(kind)))
  const come = KINDS.filter(kind => changes.some(one => one.come[kind].length > 0))
  if (gone.length + come.length === 0) return
  const cleared = gone.map(kind => all.filter((_, place) => changes[place]!.gone.includes(kind)).map(({ id }) => id))
  const whose = [all.map(({ id }) => id), all.map(({ type }) => type), all.map(one => one.sourceRecordId ?? null)]
  const values = come.map(kind => JSON.stringify(changes.flatMap((one, place) => kept(kind, one.come, place + 1))))
  tx.send(statement(textFor(gone, come), come.length === 0 ? cleared : [...cleared, ...whose, ...values]))
}

/** Of which kinds a resource's rows go, and which rows come. */
interface Change {
  readonly gone: readonly Kind[]
  readonly come: Rows
}

function changeOf({ content, before, isNew }: Indexed): Change {
  const rows = content === undefined ? noRows() : rowsOf(content)
  if (isNew) return { gone: [], come: rows }
  const were = before === undefined ? undefined : rowsOf(before)
  if (were === undefined) return { gone: KINDS, come: rows }
  const changed = KINDS.filter(kind => !isSame(kind, were, rows))
  const gone = changed.filter(kind => were[kind].length > 0)
  return { gone, come: { ...noRows(), ...Object.fromEntries(changed.map(kind => [kind, rows[kind]])) } }
}

function isSame(kind: Kind, were: Rows, are: Rows): boolean {
  return JSON.stringify(were[kind]) === JSON.stringify(are[kind])
}

/** By the kinds of rows that go and those that come: there are some dozens of texts in use, each put together once. */
const texts = new Map<string, string>()

function textFor(gone: readonly Kind[], come: readonly Kind[]): string {
  const name = `${gone.join()} ${come.join()}`
  const known = texts.get(name)
  if (known !== undefined) return known
  const parts = [
    ...gone.map(
      (kind, place) => `gone_${kind} as (delete from index_${kind} where resource_id = any($${place + 1}::uuid[]))`,
    ),
    ...come.map((kind, place) => `new_${kind} as (${insert(kind, gone.length + 1, gone.length + place + 4)})`),
  ]
  const made = `with ${parts.join(', ')} select`
  texts.set(name, made)
  return made
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

/** Rows of one kind, which are the value of that number, of resources of which the ids, types and records begin at another. */
function insert(kind: Kind, whose: number, value: number): string {
  const columns = Object.entries(COLUMNS[kind])
  const names = columns.map(([name]) => name).join(', ')
  const typed = columns.map(([name, of]) => `${name} ${of}`).join(', ')
  return `
    insert into index_${kind} (resource_id, type, source_record_id, parameter, ordinal, ${names})
    select ($${whose}::uuid[])[whose], ($${whose + 1}::text[])[whose], ($${whose + 2}::uuid[])[whose], parameter, ordinal, ${names}
    from jsonb_to_recordset($${value}::jsonb) as value (whose integer, parameter text, ordinal smallint, ${typed})`
}

/** Rows as the tables name their columns, each with whose it is; what has no limit reaches as far as there are numbers. */
function kept(kind: Kind, rows: Rows, whose: number): readonly object[] {
  switch (kind) {
    case 'date':
      return rows.date.map(({ from, until, ...row }) => ({ whose, ...row, from_at: from, until_at: until }))
    case 'quantity':
      return rows.quantity.map(row => ({ whose, ...row, low: row.low ?? '-Infinity', high: row.high ?? 'Infinity' }))
    case 'reference':
      return rows.reference.map(({ type, id, ...row }) => ({ whose, ...row, target_type: type, target_id: id }))
    default:
      return rows[kind].map(row => ({ whose, ...row }))
  }
}
