import type { Bilingual } from '#ground/language/say.ts'
import type { DraftContent } from '#record/sharing/agreement/draft/draft.ts'
import { DRAFT_WORDS_LENGTH_MAX } from '#record/sharing/agreement/draft/write-draft.ts'
import type { KnownOrganisation } from '#record/sharing/agreement/known-organisations.ts'
import { boxesOf, dayIn, typedDay } from '../day-field.ts'
import type { Problems, Typed } from '../typed.ts'

/** Something to choose, said already. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly hint?: string
  /** Stands for those that follow it. */
  readonly isGroup?: true
}

/** One question of a form, said already: how it is asked, and by what name it is answered. */
export type Field = { readonly name: string; readonly label: string; readonly hint?: string } & (
  | { readonly kind: 'line'; readonly isShort?: boolean }
  | { readonly kind: 'words'; readonly isLong?: boolean }
  | { readonly kind: 'day' }
  | { readonly kind: 'many' | 'one' | 'list'; readonly options: readonly Option[] }
)

/** What the forms are drawn with besides the draft: whom an agreement may name, and which posts sign for whom. */
export interface Choices {
  readonly organisations: readonly KnownOrganisation[]
  readonly signatories: DraftContent['parties']
}

/** Reads the answers of one form, and collects what is wrong with them by the name of the field. */
export class Answers {
  readonly #typed: Typed
  readonly #problems: Record<string, Problems[string]> = {}

  constructor(typed: Typed) {
    this.#typed = typed
  }

  get problems(): Problems {
    return this.#problems
  }

  /** What was typed, without spaces around it. What cannot be kept (NUL, half a surrogate pair) is left out. */
  text(name: string): string {
    const text = (this.#typed[name] ?? '').replaceAll('\r\n', '\n').replaceAll('\0', '').toWellFormed().trim()
    if (text.length > DRAFT_WORDS_LENGTH_MAX) this.wrong(name, 'draft.wordsTooLong')
    return text
  }

  /** The same words in both languages. */
  words(name: string): Bilingual {
    return { en: this.text(`${name}[en]`), cy: this.text(`${name}[cy]`) }
  }

  /** A day, ISO 8601; empty when nothing was typed. */
  day(name: string): string {
    const day = dayIn(this.#typed, name)
    const isEmpty = Object.values(typedDay(this.#typed, name)).every(box => box === '')
    if (day === undefined && !isEmpty) this.wrong(name, 'draft.dayWrong')
    return day ?? ''
  }

  /** A time of day as in 21:30; empty when nothing was typed. */
  time(name: string): string {
    const text = this.text(name).replace('.', ':').padStart(5, '0')
    if (this.text(name) === '') return ''
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(text)) this.wrong(name, 'draft.timeWrong')
    return text
  }

  /** A whole number between two others; undefined when nothing was typed. */
  number(name: string, min: number, max: number): number | undefined {
    const text = this.text(name)
    if (text === '') return undefined
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    if (!(number >= min && number <= max)) this.wrong(name, 'draft.numberWrong')
    return number
  }

  /** Those of the values that were ticked, in their own order. */
  many<Value extends string>(name: string, values: readonly Value[]): Value[] {
    return values.filter(value => this.#typed[`${name}[${value}]`] !== undefined)
  }

  /** The value that was chosen, or none. */
  one<Value extends string>(name: string, values: readonly Value[]): Value | '' {
    return values.find(value => value === this.#typed[name]) ?? ''
  }

  wrong(name: string, problem: Problems[string]): void {
    this.#problems[name] ??= problem
  }
}

/** A form as if somebody had just typed what is held. */
export const filledWith = {
  words: (name: string, { en, cy }: Bilingual): Typed => ({ [`${name}[en]`]: en, [`${name}[cy]`]: cy }),
  many: (name: string, values: readonly string[]): Typed =>
    Object.fromEntries(values.map(value => [`${name}[${value}]`, value])),
  day: boxesOf,
}
