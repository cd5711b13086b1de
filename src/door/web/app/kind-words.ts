import type { Scope } from '#ground/fhir/scope.ts'
import { parametersOf } from '#ground/fhir/search/parameters.ts'
import { plain, split } from '#ground/fhir/search/query/split.ts'
import type { Key, Say } from '#ground/language/say.ts'

/** The code systems whose codes are known by their words; the same code of another system says something else. */
const SYSTEMS = new Set([
  'http://terminology.hl7.org/CodeSystem/observation-category',
  'http://terminology.hl7.org/CodeSystem/condition-category',
])

/** What an app may be kept to, by the parameter and the code that say so. */
const KIND_WORDS: Readonly<Record<string, Key>> = {
  'category activity': 'app.kindActivity',
  'category encounter-diagnosis': 'app.kindDiagnosis',
  'category exam': 'app.kindExam',
  'category imaging': 'app.kindImaging',
  'category laboratory': 'app.kindLaboratory',
  'category problem-list-item': 'app.kindProblem',
  'category procedure': 'app.kindProcedure',
  'category social-history': 'app.kindSocialHistory',
  'category survey': 'app.kindSurvey',
  'category therapy': 'app.kindTherapy',
  'category vital-signs': 'app.kindVitalSigns',
  'status active': 'app.kindActive',
  'status completed': 'app.kindCompleted',
  'status final': 'app.kindFinal',
}

/** What of a type an app asks for alone, a sentence for each part of its query: all of them hold. */
export function kindLines(say: Say, { type, query }: Scope): string[] {
  return query.map(([name, value]) => {
    const isDate = parametersOf(type).get(name)?.type === 'date'
    const kinds = split(value, ',').map(one => (isDate ? dated(say, one) : undefined) ?? kindOf(say, name, one))
    return say(kinds.length === 1 ? 'app.only' : 'app.onlyThese', { what: kinds.join('; ') })
  })
}

const DATED: Readonly<Record<string, Key>> = {
  '': 'app.kindOfDay',
  eq: 'app.kindOfDay',
  ge: 'app.kindSince',
  gt: 'app.kindAfter',
  sa: 'app.kindAfter',
  le: 'app.kindUntil',
  lt: 'app.kindBefore',
  eb: 'app.kindBefore',
}

/** A whole day in words; other times are shown as they are written. */
function dated(say: Say, value: string): string | undefined {
  const [, prefix = '', day] = /^([a-z]{2})?(\d{4}-\d{2}-\d{2})$/.exec(value) ?? []
  const key = DATED[prefix]
  return day === undefined || key === undefined ? undefined : say(key as 'app.kindSince', { day: say.day(day) })
}

function kindOf(say: Say, name: string, value: string): string {
  const [first = '', second] = split(value, '|').map(plain)
  const known = second === undefined ? KIND_WORDS[`${name} ${first}`] : undefined
  const key = SYSTEMS.has(first) ? KIND_WORDS[`${name} ${second}`] : known
  return key === undefined ? say('app.kindOther', { name, value }) : say.plain(key)
}
