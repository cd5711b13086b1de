export default {
  secure: 'Secure contract',
  introductory: 'Introductory contract',
  standardPeriodic: 'Standard contract',
  standardFixed: 'Fixed-term contract',
  supported: 'Supported contract',
  licence: 'Licence',
} as const
