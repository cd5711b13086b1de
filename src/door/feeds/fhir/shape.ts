import { z } from 'zod'
import type { SentResource } from './sent-resource.ts'

/**
 * What is looked into of what a bundle holds, as FHIR R4 has it. Whatever else it holds is kept as it was sent; but what is
 * read must be what it is read as.
 */
const text = z.string().optional()
const coding = z.looseObject({ system: text, code: text, display: text })
const concept = z.looseObject({ coding: z.array(coding).optional(), text })
const period = z.looseObject({ start: text, end: text })
const extension = z.looseObject({
  url: text,
  valueString: text,
  valueCode: text,
  valueCoding: coding.optional(),
  valueCodeableConcept: concept.optional(),
})
const extensions = z.array(extension.extend({ extension: z.array(extension).optional() })).optional()
const identifier = z.looseObject({ system: text, value: text, extension: extensions })
const address = z.looseObject({
  ...{ use: text, type: text, text, city: text, postalCode: text },
  line: z.array(z.string()).optional(),
  period: period.optional(),
  extension: extensions,
})
const name = z.looseObject({
  ...{ use: text, text, family: text, period: period.optional() },
  ...{ given: z.array(z.string()).optional(), prefix: z.array(z.string()).optional() },
})

const SHAPES: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  [
    'Patient',
    z.looseObject({
      ...{ birthDate: text, gender: text, deceasedDateTime: text, deceasedBoolean: z.boolean().optional() },
      identifier: z.array(identifier).optional(),
      name: z.array(name).optional(),
      address: z.array(address).optional(),
      telecom: z.array(z.looseObject({ system: text, value: text, use: text })).optional(),
      extension: extensions,
      meta: z.looseObject({ security: z.array(coding).optional() }).optional(),
      generalPractitioner: z.array(z.looseObject({ reference: text, display: text })).optional(),
      communication: z
        .array(z.looseObject({ language: concept.optional(), preferred: z.boolean().optional() }))
        .optional(),
    }),
  ],
  [
    'ServiceRequest',
    z.looseObject({
      ...{ status: text, priority: text, code: concept.optional() },
      identifier: z.array(identifier).optional(),
      performer: z.array(z.looseObject({ display: text, identifier: identifier.optional() })).optional(),
      category: z.array(concept).optional(),
      reasonCode: z.array(concept).optional(),
      note: z.array(z.looseObject({ text })).optional(),
    }),
  ],
])

/** Whether what is read of a resource has the shape that FHIR gives it. */
export function hasShape(resource: SentResource): boolean {
  return SHAPES.get(resource.resourceType)?.safeParse(resource).success ?? true
}

/** Whether every text in it can be kept: a database keeps no NUL, and half a letter is none. */
export function isText(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, inner]) => isText(name) && isText(inner))
}
