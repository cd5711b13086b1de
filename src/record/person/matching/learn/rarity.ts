import type { StandardName } from '#record/person/standard/standard.ts'
import type { Columns } from '../bulk/columns.ts'
import { textReader } from '../bulk/texts.ts'
import { columnOf, valueReader } from '../bulk/values.ts'
import { FIELD_AT, type OtherColumn, PERSON_FIELDS_COUNT } from '../compare/fields.ts'
import { NAMES } from '../compare/names.ts'
import { halfBitsOf, RAREST_HALF_BITS, type RarityTable } from '../model.ts'
import { countsOf } from './common-values.ts'
import { fullNames } from './full-names.ts'

/** Names that fewer records hold than this are all alike rare: they stay out of the model. */
const HOLDERS_MIN = 3

/** How rare values are whose rarity counts: given names, surnames, and the other columns that ask for it. */
export function rarityTables(columns: Columns, others: readonly OtherColumn[]): Record<string, RarityTable> {
  const given = tableOf(wordCounts(columns, name => name.given))
  const tables: Record<string, RarityTable> = {
    given: { ...given, values: { ...given.values, ...fullNames(columns, given) } },
    surname: tableOf(wordCounts(columns, ({ surname }) => surname)),
  }
  for (const [index, { name, rarity }] of others.entries()) {
    if (rarity) tables[name] = tableOf(valueCounts(columns, PERSON_FIELDS_COUNT + index, name))
  }
  return tables
}

function valueCounts(columns: Columns, index: number, name: string): Map<string, number> {
  const column = columnOf(columns, index, { name })
  const textOf = textReader(column.values)
  return new Map(Array.from(countsOf(column), (count, number) => [textOf(number), count]))
}

/** How many records hold each word that stands in one place of a name. Of two names with one word it counts once. */
function wordCounts(columns: Columns, wordOf: (name: StandardName) => string): Map<string, number> {
  const column = columnOf(columns, FIELD_AT.names, NAMES)
  const read = valueReader(column, NAMES.read)
  const counts = new Map<string, number>()
  const add = (word: string, count: number) => word !== '' && counts.set(word, (counts.get(word) ?? 0) + count)
  for (const [number, count] of countsOf(column).entries()) {
    const [first, ...aliases] = read(number)
    if (first !== undefined) add(wordOf(first), count)
    for (const word of new Set(aliases.map(wordOf))) if (first === undefined || word !== wordOf(first)) add(word, count)
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
