import type { NoticeKind } from './notice-kind.ts'
import type { OpenNotice } from './open-notices.ts'

type Told = Pick<OpenNotice, 'kind' | 'sourceRecordId' | 'recordedAt'>

/** What is said of a stay as if whoever is in hospital were to come home. */
const NOT_AFTER_DEATH: readonly NoticeKind[] = [
  'went-home',
  'expected-home',
  'not-home-yet',
  'on-leave',
  'back-from-leave',
]

/**
 * Of what is open to one reader of one person, newest first, that which stands. A death that its own sender has taken back
 * since does not. One that several senders tell is told once, as it was told first: nobody is to read twice that somebody
 * has died. Nor is it said after that of whoever died in hospital that they have left it.
 */
export function standingNotices<Notice extends Told>(notices: readonly Notice[]): Notice[] {
  const isTakenBack = (death: Notice, at: number) =>
    notices
      .slice(0, at)
      .some(({ kind, sourceRecordId }) => kind === 'death-withdrawn' && sourceRecordId === death.sourceRecordId)
  const stands = notices.filter((notice, at) => notice.kind !== 'died' || !isTakenBack(notice, at))
  const first = stands.findLast(({ kind }) => kind === 'died')
  return stands.filter(notice => {
    if (first === undefined || notice === first) return true
    const isAfter = notice.recordedAt >= first.recordedAt
    return notice.kind !== 'died' && !(isAfter && NOT_AFTER_DEATH.includes(notice.kind))
  })
}
