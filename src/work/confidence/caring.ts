import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Access } from '#record/sharing/access.ts'
import { carersGrant, isCarers } from './confidence.ts'

/** The longest name that may be given, characters. */
export const CARED_FOR_LENGTH_MAX = 100

/** That somebody looks after somebody, as the carer says. */
export interface Caring {
  readonly id: string
  readonly name: string
  readonly saidAt: Date
}

export type CaringProblem = 'confidence.notYours' | 'confidence.nameMissing' | 'confidence.nameTooLong'

/**
 * A carer says whom they look after. It is a part of their own record, of the class that the one they look after never
 * sees, and opens nothing of either. `caredForId` is who it is, where the carer was chosen by them; left out, a name alone.
 */
export async function sayCaring(
  tx: Tx,
  access: Access,
  caredFor: { readonly name: string; readonly caredForId?: string },
): Promise<Outcome<undefined, CaringProblem>> {
  const grant = carersGrant(access)
  const { actor } = access
  if (grant === undefined || !isCarers(access) || actor.kind !== 'citizen') return refused('confidence.notYours')
  const name = caredFor.name.trim()
  if (name === '') return refused('confidence.nameMissing')
  if (name.length > CARED_FOR_LENGTH_MAX) return refused('confidence.nameTooLong')
  await tx.db
    .insertInto('caring')
    .values({
      id: tx.newId(),
      carerId: access.keptUnder,
      caredForId: caredFor.caredForId ?? null,
      caredForName: name,
      saidBy: actor.accountId,
      saidByName: actor.name,
      saidAt: tx.now,
    })
    .execute()
  access.contribute(grant.contributorId, grant.dataClass)
  return done(undefined)
}

/** They look after them no longer. Said again, it stays so. */
export async function endCaring(tx: Tx, access: Access, caringId: string): Promise<Outcome<undefined, CaringProblem>> {
  const grant = carersGrant(access)
  const { actor } = access
  if (grant === undefined || !isCarers(access) || actor.kind !== 'citizen') return refused('confidence.notYours')
  const caring = (await caringOf(tx, access)).find(({ id }) => id === caringId)
  if (caring === undefined) return done(undefined)
  await tx.db
    .insertInto('caringEnd')
    .values({ caringId, endedBy: actor.accountId, endedByName: actor.name, endedAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  access.contribute(grant.contributorId, grant.dataClass)
  return done(undefined)
}

/** Whom somebody looks after, for the carer and for those to whom what they say as a carer is open. */
export async function caringOf(tx: Tx, access: Access): Promise<Caring[]> {
  const grant = carersGrant(access)
  if (grant === undefined) return []
  const rows = await tx.db
    .selectFrom('caring')
    .leftJoin('caringEnd as ended', 'ended.caringId', 'caring.id')
    .select(['caring.id', 'caring.caredForName as name', 'caring.saidAt'])
    .where('caring.carerId', 'in', everyIdOf(access.personId))
    .where('ended.caringId', 'is', null)
    .orderBy('caring.saidAt')
    .orderBy('caring.id')
    .execute()
  if (rows.length > 0) access.release(grant.contributorId, grant.dataClass)
  return rows
}
