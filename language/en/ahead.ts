export default {
  notYours: 'Only those who add to this person’s care and support may record this. Nothing was changed',
  wordsMissing: 'Say what it is',
  wordsTooLong: 'It may have at most 4,000 characters',
  madeLater: 'It cannot have been made after today',
  unknown: 'That decision is not there',
  needsWitness: 'To hold when life is at risk it has to be in writing, signed and witnessed',
} as const
