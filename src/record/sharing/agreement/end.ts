import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { signedContent } from './agreement.ts'
import { announceChange } from './announce-change.ts'
import { holdsPost } from './sign.ts'

/** The longest reason for ending an agreement, characters. */
export const END_REASON_LENGTH_MAX = 1000

export type EndProblem =
  | 'agreement.unknown'
  | 'agreement.notAParty'
  | 'agreement.notInPost'
  | 'agreement.hasEnded'
  | 'agreement.lastDayPast'
  | 'agreement.reasonMissing'
  | 'agreement.reasonTooLong'

/**
 * Ends an agreement before its time: any one party may, by the holder of the post that signed for it. It opens nothing
 * after its new last day, which may be yesterday (at once) or later, and not later than the day it would end by itself.
 */
export async function endAgreement(
  tx: Tx,
  by: WorkerActor,
  hash: string,
  end: { readonly lastDay: string; readonly reason: string },
): Promise<Outcome<undefined, EndProblem>> {
  const reason = end.reason.trim()
  if (reason === '') return refused('agreement.reasonMissing')
  if (reason.length > END_REASON_LENGTH_MAX) return refused('agreement.reasonTooLong')
  const held = await tx.db
    .selectFrom('agreement')
    .select(['id', 'content'])
    .where('contentHash', '=', hash)
    .executeTakeFirst()
  const content = held && signedContent(held.content, hash)
  if (held === undefined || content === undefined) return refused('agreement.unknown')
  const { parties, until } = content
  const party = parties.find(({ organisation }) => organisation === by.organisationCode)
  if (party === undefined) return refused('agreement.notAParty')
  if (!(await holdsPost(tx, by, party.signatory))) return refused('agreement.notInPost')
  if (end.lastDay < (await yesterday(tx)) || end.lastDay > until) return refused('agreement.lastDayPast')
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('agreementEnd')
    .values({
      agreementId: held.id,
      lastDay: end.lastDay,
      endedBy: by.accountId,
      endedByName: by.name,
      reason,
      endedAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return refused('agreement.hasEnded')
  if (end.lastDay < dayOf(tx.now)) await announceChange(tx, content)
  return done(undefined)
}

async function yesterday(tx: Tx): Promise<string> {
  const { rows } = await sql<{ day: string }>`select ${dayOf(tx.now)}::date - 1 as day`.execute(tx.db)
  return rows[0]?.day ?? dayOf(tx.now)
}
