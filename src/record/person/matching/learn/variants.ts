import type { StandardBirth, StandardName } from '#record/person/standard/standard.ts'
import type { Blocks } from '../bulk/blocks.ts'
import type { Columns } from '../bulk/columns.ts'
import { valuesOf } from '../bulk/values.ts'
import { FIELD_AT } from '../compare/fields.ts'
import type { Matcher } from '../matcher.ts'
import { type NamePair, pairKey } from '../variants.ts'

/** Two names that fewer people go by than this are chance, or one family's affair. */
const SEEN_MIN = 3
/** And they must be seen so many times as often as two names of their frequency would be by chance. */
const TIMES_CHANCE_MIN = 8
/** Blocks of more records than this hold a number that stands on many people. */
const HOLDERS_MAX = 12

/**
 * Two first names that people of this region go by: seen in records of one NHS number, surname and birth date, three
 * times at least and eight times as often as chance. Without the second test numbers on the wrong record would teach
 * that Susan is Nicola. `numberBlocks` says how many of the first blocks are those of the NHS number.
 */
export function learnVariants(matcher: Matcher, columns: Columns, blocks: Blocks, numberBlocks: number): NamePair[] {
  const seen = new Map<string, number>()
  let unalike = 0
  forEachAnchored(matcher, columns, blocks, numberBlocks, (one, other) => {
    const level = matcher.words.given(one, other)
    if (level !== 'other' && level !== 'alike') return
    unalike++
    const key = pairKey(one, other)
    seen.set(key, (seen.get(key) ?? 0) + 1)
  })
  const shareOf = (name: string) => 2 ** (-(matcher.rarity[0]?.(name) ?? 0) / 2)
  return [...seen]
    .map(([key, count]) => ({ pair: key.split(' '), count }))
    .flatMap(({ pair: [one = '', other = ''], count }): NamePair[] => {
      const chance = unalike * 2 * shareOf(one) * shareOf(other)
      return count >= SEEN_MIN && count > TIMES_CHANCE_MIN * chance ? [[one, other]] : []
    })
    .sort(([one, first], [other, second]) => (`${one} ${first}` < `${other} ${second}` ? -1 : 1))
}

/** Both first names of every two records of one NHS number, surname and birth date. */
function forEachAnchored(
  matcher: Matcher,
  columns: Columns,
  { starts, members }: Blocks,
  numberBlocks: number,
  meet: (one: string, other: string) => void,
): void {
  const values = valuesOf(matcher, columns)
  const read = (record: number) => ({
    name: (values.value(FIELD_AT.names, record) as readonly StandardName[] | undefined)?.[0],
    born: values.value(FIELD_AT.birthDate, record) as StandardBirth | undefined,
  })
  for (let block = 0; block < numberBlocks; block++) {
    const holders = Array.from(members.subarray(starts[block], starts[block + 1]), read)
    if (holders.length > HOLDERS_MAX) continue
    for (const [at, one] of holders.entries()) {
      for (const other of holders.slice(at + 1)) {
        if (one.name === undefined || other.name === undefined || one.born === undefined) continue
        const isAnchored = one.born === other.born && one.name.surname === other.name.surname
        const areNames = one.name.given.length > 1 && other.name.given.length > 1
        if (isAnchored && areNames && !isSwapped(one.name, other.name)) meet(one.name.given, other.name.given)
      }
    }
  }
}

/** A middle name that is used as the first is no form of it. */
function isSwapped(one: StandardName, other: StandardName): boolean {
  return one.middle.includes(other.given) || other.middle.includes(one.given) || one.given === other.surname
}
