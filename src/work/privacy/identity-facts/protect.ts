import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { liftSensitive, markSensitiveRecord, type SensitiveKind } from '#record/person/sensitive/mark.ts'
import { answeredFor, type PrivacyOfficer } from '../privacy-team.ts'
import { because, knownRecord, type StandingFact } from './known-record.ts'

/** Why an address is protected, as an officer may say. */
export const PROTECTION_KINDS = ['refuge', 'own-request', 'national-flag'] as const satisfies readonly SensitiveKind[]

/** Protects the address of somebody, named by the number of one of the officer's organisations. Nothing of them is shown. */
export async function protectAddress(
  tx: Tx,
  officer: PrivacyOfficer,
  asked: { readonly localId: string; readonly kind: SensitiveKind; readonly reason: string },
): Promise<Outcome<string, 'identityFact.numberUnknown'>> {
  const record = await knownRecord(tx, officer, asked.localId)
  if (record === undefined) return refused('identityFact.numberUnknown')
  return done(await markSensitiveRecord(tx, record, asked.kind, because(officer, asked.reason)))
}

/** The protections by hand that stand on records of the officer's organisations. */
export async function protectionsOf(tx: Tx, officer: PrivacyOfficer): Promise<StandingFact[]> {
  const { rows } = await sql<StandingFact>`
    select mark.id, record.local_id as about, mark.kind, mark.reason, mark.decided_by as by, mark.started_at as at
    from sensitive_mark as mark
    join source_record as record on record.id = mark.source_record_id
    where record.organisation_id = any(${await answeredFor(tx, officer.teamId)}::uuid[])
      and not exists (select from sensitive_mark_end as ended where ended.sensitive_mark_id = mark.id)
    order by mark.started_at desc, mark.id`.execute(tx.db)
  return rows
}

/** Takes a protection back. Refused for one that is not in the officer's list. */
export async function unprotect(
  tx: Tx,
  officer: PrivacyOfficer,
  markId: string,
): Promise<Outcome<undefined, 'sensitive.none'>> {
  const own = await protectionsOf(tx, officer)
  if (!own.some(({ id }) => id === markId)) return refused('sensitive.none')
  return liftSensitive(tx, markId, because(officer, 'lifted'))
}
