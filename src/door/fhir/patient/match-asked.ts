import type { Patient } from 'fhir/r4.js'
import { z } from 'zod'
import { bodyNotUnderstood } from '../problem.ts'

/** How many are answered unless the app says fewer. */
const COUNT_MAX = 20

/** What an app asks of `$match`: who this may be. */
export interface MatchAsked {
  readonly described: Patient
  readonly count: number
  /** Only somebody of whom matching is sure, and only if it is one. */
  readonly onlyCertain: boolean
}

/** As far as it is looked into; what else a Patient holds is passed by. */
const Described = z.looseObject({
  resourceType: z.literal('Patient'),
  name: z.array(z.looseObject({ given: z.array(z.string()).optional(), family: z.string().optional() })).optional(),
  birthDate: z.string().optional(),
  gender: z.enum(['male', 'female', 'other', 'unknown']).optional(),
  identifier: z.array(z.looseObject({ system: z.string().optional(), value: z.string().optional() })).optional(),
  address: z
    .array(z.looseObject({ line: z.array(z.string()).optional(), postalCode: z.string().optional() }))
    .optional(),
  telecom: z.array(z.looseObject({ system: z.string().optional(), value: z.string().optional() })).optional(),
})

const Parameters = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z.array(
    z.looseObject({
      name: z.string(),
      resource: z.unknown().optional(),
      valueInteger: z.number().int().positive().optional(),
      valueBoolean: z.boolean().optional(),
    }),
  ),
})

/** Reads Parameters as the operation defines them, or throws what is wrong. Source: FHIR R4, Patient $match. */
export function matchAsked(body: unknown): MatchAsked {
  const parameters = Parameters.safeParse(body)
  if (!parameters.success) throw bodyNotUnderstood('Parameters')
  const named = (name: string) => parameters.data.parameter.find(parameter => parameter.name === name)
  const described = Described.safeParse(named('resource')?.resource)
  if (!described.success) throw bodyNotUnderstood('resource')
  return {
    described: described.data as Patient,
    count: Math.min(named('count')?.valueInteger ?? COUNT_MAX, COUNT_MAX),
    onlyCertain: named('onlyCertainMatches')?.valueBoolean ?? false,
  }
}
