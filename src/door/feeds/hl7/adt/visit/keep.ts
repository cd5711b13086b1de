import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { Course } from './course.ts'
import type { VisitEvent } from './event.ts'

/** Whose number a visit has: the organisation, and its own name for the visit. */
export interface VisitKey {
  readonly contributorId: string
  /** The business key of the spell. */
  readonly visit: string
}

/** All that has been told of a visit; nobody else adds to it until this transaction ends. Use in `transactionInTurn`. */
export async function holdEvents(tx: Tx, { contributorId, visit }: VisitKey): Promise<VisitEvent[]> {
  await holdAlone(tx, `visit ${contributorId} ${visit}`)
  const rows = await tx.db
    .selectFrom('visitEvent')
    .select('event')
    .where('contributorId', '=', contributorId)
    .where('visit', '=', visit)
    .execute()
  return rows.map(({ event }) => event as unknown as VisitEvent)
}

/** Keeps one event of a visit, and where the visit stands with it. */
export function keepEvent(
  tx: Tx,
  { contributorId, visit }: VisitKey,
  { event, messageId }: { readonly event: VisitEvent; readonly messageId: string },
  { recordId, standing, isAdmission, movedAt, stops }: Course,
): void {
  tx.send(tx.db.insertInto('visitEvent').values({ contributorId, visit, messageId, event: JSON.stringify(event) }))
  const now = {
    sourceRecordId: recordId,
    standing: standing ?? null,
    isAdmission,
    movedAt: movedAt ?? null,
    teamId: stops.find(({ status }) => status === 'active')?.team?.id ?? null,
  }
  tx.send(
    tx.db
      .insertInto('visitNow')
      .values({ contributorId, visit, ...now })
      .onConflict(conflict => conflict.columns(['contributorId', 'visit']).doUpdateSet(now)),
  )
}
