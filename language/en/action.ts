export default {
  read: 'read it',
  contribute: 'add to it: write, propose, agree and disagree',
} as const
