export default {
  notYours: 'Only those who add to this person’s care and support may record this. Nothing was changed',
  notYourJob:
    'Only social workers, GPs, district nurses, occupational therapists and ward nurses record a finding of capacity',
  evidenceMissing: 'Say what the finding rests on',
  evidenceTooLong: 'What it rests on may have at most 2,000 characters',
  reviewOn: 'It has to be looked at again after today, and within a year',
} as const
