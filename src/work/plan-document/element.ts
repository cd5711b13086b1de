import type { Coding, Element, Extension } from 'fhir/r4.js'
import type { Bilingual, Language, Say } from '#ground/language/say.ts'
import { THEIRS } from './names.ts'

/** What stands beside words and says in which language they are. */
export function inLanguage(language: Language): Element {
  return { extension: [{ url: THEIRS.language, valueCode: language }] }
}

/** A name in the reader's language, and beside it the same in the other. */
export function bilingual(name: Bilingual, say: Say): { name: string; _name: Element } {
  const other = say.language === 'cy' ? 'en' : 'cy'
  const translation: Extension = {
    url: THEIRS.translation,
    extension: [
      { url: 'lang', valueCode: other },
      { url: 'content', valueString: name[other] },
    ],
  }
  return { name: say.of(name), _name: { extension: [{ url: THEIRS.language, valueCode: say.language }, translation] } }
}

/** A code of ours with its words. */
export function coded(system: string, code: string, display: string): Coding {
  return { system, code, display }
}

/** Facts by their names, as one extension; those that are not known are left out. Times are given to the millisecond. */
export function factsAs(url: string, facts: Readonly<Record<string, Fact | undefined>>): Extension {
  const extension = Object.entries(facts).flatMap(([name, value]) =>
    value === undefined || isEmpty(value) ? [] : [{ url: name, ...fhirValueOf(value) }],
  )
  return { url, extension }
}

/** FHIR knows no element without anything in it. */
function isEmpty(fact: Fact): boolean {
  return fact === '' || (typeof fact === 'object' && !(fact instanceof Date) && Object.keys(fact).length === 0)
}

type Fact = string | number | boolean | Date | Readonly<Record<string, string | undefined>>

function fhirValueOf(value: Fact): Omit<Extension, 'url'> {
  if (typeof value === 'string') return { valueString: value }
  if (typeof value === 'number') return { valueInteger: value }
  if (typeof value === 'boolean') return { valueBoolean: value }
  if (value instanceof Date) return { valueDateTime: value.toISOString() }
  return { extension: factsAs('', value).extension ?? [] }
}
