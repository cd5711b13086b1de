import type { Scope } from '#ground/fhir/scope.ts'
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
export function kindLines(say: Say, { query }: Scope): string[] {
  return query.map(([name, value]) => {
    const kinds = split(value, ',').map(one => kindOf(say, name, one))
    return say(kinds.length === 1 ? 'app.only' : 'app.onlyThese', { what: kinds.join('; ') })
  })
}

function kindOf(say: Say, name: string, value: string): string {
  const [first = '', second] = split(value, '|').map(plain)
  const known = second === undefined ? KIND_WORDS[`${name} ${first}`] : undefined
  const key = SYSTEMS.has(first) ? KIND_WORDS[`${name} ${second}`] : known
  return key === undefined ? say('app.kindOther', { name, value }) : say.plain(key)
}
