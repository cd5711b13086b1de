import type { FastifyRequest } from 'fastify'
import type { Condition } from '#record/chart/search/match.ts'
import type { Named } from '#record/chart/store/place.ts'
import type { FhirMeans } from '../means.ts'
import { outcomeOf, problemOf } from '../outcome.ts'
import { readingAs } from '../resource/as-any-caller.ts'
import { namedAsked, typeAsked } from '../resource/asked-type.ts'
import { conditionIn, conditionOrNone } from '../resource/condition.ts'
import { patchAsked } from '../resource/patch.ts'
import { patchInEntry } from '../resource/patch-sent.ts'
import { returnAsked, tagsIn } from '../resource/preferences.ts'
import { removeAsked } from '../resource/remove.ts'
import { validResource } from '../resource/sent-resource.ts'
import { writeAsked } from '../resource/write.ts'
import { type AnsweredEntry, answerWritten } from './answered.ts'
import type { AskedEntry } from './bundle.ts'
import { readEntry, toRead } from './read-entry.ts'

/** Does what each entry asks by itself, one after another: what is wrong with one is no matter to the others. */
export async function runBatch(
  request: FastifyRequest,
  means: FhirMeans,
  entries: readonly AskedEntry[],
): Promise<readonly AnsweredEntry[]> {
  const answers: AnsweredEntry[] = []
  for (const [place, entry] of entries.entries()) {
    request.fhir.onlyAbout = undefined
    request.fhir.entry = place
    try {
      answers.push(await runOne(request, means, entry))
    } catch (fault) {
      const problem = problemOf(fault)
      if (problem.status === 500) request.log.error({ fault }, 'an entry of a batch failed')
      answers.push({ status: String(problem.status), outcome: outcomeOf(problem, request.fhir.say) })
    }
  }
  return answers
}

async function runOne(request: FastifyRequest, means: FhirMeans, entry: AskedEntry): Promise<AnsweredEntry> {
  const [type = ''] = entry.path
  const wantsBack = returnAsked(request, 'minimal') === 'representation'
  switch (entry.method) {
    case 'GET':
    case 'HEAD': {
      const asked = toRead(request, entry)
      return readingAs(request, means, caller => readEntry(caller, asked, entry))
    }
    case 'POST': {
      const resource = validResource(entry.resource, typeAsked(request, type, 'c'), means.profiles)
      const unless = conditionOrNone(request, means, type, entry.ifNoneExist)
      return answerWritten(await writeAsked(request, means, { method: 'create', resource }, unless), wantsBack)
    }
    case 'PUT': {
      const about = targetAsked(request, means, entry, 'u')
      const resource = validResource(entry.resource, type, means.profiles)
      const ifMatch = tagsIn(entry.ifMatch)
      const asked = { method: 'update', resource, ifMatch, ifNoneMatch: entry.ifNoneMatch === '*' } as const
      const written =
        'search' in about
          ? writeAsked(request, means, asked, about)
          : writeAsked(request, means, { ...asked, named: about })
      return answerWritten(await written, wantsBack)
    }
    case 'DELETE': {
      const about = targetAsked(request, means, entry, 'd')
      return { status: '204 No Content', versionId: await removeAsked(request, means, about, tagsIn(entry.ifMatch)) }
    }
    case 'PATCH': {
      const about = targetAsked(request, means, entry, 'u')
      const asked = { patch: patchInEntry(entry.resource, 'Bundle.entry'), ifMatch: tagsIn(entry.ifMatch) }
      return answerWritten(await patchAsked(request, means, about, asked), wantsBack)
    }
  }
}

/** What an entry is to change or delete: by its name, or what meets a condition. */
function targetAsked(
  request: FastifyRequest,
  means: FhirMeans,
  { path: [type = '', id], query }: AskedEntry,
  letter: 'd' | 'u',
): Named | Condition {
  if (id === undefined) return conditionIn(request, means, typeAsked(request, type, letter), query)
  return namedAsked(request, { type, id }, letter)
}
