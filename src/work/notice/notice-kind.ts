/** What a change of a sender's record of somebody tells. */
export type RecordChange = 'died' | 'death-withdrawn' | 'moved-home' | 'changed-gp'

/** What one person alone is told of a conversation: they were named, they were asked, their question was answered. */
export type ConversationNotice = 'mentioned' | 'asked' | 'answered'

/** What happened to somebody, of the things that others are told at once. */
export type NoticeKind =
  | 'admitted'
  | 'moved'
  | 'on-leave'
  | 'back-from-leave'
  | 'expected-home'
  | 'not-home-yet'
  | 'went-home'
  | 'admission-cancelled'
  | RecordChange
  | 'plan-version'
  | 'safeguarding-concluded'
  | ConversationNotice
