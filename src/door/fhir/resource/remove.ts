import type { FastifyRequest } from 'fastify'
import { type Condition, holdConditions } from '#record/chart/search/match.ts'
import { deleteFromChart } from '#record/chart/store/delete.ts'
import type { Named } from '#record/chart/store/place.ts'
import type { FhirMeans } from '../means.ts'
import { writingAs } from './as-any-caller.ts'
import { targetBy } from './conditional.ts'
import { writeProblem } from './write-problem.ts'

/** Deletes what an app names, or the one that meets its condition. Answers the version that says so; throws why not. */
export async function removeAsked(
  request: FastifyRequest,
  means: FhirMeans,
  asked: Named | Condition,
  ifMatch: readonly string[] | undefined,
): Promise<string> {
  const outcome = await writingAs(request, means, async ({ tx, ...caller }) => {
    if ('search' in asked) await holdConditions(tx, [asked])
    const target = await targetBy(tx, caller, asked, ifMatch)
    return target.ok ? deleteFromChart(tx, caller, target.value.named, target.value.ifMatch) : target
  })
  // Thrown when the transaction has committed: that it was asked stays in the trail.
  if (!outcome.ok) throw writeProblem(outcome.problem)
  return outcome.value.versionId
}
