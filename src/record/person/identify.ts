import type { Tx } from '#ground/db/store.ts'
import { holdAlone } from '#ground/db/store.ts'
import type { NhsNumber } from '#ground/nhs-number.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { SourceRecord } from './keep-source-record.ts'
import { linkRecords } from './link/link.ts'
import { personOf } from './link/persons.ts'
import { type Candidate, decideMatch } from './match.ts'
import type { Identity } from './patient.ts'
import { raiseReview } from './review/raise.ts'

/** Whom a record turned out to be about. `undecided`: they may also be somebody already known; a person must decide. */
export interface Identified {
  readonly personId: string
  readonly how: 'already linked' | 'linked' | 'new' | 'undecided'
}

/**
 * Finds whose record a source record is: whoever it was about before, or for a new one whoever it matches, to whose
 * record it is linked, or somebody new. A possible match that is not certain is kept for the owning team to decide.
 * Refused when the NHS number is held for somebody of another name and another day of birth.
 */
export async function identify(
  tx: Tx,
  record: SourceRecord,
  ownerTeamId: string,
): Promise<Outcome<Identified, 'match.numberOfSomebodyElse'>> {
  const { id: sourceRecordId, identity } = record
  // Two first messages about one person at the same time must not make two people.
  if (identity.nhsNumber !== undefined) await holdAlone(tx, `nhs-number ${identity.nhsNumber}`)
  const candidates = await candidatesFor(tx, sourceRecordId, identity)
  const match = decideMatch(identity, candidates)
  if (match.decision === 'conflict') return refused('match.numberOfSomebodyElse')
  const personId = await personOf(tx, sourceRecordId)
  if (!record.isNew) return done({ personId, how: 'already linked' })
  if (match.decision === 'link') {
    const { sourceRecordId: matched, agreed } = match.evidence
    const reason = 'match.verifiedNumberAndSecondIdentifier'
    const linked = await linkRecords(tx, sourceRecordId, matched, {
      decidedBy: 'rule',
      reason,
      explanation: { agreed },
    })
    if (linked.ok) return done({ personId: linked.value.personId, how: 'linked' })
    return done({ personId, how: 'new' })
  }
  if (match.decision === 'new') return done({ personId, how: 'new' })
  const { candidateId, reason } = match
  const alike = candidates.filter(candidate => candidate.personId === candidateId || reason === 'match.severalPeople')
  await raiseReview(tx, {
    sourceRecordId,
    reason,
    candidates: alike.map(candidate => ({ recordId: candidate.sourceRecordId })),
    ownerTeamId,
  })
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
