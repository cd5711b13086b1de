import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { peekHeader } from '#ground/hl7/peek.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { MessageSender, WaitingMessage } from './ledger.ts'

/** How many waiting messages one page shows; those that have waited longest. */
export const WAITING_SHOWN_MAX = 200

/** Enough of an unknown sender's message to read its first line, bytes. */
const HEADER_BYTES = 1024

interface WaitingRow extends Omit<WaitingMessage, 'sender' | 'type' | 'controlId'> {
  readonly type: string | null
  readonly controlId: string | null
  readonly application: string | null
  readonly facility: string | null
  readonly beginning: Buffer | null
}

/** What waits in quarantine, the longest wait first, with whether this officer may open it. */
export async function readWaiting(tx: Tx, officer: WorkerActor): Promise<WaitingMessage[]> {
  const { rows } = await sql<WaitingRow>`
    select message.id, message.type, message.control_id, outcome.reason, outcome.decided_at as since,
           jsonb_build_object(
             'team', jsonb_build_object('en', team.name_en, 'cy', team.name_cy),
             'organisation', jsonb_build_object('en', body.name_en, 'cy', body.name_cy)) as owner,
           sender.application, sender.facility,
           case when sender.id is null then substring(message.raw from 1 for ${HEADER_BYTES}) end as beginning,
           ${officer.organisationId} in (team.organisation_id, coalesce(sender.organisation_id, team.organisation_id)) as may_open
    from message_outcome as outcome
    join message on message.id = outcome.message_id
    join team on team.id = outcome.owner_team_id
    join organisation as body on body.id = team.organisation_id
    left join sender on sender.id = message.sender_id
    where outcome.outcome = 'quarantined'
      and not exists (
        select from message_outcome as later
        where later.message_id = outcome.message_id
          and (later.decided_at, later.id) > (outcome.decided_at, outcome.id))
    order by outcome.decided_at, message.sequence
    limit ${WAITING_SHOWN_MAX}`.execute(tx.db)
  return rows.map(({ application, facility, beginning, ...row }) => ({
    ...row,
    sender: senderFrom(application, facility, beginning),
    type: row.type ?? undefined,
    controlId: row.controlId ?? undefined,
  }))
}

/** A known sender by its names, an unknown one by what its message says of itself. */
export function senderFrom(application: string | null, facility: string | null, raw: Uint8Array | null): MessageSender {
  if (application !== null && facility !== null) return { application, facility, isKnown: true }
  const header = raw === null ? undefined : peekHeader(raw)
  const said = (field: number) => header?.fields[field]?.split(header.component)[0]?.trim() ?? ''
  return { application: said(3), facility: said(4), isKnown: false }
}
