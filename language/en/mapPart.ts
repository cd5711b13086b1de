/** The parts of a sender's map, and the kinds of thing within one. */
export default {
  wards: 'Wards',
  teams: 'Teams that referrals are to',
  repliesTo: 'Where answers to referrals go',
  nhsAuthorities: 'Marks of an NHS number',
  line: 'By which certificates, addresses and folders it is believed, and how fast it may send',
  nhsNumbersVerified: 'NHS numbers are traced when it does not say so',
  verifiedStatuses: 'Statuses that mean traced',
  bareNhsFields: 'PID fields where a bare number may be an NHS number',
  uprnComponent: 'Part of an address that holds the UPRN',
  identifierSystems: 'Systems of its numbers',
  siteNames: 'Sites',
  visitKinds: 'Kinds of stay',
  classes: 'How private things are',
  files: 'Files',
  rhythm: 'Rhythm, in minutes',
} as const
