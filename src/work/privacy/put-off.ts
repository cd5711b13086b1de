import type { Tx } from '#ground/db/store.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import { findPersonByLocalId } from '#record/person/local-id.ts'
import { type DeferralProblem, deferTrail, type NewDeferral } from '#record/sharing/trail/deferral.ts'
import { answeredFor, type PrivacyOfficer } from './privacy-team.ts'

/** A deferral as an officer writes it: the person by the number that their own organisation knows them under. */
export type NewPutOff = Omit<NewDeferral, 'personId'> & { readonly localId: string }

/**
 * Puts off telling somebody of some looks. The officer names them by their own organisation's number, and is told
 * nothing of them. It is in no trail that the person reads, which would tell them: it is a row of its own, with who and
 * why, and they read of it when it is over.
 */
export async function putOff(
  tx: Tx,
  officer: PrivacyOfficer,
  { localId, ...asked }: NewPutOff,
): Promise<Outcome<string, DeferralProblem | 'deferral.numberUnknown'>> {
  const personId = await findPersonByLocalId(tx, await answeredFor(tx, officer.teamId), localId.trim())
  if (personId === undefined) return refused('deferral.numberUnknown')
  return deferTrail(tx, officer, { ...asked, personId })
}
