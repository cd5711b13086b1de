import type { Standard, StandardName } from '#record/person/standard/standard.ts'
import { asItIs, type Field, type Levels, MISSING } from './field.ts'
import { GIVEN, GIVEN_LEVELS, givenLevel } from './given.ts'
import { MIDDLE, middleLevel } from './middle.ts'
import { SURNAME, surnameLevel } from './surname.ts'
import type { Words } from './words.ts'

/** Names after the sixth are not looked at. */
const NAMES_MAX = 6
/** Where the three comparisons stand. */
export const [AT_GIVEN, AT_SURNAME, AT_MIDDLE] = [0, 1, 2]

/**
 * The names of a person: given name, surname and middle names are compared of the two that are most alike, so that a
 * maiden name meets the same maiden name. A record holds one name mostly.
 */
export const NAMES: Field<readonly StandardName[]> = {
  name: 'names',
  comparisons: [GIVEN, SURNAME, MIDDLE],
  take: ({ standard }) => namesOf(standard),
  write: names => names.map(writeName).join('|'),
  read: text => text.split('|').map(readName),
  without: asItIs,
  compare(ones, others, words, into, at) {
    const [one, other] = [ones[0], others[0]]
    if (ones.length === 1 && others.length === 1 && one !== undefined && other !== undefined) {
      put(pairOf(one, other, words), into, at)
      return
    }
    let best = Number.POSITIVE_INFINITY
    for (const one of ones) {
      for (const other of others) {
        const pair = pairOf(one, other, words)
        const rank = rankOf(pair)
        if (rank > best || (rank === best && !isFirst(pair, into, at))) continue
        best = rank
        put(pair, into, at)
      }
    }
  },
}

function namesOf({ names }: Standard): readonly StandardName[] | undefined {
  const said = names.filter(({ given, surname }) => given !== '' || surname !== '')
  return said.length === 0 ? undefined : said.slice(0, NAMES_MAX)
}

function writeName({ given, middle, surname, surnameParts }: StandardName): string {
  return `${given}/${middle.join(' ')}/${surname}/${surnameParts.join(' ')}`
}

function readName(text: string): StandardName {
  const [given = '', middle = '', surname = '', parts = ''] = text.split('/')
  return { given, middle: wordsIn(middle), surname, surnameParts: wordsIn(parts) }
}

function wordsIn(text: string): readonly string[] {
  return text === '' ? NO_WORDS : text.split(' ')
}

const NO_WORDS: readonly string[] = []

/** Two names compared: three levels, and what is the same: the given name, with the surname when that is too. */
interface NamePair {
  readonly given: number
  readonly surname: number
  readonly middle: number
  readonly sameGiven: string
  readonly sameSurname: string
}

function pairOf(one: StandardName, other: StandardName, words: Words): NamePair {
  const given = givenLevel(one, other, words)
  const level = GIVEN_LEVELS[given]
  // What was swapped has been weighed once, and so has a middle name used as the first.
  const surname = level === 'swapped' || level === 'crossed' ? MISSING : surnameLevel(one, other, words)
  const middle = level === 'swapped' || level === 'middle' ? MISSING : middleLevel(one, other)
  return {
    given,
    surname,
    middle,
    sameGiven: given === 0 ? (surname === 0 ? `${one.given} ${one.surname}` : one.given) : '',
    sameSurname: surname === 0 ? one.surname : '',
  }
}

/** Less is more alike. No two different threes have one rank. */
function rankOf({ given, surname, middle }: NamePair): number {
  return (rung(given) + rung(surname)) * 10_000 + rung(given) * 100 + rung(middle)
}

/** What is missing is better than what differs, and worse than what is alike. */
function rung(level: number): number {
  return level === MISSING ? 5 : level * 2
}

/** Of two pairs that are as alike, the one that comes first in the alphabet, whichever record is asked first. */
function isFirst(pair: NamePair, { common }: Levels, at: number): boolean {
  return `${pair.sameGiven} ${pair.sameSurname}` < `${common[at + AT_GIVEN]} ${common[at + AT_SURNAME]}`
}

function put(pair: NamePair, { levels, common }: Levels, at: number): void {
  levels[at + AT_GIVEN] = pair.given
  levels[at + AT_SURNAME] = pair.surname
  levels[at + AT_MIDDLE] = pair.middle
  common[at + AT_GIVEN] = pair.sameGiven
  common[at + AT_SURNAME] = pair.sameSurname
}
