import type { FastifyRequest } from 'fastify'
import { readVersions } from '#record/chart/store/read.ts'
import { notFound, notServed } from '../problem.ts'
import type { AnyCaller } from '../resource/as-any-caller.ts'
import { namedAsked } from '../resource/asked-type.ts'
import { tagsIn } from '../resource/preferences.ts'
import { type AnsweredEntry, answerRead } from './answered.ts'
import type { AskedEntry } from './bundle.ts'

/** Reads what one entry asks for: something as it stands now, or one version of it. */
export async function readEntry(
  request: FastifyRequest,
  { tx, ...caller }: AnyCaller,
  { path, query, ifNoneMatch }: AskedEntry,
): Promise<AnsweredEntry> {
  const [type = '', id, history, version, ...more] = path
  if (id === undefined || query !== '' || more.length > 0) throw notServed()
  if (history !== undefined && (history !== '_history' || version === undefined)) throw notServed()
  const named = namedAsked(request, { type, id }, 'r')
  const found = await readVersions(tx, caller, named, { limit: 1, ...(version !== undefined && { version }) })
  const [first] = found ?? []
  if (first === undefined) throw notFound()
  if (tagsIn(ifNoneMatch)?.includes(first.versionId)) return { status: '304 Not Modified', versionId: first.versionId }
  return answerRead(first)
}
