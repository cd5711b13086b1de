import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { getReviewOwner } from '#record/person/review/owner.ts'
import { raiseReview } from '#record/person/review/raise.ts'
import type { Access } from '#record/sharing/access.ts'
import { reasonFrom, type WordsProblem } from '../words.ts'
import { isPersonOrActsForThem } from './near.ts'
import { recordBodies } from './record-bodies.ts'

/** What somebody says of a record that is joined to theirs. */
export interface NotMine {
  readonly recordId: string
  readonly words: string
  readonly language: Language
}

export type NotMineProblem = WordsProblem | 'record.notShown' | 'joined.asked' | 'joined.onlyOne'

/**
 * The person says that a record is not about them, or somebody who acts for them does. It becomes a task of the team that
 * answers for the record, due as any other; nothing is parted until an officer decides. Run it in turn.
 */
export async function sayNotMine(
  tx: Tx,
  access: Access,
  { recordId, words, language }: NotMine,
): Promise<Outcome<undefined, NotMineProblem>> {
  const { actor } = access
  const members = await membersOf(tx, access.personId)
  const body = (await recordBodies(tx, [recordId])).get(recordId)
  const isOpen = members.includes(recordId) && body !== undefined && access.covers(body.organisationId, 'demographics')
  if (actor.kind === 'system' || !isPersonOrActsForThem(access) || !isOpen) return refused('record.notShown')
  const reason = reasonFrom(words)
  if (!reason.ok) return reason
  if (members.length === 1) return refused('joined.onlyOne')
  const ownerTeamId = await getReviewOwner(tx, recordId)
  const doubt = { sourceRecordId: recordId, reason: 'said.notMine', isDoubt: true, ownerTeamId } as const
  // One of the others will do: what is said of it is said of all, and a task asks about each record once.
  for (const other of members.filter(id => id !== recordId)) {
    if ((await raiseReview(tx, { ...doubt, candidates: [{ recordId: other }] })) === 0) continue
    const asked = await waitingFor(tx, recordId, other)
    if (asked === undefined) continue
    const said = { saidBy: actor.accountId, saidByName: actor.name, saidAt: tx.now }
    await tx.db
      .insertInto('recordDoubt')
      .values({ reviewCandidateId: asked, words: reason.value, language, ...said })
      .execute()
    return done(undefined)
  }
  return refused('joined.asked')
}

async function waitingFor(tx: Tx, recordId: string, candidateRecordId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('reviewCandidateNow')
    .select('id')
    .where('recordId', '=', recordId)
    .where('candidateRecordId', '=', candidateRecordId)
    .executeTakeFirst()
  return row?.id ?? undefined
}
