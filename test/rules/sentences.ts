import { IntlMessageFormat } from 'intl-messageformat'

/** Everything the product says in one language: sentences by area and name. */
export type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What is wrong with a sentence, or between a sentence and its other half. `key` is as in `plan.title`. */
export interface WordFault {
  readonly key: string
  readonly fault: string
}

/** Welsh counts with all of these. Source: Unicode CLDR, plural rules for cy. */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other']

/** The keys of one language that the other lacks, both ways. */
export function missingWords(en: Words, cy: Words): WordFault[] {
  const without = (some: Words, others: Words, language: string) =>
    keysOf(some).flatMap(key =>
      textOf(others, key) === undefined ? [{ key, fault: `is not said in ${language}` }] : [],
    )
  return [...without(en, cy, 'Welsh'), ...without(cy, en, 'English')]
}

/** Sentences that cannot be read, or do not take the same arguments in both languages, or count without every form. */
export function brokenSentences(en: Words, cy: Words): WordFault[] {
  return keysOf(en).flatMap(key => {
    const [english, welsh] = [readSentence(textOf(en, key) ?? '', 'en'), readSentence(textOf(cy, key) ?? '', 'cy')]
    if (english === undefined || welsh === undefined) return [{ key, fault: 'is not an ICU message' }]
    const faults = [
      !same(english.takes, welsh.takes) && `takes ${english.takes} in English and ${welsh.takes} in Welsh`,
      !same([...english.plurals.keys()], [...welsh.plurals.keys()]) &&
        'does not count the same things in both languages',
      ...[...welsh.plurals].map(([name, forms]) => lacking(forms) && `lacks the Welsh ${lacking(forms)} of ${name}`),
    ]
    return faults.flatMap(fault => (fault ? [{ key, fault }] : []))
  })
}

/** Sentences whose Welsh is their English, letter by letter. */
export function untranslated(en: Words, cy: Words): string[] {
  return keysOf(en).filter(key => textOf(en, key) === textOf(cy, key))
}

/** Every key, as in `plan.title`. */
export function keysOf(words: Words): string[] {
  return Object.entries(words).flatMap(([area, sentences]) => Object.keys(sentences).map(name => `${area}.${name}`))
}

function textOf(words: Words, key: string): string | undefined {
  const [area = '', name = ''] = key.split('.')
  return words[area]?.[name]
}

interface Sentence {
  readonly takes: readonly string[]
  /** By the name of what is counted, the forms given. */
  readonly plurals: ReadonlyMap<string, readonly string[]>
}

function readSentence(text: string, language: string): Sentence | undefined {
  const takes = new Set<string>()
  const plurals = new Map<string, string[]>()
  const read = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (part.type !== LITERAL && part.type !== POUND) takes.add(part.value ?? '')
      if (part.type === PLURAL) plurals.set(part.value ?? '', Object.keys(part.options ?? {}))
      for (const { value } of Object.values(part.options ?? {})) read(value)
    }
  }
  try {
    read(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst() as readonly Part[])
  } catch {
    return undefined
  }
  return { takes: [...takes].toSorted(), plurals: new Map([...plurals].toSorted()) }
}

/** A piece of a message as the library reads it. */
interface Part {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
}

const LITERAL = 0
const PLURAL = 6
const POUND = 7

function same(some: readonly string[], others: readonly string[]): boolean {
  return some.join() === others.join()
}

function lacking(forms: readonly string[]): string {
  return FORMS.filter(form => !forms.includes(form)).join(', ')
}
