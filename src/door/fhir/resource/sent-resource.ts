import type { FastifyInstance, FastifyRequest } from 'fastify'
import { validate } from '#ground/fhir/validate/validate.ts'
import type { Resource } from '#record/chart/store/to-write.ts'
import { jsonSent, XML_TYPES } from '../body.ts'
import type { FhirMeans } from '../means.ts'
import { notValid, wrongType } from '../problem.ts'

/** The largest resource that may be sent, bytes: a scanned letter in a Binary. */
const RESOURCE_BYTES_MAX = 5 * 1024 * 1024

/** Takes bodies as the bytes they are: they are bounded before anything of them is read. */
export function takeBytes(app: FastifyInstance, bytesMax = RESOURCE_BYTES_MAX): void {
  app.removeAllContentTypeParsers()
  const options = { parseAs: 'buffer', bodyLimit: bytesMax } as const
  app.addContentTypeParser(
    ['application/fhir+json', 'application/json', 'application/json-patch+json', ...XML_TYPES],
    options,
    (_request, body, done) => done(null, body),
  )
}

/** The resource that was sent, valid by FHIR R4 and the region’s profiles, and of the type that the address says. Throws what is wrong with it. */
export function resourceSent(request: FastifyRequest, { profiles }: FhirMeans, type: string): Resource {
  return validResource(jsonSent(request), type, profiles)
}

/** The same of something that has been read already. */
export function validResource(sent: unknown, type: string, profiles: FhirMeans['profiles']): Resource {
  const issues = validate(sent, { profiles })
  if (issues.some(({ severity }) => severity === 'error')) throw notValid(issues)
  const resource = sent as Resource
  if (resource.resourceType !== type) throw wrongType(type)
  return resource
}
