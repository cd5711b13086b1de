export default {
  refuge: 'They live in a refuge',
  ownRequest: 'They asked for it',
  nationalFlag: 'The national index marks them as sensitive',
} as const
