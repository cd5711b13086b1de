import type { FastifyInstance, FastifyRequest } from 'fastify'

/** By what names XML is sent. Source: FHIR R4, 3.1.0.1.11. */
export const XML_TYPES = ['application/fhir+xml', 'application/xml', 'text/xml']

/** The largest body that an app may send, bytes: many times a Patient with all its names and addresses. */
const BODY_BYTES_MAX = 64 * 1024

/** Takes FHIR JSON by its own media type, beside plain JSON. What is no JSON is not understood. */
export function takeFhirJson(app: FastifyInstance): void {
  const options = { parseAs: 'string', bodyLimit: BODY_BYTES_MAX } as const
  app.addContentTypeParser('application/fhir+json', options, app.getDefaultJsonParser('error', 'error'))
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
