export default {
  late: 'Nobody in your team has said that they have seen this',
  lateSince: 'late since {moment}',
  ownTeam: 'Seen in your team',
  others: 'Seen by',
  untakenTitle: 'Notices that nobody has taken',
  untaken: '{count, plural, one {# notice} other {# notices}}, the first late since {since}',
} as const
