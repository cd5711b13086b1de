import type { FastifyRequest } from 'fastify'
import { deleteFromChart } from '#record/chart/store/delete.ts'
import type { FhirMeans } from '../means.ts'
import { outcomeOf, problemOf } from '../outcome.ts'
import { bundleNotTaken } from '../problem.ts'
import { readingAs, writingAs } from '../resource/as-any-caller.ts'
import { namedAsked, typeAsked } from '../resource/asked-type.ts'
import { returnAsked, tagsIn } from '../resource/preferences.ts'
import { validResource } from '../resource/sent-resource.ts'
import { writeAsked } from '../resource/write.ts'
import { writeProblem } from '../resource/write-problem.ts'
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
  for (const entry of entries) {
    request.fhir.onlyAbout = undefined
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
  const [type = '', id = ''] = entry.path
  const wantsBack = returnAsked(request, 'minimal') === 'representation'
  switch (entry.method) {
    case 'GET':
    case 'HEAD': {
      const asked = toRead(request, entry)
      return readingAs(request, means, caller => readEntry(caller, asked, entry))
    }
    case 'POST': {
      const resource = validResource(entry.resource, typeAsked(request, type, 'c'))
      return answerWritten(await writeAsked(request, means, { method: 'create', resource }), wantsBack)
    }
    case 'PUT': {
      const named = namedAsked(request, { type, id }, 'u')
      const resource = validResource(entry.resource, type)
      const ifMatch = tagsIn(entry.ifMatch)
      const asked = { method: 'update', resource, named, ifMatch, ifNoneMatch: entry.ifNoneMatch === '*' } as const
      return answerWritten(await writeAsked(request, means, asked), wantsBack)
    }
    case 'DELETE': {
      const named = namedAsked(request, { type, id }, 'd')
      const removed = await writingAs(request, means, ({ tx, ...caller }) =>
        deleteFromChart(tx, caller, named, tagsIn(entry.ifMatch)),
      )
      if (!removed.ok) throw writeProblem(removed.problem)
      return { status: '204 No Content', versionId: removed.value.versionId }
    }
    case 'PATCH':
      throw bundleNotTaken('Bundle.entry.request.method')
  }
}
