import { type Store, transactionInTurn } from '#ground/db/store.ts'
import type { Answer, Carriers } from './carrier.ts'
import { settle } from './settle.ts'
import { takeNext } from './take.ts'

/** What one try came to, and when the same thing is due again, if it is. */
export interface Tried {
  readonly result: Answer['result']
  readonly nextAt: Date | undefined
}

/**
 * Sends the next thing that is due for a destination, if there is any. What is taken is noted before it leaves, and
 * counts as sent only when the receiver has said so: whoever is killed in between leaves it to be tried again, with the
 * same bytes under the same id.
 */
export async function sendNext(store: Store, carriers: Carriers, destinationId: string): Promise<Tried | undefined> {
  const taken = await transactionInTurn(store, tx => takeNext(tx, destinationId))
  if (taken === undefined) return undefined
  const answer = (await carriers[taken.carrier]?.(taken.parcel).catch(brokeOff)) ?? NO_CARRIER
  const nextAt = await transactionInTurn(store, tx => settle(tx, taken, answer, store.chance))
  return { result: answer.result, nextAt }
}

const NO_CARRIER: Answer = { result: 'unknown', code: 'outbox.noCarrier', said: '' }

/** A fault of ours or of the network's that a carrier did not foresee: nobody knows how far it came. */
function brokeOff(fault: unknown): Answer {
  return { result: 'unknown', code: 'outbox.brokeOff', said: String(fault) }
}
