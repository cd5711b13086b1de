import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '../access.ts'
import { makeInvitation } from '../relationship/invitation.ts'
import { ACTING_CLASS, notingAs } from './acting-office.ts'

/** Makes a code for somebody whose power is to be recorded. It opens nothing; it tells them from others of their name. */
export async function inviteRepresentative(
  tx: Tx,
  access: Access,
): Promise<Outcome<string, 'representative.notYours'>> {
  const contributorId = notingAs(access)
  if (contributorId === undefined || access.actor.kind === 'system') return refused('representative.notYours')
  access.contribute(contributorId, ACTING_CLASS)
  return done(await makeInvitation(tx, { personId: access.keptUnder, purpose: 'representative' }, access.actor))
}
