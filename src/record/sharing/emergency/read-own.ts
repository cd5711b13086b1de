import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Access } from '../access.ts'

/** An emergency that is open now, for the bar on every page of the record. */
export interface OpenEmergency {
  readonly id: string
  readonly personId: string
  readonly closesAt: Date
}

/** What a worker has open in the post they act in, the last to close first: for one person, or for all. */
export async function openEmergenciesOf(tx: Tx, actor: WorkerActor, personId?: string): Promise<OpenEmergency[]> {
  const { rows } = await sql<OpenEmergency>`
    select emergency.id, emergency.person_id, emergency.closes_at
    from emergency_access_now as emergency
    where emergency.account_id = ${actor.accountId} and emergency.organisation_id = ${actor.organisationId}
      and emergency.opened_at <= ${tx.now} and emergency.closes_at > ${tx.now}
      and (${personId ?? null}::uuid is null or emergency.person_id = ${personId ?? null}::uuid)
    order by emergency.closes_at desc, emergency.id`.execute(tx.db)
  return rows
}

/** What the holder of an access has open for its person; the last to close, when there are several. */
export async function openEmergencyOf(tx: Tx, { actor, personId }: Access): Promise<OpenEmergency | undefined> {
  if (actor.kind !== 'worker') return undefined
  const [open] = await openEmergenciesOf(tx, actor, personId)
  return open
}
