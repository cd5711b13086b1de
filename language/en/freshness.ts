/** From where nothing has come for too long. The name of the place stands before each of these sentences. */
export default {
  outOfDate: 'Some of this may be out of date',
  since: 'nothing has come since {when}',
  never: 'nothing has come yet',
  askThem: 'What has happened there since then is not shown here. If it matters, ask them.',
  late: '{count, plural, one {# system is silent} other {# systems are silent}}',
  lateMeans:
    'Each has been silent for longer than is usual for it. Everybody whose page shows what it sends is told that the page may be out of date, if it usually sends all day.',
} as const
