import { isUtf8 } from 'node:buffer'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readJson } from '#ground/fhir/json/read.ts'
import { writeJson } from '#ground/fhir/json/write.ts'
import { readResource } from '#ground/fhir/xml/read.ts'
import { bodyRefused, charsetNotTaken } from './problem.ts'

/** By what names XML is sent. Source: FHIR R4, 3.1.0.1.11. */
export const XML_TYPES = ['application/fhir+xml', 'application/xml', 'text/xml']

/** The largest body that an app may send, bytes: many times a Patient with all its names and addresses. */
const BODY_BYTES_MAX = 64 * 1024

/** Takes what an operation is asked, as JSON or XML, and reads it as strictly as what is kept. What is neither is not understood. */
export function takeFhirJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const options = { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX } as const
  app.addContentTypeParser(
    ['application/fhir+json', 'application/json', ...XML_TYPES],
    options,
    async (request: FastifyRequest, body: Buffer) => jsonIn(request, body),
  )
}

/** The largest bundle that may be sent, bytes: some hundreds of resources. */
const BUNDLE_BYTES_MAX = 16 * 1024 * 1024
/** The largest that is a message, bytes: a referral with its documents. */
export const MESSAGE_BYTES_MAX = 1024 * 1024

/** Takes what is sent as the bytes it is, whatever it says of itself: it is kept as it came, and read later. */
export function takeBundleBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  const options = { parseAs: 'buffer', bodyLimit: BUNDLE_BYTES_MAX } as const
  app.addContentTypeParser(
    ['application/fhir+json', 'application/json', ...XML_TYPES],
    options,
    (_request, body, done) => done(null, body),
  )
}

/** Whether a body came as XML. */
export function isXmlSent({ headers }: FastifyRequest): boolean {
  const [type = ''] = (headers['content-type'] ?? '').split(';')
  return XML_TYPES.includes(type.trim().toLowerCase())
}

/** The JSON of a body that was taken as bytes, or what its XML would be in JSON. Throws what is wrong with it. */
export function jsonSent(request: FastifyRequest): unknown {
  return jsonIn(request, request.body)
}

/** Exact to the digit, and bounded before anything of it is read. */
function jsonIn(request: FastifyRequest, body: unknown): unknown {
  refuseOtherCharsets(request)
  if (!Buffer.isBuffer(body) || body.length === 0) throw bodyRefused('json.malformed')
  // What was XML is bounded as JSON is, too.
  const read = readJson(isXmlSent(request) ? writeJson(xmlIn(body)) : body)
  if (!read.ok) throw bodyRefused(read.problem)
  return read.value
}

/** Refuses a body that says it is in another character set than UTF-8. */
export function refuseOtherCharsets({ headers }: FastifyRequest): void {
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type'] ?? '')?.[1]
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') throw charsetNotTaken()
}

function xmlIn(body: Buffer): unknown {
  if (!isUtf8(body)) throw charsetNotTaken()
  const read = readResource(body.toString('utf8').replace(/^\ufeff/, ''))
  if (!read.ok) throw bodyRefused(read.problem)
  return read.value
}
