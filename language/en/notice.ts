export default {
  admitted: 'Taken into hospital',
  moved: 'Moved ward',
  expectedHome: 'Expected home',
  wentHome: 'Gone home from hospital',
  admissionCancelled: 'Admission cancelled',
  where: '{hospital}, {moment}',
  ward: 'Ward',
  reason: 'Reason',
  take: 'I have seen this',
  taken: 'You saw this on {moment}',
} as const
