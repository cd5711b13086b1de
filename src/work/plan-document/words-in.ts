import { listAt, textAt, valueAt } from '#ground/fhir/any.ts'
import type { Language } from '#ground/language/say.ts'
import { THEIRS } from './names.ts'

/** The words of an item, where its kind of resource has them, and their language. */
export function wordsIn(resource: unknown, type: string): { words: string; language: Language } | undefined {
  if (type === 'Consent') {
    const data = textAt(resource, 'sourceAttachment', 'data')
    const language = languageFrom(textAt(resource, 'sourceAttachment', 'language'))
    return data && language ? { words: Buffer.from(data, 'base64').toString(), language } : undefined
  }
  const [name, holder] = WORDS_OF[type] ?? ['', undefined]
  const inside = holder === undefined ? resource : valueAt(resource, holder)
  const words = textAt(inside, name)
  const spoken = listAt(inside, `_${name}`, 'extension').find(one => textAt(one, 'url') === THEIRS.language)
  const language = languageFrom(textAt(spoken, 'valueCode'))
  return words && language ? { words, language } : undefined
}

const WORDS_OF: Readonly<Record<string, readonly [name: string, holder?: string]>> = {
  Goal: ['text', 'description'],
  Condition: ['text', 'code'],
  Flag: ['text', 'code'],
  Task: ['description'],
  Observation: ['valueString'],
}

/** Which of our languages a code stands for; undefined for any other. */
export function languageFrom(code: string | undefined): Language | undefined {
  return code === 'cy' || code === 'en' ? code : undefined
}
