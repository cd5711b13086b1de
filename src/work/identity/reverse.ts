import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { liftApart } from '#record/person/link/apart.ts'
import { unlinkRecords } from '#record/person/link/unlink.ts'
import { answersFor } from './officer.ts'
import { reasonFrom, type WordsProblem } from './words.ts'

export type ReverseProblem = WordsProblem | 'record.notShown' | 'identity.nothingToReverse'

/**
 * Takes back what a decision did, by another row: the link ends and each side is who it was, or what was told apart may
 * be joined again. One person may: it opens nothing that was closed before the decision. Run it in turn.
 */
export async function reverseDecision(
  tx: Tx,
  officer: WorkerActor,
  { decisionId, words }: { readonly decisionId: string; readonly words: string },
): Promise<Outcome<undefined, ReverseProblem>> {
  const made = await findEffect(tx, decisionId)
  if (made === undefined || !answersFor(officer, made.ownerTeamId)) return refused('record.notShown')
  const reason = reasonFrom(words)
  if (!reason.ok) return reason
  const because = { decidedBy: officer.name, accountId: officer.accountId, reason: reason.value }
  const taken =
    made.recordLinkId !== null
      ? await unlinkRecords(tx, made.recordLinkId, because)
      : made.recordApartId !== null
        ? await liftApart(tx, made.recordApartId, because)
        : refused('link.none')
  return taken.ok ? done(undefined) : refused('identity.nothingToReverse')
}

interface Made {
  readonly ownerTeamId: string
  readonly recordLinkId: string | null
  readonly recordApartId: string | null
}

async function findEffect(tx: Tx, decisionId: string): Promise<Made | undefined> {
  const { rows } = await sql<Made>`
    select task.owner_team_id, effect.record_link_id, effect.record_apart_id
    from review_decision as decision
    join review_candidate as candidate on candidate.id = decision.review_candidate_id
    join review_task as task on task.id = candidate.review_task_id
    left join review_effect as effect on effect.review_decision_id = decision.id
    where decision.id = ${decisionId}::uuid`.execute(tx.db)
  return rows[0]
}
