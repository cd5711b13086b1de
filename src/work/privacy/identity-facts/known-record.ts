import type { Tx } from '#ground/db/store.ts'
import { answeredFor, type PrivacyOfficer } from '../privacy-team.ts'

/** The record that an organisation the officer answers for keeps under a number of its own; undefined for none. */
export async function knownRecord(tx: Tx, officer: PrivacyOfficer, localId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('sourceRecord')
    .select('id')
    .where('localId', '=', localId.trim())
    .where('organisationId', 'in', await answeredFor(tx, officer.teamId))
    .orderBy('arrival')
    .executeTakeFirst()
  return row?.id
}

/** Something that was recorded by hand and stands, as whoever takes it back must know it again. */
export interface StandingFact {
  readonly id: string
  /** What it is about: a number, a UPRN. */
  readonly about: string
  readonly kind: string | undefined
  readonly reason: string
  readonly by: string
  readonly at: Date
}

/** Who decided, as it is kept with what is recorded. */
export function because(officer: PrivacyOfficer, reason: string) {
  return { decidedBy: officer.name, accountId: officer.accountId, reason }
}
