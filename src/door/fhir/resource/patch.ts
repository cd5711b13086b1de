import type { FastifyRequest } from 'fastify'
import type { Tx } from '#ground/db/store.ts'
import { readJson } from '#ground/fhir/json/read.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type Condition, holdConditions } from '#record/chart/search/match.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import { holdName } from '#record/chart/store/hold.ts'
import type { Named } from '#record/chart/store/place.ts'
import { readNow } from '#record/chart/store/read.ts'
import type { ToWrite, WriteProblem, Written } from '#record/chart/store/to-write.ts'
import type { FhirMeans } from '../means.ts'
import { ONE_VERSION, writingOnce } from '../once/writing-once.ts'
import { gone } from '../problem.ts'
import type { AnyCaller } from './as-any-caller.ts'
import { type Target, targetBy } from './conditional.ts'
import type { Patch } from './patch-sent.ts'
import { validResource } from './sent-resource.ts'
import { writeOne } from './write.ts'
import { writeProblem } from './write-problem.ts'

/** A patch, and the versions of which what it changes must have one. */
export interface AskedPatch {
  readonly patch: Patch
  readonly ifMatch: readonly string[] | undefined
}

/**
 * Changes a resource, by its name or the one that meets a condition, by a patch, as it stands in that very transaction; what
 * comes of it must be valid, and is decided about as any other. Throws why not.
 */
export async function patchAsked(
  request: FastifyRequest,
  means: FhirMeans,
  asked: Named | Condition,
  { patch, ifMatch }: AskedPatch,
): Promise<Written> {
  const write = async ({ tx, ...caller }: AnyCaller): Promise<Outcome<Written, WriteProblem>> => {
    if ('search' in asked) await holdConditions(tx, [asked])
    const target = await targetBy(tx, caller, asked, ifMatch)
    if (!target.ok) return target
    const patched = await patchedBy(tx, caller, { ...target.value, patch }, means)
    return patched.ok ? writeOne(tx, caller, patched.value, means) : patched
  }
  const outcome = await writingOnce(request, means, { write, ...ONE_VERSION })
  // Thrown when the transaction has committed: that it was asked stays in the trail.
  if (!outcome.ok) throw writeProblem(outcome.problem)
  return outcome.value
}

/** What is to be written of something that a patch changes. What it was changed from is what it must still be. */
export async function patchedBy(
  tx: Tx,
  caller: Caller,
  { named, ifMatch, patch }: Target & Pick<AskedPatch, 'patch'>,
  { profiles }: Pick<FhirMeans, 'profiles'>,
): Promise<Outcome<ToWrite, WriteProblem>> {
  await holdName(tx, named)
  const now = await readNow(tx, caller, named)
  if (now === undefined) return refused('chart.notFound')
  if (now.text === undefined) throw gone()
  const read = readJson(now.text)
  if (!read.ok) throw new Error(`what is kept cannot be read: ${read.problem}`)
  const resource = validResource(patch(read.value), named.type, profiles)
  return done({ method: 'patch', resource, named, ifMatch: ifMatch ?? [now.versionId] })
}
