import { fold } from './fold.ts'
import { asWritten } from './number-text.ts'
import { POSTCODE_IN_LINE, standardPostcode } from './postcode.ts'
import type { RawAddress, StandardAddress } from './standard.ts'
import { streetWord } from './street-words.ts'
import { townOf } from './towns.ts'

/** An address as it is compared; undefined where nothing of it says where it is. */
export function standardAddress(raw: RawAddress): StandardAddress | undefined {
  const lines = (raw.lines ?? []).slice(0, LINES_MAX).map(line => line.slice(0, LETTERS_READ_MAX))
  const inLine = lines.map(line => POSTCODE_IN_LINE.exec(line)?.[0]).find(found => found !== undefined)
  const own = standardPostcode(raw.postcode)
  const place = own.postcode === undefined && !raw.postcode?.trim() ? standardPostcode(inLine) : own
  const read = readLines(
    lines.map(line => fold(line.replace(POSTCODE_IN_LINE, ' '))),
    fold(raw.town ?? ''),
  )
  const uprn = standardUprn(raw.uprn)
  if (uprn === undefined && place.postcode === undefined && read.words.length + read.numbers.length === 0)
    return undefined
  return { uprn, ...place, ...read, institution: raw.institution, ...(raw.isPast && { isPast: true }) }
}

/** Digits alone, without leading zeroes, twelve at most. Source: GeoPlace, Unique Property Reference Number. */
export function standardUprn(text: string | undefined): string | undefined {
  const digits = asWritten(text ?? '')
    .replace(/\s/g, '')
    .replace(/^0+/, '')
  return /^\d{1,12}$/.test(digits) && !/^(?:9{5,}|12345678\d*)$/.test(digits) ? digits : undefined
}

const LINES_MAX = 8
const LETTERS_READ_MAX = 200
const WORDS_MAX = 24

function readLines(lines: readonly string[], town: string): Pick<StandardAddress, 'numbers' | 'words'> {
  const numbers: string[] = []
  const words = new Set<string>()
  for (const line of lines) {
    const asTown = townOf(line)
    if (asTown !== undefined) words.add(asTown)
    else for (const piece of line.split(',')) readPiece(piece, numbers, words)
  }
  const named = townOf(town)
  if (named !== undefined) words.add(named)
  else readPiece(town, [], words)
  return { numbers: [...new Set(numbers)].slice(0, LINES_MAX), words: [...words].sort().slice(0, WORDS_MAX) }
}

/** Between commas. */
function readPiece(piece: string, numbers: string[], words: Set<string>): void {
  const tokens =
    piece
      .replace(/'r\b/g, ' ')
      .replace(/'/g, '')
      .match(/\d+[a-z]*|[a-z]+/g) ?? []
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1] ?? ''
    const number = /^0*(\d{1,5}[a-z]?)$/.exec(token)?.[1]
    if (number !== undefined) numbers.push(number)
    else if (isDoorLetter(token, before, tokens[index + 1])) putLetter(token, before, numbers)
    else {
      const word = token === 'st' && isSaint(tokens, index) ? 'saint' : streetWord(token)
      if (word !== undefined && !(word.length === 1)) words.add(word)
    }
  }
}

/** The `B` of "Flat B" and of "12 B", and not the Welsh for "and". */
function isDoorLetter(token: string, before: string, after: string | undefined): boolean {
  if (!/^[a-h]$/.test(token)) return false
  if (/^\d+$/.test(before)) return !(token === 'a' && /^\d/.test(after ?? ''))
  return ['flat', 'unit', 'room', 'block'].includes(streetWord(before) ?? '')
}

function putLetter(letter: string, before: string, numbers: string[]): void {
  if (/^\d+$/.test(before) && numbers.length > 0) numbers[numbers.length - 1] += letter
  else numbers.push(letter)
}

/** Not at the end ("High St"), but at the beginning ("St Mary Street") or behind the kind of street ("Heol St Cenydd"). */
function isSaint(tokens: readonly string[], index: number): boolean {
  if (index === tokens.length - 1) return false
  const before = tokens[index - 1]
  return before === undefined || /^\d/.test(before) || ['road', 'street', 'lane'].includes(streetWord(before) ?? '')
}
