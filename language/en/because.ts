export default {
  own: 'It is your own record:',
  wish: 'The person chose to share this with you:',
  contributor: 'The organisation’s own data:',
  clause: 'Agreement {agreement}, clause {number}:',
} as const
