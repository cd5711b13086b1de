import type { Column, Columns } from '../bulk/columns.ts'
import { textAt, textCount } from '../bulk/texts.ts'
import { type OtherColumn, PERSON_FIELDS_COUNT } from '../compare/fields.ts'
import { NAMES } from '../compare/names.ts'
import { halfBitsOf, RAREST_HALF_BITS, type RarityTable } from '../model.ts'

/** How often the values of a field occur. */
export interface Frequencies {
  readonly table: RarityTable
  /** The chance that two records taken at random hold the same value. */
  readonly same: number
}

/** Names that fewer records hold than this are all alike rare: they stay out of the model. */
const HOLDERS_MIN = 3

/** The frequencies of every value whose rarity counts: given names, surnames, and the other columns that ask for it. */
export function frequenciesOf(columns: Columns, others: readonly OtherColumn[]): ReadonlyMap<string, Frequencies> {
  const frequencies = new Map<string, Frequencies>()
  const names = countsOf(columns.fields[0])
  frequencies.set('given', frequenciesIn(wordCounts(names, name => [name.given])))
  frequencies.set('surname', frequenciesIn(wordCounts(names, name => [name.surname])))
  for (const [index, { name, rarity }] of others.entries()) {
    if (rarity) frequencies.set(name, frequenciesIn(countsOf(columns.fields[PERSON_FIELDS_COUNT + index])))
  }
  return frequencies
}

/** How many records hold each value of a column. */
function countsOf(column: Column | undefined): Map<string, number> {
  if (column === undefined) return new Map()
  const counts = new Int32Array(textCount(column.values))
  for (const number of column.numbers) if (number >= 0) counts[number] = (counts[number] ?? 0) + 1
  return new Map(Array.from(counts, (count, number) => [textAt(column.values, number), count]))
}

function wordCounts(names: Map<string, number>, wordsOf: (name: ReturnType<typeof NAMES.read>[number]) => string[]) {
  const counts = new Map<string, number>()
  for (const [text, count] of names) {
    const words = new Set(NAMES.read(text).flatMap(wordsOf))
    for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + count)
  }
  return counts
}

function frequenciesIn(counts: ReadonlyMap<string, number>): Frequencies {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const values: Record<string, number> = {}
  let same = 0
  for (const [value, count] of counts) {
    same += (count / all) ** 2
    if (count >= HOLDERS_MIN) values[value] = halfBitsOf(count / all)
  }
  return { table: { rarest: all === 0 ? RAREST_HALF_BITS : halfBitsOf(1 / all), values }, same: Math.max(same, 1e-9) }
}
