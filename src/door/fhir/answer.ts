import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FhirResource } from 'fhir/r4.js'
import { readJson } from '#ground/fhir/json/read.ts'
import { writeJson } from '#ground/fhir/json/write.ts'
import { writeResource } from '#ground/fhir/xml/write.ts'
import { formatNotOffered, wrongValue } from './problem.ts'

const FHIR_JSON = 'application/fhir+json; charset=utf-8'
const FHIR_XML = 'application/fhir+xml; charset=utf-8'
/** By what names JSON may be asked for. Source: FHIR R4, 3.1.0.1.11. */
const JSON_NAMES = new Set(['json', 'application/json', 'application/fhir+json', 'text/json'])
/** The same of XML. */
const XML_NAMES = new Set(['xml', 'application/xml', 'application/fhir+xml', 'text/xml'])
/** The same of files with a resource a line. Source: HL7 Bulk Data Access 2.0. */
const LINES = new Set(['application/fhir+ndjson', 'application/ndjson', ...JSON_NAMES])

/** Nothing of an answer is kept by a cache, guessed at or run by a browser; it differs by who asks and in what language. */
export const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  vary: 'authorization, accept-language',
  'x-content-type-options': 'nosniff',
}

/** Sends a resource as FHIR JSON, on one line unless `_pretty` asks for more; as XML where that is asked for. */
export function sendResource(
  request: FastifyRequest,
  reply: FastifyReply,
  resource: FhirResource,
  status = 200,
): FastifyReply {
  return sendText(request, reply, JSON.stringify(resource, undefined, isPrettyAsked(request) ? 2 : undefined), status)
}

/** The same of a resource that is in JSON already. */
export function sendText(request: FastifyRequest, reply: FastifyReply, text: string, status = 200): FastifyReply {
  const isXml = isXmlAsked(request)
  return reply
    .code(status)
    .type(isXml ? FHIR_XML : FHIR_JSON)
    .headers(HEADERS)
    .header('content-language', request.fhir.say.language)
    .send(isXml ? inXml(text) : text)
}

function inXml(text: string): string {
  const read = readJson(text)
  if (!read.ok) throw new Error(`what is sent cannot be read: ${read.problem}`)
  return writeResource(read.value)
}

/** Whether an answer is wanted on many lines. */
export function isPrettyAsked({ fhir }: FastifyRequest): boolean {
  return fhir.query.some(([name, value]) => name === '_pretty' && value === 'true')
}

/** What is in JSON already on as many lines as are asked for, digit by digit. */
export function onLines(request: FastifyRequest, text: string): string {
  if (!isPrettyAsked(request)) return text
  const read = readJson(text)
  if (!read.ok) throw new Error(`what is kept cannot be read: ${read.problem}`)
  return writeJson(read.value, { pretty: true })
}

/** Whether an answer is wanted in XML: by `_format`, else by the first of what is accepted that is offered. */
function isXmlAsked({ headers, fhir }: FastifyRequest): boolean {
  const format = fhir.query.find(([name]) => name === '_format')?.[1]
  const accepted = format === undefined ? acceptedBy(headers.accept) : [nameOf(format)]
  const first = accepted.find(name => JSON_NAMES.has(name) || XML_NAMES.has(name) || isAnyOf(name))
  return first !== undefined && XML_NAMES.has(first)
}

function acceptedBy(accept = '*/*'): string[] {
  return accept.split(',').map(nameOf)
}

function isAnyOf(name: string): boolean {
  return name === '*/*' || name === 'application/*'
}

/** Refuses an app that wants anything but JSON or XML, on one line or on many. `_format` goes before Accept. */
export function refuseOtherFormats({ headers, fhir, routeOptions }: FastifyRequest): void {
  const valuesOf = (asked: string) => fhir.query.filter(([name]) => name === asked).map(([, value]) => value)
  if (valuesOf('_pretty').some(value => value !== 'true' && value !== 'false')) throw wrongValue('_pretty')
  const formats = valuesOf('_format')
  if (formats.length > 1) throw wrongValue('_format')
  const [format] = formats
  const offered = routeOptions.url?.endsWith('.ndjson') ? LINES : new Set([...JSON_NAMES, ...XML_NAMES])
  if (format !== undefined) {
    if (!offered.has(nameOf(format))) throw formatNotOffered()
    return
  }
  const accepted = acceptedBy(headers.accept)
  if (!accepted.some(name => offered.has(name) || isAnyOf(name))) throw formatNotOffered()
}

/** A media type without what follows it. A plus in a query has come as a space. */
function nameOf(type: string): string {
  return (type.split(';')[0] ?? '').trim().toLowerCase().replace(' ', '+')
}
