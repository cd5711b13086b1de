import type { Columns } from '../bulk/columns.ts'
import { textReader } from '../bulk/texts.ts'
import { columnOf } from '../bulk/values.ts'
import { FIELD_AT, type OtherColumn, PERSON_FIELDS_COUNT } from '../compare/fields.ts'
import { NAMES } from '../compare/names.ts'
import { halfBitsOf, RAREST_HALF_BITS, type RarityTable } from '../model.ts'
import { countsOf } from './common-values.ts'
import { FullNames } from './full-names.ts'

/** Names that fewer records hold than this are all alike rare: they stay out of the model. */
const HOLDERS_MIN = 3

/** How rare values are whose rarity counts: given names, surnames, and the other columns that ask for it. */
export function rarityTables(columns: Columns, others: readonly OtherColumn[]): Record<string, RarityTable> {
  const tables: Record<string, RarityTable> = nameTables(columns)
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

/** Reads every name once. Of an alias only what the first name does not say is counted. */
function nameTables(columns: Columns): { readonly given: RarityTable; readonly surname: RarityTable } {
  const column = columnOf(columns, FIELD_AT.names, NAMES)
  const textOf = textReader(column.values)
  const fullNames = new FullNames(column)
  const [givens, surnames] = [new Map<string, number>(), new Map<string, number>()]
  for (const [number, count] of countsOf(column).entries()) {
    const names = NAMES.read(textOf(number))
    fullNames.add(number, names[0])
    for (const given of new Set(names.map(name => name.given))) add(givens, given, count)
    for (const surname of new Set(names.map(name => name.surname))) add(surnames, surname, count)
  }
  const given = tableOf(givens)
  const beside = fullNames.besideSurnames(columnOf(columns, FIELD_AT.birthDate, { name: 'birthDate' }), given)
  return { given: { ...given, values: { ...given.values, ...beside } }, surname: tableOf(surnames) }
}

function add(counts: Map<string, number>, word: string, count: number): void {
  if (word !== '') counts.set(word, (counts.get(word) ?? 0) + count)
}

function tableOf(counts: ReadonlyMap<string, number>): RarityTable {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const known = [...counts].filter(([, count]) => count >= HOLDERS_MIN)
  return {
    rarest: all === 0 ? RAREST_HALF_BITS : halfBitsOf(1 / all),
    values: Object.fromEntries(known.map(([value, count]) => [value, halfBitsOf(count / all)])),
  }
}
