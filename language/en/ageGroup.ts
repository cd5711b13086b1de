export default {
  under18: 'Under 18',
  '18To64': '18 to 64',
  '65AndOver': '65 and over',
  unknown: 'Age not known',
} as const
