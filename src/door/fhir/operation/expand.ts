import type { FastifyRequest } from 'fastify'
import type { ValueSet } from 'fhir/r4.js'
import { expandSet } from '#ground/fhir/terminology/expand.ts'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'
import { languageAsked } from '../asked.ts'
import type { FhirMeans } from '../means.ts'
import { parameterMissing } from '../problem.ts'
import { type OperationAsked, operationAsked } from './asked.ts'
import { wellFormed } from './sent.ts'
import { answered, terminologyProblem } from './terminology-problem.ts'

/** What is served of it. We always expand flat, so whoever wants nothing nested has it. */
const SERVED = new Set([
  'url',
  'valueSet',
  'valueSetVersion',
  'filter',
  'offset',
  'count',
  'activeOnly',
  'includeDesignations',
  'excludeNested',
  'displayLanguage',
])

/** The codes of a value set that is held here or sent along. Source: FHIR R4, ValueSet $expand. */
export async function expand(request: FastifyRequest, { terminology, store }: FhirMeans): Promise<ValueSet> {
  const asked = operationAsked(request, SERVED)
  const held = terminology()
  const wanted = {
    filter: asked.text('filter'),
    offset: asked.whole('offset') ?? 0,
    count: asked.whole('count'),
    activeOnly: asked.truth('activeOnly') ?? false,
    includeDesignations: asked.truth('includeDesignations') ?? false,
    displayLanguage: asked.text('displayLanguage') ?? languageAsked(request),
  }
  return answered(expandSet(held, setAsked(held, asked), wanted, store.clock.now()))
}

/** The value set that an operation is about. */
export function setAsked(held: Terminology, asked: OperationAsked): ValueSet {
  const sent = asked.resource('valueSet', 'ValueSet')
  if (sent !== undefined) return wellFormed<ValueSet>(sent)
  const url = asked.text('url')
  if (url === undefined) throw parameterMissing('url')
  const version = asked.text('valueSetVersion')
  const canonical = version === undefined ? url : `${url}|${version}`
  const set = held.findSet(canonical)
  if (set === undefined) throw terminologyProblem({ code: 'setNotHeld', about: canonical })
  return set
}
