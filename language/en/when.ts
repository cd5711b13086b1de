export default {
  moment: '{day} at {time}',
} as const
