import type { FastifyRequest } from 'fastify'
import { textAt } from '#ground/fhir/any.ts'
import { readJson } from '#ground/fhir/json/read.ts'
import { fhirpathPatched } from '#ground/fhir/patch/fhirpath-patch.ts'
import { jsonPatched } from '#ground/fhir/patch/json-patch.ts'
import type { Outcome } from '#ground/outcome.ts'
import { jsonSent } from '../body.ts'
import { bodyRefused, patchNotTaken } from '../problem.ts'
import { validResource } from './sent-resource.ts'

/** What a patch makes of a resource. Throws which operation cannot be done. */
export type Patch = (resource: unknown) => unknown

/** A patch is no record of the region's: its profiles say nothing of it. */
const NO_PROFILES = undefined
const JSON_PATCH = 'application/json-patch+json'

/** The patch that was sent: a JSON Patch by its own media type, else a FHIRPath Patch. Source: FHIR R4, 3.1.0.5. */
export function patchSent(request: FastifyRequest): Patch {
  const sent = jsonSent(request)
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  return type === JSON_PATCH
    ? by(jsonPatched, sent)
    : by(fhirpathPatched, validResource(sent, 'Parameters', NO_PROFILES))
}

/**
 * The patch of an entry of a bundle: a Binary that holds a JSON Patch, or the Parameters of a FHIRPath Patch. `place` is that
 * of the entry. Source: FHIR R4, 3.1.0.5.1.
 */
export function patchInEntry(resource: unknown, place: string): Patch {
  if (textAt(resource, 'resourceType') !== 'Binary') {
    return by(fhirpathPatched, validResource(resource, 'Parameters', NO_PROFILES), place)
  }
  if (textAt(resource, 'contentType') !== JSON_PATCH) {
    throw patchNotTaken({ code: 'patch.malformed', part: 'Binary.contentType' }, place)
  }
  const read = readJson(Buffer.from(textAt(resource, 'data') ?? '', 'base64'))
  if (!read.ok) throw bodyRefused(read.problem)
  return by(jsonPatched, read.value, place)
}

function by(patched: typeof jsonPatched | typeof fhirpathPatched, patch: unknown, place?: string): Patch {
  return resource => {
    const outcome: Outcome<unknown, Parameters<typeof patchNotTaken>[0]> = patched(resource, patch)
    if (!outcome.ok) throw patchNotTaken(outcome.problem, place)
    return outcome.value
  }
}
