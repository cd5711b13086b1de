export default {
  own: 'It is your own record:',
  wish: 'The person chose to share this with you:',
  representative: 'You act lawfully for the person:',
  emergency: 'You opened this in an emergency:',
  contributor: 'The organisation’s own data:',
  clause: 'Agreement {agreement}, clause {number}:',
  clauseOverrode: 'Agreement {agreement}, clause {number}, which the law puts before the person’s wish:',
} as const
