import type { StandardName } from '#record/person/standard/standard.ts'
import type { Column, Columns } from '../bulk/columns.ts'
import { textAt } from '../bulk/texts.ts'
import { FIELD_AT, type OtherColumn, PERSON_FIELDS_COUNT } from '../compare/fields.ts'
import { NAMES } from '../compare/names.ts'
import { halfBitsOf, RAREST_HALF_BITS, type RarityTable } from '../model.ts'
import { countsOf } from './common-values.ts'
import { fullNames } from './full-names.ts'

/** Names that fewer records hold than this are all alike rare: they stay out of the model. */
const HOLDERS_MIN = 3

/** How rare values are whose rarity counts: given names, surnames, and the other columns that ask for it. */
export function rarityTables(columns: Columns, others: readonly OtherColumn[]): Record<string, RarityTable> {
  const names = valueCounts(columns.fields[FIELD_AT.names])
  const given = tableOf(wordCounts(names, name => name.given))
  const tables: Record<string, RarityTable> = {
    given: { ...given, values: { ...given.values, ...fullNames(columns, given) } },
    surname: tableOf(wordCounts(names, ({ surname }) => surname)),
  }
  for (const [index, { name, rarity }] of others.entries()) {
    if (rarity) tables[name] = tableOf(valueCounts(columns.fields[PERSON_FIELDS_COUNT + index]))
  }
  return tables
}

function valueCounts(column: Column | undefined): Map<string, number> {
  if (column === undefined) return new Map()
  return new Map(Array.from(countsOf(column), (count, number) => [textAt(column.values, number), count]))
}

function wordCounts(names: ReadonlyMap<string, number>, wordOf: (name: StandardName) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [text, count] of names) {
    const words = new Set(NAMES.read(text).map(wordOf))
    for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + count)
  }
  return counts
}

function tableOf(counts: ReadonlyMap<string, number>): RarityTable {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const known = [...counts].filter(([, count]) => count >= HOLDERS_MIN)
  return {
    rarest: all === 0 ? RAREST_HALF_BITS : halfBitsOf(1 / all),
    values: Object.fromEntries(known.map(([value, count]) => [value, halfBitsOf(count / all)])),
  }
}
