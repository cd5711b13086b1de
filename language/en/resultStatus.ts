/** How far a test or a result is. */
export default {
  registered: 'Waiting for results',
  partial: 'Some results',
  preliminary: 'Not final',
  final: 'Final',
  amended: 'Changed',
  corrected: 'Corrected',
  appended: 'Added to',
  cancelled: 'Not done',
  unknown: 'State not given',
} as const
