import type { FastifyRequest } from 'fastify'
import type { CapabilityStatement, TerminologyCapabilities } from 'fhir/r4.js'
import { AS_OF, capabilityOf } from './capability.ts'
import type { FhirMeans } from './means.ts'
import { terminologyCapabilitiesOf } from './operation/terminology-capabilities.ts'
import { wrongValue } from './problem.ts'
import { onlyOne, queryOf } from './query.ts'

const PARAMETERS = new Set(['mode'])

/** What is served, as FHIR says it: all of it, or what is known of codes. Source: FHIR R4, capabilities. */
export function metadata(request: FastifyRequest, means: FhirMeans): CapabilityStatement | TerminologyCapabilities {
  const { say } = request.fhir
  const mode = onlyOne(queryOf(request.fhir, PARAMETERS), 'mode') ?? 'full'
  if (mode === 'full') return capabilityOf(means.origin(), say, means.smartConfiguration())
  if (mode !== 'terminology') throw wrongValue('mode')
  return terminologyCapabilitiesOf(means.terminology(), { origin: means.origin(), asOf: AS_OF, say })
}
