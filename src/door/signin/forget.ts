import type { Tx } from '#ground/db/store.ts'
import { oldestHeld } from './held-forms.ts'
import { oldestSigningIn } from './signing-in.ts'

/** How long a session that is over is remembered, so that somebody back from a week away can still keep their form. */
const OVER_DAYS = 7

/** Deletes what nobody can use any more: visits to the provider that never came back, old forms, old sessions. */
export async function forgetWhatIsOver(tx: Tx): Promise<void> {
  const longOver = new Date(tx.now.getTime() - OVER_DAYS * 24 * 3_600_000)
  await tx.db.deleteFrom('signingIn').where('startedAt', '<=', oldestSigningIn(tx.now)).execute()
  await tx.db.deleteFrom('heldForm').where('heldAt', '<=', oldestHeld(tx.now)).execute()
  await tx.db.deleteFrom('session').where('endsAt', '<=', longOver).execute()
}
