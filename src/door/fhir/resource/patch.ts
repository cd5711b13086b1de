import type { FastifyRequest } from 'fastify'
import type { Tx } from '#ground/db/store.ts'
import { readJson } from '#ground/fhir/json/read.ts'
import { jsonPatched } from '#ground/fhir/patch/json-patch.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import { type Condition, holdConditions } from '#record/chart/search/match.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import { holdName } from '#record/chart/store/hold.ts'
import type { Named } from '#record/chart/store/place.ts'
import { readNow } from '#record/chart/store/read.ts'
import type { WriteProblem, Written } from '#record/chart/store/to-write.ts'
import type { FhirMeans } from '../means.ts'
import { gone, patchNotTaken } from '../problem.ts'
import { writingAs } from './as-any-caller.ts'
import { type Target, targetBy } from './conditional.ts'
import { tagsIn } from './preferences.ts'
import { jsonSent, validResource } from './sent-resource.ts'
import { writeOne } from './write.ts'
import { writeProblem } from './write-problem.ts'

/**
 * Changes a resource, by its name or the one that meets a condition, by a JSON Patch, as it stands in that very transaction;
 * what comes of it must be valid, and is decided about as any other. Throws why not.
 */
export async function patchAsked(
  request: FastifyRequest,
  means: FhirMeans,
  asked: Named | Condition,
): Promise<Written> {
  const patch = jsonSent(request)
  const ifMatch = tagsIn(request.headers['if-match'])
  const outcome = await writingAs(request, means, async ({ tx, ...caller }) => {
    if ('search' in asked) await holdConditions(tx, [asked])
    const target = await targetBy(tx, caller, asked, ifMatch)
    return target.ok ? patchOne(tx, caller, { ...target.value, patch }, means) : target
  })
  // Thrown when the transaction has committed: that it was asked stays in the trail.
  if (!outcome.ok) throw writeProblem(outcome.problem)
  return outcome.value
}

async function patchOne(
  tx: Tx,
  caller: Caller,
  { named, ifMatch, patch }: Target & { readonly patch: unknown },
  means: FhirMeans,
): Promise<Outcome<Written, WriteProblem>> {
  await holdName(tx, named)
  const now = await readNow(tx, caller, named)
  if (now === undefined) return refused('chart.notFound')
  if (now.text === undefined) throw gone()
  const read = readJson(now.text)
  if (!read.ok) throw new Error(`what is kept cannot be read: ${read.problem}`)
  const patched = jsonPatched(read.value, patch)
  if (!patched.ok) throw patchNotTaken(patched.problem)
  const resource = validResource(patched.value, named.type)
  // What it was changed from is what it must still be.
  return writeOne(tx, caller, { method: 'patch', resource, named, ifMatch: ifMatch ?? [now.versionId] }, means)
}
