import { fold, lettersIn, wordsIn } from './fold.ts'
import { splitWhole, tidied } from './name-text.ts'
import { BABIES, FORMERLY, NO_NAMES, PATRONYMICS, SUFFIXES, TITLES } from './name-words.ts'
import type { RawName, StandardName } from './standard.ts'
import { surnameOf } from './surname.ts'

/** What one way of writing somebody's name gives. */
export interface NamesRead {
  /** The name itself first, then others written with it: in brackets, behind a stroke, behind "née". May be empty. */
  readonly names: readonly StandardName[]
  readonly isBaby: boolean
}

/** Reads one name, its parts in the fields for them or all of it in one. */
export function readName(raw: RawName): NamesRead {
  const { given, middle, surname, others } = tidied(splitWhole(raw))
  const { words: givenWords, isBaby } = readGiven(given, middle)
  const { words: surnameWords, former } = readSurname(surname)
  const carried = surnameWords.length > 0 ? particleAtEnd(givenWords) : []
  const own = nameOf(givenWords.slice(0, givenWords.length - carried.length), [...carried, ...surnameWords])
  const more = [
    ...(former.length > 0 ? [{ ...own, ...surnameOf(former) }] : []),
    ...others.flatMap(other => otherName(own, other)),
  ]
  return { names: [own, ...more].filter(hasSomething), isBaby }
}

/** Whether anything at all of a name is known. */
export function hasSomething(name: StandardName): boolean {
  return name.given !== '' || name.surname !== ''
}

function nameOf(given: readonly string[], surname: readonly string[]): StandardName {
  const [first = '', ...middle] = given
  return { given: first, middle, ...surnameOf(surname) }
}

/** Given names, first and further, each a word: a hyphen parts them too, so that Siân-Elen is Siân Elen. */
function readGiven(given: string, middle: string): { words: string[]; isBaby: boolean } {
  const words = withoutTitles(isNoName(given) ? [] : wordsIn(given))
  const isBaby = BABIES.has(words[0] ?? '')
  const further = isNoName(middle) ? [] : wordsIn(middle)
  const all = isBaby ? [] : [...words, ...further]
  return { words: all.slice(0, WORDS_MAX), isBaby }
}

function readSurname(surname: string): { words: string[]; former: string[] } {
  const words = isNoName(surname) ? [] : withoutSuffixes(withoutTitles(wordsIn(surname)))
  const at = words.findIndex(word => FORMERLY.has(word))
  const isBetween = at > 0 && at < words.length - 1
  const [now, former] = isBetween ? [words.slice(0, at), words.slice(at + 1)] : [words, []]
  return { words: now.slice(0, WORDS_MAX), former: former.slice(0, WORDS_MAX) }
}

/** "née Evans" and "Evans" of a surname are a surname before; "Peggy" of a given name is a name they go by. */
function otherName(own: StandardName, { text, of }: { text: string; of: 'given' | 'surname' }): StandardName[] {
  const words = withoutTitles(isNoName(text) ? [] : wordsIn(text))
  const isFormer = FORMERLY.has(words[0] ?? '')
  const told = words.slice(isFormer ? 1 : 0, WORDS_MAX)
  if (told.length === 0) return []
  if (isFormer || of === 'surname') return [{ ...own, ...surnameOf(told) }]
  return BABIES.has(told[0]!) ? [] : [{ ...own, given: told[0]!, middle: told.slice(1) }]
}

/** "Rhys ap" and "Dafydd": the particle stands at the end of the wrong field. */
function particleAtEnd(words: readonly string[]): string[] {
  const last = words.at(-1) ?? ''
  return words.length > 1 && PATRONYMICS.has(last) ? [last] : []
}

function withoutTitles(words: readonly string[]): string[] {
  const from = words.findIndex((word, index) => !TITLES.has(word) || index === words.length - 1)
  return words.slice(Math.max(from, 0))
}

function withoutSuffixes(words: readonly string[]): string[] {
  const last = words.findLastIndex((word, index) => !SUFFIXES.has(word) || index === 0)
  return words.slice(0, last + 1)
}

/** A placeholder, or the same letter over and over. */
function isNoName(folded: string): boolean {
  const words = wordsIn(folded).join(' ')
  return NO_NAMES.has(words) || /^(?:z{2,}(?:test[a-z]*)?|x{2,})$/.test(words) || /^\W*n\/a\W*$/.test(folded)
}

/** More words than that are no name. */
const WORDS_MAX = 8

/** A name for comparing, its letters alone. For whoever compares one field and not a whole name. */
export function foldedName(text: string): string {
  return lettersIn(fold(text))
}
