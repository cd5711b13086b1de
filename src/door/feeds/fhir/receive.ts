import type { Store } from '#ground/db/store.ts'
import { contentHash, type MessageOutcome } from '../keep-message.ts'
import { keepRefused, takeIn } from '../take-in.ts'
import { readBundle } from './bundle.ts'
import { rawOfBundle, type SentBundle } from './envelope.ts'
import { readFhir } from './read.ts'

/** What was sent; its key only if the sender gave one. */
export interface Sent extends Omit<SentBundle, 'key'> {
  readonly key: string | undefined
}

/**
 * Takes in one bundle of a system that has proved who it is, and answers what became of it once that has committed. What
 * cannot be read as a bundle is kept and refused with its reason.
 */
export async function receiveBundle(store: Store, sent: Sent, from: string): Promise<MessageOutcome> {
  const key = sent.key ?? ownKeyOf(sent.body)
  const arrival = { channel: 'fhir', raw: rawOfBundle({ ...sent, key }), from } as const
  const reading = readFhir(arrival)
  if (reading.ok) return takeIn(store, arrival, reading.value)
  await keepRefused(store, arrival, reading.problem)
  return { outcome: 'refused', reason: reading.problem }
}

/** By what a bundle is known whose request had no name: its own identifier, or else its bytes. */
function ownKeyOf(body: Buffer): string {
  const bundle = readBundle(body)
  return (bundle.ok && bundle.value.identifier) || contentHash(body)
}
