export default {
  unknown: 'This code cannot be used. Check it, or ask for a new one',
} as const
