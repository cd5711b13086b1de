import type { Drawing } from './chance.ts'
import { SHORT_FORMS, WELSH_ENGLISH } from './forms.ts'

/** How often what goes wrong does, as shares of one. */
export interface Rates {
  readonly typo: number
  readonly welshOrEnglish: number
  readonly shortName: number
  readonly formerSurname: number
  readonly middleAsFirst: number
  readonly swappedNames: number
  readonly initialOnly: number
  readonly turnedDate: number
  readonly wrongDate: number
  readonly proxyDate: number
  readonly formerHome: number
  readonly damagedPostcode: number
  readonly pseudoPostcode: number
  readonly relativesNumber: number
  readonly damagedNumber: number
  readonly placeholder: number
  readonly babyName: number
  readonly lostAccents: number
  readonly otherCase: number
}

/** What agencies' records were found to be like, about. */
export const USUAL: Rates = {
  typo: 0.018,
  welshOrEnglish: 0.12,
  shortName: 0.05,
  formerSurname: 0.1,
  middleAsFirst: 0.012,
  swappedNames: 0.006,
  initialOnly: 0.012,
  turnedDate: 0.008,
  wrongDate: 0.014,
  proxyDate: 0.006,
  formerHome: 0.14,
  damagedPostcode: 0.015,
  pseudoPostcode: 0.004,
  relativesNumber: 0.0015,
  damagedNumber: 0.006,
  placeholder: 0.01,
  babyName: 0.15,
  lostAccents: 0.6,
  otherCase: 0.12,
}

/** The same agencies on worse days: half as much again of everything, and twice the slips of the pen. */
export const ROUGH: Rates = {
  ...(Object.fromEntries(
    Object.entries(USUAL).map(([name, rate]) => [name, Math.min(0.9, rate * 1.5)]),
  ) as unknown as Rates),
  typo: 0.036,
  wrongDate: 0.028,
}

/** Better kept, by people who move more. */
export const TIDY: Rates = {
  ...(Object.fromEntries(Object.entries(USUAL).map(([name, rate]) => [name, rate * 0.5])) as unknown as Rates),
  formerHome: 0.22,
  lostAccents: 0.4,
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** One slip of the pen: a letter lost, doubled, put in, wrong, or two turned round. */
export function slipped(drawing: Drawing, text: string): string {
  if (text.length < 3) return text
  const at = drawing.between(1, text.length - 1)
  const [before, letter, after] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)]
  switch (drawing.below(5)) {
    case 0:
      return before + after
    case 1:
      return before + letter + letter + after
    case 2:
      return before + LETTERS.charAt(drawing.below(26)) + letter + after
    case 3:
      return before + LETTERS.charAt(drawing.below(26)) + after
    default:
      return before.slice(0, -1) + letter + before.slice(-1) + after
  }
}

/** The other language's form of a name, or itself. */
export function inOtherLanguage(name: string): string {
  return OTHER_LANGUAGE.get(name) ?? name
}

/** A short form of a name, or itself. */
export function shortened(drawing: Drawing, name: string): string {
  const forms = SHORT.get(name)
  return forms === undefined ? name : drawing.one(forms)
}

export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/ł/g, 'l')
    .replace(/Ł/g, 'L')
    .replace(/’/g, "'")
}

const OTHER_LANGUAGE = new Map(
  WELSH_ENGLISH.flatMap(
    ([welsh, english]) =>
      [
        [english, welsh],
        [welsh, english],
      ] as const,
  ),
)
const SHORT = new Map<string, string[]>()
for (const [whole, short] of SHORT_FORMS) SHORT.set(whole, [...(SHORT.get(whole) ?? []), short])
