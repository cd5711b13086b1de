import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { personNow } from '#record/person/person-now.ts'
import type { DataClass } from '../vocabulary.ts'
import { type Decider, findDecider } from '../wish/decider.ts'
import { makeWish } from '../wish/make.ts'
import { announceSharing, type DeciderProblem, type WishProblem } from '../wish/wish.ts'
import { answerInvitation, makeInvitation, openInvitations } from './invitation.ts'
import { beginRelationship } from './relationship.ts'

/** Makes a code for somebody to be chosen as family or friend. Only the person does: choosing family is theirs alone. */
export async function inviteFamily(
  tx: Tx,
  by: CitizenActor,
  personId: string,
): Promise<Outcome<string, DeciderProblem>> {
  const decider = await thePerson(tx, by, personId)
  if (!decider.ok) return decider
  return done(await makeInvitation(tx, { personId: decider.value.keptUnder, purpose: 'family' }, by))
}

/** Whether it is them, and what they may see if it is. */
export interface FamilyAnswer {
  readonly invitationId: string
  readonly accepted: boolean
  readonly dataClasses: readonly DataClass[]
  /** When it ends by itself; left out, it holds until it is ended. */
  readonly endsAt?: Date | undefined
}

/**
 * Says whether whoever entered the code is the one who was meant. If so they are family or friend from now on, and see
 * the classes that were chosen; if not the code no longer counts. Refused while nobody has entered it.
 */
export async function answerFamily(
  tx: Tx,
  by: CitizenActor,
  personId: string,
  { invitationId, accepted, dataClasses, endsAt }: FamilyAnswer,
): Promise<Outcome<undefined, WishProblem | 'invitation.unknown'>> {
  const decider = await thePerson(tx, by, personId)
  if (!decider.ok) return decider
  const invitation = (await openInvitations(tx, { personId, purpose: 'family' })).find(({ id }) => id === invitationId)
  if (invitation === undefined) return refused('invitation.unknown')
  if (!accepted) {
    await answerInvitation(tx, { invitationId, accepted }, by)
    return done(undefined)
  }
  if (invitation.entered === undefined) return refused('invitation.unknown')
  if (dataClasses.length === 0) return refused('wish.nothingNamed')
  const { accountId } = invitation.entered
  const { keptUnder } = decider.value
  const tie = { kind: 'family', with: { accountId }, source: 'person-chose' } as const
  await beginRelationship(tx, { personId: keptUnder }, endsAt === undefined ? tie : { ...tie, endsAt })
  const made = await makeWish(tx, by, personId, { kind: 'allow', with: { accountId }, dataClasses })
  // The tie is no tie without the choice: whoever asks undoes all of what is refused (decideSharing).
  if (!made.ok) return made
  await answerInvitation(tx, { invitationId, accepted }, by)
  return done(undefined)
}

/** Ends a tie of family at once, and with it whatever was chosen for them. Again, it stays ended. */
export async function endFamily(
  tx: Tx,
  by: CitizenActor,
  personId: string,
  accountId: string,
): Promise<Outcome<undefined, DeciderProblem>> {
  const decider = await thePerson(tx, by, personId)
  if (!decider.ok) return decider
  const ties = await tx.db
    .selectFrom('relationshipNow')
    .select('id')
    .where('personId', '=', personNow(personId))
    .where('kind', '=', 'family')
    .where('accountId', '=', accountId)
    .execute()
  for (const { id } of ties)
    await tx.db
      .insertInto('relationshipEnd')
      .values({ relationshipId: id!, source: 'person-chose', endedAt: tx.now })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  const chosen = await tx.db
    .selectFrom('wishNow')
    .select('id')
    .where('personId', '=', personNow(personId))
    .where('kind', '=', 'allow')
    .where('accountId', '=', accountId)
    .execute()
  const end = { personId: decider.value.keptUnder, endedBy: by.accountId, endedAt: tx.now }
  for (const { id } of chosen)
    await tx.db
      .insertInto('wishEnd')
      .values({ ...end, wishId: id! })
      .execute()
  await announceSharing(tx, personId)
  return done(undefined)
}

async function thePerson(tx: Tx, by: CitizenActor, personId: string): Promise<Outcome<Decider, DeciderProblem>> {
  const decider = await findDecider(tx, by, personId)
  if (!decider.ok) return decider
  return decider.value.representativeId === undefined ? decider : refused('wish.notYourRecord')
}
