import type { Say } from '#ground/language/say.ts'
import type { ReviewReason } from '#record/person/review/reason.ts'

/** Why somebody must say whose a record is, in words. */
export function reviewReasonIn(say: Say, reason: ReviewReason): string {
  return say.code('reviewReason', reason.replace('.', '-'))
}
