/** The page about the seal of the trail, and what the command that checks it says. */
export default {
  title: 'The seal on who has looked',
  lede: 'Every look at anybody’s record is written down. Each minute all that was written is sealed, so that nobody can change it or take any of it away without being found out. This page names nobody.',
  none: 'Nothing has been sealed yet.',
  late: 'The newest seal is late',
  lateMeans:
    'A new seal is made every ten minutes at least, and this one is older. Looks are still being written down, but they are not being sealed. Whoever runs Cydofal has to put that right.',
  newest: 'The newest seal',
  sealedAt: 'Made',
  under: 'Under it',
  waiting: 'Written since',
  waitingNone: 'Nothing',
  entries: '{count, plural, one {# entry} other {# entries}}',
  how: 'How it keeps people honest',
  howChained:
    'Each entry leaves a number in the seal that fits that entry alone, and each number is worked out with the one before it. Changing one letter of one entry, or leaving one out, gives other numbers, and the seal no longer fits.',
  howWitnessed:
    'Whoever runs Cydofal could still make a whole new trail with a new seal. So other organisations are witnesses: their own computers check each new seal against the one before and sign it. Whoever rewrote anything older than that would be refused by every one of them.',
  witnesses: 'Who has checked it',
  witness: 'Organisation',
  witnessedAt: 'Last checked and signed',
  witnessedUnder: 'What it signed',
  witnessedNewest: 'The newest seal',
  witnessedNever: 'Not yet',
  witnessedNothing: 'Nothing yet',
  witnessNone:
    'No other organisation has become a witness yet. Until one does, you have only the word of whoever runs Cydofal.',
  check: 'If you want to check it yourself',
  checkHow:
    'Any organisation can check the seal with a program of less than a hundred lines that comes with Cydofal, and without seeing anybody’s record. These are the facts of the newest seal.',
  number: 'Number of the seal',
  root: 'Fingerprint of everything under it',
  key: 'Fingerprint of the key it is signed with',

  whole: 'The trail is whole: everything in it is what was sealed.',

  usage:
    'Use: npm run trail -- check | entry ID | witness ORGANISATION KEY | erase ID WHY WHO-DECIDED. The documentation on operating Cydofal explains each.',
  notRunning: 'No database runs on the data in {folder}: start Cydofal first, or name its database in DATABASE_URL.',
  keyMissing: 'The key that seals the trail is not in {file}.',
  entryNotSealed: 'There is no sealed entry {id}: it is not there, was erased, or waits to be sealed.',
  enrolled: '{code} is a witness from now on.',
  organisationUnknown: 'There is no organisation with the code {code}.',
  keyWrong: 'That is no key of a witness: it is 60 characters long, and the verifier prints it.',
  erased: 'The entry {id} is erased. Its place in the log, and the reason, stay.',
  entryUnknown: 'There is no entry {id}.',
} as const
