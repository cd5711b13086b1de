import type { Answer, Question } from '../served.ts'
import { chartQuestions } from './chart.ts'
import { HIDDEN } from './hidden.ts'
import { HIDDEN_CONDITION, SEEN_COMPOSITION } from './hidden-searched.ts'
import { HIDDEN_IMPORT, HIDDEN_REQUEST } from './hidden-systems.ts'
import type { Put } from './put.ts'

/** What stands in what apps ask of the chart. */
export interface KnownInChart {
  /** Every record of Mair's. */
  readonly records: readonly string[]
  readonly nobodys: string
  /** A token of the same asker, for some resources of a type alone. */
  readonly narrow: string | undefined
}

type Ask = (question: Question) => Promise<readonly [Put, Answer]>
type Asked = (known: KnownInChart, ask: Ask) => AsyncGenerator<Put>

const FHIR = { 'content-type': 'application/fhir+json' }
const JSON_PATCH = { 'content-type': 'application/json-patch+json' }
const XML = { accept: 'application/fhir+xml' }
const GENDERS = 'http://hl7.org/fhir/ValueSet/administrative-gender'

/** What an app asks of the chart to find out what is held there, by what it goes about it with. */
export const CHART_ASKED = {
  writing: each(({ records: [record = ''], nobodys }) => chartQuestions({ record, nobodys })),
  everything: each(({ records, nobodys }) =>
    [...records, nobodys].map(id => ({ path: `/fhir/Patient/${id}/$everything?_count=200` })),
  ),
  summary: each(({ records, nobodys }) => [...records, nobodys].map(id => ({ path: `/fhir/Patient/${id}/$summary` }))),
  document: each(() => [{ path: `/fhir/Composition/${SEEN_COMPOSITION}/$document` }]),
  validating: each(({ nobodys }) =>
    [HIDDEN.resource, HIDDEN_CONDITION, nobodys].flatMap(id =>
      ['update', 'delete'].map(mode => ({
        method: 'POST',
        path: `/fhir/Encounter/${id}/$validate`,
        headers: FHIR,
        json: {
          resourceType: 'Parameters',
          parameter: [
            { name: 'mode', valueCode: mode },
            {
              name: 'resource',
              resource: { resourceType: 'Encounter', id, status: 'finished', class: { code: 'AMB' } },
            },
          ],
        },
      })),
    ),
  ),
  importing: each(({ nobodys }) =>
    [HIDDEN_IMPORT, nobodys].flatMap(id => [
      { path: `/fhir/$import/${id}` },
      { path: `/fhir/$import/${id}/outcome.ndjson`, headers: { accept: '*/*' } },
      { method: 'DELETE', path: `/fhir/$import/${id}` },
    ]),
  ),
  patching: each(({ nobodys }) =>
    [HIDDEN.resource, nobodys].map(id => ({
      method: 'PATCH',
      path: `/fhir/Encounter/${id}`,
      headers: JSON_PATCH,
      json: [{ op: 'test', path: '/status', value: 'in-progress' }],
    })),
  ),
  byCondition: each(({ nobodys }) =>
    [HIDDEN.resource, nobodys].flatMap(id => [
      { method: 'DELETE', path: `/fhir/Encounter?_id=${id}` },
      { method: 'PATCH', path: `/fhir/Encounter?_id=${id}`, headers: JSON_PATCH, json: [] },
    ]),
  ),
  once: each(({ nobodys }) => [
    { method: 'DELETE', path: `/fhir/Encounter/${nobodys}`, headers: { 'x-request-id': HIDDEN_REQUEST } },
  ]),
  asXml: each(({ nobodys }) => [
    ...[HIDDEN.resource, nobodys].map(id => ({ path: `/fhir/Encounter/${id}`, headers: XML })),
    { path: '/fhir/Encounter?_count=50&_total=accurate', headers: XML },
  ]),
  narrowly: each(({ narrow, nobodys }) =>
    [`Encounter/${HIDDEN.resource}`, `Encounter/${nobodys}`, 'Encounter?_total=accurate'].map(path => ({
      path: `/fhir/${path}`,
      ...(narrow && { headers: { authorization: `Bearer ${narrow}` } }),
    })),
  ),
  codes: each(() => [{ path: `/fhir/ValueSet/$expand?url=${GENDERS}` }]),
  exporting: ofGroup(''),
  exportingSome: ofGroup(`?_type=Encounter&_typeFilter=${encodeURIComponent('Encounter?status=in-progress')}`),
} as const satisfies Readonly<Record<string, Asked>>

function each(questions: (known: KnownInChart) => readonly Question[]): Asked {
  return async function* (known, ask) {
    for (const question of questions(known)) yield (await ask(question))[0]
  }
}

/** An export of a group with Mair in it, and how much of each type it has. */
function ofGroup(query: string): Asked {
  return async function* ({ records }, ask) {
    const member = records.map(id => ({ entity: { reference: `Patient/${id}` } }))
    const group = { resourceType: 'Group', id: 'grwp', type: 'person', actual: true, member }
    yield (await ask({ method: 'PUT', path: '/fhir/Group/grwp', headers: FHIR, json: group }))[0]
    const [begun, answer] = await ask({ path: `/fhir/Group/grwp/$export${query}` })
    yield begun
    const at = answer.headers['content-location']
    if (typeof at !== 'string') return
    const path = new URL(at).pathname
    yield (await ask({ path }))[0]
    yield (await ask({ path: `${path}/Encounter.ndjson`, headers: { accept: '*/*' } }))[0]
    yield (await ask({ method: 'DELETE', path }))[0]
  }
}
