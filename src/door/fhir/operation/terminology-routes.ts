import type { FastifyRequest } from 'fastify'
import type { FhirResource } from 'fhir/r4.js'
import type { Declaration } from '#door/route/declaration.ts'
import type { Routes } from '#door/route/routes.ts'
import type { Key } from '#ground/language/say.ts'
import { sendResource } from '../answer.ts'
import type { FhirMeans } from '../means.ts'
import { expand } from './expand.ts'
import { lookup } from './lookup.ts'
import { subsumes } from './subsumes.ts'
import { translate } from './translate.ts'
import { validateSetCode, validateSystemCode } from './validate-code.ts'

/** An operation on codes: about no person, so whoever brings a token may ask. */
export interface TerminologyOperation {
  readonly type: 'CodeSystem' | 'ConceptMap' | 'ValueSet'
  readonly name: string
  readonly definition: string
  readonly says: Key
  answer(request: FastifyRequest, means: FhirMeans): FhirResource | Promise<FhirResource>
}

const DEFINED = 'http://hl7.org/fhir/OperationDefinition/'

/** All that are served. */
export const TERMINOLOGY_OPERATIONS: readonly TerminologyOperation[] = [
  {
    type: 'ValueSet',
    name: 'expand',
    definition: `${DEFINED}ValueSet-expand`,
    says: 'terminology.expands',
    answer: expand,
  },
  {
    type: 'ValueSet',
    name: 'validate-code',
    definition: `${DEFINED}ValueSet-validate-code`,
    says: 'terminology.validatesInSet',
    answer: validateSetCode,
  },
  {
    type: 'CodeSystem',
    name: 'validate-code',
    definition: `${DEFINED}CodeSystem-validate-code`,
    says: 'terminology.validatesInSystem',
    answer: validateSystemCode,
  },
  {
    type: 'CodeSystem',
    name: 'lookup',
    definition: `${DEFINED}CodeSystem-lookup`,
    says: 'terminology.looksUp',
    answer: lookup,
  },
  {
    type: 'CodeSystem',
    name: 'subsumes',
    definition: `${DEFINED}CodeSystem-subsumes`,
    says: 'terminology.subsumes',
    answer: subsumes,
  },
  {
    type: 'ConceptMap',
    name: 'translate',
    definition: `${DEFINED}ConceptMap-translate`,
    says: 'terminology.translates',
    answer: translate,
  },
]

const ABOUT_NOBODY: Declaration = { for: 'systems', does: 'nothing' }

/** Each is asked by GET, or by POST with Parameters. */
export function terminologyRoutes(routes: Routes, means: FhirMeans): void {
  for (const { type, name, answer } of TERMINOLOGY_OPERATIONS) {
    for (const method of ['get', 'post'] as const) {
      routes[method](`/${type}/$${name}`, ABOUT_NOBODY, async (request, reply) =>
        sendResource(request, reply, await answer(request, means)),
      )
    }
  }
}
