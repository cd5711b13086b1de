import type { Question } from '../served.ts'
import { HIDDEN } from './hidden.ts'

/** What stands in what apps send: a record that they may see, and an id that nothing has. */
interface Known {
  readonly record: string
  readonly nobodys: string
}

const GOAL = { resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'Nod' } }
const json = { 'content-type': 'application/fhir+json' }

/**
 * What an app may send to find out what is held: writing under an id, believing a version of it, referring to it, and asking
 * for it within a bundle.
 */
export function chartQuestions({ record, nobodys }: Known): Question[] {
  const subject = { reference: `Patient/${record}` }
  return [HIDDEN.resource, HIDDEN.record, nobodys].flatMap(id => {
    const name = `Encounter/${id}`
    const encounter = { resourceType: 'Encounter', id, status: 'finished', class: { code: 'AMB' } }
    const put = (headers: Record<string, string>, resource: object): Question => ({
      method: 'PUT',
      path: `/fhir/${name}`,
      headers: { ...json, ...headers },
      json: resource,
    })
    const post = (path: string, resource: object, headers = {}): Question => ({
      method: 'POST',
      path,
      headers: { ...json, ...headers },
      json: resource,
    })
    const entries = [
      { request: { method: 'GET', url: name } },
      { request: { method: 'DELETE', url: name } },
      { request: { method: 'PUT', url: name, ifMatch: 'W/"1"' }, resource: { ...encounter, subject } },
      { request: { method: 'POST', url: 'Goal' }, resource: { ...GOAL, subject: { reference: `Patient?_id=${id}` } } },
    ]
    const { id: _, ...unnamed } = encounter
    const byQuery = `/fhir/Encounter?_id=${id}`
    return [
      put({}, encounter),
      put({}, { ...encounter, subject }),
      put({ 'if-match': 'W/"1"' }, { ...encounter, subject }),
      put({ 'if-none-match': '*' }, { ...encounter, subject }),
      { method: 'DELETE', path: `/fhir/${name}` },
      post(`/fhir/${name}/$validate`, { ...encounter, subject }),
      { method: 'DELETE', path: byQuery },
      { method: 'PATCH', path: byQuery, headers: json, json: [] },
      { method: 'PUT', path: byQuery, headers: json, json: { ...unnamed, subject } },
      post('/fhir/Encounter', { ...unnamed, subject }, { 'if-none-exist': `_id=${id}` }),
      post('/fhir/Goal', { ...GOAL, subject: { reference: `Patient/${id}` } }),
      post('/fhir/Goal', { ...GOAL, subject, addresses: [{ reference: name }] }),
      post('/fhir/Provenance', {
        resourceType: 'Provenance',
        target: [{ reference: name }],
        recorded: '2026-11-22T09:00:00Z',
        agent: [{ who: { display: 'X' } }],
      }),
      post('/fhir', { resourceType: 'Bundle', type: 'batch', entry: entries }),
      ...entries.map(entry => post('/fhir', { resourceType: 'Bundle', type: 'transaction', entry: [entry] })),
    ]
  })
}
