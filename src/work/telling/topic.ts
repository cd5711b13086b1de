import type { NoticeKind } from '#work/notice/notice-kind.ts'

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

const TOPIC_OF: Readonly<Record<NoticeKind, Topic | undefined>> = {
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
  // Said to one person among people, and never to a system.
  mentioned: undefined,
  asked: undefined,
  answered: undefined,
}

/** The topic that a notice is about; undefined for one that no system is told of. */
export function topicOf(kind: NoticeKind): Topic | undefined {
  return TOPIC_OF[kind]
}
