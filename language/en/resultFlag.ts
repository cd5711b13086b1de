/** How a result stands to its usual range, by HL7's own codes. */
export default {
  H: 'High',
  HH: 'Very high',
  L: 'Low',
  LL: 'Very low',
  A: 'Abnormal',
  AA: 'Very abnormal',
} as const
