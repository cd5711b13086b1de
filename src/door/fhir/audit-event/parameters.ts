import type { Looker, TrailWanted } from '#record/sharing/trail/entry.ts'
import { isId } from '../id.ts'
import { parameterMissing, wrongValue } from '../problem.ts'
import { onlyOne, type Query } from '../query.ts'
import { RESOURCE_OF } from './agents.ts'
import { readSpan, within } from './date.ts'

/** What a search of the trail may say, with the FHIR type of each and the words that explain it. */
export const PARAMETERS = [
  { name: 'patient', type: 'reference', says: 'fhir.patient' },
  { name: 'date', type: 'date', says: 'fhir.date' },
  { name: 'agent', type: 'reference', says: 'fhir.agent' },
  { name: 'outcome', type: 'token', says: 'fhir.outcome' },
  { name: '_count', type: 'number', says: 'fhir.count' },
  { name: '_cursor', type: 'string', says: 'fhir.cursor' },
] as const

/** Their names alone. */
export const PARAMETER_NAMES: ReadonlySet<string> = new Set(PARAMETERS.map(({ name }) => name))

/** How many entries a page holds unless the app says otherwise, and at most. */
const COUNT = 50
const COUNT_MAX = 200

const OUTCOME_SYSTEM = 'http://terminology.hl7.org/CodeSystem/audit-event-outcome'

/** What a search asks for, understood. */
export interface Wanted {
  readonly personId: string
  readonly part: Omit<TrailWanted, 'withOwn' | 'before' | 'limit'>
  readonly count: number
  readonly cursor: string | undefined
}

/** Reads the parameters of a search. Throws the problem of the first that cannot be read. */
export function wantedBy(query: Query): Wanted {
  const patient = onlyOne(query, 'patient')
  if (patient === undefined) throw parameterMissing('patient')
  const personId = patient.replace(/^Patient\//, '')
  if (!isId(personId)) throw wrongValue('patient')
  const agent = onlyOne(query, 'agent')
  const outcome = onlyOne(query, 'outcome')
  return {
    personId,
    part: {
      ...spanOf(query),
      ...(agent !== undefined && { by: agentNamed(agent) }),
      ...(outcome !== undefined && { allowed: isAllowed(outcome) }),
    },
    count: countOf(query),
    cursor: onlyOne(query, '_cursor'),
  }
}

function spanOf(query: Query): ReturnType<typeof within> {
  const spans = (query.get('date') ?? []).map(readSpan)
  if (spans.some(span => span === undefined)) throw wrongValue('date')
  return within(spans.filter(span => span !== undefined))
}

/** A reference to whoever did it; without a type, whoever has the id. */
function agentNamed(text: string): NonNullable<TrailWanted['by']> {
  const [, resource, id = ''] = /^(?:(\w+)\/)?([\w-]+)$/.exec(text) ?? []
  const kinds = Object.keys(RESOURCE_OF) as Looker['kind'][]
  const kind = kinds.find(one => RESOURCE_OF[one] === resource)
  if (!isId(id) || (resource !== undefined && kind === undefined)) throw wrongValue('agent')
  return { kind, id }
}

function isAllowed(text: string): boolean {
  const code = text.startsWith(`${OUTCOME_SYSTEM}|`) ? text.slice(OUTCOME_SYSTEM.length + 1) : text
  if (code !== '0' && code !== '8') throw wrongValue('outcome')
  return code === '0'
}

function countOf(query: Query): number {
  const text = onlyOne(query, '_count')
  if (text === undefined) return COUNT
  const count = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0
  if (count === 0 || count > COUNT_MAX) throw wrongValue('_count')
  return count
}
