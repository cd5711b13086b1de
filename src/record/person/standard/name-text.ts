import { fold } from './fold.ts'
import { ALSO, BEGINNINGS, PARTICLES, SUFFIXES, TITLES } from './name-words.ts'
import type { RawName } from './standard.ts'

/** The fields of one name, folded, apostrophes taken out of words (O'Brien is one), and what stood beside the name. */
export interface NameText {
  readonly given: string
  readonly middle: string
  readonly surname: string
  readonly others: readonly { readonly text: string; readonly of: 'given' | 'surname' }[]
}

/** Names in one field as names in fields of their own. What stands in fields of its own already is left there. */
export function splitWhole(raw: RawName): RawName {
  const { given = '', middle = '', surname = '' } = raw
  const isApart = given.trim() !== '' && surname.trim() !== ''
  const whole = isApart || raw.fullname === undefined ? '' : raw.fullname
  if (whole.trim() !== '') return splitText(whole)
  if (given.trim() === '' && surname.includes(',')) return splitText(surname)
  return { given, middle, surname }
}

/** `Pritchard, Mair Eluned`, or `Mair Eluned Pritchard`, in which a particle begins the surname. */
function splitText(text: string): RawName {
  const beside = text.match(BESIDE) ?? []
  const plain = text.replace(BESIDE, ' ')
  const comma = plain.indexOf(',')
  if (comma > 0) {
    return { surname: plain.slice(0, comma), given: [plain.slice(comma + 1), ...beside].join(' ') }
  }
  const words = plain.trim().split(/\s+/)
  const last = words.findLastIndex((word, index) => !SUFFIXES.has(bare(word)) || index === 0)
  const first = Math.max(
    words.findIndex((word, index) => !TITLES.has(bare(word)) || index === words.length - 1),
    0,
  )
  const named = words.slice(first, last + 1)
  const begins = named.findIndex((word, index) => index > 0 && index < named.length - 1 && beginsSurname(bare(word)))
  const at = begins > 0 ? begins : Math.max(named.length - 1, 1)
  return { given: [...named.slice(0, at), ...beside].join(' '), surname: named.slice(at).join(' ') }
}

/** One letter is an initial in a given name, whatever it is in a surname. */
function beginsSurname(word: string): boolean {
  return word === 'o' || (word.length > 1 && (PARTICLES.has(word) || BEGINNINGS.has(word)))
}

function bare(word: string): string {
  return fold(word).replace(/[^a-z]/g, '')
}

/** Folded, with what stands in brackets or quotes, behind a stroke or behind "known as" set apart. */
export function tidied({ given = '', middle = '', surname = '' }: RawName): NameText {
  const first = setApart(fold(given))
  const last = setApart(fold(surname))
  return {
    given: first.text,
    middle: joined(fold(middle).replace(BESIDE, ' ')),
    surname: last.text,
    others: [
      ...first.others.map(text => ({ text, of: 'given' as const })),
      ...last.others.map(text => ({ text, of: 'surname' as const })),
    ],
  }
}

function setApart(folded: string): { text: string; others: string[] } {
  if (/^[a-z -]*$/.test(folded) && !ALSO_SAID.test(folded)) return { text: folded, others: [] }
  const beside = [...folded.matchAll(BESIDE)].map(([found]) => found.slice(1, -1))
  const plain = folded.replace(BESIDE, ' ').replace(/\bb\/o\b/, 'baby of')
  const [text = '', ...more] = /\bn\/a\b/.test(plain) ? [plain] : plain.replace(ALSO_SAID, '/').split('/')
  return { text: joined(text), others: [...beside, ...more].map(joined).slice(0, OTHERS_MAX) }
}

/** O'Brien and D'Arcy are one word each. */
function joined(text: string): string {
  return text.replace(/'\s?/g, '').trim()
}

const OTHERS_MAX = 4
const BESIDE = /\([^()]*\)|\[[^[\]]*\]|"[^"]*"|“[^”]*”/g
const ALSO_SAID = new RegExp(
  `(?<=\\w[\\s,]+)\\b(?:known as|a\\.k\\.a\\.?|${[...ALSO].join('|')})\\b(?=[\\s,]+\\w)`,
  'g',
)
