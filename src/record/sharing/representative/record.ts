import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { personNow } from '#record/person/person-now.ts'
import type { Access } from '../access.ts'
import { answerInvitation, openInvitations } from '../relationship/invitation.ts'
import { announceSharing } from '../wish/wish.ts'
import { ACTING_CLASS, notingAs } from './acting-office.ts'
import type { RepresentativeKind } from './office.ts'
import type { Acts } from './representatives-of.ts'

/** The longest reference of a power or order, characters. */
export const REFERENCE_LENGTH_MAX = 100
/** The longest reason for the end of one, characters. */
export const END_REASON_LENGTH_MAX = 500

/** A registered power or order that somebody has seen. */
export interface NewRepresentative {
  readonly accountId: string
  readonly kind: RepresentativeKind
  readonly acts: Acts
  readonly reference: string
  /** ISO 8601. */
  readonly registeredOn: string
}

export type RepresentativeProblem =
  | 'representative.notYours'
  | 'representative.unknownPerson'
  | 'representative.referenceMissing'
  | 'representative.referenceTooLong'
  | 'representative.registeredLater'
  | 'representative.already'
  | 'representative.reasonMissing'
  | 'representative.reasonTooLong'
  | 'representative.unknown'

/**
 * Records that somebody may lawfully act for a person: that the recorder has seen the registered power or order. They
 * have to be known already, as family or friend, or by a code that they entered; a name alone is nobody.
 */
export async function recordRepresentative(
  tx: Tx,
  access: Access,
  office: NewRepresentative,
): Promise<Outcome<string, RepresentativeProblem>> {
  const contributorId = notingAs(access)
  if (contributorId === undefined || access.actor.kind === 'system') return refused('representative.notYours')
  const reference = office.reference.trim()
  if (reference === '') return refused('representative.referenceMissing')
  if (reference.length > REFERENCE_LENGTH_MAX) return refused('representative.referenceTooLong')
  if (office.registeredOn > dayOf(tx.now)) return refused('representative.registeredLater')
  const known = (await whoMayBeRecorded(tx, access.personId)).find(({ accountId }) => accountId === office.accountId)
  if (known === undefined) return refused('representative.unknownPerson')
  if (await holdsAlready(tx, access.personId, office)) return refused('representative.already')
  const { accountId: recordedBy, name: recordedByName } = access.actor
  const id = tx.newId()
  await tx.db
    .insertInto('representative')
    .values({
      ...office,
      id,
      personId: access.keptUnder,
      reference,
      source: 'seen',
      recordedBy,
      recordedByName,
      startedAt: tx.now,
    })
    .execute()
  if (known.invitationId !== undefined)
    await answerInvitation(tx, { invitationId: known.invitationId, accepted: true }, access.actor)
  access.contribute(contributorId, ACTING_CLASS)
  await announceSharing(tx, access.personId)
  return done(id)
}

/** Ends an authority: revoked, run out, replaced. Refused for one that is not there or has ended. */
export async function endRepresentative(
  tx: Tx,
  access: Access,
  end: { readonly representativeId: string; readonly reason: string },
): Promise<Outcome<undefined, RepresentativeProblem>> {
  const contributorId = notingAs(access)
  if (contributorId === undefined) return refused('representative.notYours')
  const reason = end.reason.trim()
  if (reason === '') return refused('representative.reasonMissing')
  if (reason.length > END_REASON_LENGTH_MAX) return refused('representative.reasonTooLong')
  const office = await tx.db
    .selectFrom('representativeNow')
    .select('id')
    .where('id', '=', end.representativeId)
    .where('personId', '=', access.personId)
    .executeTakeFirst()
  if (office?.id == null) return refused('representative.unknown')
  await tx.db
    .insertInto('representativeEnd')
    .values({ representativeId: office.id, reason, endedByName: access.actor.name, endedAt: tx.now })
    .execute()
  access.contribute(contributorId, ACTING_CLASS)
  await announceSharing(tx, access.personId)
  return done(undefined)
}

/** Somebody who can be told from everybody else of their name. */
export interface Recordable {
  readonly accountId: string
  readonly name: string
  readonly invitationId: string | undefined
}

/** Who may be recorded as a representative: family and friends, and whoever has entered a code made for it. */
export async function whoMayBeRecorded(tx: Tx, personId: string): Promise<Recordable[]> {
  const family = await tx.db
    .selectFrom('relationshipNow as tie')
    .innerJoin('account', 'account.id', 'tie.accountId')
    .select(['account.id as accountId', 'account.name'])
    .distinct()
    .where('tie.personId', '=', personNow(personId))
    .where('tie.kind', '=', 'family')
    .orderBy('account.name')
    .execute()
  const invited = (await openInvitations(tx, { personId, purpose: 'representative' })).flatMap(({ id, entered }) =>
    entered === undefined ? [] : [{ ...entered, invitationId: id }],
  )
  const known = new Set(invited.map(({ accountId }) => accountId))
  return [
    ...invited,
    ...family.filter(({ accountId }) => !known.has(accountId)).map(one => ({ ...one, invitationId: undefined })),
  ]
}

async function holdsAlready(tx: Tx, personId: string, { accountId, kind }: NewRepresentative): Promise<boolean> {
  const office = await tx.db
    .selectFrom('representativeNow')
    .select('id')
    .where('personId', '=', personNow(personId))
    .where('accountId', '=', accountId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return office !== undefined
}
