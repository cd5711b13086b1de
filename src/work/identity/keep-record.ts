import { sql } from '#ground/db/sql.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { identify } from '#record/person/identify/identify.ts'
import {
  findHeld,
  type HeldRecord,
  keepOver,
  type NewSourceRecord,
  type SourceKey,
} from '#record/person/keep-source-record.ts'
import type { About } from '#record/sharing/about.ts'
import { raiseOfRecord } from '#work/notice/raise-of-record.ts'

/** The sender's record of somebody, and whom it is about: what machines wrote into it is kept under the id of its own. */
export interface KeptPerson {
  readonly sourceRecordId: string
  readonly version: number
  readonly about: About
}

/** Whose record it is, and the team that answers for whose it may be. */
export interface Keeper {
  readonly organisationId: string
  readonly ownerTeamId: string
}

/** What is held under this key. Nobody else keeps it meanwhile: messages about one record are applied one after another. */
export async function holdRecord(tx: Tx, { organisationId, localId }: SourceKey): Promise<HeldRecord | undefined> {
  await holdAlone(tx, `record ${organisationId} ${localId}`)
  return findHeld(tx, { organisationId, localId })
}

/** The same of a record that is there, by its id. */
export async function holdRecordOf(tx: Tx, id: string): Promise<HeldRecord> {
  tx.send(sql`
    select pg_advisory_xact_lock(hashtextextended('record ' || organisation_id || ' ' || local_id, 0))
    from source_record where id = ${id}`)
  return (await findHeld(tx, { id }))!
}

/**
 * Keeps a sender's record of somebody over what is held of them, finds whose it is, and raises notices of what has changed
 * that others may need to know.
 */
export async function keepRecord(
  tx: Tx,
  { organisationId, ownerTeamId }: Keeper,
  held: HeldRecord | undefined,
  told: NewSourceRecord,
): Promise<Outcome<KeptPerson, 'match.numberOfSomebodyElse'>> {
  const record = await keepOver(tx, held, told)
  const identified = await identify(tx, record, ownerTeamId)
  if (!identified.ok) return identified
  await raiseOfRecord(tx, { ...record, organisationId })
  const about = { personId: identified.value.personId, keptUnder: record.homePersonId }
  return done({ sourceRecordId: record.id, version: record.version, about })
}
