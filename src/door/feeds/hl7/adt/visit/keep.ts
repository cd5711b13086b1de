import type { Encounter } from 'fhir/r4.js'
import { sql } from '#ground/db/sql.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import { type HeldRow, holdRow } from '#record/chart/write-resource.ts'
import type { VisitEvent } from './event.ts'
import type { Course } from './stay.ts'

/** Whose number a visit has: the organisation, and its own name for the visit. */
export interface VisitKey {
  readonly contributorId: string
  /** The business key of the spell. */
  readonly visit: string
}

/** All that is held of a visit: what was told of it, and what was written of it. */
export interface HeldVisit {
  readonly key: VisitKey
  readonly events: readonly VisitEvent[]
  readonly spell: HeldRow<Encounter>
  readonly stay: HeldRow<Encounter>
}

/** Asks for all of it; nobody else adds to it until this transaction ends. Use in `transactionInTurn`. */
export async function holdVisit(tx: Tx, key: VisitKey): Promise<HeldVisit> {
  const own = { type: 'Encounter', contributorId: key.contributorId } as const
  const [events, spell, stay] = await together([
    holdEvents(tx, key),
    holdRow(tx, { ...own, businessKey: key.visit }),
    holdRow(tx, { ...own, businessKey: wardKey(key) }),
  ])
  return { key, events, spell, stay }
}

/** The business key of the ward stay. */
export function wardKey({ visit }: VisitKey): string {
  return `${visit}/ward`
}

/** What was told of a visit, alone. */
export async function holdEvents(tx: Tx, { contributorId, visit }: VisitKey): Promise<VisitEvent[]> {
  await holdAlone(tx, `visit ${contributorId} ${visit}`)
  const { rows } = await sql<{ event: VisitEvent }>`
    select event from visit_event where contributor_id = ${contributorId} and visit = ${visit}`.execute(tx.db)
  return rows.map(({ event }) => event)
}

/** Keeps one event of a visit, and where the visit stands with it. */
export function keepEvent(
  tx: Tx,
  { contributorId, visit }: VisitKey,
  { event, messageId }: { readonly event: VisitEvent; readonly messageId: string },
  { recordId, standing, isAdmission, movedAt, stops }: Course,
): void {
  const teamId = stops.find(({ status }) => status === 'active')?.team?.id ?? null
  tx.send(sql`
    with kept as (
      insert into visit_event (contributor_id, visit, message_id, event)
      values (${contributorId}, ${visit}, ${messageId}, ${JSON.stringify(event)})
    )
    insert into visit_now (contributor_id, visit, source_record_id, standing, is_admission, moved_at, team_id)
    values (${contributorId}, ${visit}, ${recordId}, ${standing ?? null}, ${isAdmission}, ${movedAt ?? null}, ${teamId})
    on conflict (contributor_id, visit) do update
      set source_record_id = excluded.source_record_id, standing = excluded.standing,
          is_admission = excluded.is_admission, moved_at = excluded.moved_at, team_id = excluded.team_id`)
}
