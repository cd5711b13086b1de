import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import type { Said } from './carry-out.ts'

/** What was said of a pair, by whom, and what became of it. */
export interface ToldDecision {
  readonly id: string
  readonly candidateId: string
  readonly said: Said
  readonly words: string
  readonly language: Language
  readonly by: string
  readonly byAccount: string
  readonly at: Date
  readonly needsSecond: boolean
  readonly second: SecondTold | undefined
  /** It joined or told apart, and that stands: it can be taken back. */
  readonly isReversible: boolean
  readonly reversed: { readonly by: string; readonly reason: string; readonly at: Date } | undefined
}

/** What somebody said who doubts that a record is where it belongs. */
export interface SaidDoubt {
  readonly words: string
  readonly language: Language
  readonly by: string
  readonly at: Date
}

/** The words with which these pairs were doubted, by the candidate. Those that a message or a model doubts have none. */
export async function doubtsIn(tx: Tx, candidateIds: readonly string[]): Promise<ReadonlyMap<string, SaidDoubt>> {
  const { rows } = await sql<SaidDoubt & { candidateId: string }>`
    select review_candidate_id as candidate_id, words, language, said_by_name as "by", said_at as at
    from record_doubt where review_candidate_id = any(${candidateIds}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ candidateId, ...doubt }) => [candidateId, doubt]))
}

interface SecondTold {
  readonly confirms: boolean
  readonly words: string
  readonly by: string
  readonly at: Date
}

/** All that was decided in a task, the latest first. */
export async function decisionsOf(tx: Tx, taskId: string): Promise<ToldDecision[]> {
  const { rows } = await sql<Row>`
    select decision.id, decision.review_candidate_id as candidate_id, decision.decision as said, decision.words,
           decision.language, decision.decided_by_name as "by", decision.decided_by as by_account,
           decision.decided_at as at, decision.needs_second, second.confirms, second.words as second_words,
           second.spoken_by_name as second_by, second.spoken_at as second_at,
           effect.review_decision_id is not null as has_effect,
           coalesce(unlinked.decided_by, lifted.decided_by) as reversed_by,
           coalesce(unlinked.reason, lifted.reason) as reversed_because,
           coalesce(unlinked.ended_at, lifted.ended_at) as reversed_at
    from review_decision as decision
    join review_candidate as candidate on candidate.id = decision.review_candidate_id
    left join review_second as second on second.review_decision_id = decision.id
    left join review_effect as effect on effect.review_decision_id = decision.id
    left join record_link_end as unlinked on unlinked.record_link_id = effect.record_link_id
    left join record_apart_end as lifted on lifted.record_apart_id = effect.record_apart_id
    where candidate.review_task_id = ${taskId}::uuid
    order by decision.decided_at desc, decision.id`.execute(tx.db)
  return rows.map(toldFrom)
}

interface Row extends Omit<ToldDecision, 'second' | 'reversed' | 'isReversible'> {
  readonly confirms: boolean | null
  readonly secondWords: string | null
  readonly secondBy: string | null
  readonly secondAt: Date | null
  readonly hasEffect: boolean
  readonly reversedBy: string | null
  readonly reversedBecause: string | null
  readonly reversedAt: Date | null
}

function toldFrom(row: Row): ToldDecision {
  const { confirms, secondWords, secondBy, secondAt, hasEffect, reversedBy, reversedBecause, reversedAt, ...told } = row
  const isReversed = reversedBy !== null && reversedBecause !== null && reversedAt !== null
  return {
    ...told,
    second:
      confirms !== null && secondWords !== null && secondBy !== null && secondAt !== null
        ? { confirms, words: secondWords, by: secondBy, at: secondAt }
        : undefined,
    isReversible: hasEffect && !isReversed,
    reversed: isReversed ? { by: reversedBy, reason: reversedBecause, at: reversedAt } : undefined,
  }
}
