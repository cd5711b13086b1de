import { cameOut } from './came-out.ts'
import { type Decided, decideTwo } from './decide.ts'
import type { GuardName } from './guards/index.ts'
import type { Matcher } from './matcher.ts'
import type { Pair, ReadyOf } from './pair.ts'

/** Two records exclude each other when they speak against being one person by so many bits. */
const APART_BITS = -5
/** Birth dates tell people apart where fewer than these of one person's are another day, month and year. */
const OTHER_BIRTH_DATE_MAX = 0.03
/** What two records of one person never say of each other; twins, if both say a name and they are two names. */
const NEVER_OF_ONE: readonly GuardName[] = ['twoNumbers', 'twoDeaths']
const NAMES_OF_TWO: readonly (string | undefined)[] = ['crossed', 'alike', 'other']

/** What any two records say of each other, whether they are a pair that was decided or not. */
export interface Met {
  readonly decided: Decided
  /** They cannot both be one person's: other numbers, another birth date, or too much against it. */
  readonly excludeEachOther: boolean
  /** A guard says that they are two, whatever others say. */
  readonly areTwo: boolean
}

/** Lets any two records meet, each two of them once. */
export class Meetings {
  readonly matcher: Matcher
  readonly #readyOf: ReadyOf
  readonly #pairs: ReadonlyMap<number, Pair>
  readonly #met = new Map<number, Met>()
  readonly #areBirthDatesReliable: boolean

  constructor(matcher: Matcher, pairs: readonly Pair[], readyOf: ReadyOf) {
    this.matcher = matcher
    this.#readyOf = readyOf
    this.#pairs = new Map(pairs.map(pair => [numberOf(pair.left, pair.right), pair]))
    const levels = matcher.model.comparisons.find(({ name }) => name === 'birthDate')?.levels ?? []
    this.#areBirthDatesReliable = levels.some(({ level, match }) => level === 'other' && match < OTHER_BIRTH_DATE_MAX)
  }

  /** The two as a pair that was decided, if they are one. */
  pair(one: number, other: number): Pair | undefined {
    return this.#pairs.get(numberOf(one, other))
  }

  of(one: number, other: number): Met {
    const number = numberOf(one, other)
    const known = this.#met.get(number)
    if (known !== undefined) return known
    const decided = decideTwo(this.matcher, this.#readyOf(one), this.#readyOf(other))
    const met = { decided, excludeEachOther: this.#exclude(decided), areTwo: areTwo(decided) }
    this.#met.set(number, met)
    return met
  }

  #exclude({ codes, score, guards }: Decided): boolean {
    const { birthDate, nhsNumber } = cameOut(codes)
    if (nhsNumber === 'same' && !guards.includes('numberOfSomebodyElse')) return false
    if (this.#areBirthDatesReliable && (birthDate === 'other' || birthDate === 'year')) return true
    return score.weight < APART_BITS || guards.some(guard => NEVER_OF_ONE.includes(guard))
  }
}

function areTwo({ guards, codes }: Decided): boolean {
  if (guards.some(guard => NEVER_OF_ONE.includes(guard))) return true
  return guards.includes('twins') && NAMES_OF_TWO.includes(cameOut(codes).given)
}

/** One number for two records, whichever stands first. There are fewer records than 2^26. */
function numberOf(one: number, other: number): number {
  return Math.min(one, other) * 2 ** 26 + Math.max(one, other)
}
