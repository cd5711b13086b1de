import type { OperationOutcome } from 'fhir/r4.js'
import type { Say } from '#ground/language/say.ts'
import type { TakenBundle } from '../means.ts'

/** What is answered for each outcome. What waits is safe: it must not be sent again, so that it is no error. */
const STATUS = { applied: 200, duplicate: 200, quarantined: 202, refused: 422 } as const

/** The status of an answer. Source: FHIR R4, 3.1.0.4: 422 for what is understood and cannot be taken. */
export function statusOf({ outcome }: TakenBundle): number {
  return STATUS[outcome]
}

/** What became of what was sent, in the sender's language. The code of the reason stays the same for ever. */
export function outcomeOf({ outcome, reason }: TakenBundle, say: Say): OperationOutcome {
  return {
    resourceType: 'OperationOutcome',
    language: say.language,
    issue: [
      {
        severity: outcome === 'refused' ? 'error' : outcome === 'quarantined' ? 'warning' : 'information',
        code: outcome === 'refused' ? 'invalid' : 'informational',
        details: {
          ...(reason !== undefined && { coding: [{ system: 'urn:cydofal:message-reason', code: reason }] }),
          text: say.code('fhir', `taken-${outcome}`),
        },
      },
    ],
  }
}
