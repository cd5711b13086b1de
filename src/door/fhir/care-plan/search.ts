import type { FastifyRequest } from 'fastify'
import type { Bundle, FhirResource } from 'fhir/r4.js'
import { partsOf } from '#work/plan-document/document.ts'
import { asCaller } from '../as-caller.ts'
import type { FhirMeans } from '../means.ts'
import { asText, queryOf } from '../query.ts'
import { carriedFor } from './carried.ts'
import { PARAMETER_NAMES, patientIn } from './parameters.ts'

/** The plan of one person, with all its parts beside it, as far as they are open; empty where nothing of it is. */
export async function searchCarePlans(request: FastifyRequest, means: FhirMeans): Promise<Bundle<FhirResource>> {
  return asCaller(request, means, async asking => {
    const query = queryOf(request.fhir, PARAMETER_NAMES)
    const telling = await carriedFor(request, means, asking, { personId: patientIn(query), doing: 'look' })
    const here = `${means.origin()}/fhir`
    const resources = telling === undefined ? [] : partsOf(telling)
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: telling === undefined ? 0 : 1,
      link: [{ relation: 'self', url: `${here}/CarePlan?${asText(query)}` }],
      ...(resources.length > 0 && {
        entry: resources.map(resource => ({
          fullUrl: `${here}/${resource.resourceType}/${resource.id}`,
          resource,
          search: { mode: resource.resourceType === 'CarePlan' ? ('match' as const) : ('include' as const) },
        })),
      }),
    }
  })
}
