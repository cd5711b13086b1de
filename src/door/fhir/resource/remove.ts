import type { FastifyRequest } from 'fastify'
import { done, type Outcome } from '#ground/outcome.ts'
import { type Condition, holdConditions } from '#record/chart/search/match.ts'
import { deleteFromChart } from '#record/chart/store/delete.ts'
import type { Named } from '#record/chart/store/place.ts'
import type { WriteProblem } from '#record/chart/store/to-write.ts'
import type { FhirMeans } from '../means.ts'
import { versionAgain, writingOnce } from '../once/writing-once.ts'
import { targetBy } from './conditional.ts'
import { writeProblem } from './write-problem.ts'

interface Removed extends Named {
  readonly versionId: string
}

/** Deletes what an app names, or the one that meets its condition. Answers the version that says so; throws why not. */
export async function removeAsked(
  request: FastifyRequest,
  means: FhirMeans,
  asked: Named | Condition,
  ifMatch: readonly string[] | undefined,
): Promise<string> {
  const outcome = await writingOnce<Outcome<Removed, WriteProblem>>(request, means, {
    async write({ tx, ...caller }) {
      if ('search' in asked) await holdConditions(tx, [asked])
      const target = await targetBy(tx, caller, asked, ifMatch)
      if (!target.ok) return target
      const { named } = target.value
      const removed = await deleteFromChart(tx, caller, named, target.value.ifMatch)
      return removed.ok ? done({ ...named, ...removed.value }) : removed
    },
    wrote: removed => (removed.ok ? [{ ...removed.value, place: 0, created: false }] : undefined),
    again: async (caller, [wrote]) => {
      await versionAgain(caller, wrote!)
      return done(wrote!)
    },
  })
  // Thrown when the transaction has committed: that it was asked stays in the trail.
  if (!outcome.ok) throw writeProblem(outcome.problem)
  return outcome.value.versionId
}
