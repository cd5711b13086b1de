import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readJson } from '#ground/fhir/json/read.ts'
import { writeJson } from '#ground/fhir/json/write.ts'
import { validate } from '#ground/fhir/validate/validate.ts'
import { readResource } from '#ground/fhir/xml/read.ts'
import type { Resource } from '#record/chart/store/to-write.ts'
import { isXmlSent, XML_TYPES } from '../body.ts'
import type { FhirMeans } from '../means.ts'
import { bodyRefused, charsetNotTaken, notValid, wrongType } from '../problem.ts'

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

/** The JSON of a body, or what its XML would be in JSON, exact to the digit. Throws what is wrong with it, before anything of it is kept. */
export function jsonSent(request: FastifyRequest): unknown {
  const { body, headers } = request
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') throw charsetNotTaken()
  if (!Buffer.isBuffer(body) || body.length === 0) throw bodyRefused('json.malformed')
  // What was XML is bounded as JSON is, too.
  const read = readJson(isXmlSent(request) ? writeJson(xmlSent(body)) : body)
  if (!read.ok) throw bodyRefused(read.problem)
  return read.value
}

function xmlSent(body: Buffer): unknown {
  if (!isUtf8(body)) throw charsetNotTaken()
  const read = readResource(body.toString('utf8').replace(/^\ufeff/, ''))
  if (!read.ok) throw bodyRefused(read.problem)
  return read.value
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
