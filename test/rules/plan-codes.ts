import { DID } from '#door/web/plan/item-forms.ts'
import { URGENCIES as ANSWER_URGENCIES } from '#work/conversation/clock.ts'
import { CONVERSATION_CLASSES, ENTRY_KINDS } from '#work/conversation/conversation.ts'
import { DETAIL_NAMES, FUNDING } from '#work/plan/details/details.ts'
import { ITEM_KINDS } from '#work/plan/item-kind.ts'
import { ACTION_STATES, STRUCK_BECAUSE } from '#work/plan/plan.ts'
import { REVIEW_CAUSES, REVIEW_RESULTS } from '#work/review/review.ts'
import { TIMELINE_WHATS } from '#work/timeline/entry.ts'
import { TIMELINE_KINDS } from '#work/timeline/kinds/index.ts'

/** The codes of the plan and of what is about it. */
export const PLAN_CODES: Readonly<Record<string, readonly string[]>> = {
  plan: [...DID.map(did => `done-${did}`), ...STRUCK_BECAUSE.map(because => `because-${because}`)],
  planDetail: DETAIL_NAMES,
  planFunding: FUNDING,
  planKind: ITEM_KINDS,
  planKindHint: ITEM_KINDS,
  planState: ACTION_STATES,
  conversation: [
    ...ENTRY_KINDS,
    ...CONVERSATION_CLASSES.map(dataClass => `part-${dataClass}`),
    ...ANSWER_URGENCIES.map(urgency => `urgency-${urgency}`),
  ],
  planReview: [
    ...REVIEW_CAUSES.map(cause => `cause-${cause}`),
    ...REVIEW_RESULTS.flatMap(kind => [
      `is-${kind}`,
      `said-${kind}`,
      kind,
      `${kind}-lede`,
      `reasons-${kind}`,
      `send-${kind}`,
    ]),
  ],
  timeline: [...TIMELINE_WHATS.map(what => `what-${what}`), ...Object.keys(TIMELINE_KINDS).map(kind => `kind-${kind}`)],
}
