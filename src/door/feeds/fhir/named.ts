import { z } from 'zod'
import { ownIdentifier } from '#record/person/patient.ts'
import type { SentEntry } from './bundle.ts'
import type { SentResource } from './sent-resource.ts'

const Identifiers = z.array(z.looseObject({ system: z.string().optional(), value: z.string().min(1).max(200) }))

/**
 * By what its sender knows a thing: the first business identifier, or else the address it has in the bundle when that is
 * one of its own (`urn:uuid:`). Undefined when it could not be known again.
 */
export function businessKeyOf({ fullUrl, resource }: SentEntry): string | undefined {
  const [identifier] = identifiersOf(resource)
  if (identifier !== undefined) return `fhir/${identifier.system ?? ''}|${identifier.value}`
  return fullUrl.startsWith('urn:uuid:') || /^https?:/.test(fullUrl) ? `fhir/${fullUrl}` : undefined
}

/** The sender's own number for a person, with the system it stands under: never the NHS number. */
export function localIdOf(patient: SentResource): string | undefined {
  return ownIdentifier(identifiersOf(patient))
}

function identifiersOf({ identifier }: SentResource): z.infer<typeof Identifiers> {
  const listed = Identifiers.safeParse(Array.isArray(identifier) ? identifier : [identifier])
  return listed.success ? listed.data : []
}

const Concept = z.looseObject({ coding: z.array(z.looseObject({ code: z.string().optional() })).optional() })
const Concepts = z.array(Concept)

/** The codes that say what a thing is, the most telling first, and its type last: by them the sender's map says its class. */
export function codesOf(resource: SentResource): string[] {
  const { code, type, category, serviceType, specialty, resourceType } = resource
  const concepts = [code, type, category, serviceType, specialty].flatMap(value => {
    const read = Concepts.safeParse([value].flat())
    return read.success ? read.data : []
  })
  const codes = concepts.flatMap(({ coding = [] }) => coding.flatMap(({ code }) => (code === undefined ? [] : [code])))
  return [...codes, resourceType]
}
