export default {
  planned: 'Planned',
  active: 'Active',
  suspended: 'Suspended',
  ended: 'Ended',
} as const
