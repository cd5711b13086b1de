import type { ServiceRequest } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { readOpen } from './read-open.ts'
import { wordsOf } from './words.ts'

/** Somebody was asked to help, as the reader may know it. What became of it is the hand-over's to say. */
export interface Referral {
  readonly id: string
  /** What is asked for, in the words of whoever asked. */
  readonly what: string | undefined
  readonly reasons: readonly string[]
  readonly from: string | undefined
  readonly to: readonly string[]
  /** ISO 8601 day, where it is known to the day. */
  readonly madeOn: string | undefined
  readonly isUrgent: boolean
  /** Whoever asked has taken it back. */
  readonly isWithdrawn: boolean
  readonly toldBy: Bilingual
}

/** The latest referrals that an access opens, so many at most, the latest first. */
export async function referralsOf(tx: Tx, access: Access, max: number): Promise<Referral[]> {
  const held = await readOpen(tx, access, { type: 'ServiceRequest', max })
  return held.map(({ id, toldBy, content }) => ({ id, toldBy, ...told(content) }))
}

function told({
  status,
  priority,
  code,
  category,
  reasonCode = [],
  requester,
  performer = [],
  authoredOn,
}: ServiceRequest) {
  return {
    what: wordsOf(code) ?? wordsOf(category?.[0]),
    reasons: reasonCode.flatMap(reason => wordsOf(reason) ?? []),
    from: requester?.display,
    to: performer.flatMap(({ display }) => display ?? []),
    madeOn: /^\d{4}-\d{2}-\d{2}/.exec(authoredOn ?? '')?.[0],
    isUrgent: priority !== undefined && priority !== 'routine',
    isWithdrawn: status === 'revoked',
  }
}
