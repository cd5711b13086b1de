export default {
  planned: 'Planned',
  done: 'Done',
  cancelled: 'Cancelled',
  missed: 'Missed',
} as const
