export default {
  alone: 'alone',
  jointly: 'jointly, only all together',
  severally: 'severally, each by themselves',
} as const
