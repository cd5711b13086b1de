import type { Taken } from '../codes.ts'
import { type Facts, readFacts } from '../facts.ts'
import type { Matcher } from '../matcher.ts'
import type { Column, Columns } from './columns.ts'
import { textAt, textCount } from './texts.ts'

/** Reads what is compared of records back from columns. Each different value is read once, when it is first asked for. */
export interface Values {
  /** Of a field of a record; undefined where the record does not say. */
  value(field: number, record: number): unknown
  /** All of a record, as `take` takes it from the record itself. */
  taken(record: number): Taken
  facts(record: number): Facts
}

/** The values of a bulk run, each without what the model holds too common. */
export function valuesOf({ fields, isCommon }: Matcher, columns: Columns): Values {
  const readers = fields.map((field, index) => {
    const column = columns.fields[index]
    if (column === undefined) throw new Error(`no column for ${field.name}`)
    return readerOf(column, text => field.without(field.read(text), isCommon))
  })
  const facts = readerOf(columns.facts, readFacts)
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

function readerOf<Value>(column: Column, read: (text: string) => Value): (record: number) => Value | undefined {
  const { numbers, values } = column
  const known = new Array<Value | undefined>(textCount(values)).fill(undefined)
  return record => {
    const number = numbers[record] ?? -1
    if (number === -1) return undefined
    const value = known[number]
    if (value !== undefined) return value
    const fresh = read(textAt(values, number))
    known[number] = fresh
    return fresh
  }
}
