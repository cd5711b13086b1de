export default {
  ownHome: 'Own home',
  careHome: 'Care home',
  nursingHome: 'Nursing home',
  supportedLiving: 'Supported living',
  other: 'Other',
} as const
