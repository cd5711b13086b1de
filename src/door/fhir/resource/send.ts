import type { FastifyReply, FastifyRequest } from 'fastify'
import { readJson } from '#ground/fhir/json/read.ts'
import { writeJson } from '#ground/fhir/json/write.ts'
import type { SentVersion } from '#record/chart/store/read.ts'
import type { Resource } from '#record/chart/store/to-write.ts'
import { HEADERS, isPrettyAsked, sendText } from '../answer.ts'
import { gone } from '../problem.ts'
import { tagsIn } from './preferences.ts'
import { isWhole, subsetAsked, subsetOf } from './subset.ts'

/**
 * Sends one version, as bytes that nobody has parsed where the whole of it is wanted. 304 where the app has it already,
 * 410 where it says that it was deleted.
 */
export function sendVersion(
  request: FastifyRequest,
  reply: FastifyReply,
  version: SentVersion,
  status = 200,
): FastifyReply {
  tagVersion(reply, version)
  const { text, recordedAt, versionId } = version
  if (text === undefined) throw gone()
  if (status === 200 && isHeldAlready(request, versionId, recordedAt)) return reply.code(304).headers(HEADERS).send()
  return sendText(request, reply, shownAs(request, text), status)
}

/** Says of an answer which version it is of, and from when. */
export function tagVersion(
  reply: FastifyReply,
  { versionId, recordedAt }: Pick<SentVersion, 'versionId' | 'recordedAt'>,
): void {
  reply.header('etag', `W/"${versionId}"`)
  if (recordedAt !== undefined) reply.header('last-modified', recordedAt.toUTCString())
}

/** As much of a resource as is asked for, on as many lines. */
function shownAs(request: FastifyRequest, text: string): string {
  const subset = subsetAsked(request)
  const pretty = isPrettyAsked(request)
  if (isWhole(subset) && !pretty) return text
  const read = readJson(text)
  if (!read.ok) throw new Error(`what is kept cannot be read: ${read.problem}`)
  return writeJson(subsetOf(read.value as Resource, subset), { pretty })
}

function isHeldAlready({ headers }: FastifyRequest, versionId: string, recordedAt: Date | undefined): boolean {
  const tags = tagsIn(headers['if-none-match'])
  if (tags !== undefined) return tags.includes(versionId) || tags.includes('*')
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return recordedAt !== undefined && Math.floor(recordedAt.getTime() / 1000) * 1000 <= since
}
