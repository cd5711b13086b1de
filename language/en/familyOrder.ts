export default {
  childArrangements: 'Child arrangements order',
  prohibitedSteps: 'Prohibited steps order',
  specificIssue: 'Specific issue order',
  specialGuardianship: 'Special guardianship order',
  careOrder: 'Care order',
  other: 'Another order',
} as const
