export default {
  label: 'Leave in a hurry',
  button: 'Leave quickly',
  how: '(or press Escape three times)',
  twiceMore: 'Press Escape twice more to leave quickly.',
  onceMore: 'Press Escape once more to leave quickly.',
  signedOut: 'You are signed out. Nothing is open here.',
} as const
