import type { Tx } from '#ground/db/store.ts'
import { holdAlone } from '#ground/db/store.ts'
import type { NhsNumber } from '#ground/nhs-number.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { findPersonOf, linkSourceRecord, newPerson } from './link.ts'
import { type Candidate, decideMatch } from './match.ts'
import type { Identity } from './patient.ts'

/** Whom a record turned out to be about. `undecided`: they may also be somebody already known; a person must decide. */
export interface Identified {
  readonly personId: string
  readonly how: 'already linked' | 'linked' | 'new' | 'undecided'
}

/**
 * Finds whose record a source record is, and links it: to the person it was linked to before, to the one it matches,
 * or to somebody new. A possible match that is not certain is kept for the owning team to decide.
 * Refused when the NHS number is held for somebody of another name and another day of birth.
 */
export async function identify(
  tx: Tx,
  sourceRecordId: string,
  identity: Identity,
  ownerTeamId: string,
): Promise<Outcome<Identified, 'match.numberOfSomebodyElse'>> {
  // Two first messages about one person at the same time must not make two people.
  if (identity.nhsNumber !== undefined) await holdAlone(tx, `nhs-number ${identity.nhsNumber}`)
  const candidates = await candidatesFor(tx, sourceRecordId, identity)
  const match = decideMatch(identity, candidates)
  if (match.decision === 'conflict') return refused('match.numberOfSomebodyElse')
  const linked = await findPersonOf(tx, sourceRecordId)
  if (linked !== undefined) return done({ personId: linked, how: 'already linked' })
  if (match.decision === 'link') {
    const because = { decidedBy: 'rule', reason: 'match.verifiedNumberAndSecondIdentifier', evidence: match.evidence }
    await linkSourceRecord(tx, match.personId, sourceRecordId, because)
    return done({ personId: match.personId, how: 'linked' })
  }
  const personId = await newPerson(tx)
  await linkSourceRecord(tx, personId, sourceRecordId, { decidedBy: 'rule', reason: 'match.newPerson', evidence: {} })
  if (match.decision === 'new') return done({ personId, how: 'new' })
  const { candidateId, reason } = match
  await tx.db
    .insertInto('undecidedMatch')
    .values({ id: tx.newId(), sourceRecordId, candidateId, reason, ownerTeamId, raisedAt: tx.now })
    .execute()
  return done({ personId, how: 'undecided' })
}

/** Everybody else who holds the same NHS number. */
async function candidatesFor(tx: Tx, sourceRecordId: string, identity: Identity): Promise<Candidate[]> {
  if (identity.nhsNumber === undefined) return []
  const rows = await tx.db
    .selectFrom('sourceRecord as record')
    .innerJoin('personLinkNow as link', 'link.sourceRecordId', 'record.id')
    .select([
      'record.id',
      'link.personId',
      'record.nhsNumber',
      'record.nhsNumberVerified',
      'record.birthDate',
      'record.familyKey',
    ])
    .where('record.nhsNumber', '=', identity.nhsNumber)
    .where('record.id', '<>', sourceRecordId)
    .orderBy('record.nhsNumberVerified', 'desc')
    .orderBy('record.id')
    .execute()
  return rows.map(row => ({
    personId: row.personId!,
    sourceRecordId: row.id,
    nhsNumber: row.nhsNumber as NhsNumber,
    nhsNumberVerified: row.nhsNumberVerified,
    birthDate: row.birthDate ?? undefined,
    familyKey: row.familyKey,
  }))
}
