import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Told } from '#record/sharing/to-system.ts'
import { HAND_OVER_CLASS } from '#work/hand-over/hand-over.ts'
import type { Reply } from './rri.ts'

/** An answer for a system that has referred somebody, and where it wants to be told. */
export interface ReplyToSend extends Reply {
  readonly handOverId: string
  readonly destinationId: string
  readonly to: { readonly application: string; readonly facility: string }
  readonly personId: string
  readonly sourceRecordId: string
  readonly released: readonly Told[]
}

/** By what an answer is known among what is sent: each is sent once. */
export function keyOfReply(handOverId: string): string {
  return `reply ${handOverId}`
}

/** How many are looked through at once; the rest follow. */
const AT_ONCE_MAX = 100

/**
 * The answers to referrals by HL7 v2 that have not been queued yet, the first first. Only where the map of whoever referred
 * names a destination of the same organisation: a map that names somebody else's would tell them.
 */
export async function findReplies(tx: Tx): Promise<ReplyToSend[]> {
  const { rows } = await sql<Row>`
    select handed.id as hand_over_id, handed.person_id, handed.contributor_id, answer.answer, answer.reason,
           message.control_id as referral_control_id, sender.application, sender.facility, destination.id as destination_id,
           referral.content as referral, record.content as patient, record.id as source_record_id
    from hand_over as handed
    join hand_over_answer as answer on answer.hand_over_id = handed.id and answer.answer in ('accepted', 'declined')
    join message on message.id = handed.message_id and message.channel = 'hl7'
    join sender on sender.id = message.sender_id and sender.organisation_id = handed.contributor_id
    join sender_map_now as map on map.sender_id = sender.id
    join destination_now as destination on destination.name = map.map ->> 'repliesTo'
      and destination.organisation_id = sender.organisation_id and destination.carrier = 'mllp' and not destination.is_closed
    join resource as referral on referral.type = 'ServiceRequest' and referral.contributor_id = handed.contributor_id
      and handed.form_key = 'referral ' || sender.id || ' ' || referral.business_key
    join source_record as record on record.id = referral.source_record_id
    where not exists (
      select from outgoing
      where outgoing.destination_id = destination.id and outgoing.key = 'reply ' || handed.id)
    order by answer.answered_at, handed.id
    limit ${AT_ONCE_MAX}`.execute(tx.db)
  return rows.map(({ application, facility, contributorId, reason, ...row }) => ({
    ...row,
    reason: reason ?? undefined,
    to: { application, facility },
    released: [
      { contributorId, dataClass: 'demographics' },
      { contributorId, dataClass: HAND_OVER_CLASS },
    ],
  }))
}

interface Row extends Omit<ReplyToSend, 'to' | 'released' | 'reason'> {
  readonly application: string
  readonly facility: string
  readonly contributorId: string
  readonly reason: string | null
}
