import type { Taken } from '../codes.ts'
import type { Field } from '../compare/field.ts'
import { type Facts, readFacts } from '../facts.ts'
import type { Matcher } from '../matcher.ts'
import type { Column, Columns } from './columns.ts'
import { textCount, textReader } from './texts.ts'

/** Reads what is compared of records back from columns. Each different value is read once, when it is first asked for. */
export interface Values {
  /** Of a field of a record; undefined where the record does not say. */
  value(field: number, record: number): unknown
  /** All of a record, as `take` takes it from the record itself. */
  taken(record: number): Taken
  facts(record: number): Facts
}

/** The values of a bulk run, each without what the model holds too common. */
export function valuesOf({ fields, isCommon, model }: Matcher, columns: Columns): Values {
  const readers = fields.map((field, index) => {
    const column = columnOf(columns, index, field)
    const read = valueReader(column, field.read)
    return ofRecord(
      column,
      model.common.length === 0 ? read : kept(column, number => field.without(read(number), isCommon)),
    )
  })
  const facts = ofRecord(columns.facts, valueReader(columns.facts, readFacts))
  return {
    value: (field, record) => readers[field]?.(record),
    taken: record => readers.map(reader => reader(record)),
    facts(record) {
      const said = facts(record)
      if (said === undefined) throw new Error(`no facts of record ${record}`)
      return said
    },
  }
}

/** The column of a field. */
export function columnOf(columns: Columns, index: number, field: Pick<Field<unknown>, 'name'>): Column {
  const column = columns.fields[index]
  if (column === undefined) throw new Error(`no column for ${field.name}`)
  return column
}

/** Reads the different values of a column by their number. What was read is kept with the column. */
export function valueReader<Value>(column: Column, read: (text: string) => Value): (number: number) => Value {
  const before = READ.get(column)
  if (before !== undefined) return before as (number: number) => Value
  const textOf = textReader(column.values)
  const reader = kept(column, number => read(textOf(number)))
  READ.set(column, reader)
  return reader
}

const READ = new WeakMap<Column, (number: number) => unknown>()

function kept<Value>({ values }: Column, make: (number: number) => Value): (number: number) => Value {
  const known = new Array<Value | undefined>(textCount(values)).fill(undefined)
  return number => {
    const value = known[number]
    if (value !== undefined) return value
    const fresh = make(number)
    known[number] = fresh
    return fresh
  }
}

function ofRecord<Value>({ numbers }: Column, read: (number: number) => Value): (record: number) => Value | undefined {
  return record => {
    const number = numbers[record] ?? -1
    return number === -1 ? undefined : read(number)
  }
}
