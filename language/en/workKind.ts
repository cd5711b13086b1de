export default {
  repair: 'Repair',
  adaptationSmall: 'Small adaptation',
  adaptationMedium: 'Medium adaptation',
  adaptationLarge: 'Large adaptation',
  safetyCheck: 'Safety check',
} as const
