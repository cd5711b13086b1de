import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { AgreementContent } from './agreement.ts'

/** The topic of what is announced when an agreement comes into force or ends at once; the id is a receiver's code. */
export const AGREEMENT_CHANGED = 'agreement'

/** Says to everybody at each receiver, when this commits, that what is open to them has changed. */
export async function announceChange(tx: Tx, { clauses }: AgreementContent): Promise<void> {
  for (const id of new Set(clauses.flatMap(({ receivers }) => receivers)))
    await announce(tx, { topic: AGREEMENT_CHANGED, id })
}
