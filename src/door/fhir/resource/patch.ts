import type { FastifyRequest } from 'fastify'
import { readJson } from '#ground/fhir/json/read.ts'
import { jsonPatched } from '#ground/fhir/patch/json-patch.ts'
import { holdName } from '#record/chart/store/hold.ts'
import type { Named } from '#record/chart/store/place.ts'
import { readNow } from '#record/chart/store/read.ts'
import type { Written } from '#record/chart/store/to-write.ts'
import type { FhirMeans } from '../means.ts'
import { gone, notFound, patchNotTaken } from '../problem.ts'
import { writingAs } from './as-any-caller.ts'
import { tagsIn } from './preferences.ts'
import { jsonSent, validResource } from './sent-resource.ts'
import { writeOne } from './write.ts'
import { writeProblem } from './write-problem.ts'

/**
 * Changes a resource by a JSON Patch, as it stands in that very transaction; what comes of it must be valid, and is decided
 * about as any other. Throws why not.
 */
export async function patchAsked(request: FastifyRequest, means: FhirMeans, named: Named): Promise<Written> {
  const patch = jsonSent(request)
  const ifMatch = tagsIn(request.headers['if-match'])
  const outcome = await writingAs(request, means, async ({ tx, ...caller }) => {
    await holdName(tx, named)
    const now = await readNow(tx, caller, named)
    if (now === undefined) return undefined
    if (now.text === undefined) throw gone()
    const read = readJson(now.text)
    if (!read.ok) throw new Error(`what is kept cannot be read: ${read.problem}`)
    const patched = jsonPatched(read.value, patch)
    if (!patched.ok) throw patchNotTaken(patched.problem)
    const resource = validResource(patched.value, named.type)
    // What it was changed from is what it must still be.
    const asked = { method: 'patch', resource, named, ifMatch: ifMatch ?? [now.versionId] } as const
    return writeOne(tx, caller, asked, means)
  })
  // Thrown when the transaction has committed: that it was asked stays in the trail.
  if (outcome === undefined) throw notFound()
  if (!outcome.ok) throw writeProblem(outcome.problem)
  return outcome.value
}
