export default {
  healthAttorney: 'attorney for health and welfare',
  propertyAttorney: 'attorney for property and money',
  healthDeputy: 'deputy for health and welfare',
  propertyDeputy: 'deputy for property and money',
  appointee: 'appointee for benefits',
  advocate: 'advocate',
  parent: 'parent with parental responsibility',
} as const
