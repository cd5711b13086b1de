import type { Tx } from '#ground/db/store.ts'
import type { Decided } from '../matching/decide.ts'
import { explain } from '../matching/explain.ts'
import type { Matcher } from '../matching/matcher.ts'
import { raiseReview } from '../review/raise.ts'
import { DOUBTS, type ReviewReason } from '../review/reason.ts'

/** The record that is asked about, by which model, and which team is to say. */
export interface About {
  readonly matcher: Matcher
  readonly own: { readonly recordId: string }
  readonly ownerTeamId: string
}

/** A record that may belong with it, and how the two came out. */
interface Asked {
  readonly recordId: string
  readonly decided: Decided
}

/** Leaves it to the owning team to say, with all that speaks for and against. Answers whether anything new is asked. */
export async function ask(
  tx: Tx,
  { matcher, own, ownerTeamId }: About,
  reason: ReviewReason,
  asked: readonly Asked[],
): Promise<boolean> {
  if (asked.length === 0) return false
  const candidates = asked.map(({ recordId, decided }) => ({ recordId, ...evidence(matcher, decided) }))
  const isDoubt = DOUBTS.includes(reason)
  return (await raiseReview(tx, { sourceRecordId: own.recordId, reason, candidates, ownerTeamId, isDoubt })) > 0
}

/** What stands with a link or a question: the weight, by which model, and why; kinds and levels, never a value. */
export function evidence(matcher: Matcher, decided: Decided) {
  const { weight, probability } = decided.score
  return { weight, probability, modelVersion: matcher.model.version, explanation: explain(matcher, decided) }
}
