import type { FastifyRequest } from 'fastify'
import type { Named } from '#record/chart/store/place.ts'
import { readVersions } from '#record/chart/store/read.ts'
import { notFound, notServed } from '../problem.ts'
import type { AnyCaller } from '../resource/as-any-caller.ts'
import { namedAsked } from '../resource/asked-type.ts'
import { tagsIn } from '../resource/preferences.ts'
import { type AnsweredEntry, answerRead } from './answered.ts'
import type { AskedEntry } from './bundle.ts'

/** What is to be read for one entry: something as it stands now, or one version of it. */
interface ToRead {
  readonly named: Named
  readonly version: string | undefined
}

/** What one entry asks to read. Throws where that is not served, or the token was not given for it. */
export function toRead(request: FastifyRequest, { path, query }: AskedEntry): ToRead {
  const [type = '', id, history, version, ...more] = path
  if (id === undefined || query !== '' || more.length > 0) throw notServed()
  if (history !== undefined && (history !== '_history' || version === undefined)) throw notServed()
  return { named: namedAsked(request, { type, id }, 'r'), version }
}

/** Reads what one entry asks for. */
export async function readEntry(
  { tx, ...caller }: AnyCaller,
  { named, version }: ToRead,
  { ifNoneMatch }: AskedEntry,
): Promise<AnsweredEntry> {
  const found = await readVersions(tx, caller, named, { limit: 1, ...(version !== undefined && { version }) })
  const [first] = found ?? []
  if (first === undefined) throw notFound()
  if (tagsIn(ifNoneMatch)?.includes(first.versionId)) return { status: '304 Not Modified', versionId: first.versionId }
  return answerRead(first)
}
