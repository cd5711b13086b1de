import type { GetICUArgs } from '@schummar/icu-type-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import * as cy from '#language/cy/index.ts'
import * as en from '#language/en/index.ts'
import { type Calendar, calendarIn } from './calendar.ts'

export type Language = 'en' | 'cy'
/** Every language the product speaks. None is before the other. */
export const LANGUAGES: readonly Language[] = ['en', 'cy']

/** A name or sentence that is data, held in both languages. */
export interface Bilingual {
  readonly en: string
  readonly cy: string
}

type Words = typeof en
type Area = keyof Words & string
/** Every sentence the product can say: its area and its name, as in `plan.title`. */
export type Key = { [A in Area]: `${A}.${keyof Words[A] & string}` }[Area]
type MessageOf<K extends Key> = K extends `${infer A extends Area}.${infer N}`
  ? N extends keyof Words[A]
    ? Words[A][N] & string
    : never
  : never
type ArgumentsOf<K extends Key> = GetICUArgs<
  MessageOf<K>,
  { ICUNumberArgument: number; ICUDateArgument: never; ICUArgument: Argument }
>
type Argument = string | number
type Rest<K extends Key> = keyof ArgumentsOf<K> extends never ? [] : [args: ArgumentsOf<K>]

/** Says things in one language: whole sentences by key, names held in both languages, days and times. */
export interface Say extends Calendar {
  <K extends Key>(key: K, ...args: Rest<K>): string
  readonly language: Language
  /** Sunday 22 November 2026 at 2:10am */
  moment(when: Date): string
  /** The name of something whose names are data. */
  of(name: Bilingual): string
  /** A sentence with nothing to fill in, by a key that is known only when it is said. */
  plain(key: Key): string
  /** The words for one code of a code list, whose area has a name for each; throws when they are missing. */
  code(area: Area, code: string): string
}

/** The product's voice in one language. Cheap to call: one voice a language is kept. */
export function sayIn(language: Language): Say {
  return VOICES[language]
}

function voice(language: Language): Say {
  const words: Record<string, Record<string, string>> = language === 'cy' ? cy : en
  const messages = new Map<string, IntlMessageFormat>()
  const messageOf = (key: string): IntlMessageFormat => {
    const known = messages.get(key)
    if (known !== undefined) return known
    const [area = '', name = ''] = key.split('.')
    const text = words[area]?.[name]
    if (text === undefined) throw new Error(`no words in ${language} for ${key}`)
    const message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true })
    messages.set(key, message)
    return message
  }
  /** What has nothing to fill in is always the same. */
  const whole = new Map<string, string>()
  const sentence = (key: string, args?: Record<string, Argument>): string => {
    if (args !== undefined) return String(messageOf(key).format(args))
    const known = whole.get(key)
    if (known !== undefined) return known
    const said = String(messageOf(key).format())
    whole.set(key, said)
    return said
  }
  const calendar = calendarIn(language)
  return Object.assign(sentence as unknown as Say, {
    language,
    of: (name: Bilingual) => name[language],
    plain: (key: Key) => sentence(key),
    code: (area: string, code: string) => sentence(`${area}.${camel(code)}`),
    ...calendar,
    moment: (when: Date) => sentence('when.moment', { day: calendar.weekday(when), time: calendar.time(when) }),
  })
}

function camel(code: string): string {
  return code.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

const VOICES: Record<Language, Say> = { en: voice('en'), cy: voice('cy') }
