import { z } from 'zod'
import { isId } from '../id.ts'
import { bodyNotUnderstood } from '../problem.ts'

/** Two records that an app says are one person's. */
export interface SaidToBeOne {
  readonly recordId: string
  readonly otherId: string
}

/** How many pairs one request may name. */
const PAIRS_MAX = 20

const Reference = z.object({ reference: z.string() })
const Parameters = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z.array(
    z.looseObject({
      name: z.string(),
      valueReference: Reference.optional(),
      resource: z
        .looseObject({
          resourceType: z.literal('Patient'),
          id: z.string(),
          link: z.array(z.object({ other: Reference, type: z.string() })),
        })
        .optional(),
    }),
  ),
})

/**
 * Reads what is to be one person's: `source-patient` and `target-patient` as references, or a Patient whose `link`
 * names the others. Throws what is wrong. Source: FHIR R5, Patient $merge; FHIR R4, Patient.link.
 */
export function mergeAsked(body: unknown): readonly SaidToBeOne[] {
  const parameters = Parameters.safeParse(body)
  if (!parameters.success) throw bodyNotUnderstood('Parameters')
  const named = (name: string) => parameters.data.parameter.find(parameter => parameter.name === name)
  const { resource } = named('resource') ?? {}
  const pairs =
    resource !== undefined
      ? resource.link.map(({ other }) => ({ recordId: resource.id, otherId: idOf(other.reference) }))
      : [
          {
            recordId: idOf(named('target-patient')?.valueReference?.reference ?? ''),
            otherId: idOf(named('source-patient')?.valueReference?.reference ?? ''),
          },
        ]
  if (pairs.length === 0 || pairs.length > PAIRS_MAX || pairs.some(isNoPair)) throw bodyNotUnderstood('Patient')
  return pairs
}

function idOf(reference: string): string {
  return reference.replace(/^Patient\//, '')
}

function isNoPair({ recordId, otherId }: SaidToBeOne): boolean {
  return !isId(recordId) || !isId(otherId) || recordId === otherId
}
