import type { NoticeKind } from '#work/notice/notice.ts'

/** What partners' systems may be told of, in the order in which officers are asked: one or several kinds of notice each. */
export const TOPICS = [
  'admission',
  'transfer',
  'discharge',
  'death',
  'home',
  'practice',
  'plan',
  'safeguarding',
] as const
export type Topic = (typeof TOPICS)[number]

const TOPIC_OF: Readonly<Record<NoticeKind, Topic>> = {
  admitted: 'admission',
  'admission-cancelled': 'admission',
  moved: 'transfer',
  'on-leave': 'transfer',
  'back-from-leave': 'transfer',
  'expected-home': 'discharge',
  'not-home-yet': 'discharge',
  'went-home': 'discharge',
  died: 'death',
  'death-withdrawn': 'death',
  'moved-home': 'home',
  'changed-gp': 'practice',
  'plan-version': 'plan',
  'safeguarding-concluded': 'safeguarding',
}

/** The topic that a notice is about. */
export function topicOf(kind: NoticeKind): Topic {
  return TOPIC_OF[kind]
}
