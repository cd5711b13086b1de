import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { personNow } from '#record/person/person-now.ts'
import type { CapacityDecision } from './office.ts'

/**
 * The decisions for which the person has been found to lack capacity, by the latest finding for each, until its review
 * day has passed. After that capacity is presumed again: Mental Capacity Act 2005, section 1(2).
 */
export async function decisionsLacked(tx: Tx, personId: string): Promise<ReadonlySet<CapacityDecision>> {
  const { rows } = await sql<{ decision: CapacityDecision }>`
    select latest.decision
    from (select distinct on (finding.decision) finding.decision, finding.has_capacity, finding.review_on
          from capacity_finding_now as finding where finding.person_id = ${personNow(personId)}
          order by finding.decision, finding.found_at desc, finding.id) as latest
    where not latest.has_capacity and latest.review_on >= ${dayOf(tx.now)}::date`.execute(tx.db)
  return new Set(rows.map(({ decision }) => decision))
}
