import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { CarrierName } from '#work/outbox/outgoing.ts'
import type { Topic } from './topic.ts'

/** A destination that is told about people now. */
export interface Partner {
  readonly destinationId: string
  readonly carrier: CarrierName
  readonly topics: readonly Topic[]
  /** What was recorded before is not told it. */
  readonly since: Date
}

/** Every destination that two people have let in and that is told of something, and is not closed. What is paused waits. */
export async function readPartners(tx: Tx): Promise<Partner[]> {
  const { rows } = await sql<Partner>`
    select destination.id as destination_id, destination.carrier, told.topics,
           greatest(told.at, confirmed.at) as since
    from destination_now as destination
    join destination_told_now as told on told.destination_id = destination.id
    join destination_step as confirmed on confirmed.destination_id = destination.id and confirmed.step = 'confirmed'
    where not destination.is_closed and cardinality(told.topics) > 0
    order by destination.id`.execute(tx.db)
  return rows
}
