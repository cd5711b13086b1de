export default {
  title: 'Opened in an emergency',
  intro:
    'Sometimes somebody must see your record before anybody can ask you. They must say why, it is open for a few hours at most, and somebody from another organisation checks it.',
  none: 'Nobody has opened your record in an emergency.',
  banner:
    '{count, plural, one {Your record was opened in an emergency} other {Your record was opened in an emergency # times}}',
  bannerLink: 'Read who opened it, and why',
  opened: '{who} opened your record',
  job: '{role}, {organisation}',
  when: 'When',
  fromUntil: '{day}, from {from} until {until}',
  why: 'Why',
  theirWords: 'In their words',
  wordsWithheld:
    'Their words are not shown here, because they may name somebody else or be read by the wrong person. The privacy officer who reviews it has read them.',
  couldRead: 'What they could read',
  lookedAt: 'What they looked at',
  nothingLookedAt: 'Nothing but what your agreements and choices let them see in any case.',
  review: 'What came of it',
  reviewBy: 'A privacy officer must say whether it was right by {moment}. They work for: {organisation}.',
  reviewLate:
    'A privacy officer should have said by {moment} whether it was right, and has not. They work for: {organisation}.',
  reviewedBy: 'Reviewed by {who}, {organisation}, on {day}',
  outcomeJustified: 'It was right to open it',
  outcomeNotJustified: 'It was not right to open it',
  outcomeChangeAgreement: 'It was needed, and an agreement should have allowed it',
  haveRead: 'I have read this',
  read: 'You have read this.',
  ask: 'Ask about one of these looks',
} as const
