import type { FastifyRequest } from 'fastify'
import type { FhirResource } from 'fhir/r4.js'
import type { Key } from '#ground/language/say.ts'
import { PARAMETERS } from './audit-event/parameters.ts'
import { readEntry } from './audit-event/read.ts'
import { searchTrail } from './audit-event/search.ts'
import { SHAPES } from './audit-event/shape.ts'
import { PARAMETERS as PLAN_PARAMETERS } from './care-plan/parameters.ts'
import { readCarePlan } from './care-plan/read.ts'
import { searchCarePlans } from './care-plan/search.ts'
import type { Cursors } from './cursor.ts'
import type { FhirMeans } from './means.ts'

/** One kind of resource: what may be done with it, and by which parameters it is searched. */
export interface Served {
  readonly type: 'AuditEvent' | 'CarePlan'
  readonly says: Key
  readonly profiles: readonly string[]
  readonly parameters: readonly { readonly name: string; readonly type: ParameterType; readonly says: Key }[]
  read(request: FastifyRequest, means: FhirMeans, id: string): Promise<FhirResource>
  search(request: FastifyRequest, means: FhirMeans, cursors: Cursors): Promise<FhirResource>
}

type ParameterType = 'reference' | 'date' | 'token' | 'number' | 'string'

/** All that is served. The routes are made from it, and so is what /fhir/metadata says of them. */
export const SERVED: readonly Served[] = [
  {
    type: 'AuditEvent',
    says: 'fhir.serves',
    profiles: Object.values(SHAPES).map(({ profile }) => profile),
    parameters: PARAMETERS,
    read: readEntry,
    search: searchTrail,
  },
  {
    type: 'CarePlan',
    says: 'fhir.servesPlans',
    profiles: [],
    parameters: PLAN_PARAMETERS,
    read: readCarePlan,
    search: searchCarePlans,
  },
]
