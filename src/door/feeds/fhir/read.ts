import { done, type Outcome } from '#ground/outcome.ts'
import { FHIR_FACILITY } from '#work/sender/fhir-system.ts'
import type { Arrival } from '../arrival.ts'
import type { Reading } from '../take-in.ts'
import { applyBundle } from './apply.ts'
import { readBundle } from './bundle.ts'
import { readEnvelope } from './envelope.ts'

/** Reads a bundle as it was kept, now or when it is replayed. */
export function readFhir({ raw }: Arrival): Outcome<Reading, string> {
  const sent = readEnvelope(raw)
  if (!sent.ok) return sent
  const { client, key, body } = sent.value
  const bundle = readBundle(body)
  if (!bundle.ok) return bundle
  return done({
    application: client,
    facility: FHIR_FACILITY,
    controlId: key,
    type: bundle.value.type,
    apply: (tx, as) => applyBundle(tx, { ...bundle.value, body }, as),
  })
}
