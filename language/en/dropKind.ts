export default {
  careAndSupport: 'Adults receiving care and support',
  carePackages: 'Care packages',
  tenancies: 'Tenancies',
  works: 'Repairs and adaptations',
  alerts: 'Alerts about people',
  visits: 'A provider’s visits',
} as const
