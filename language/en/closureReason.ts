export default {
  needsMet: 'Needs met',
  moved: 'Moved away',
  died: 'Died',
  declined: 'Declined',
  other: 'Other reason',
} as const
