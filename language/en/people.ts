export default {
  title: 'Your people',
  family: 'Your family and friends',
  new: 'What has happened',
  nothingNew: 'Nothing has happened that you need to know about.',
  all: '{count, plural, one {# person} other {# people}}',
  none: 'Nobody is on your list.',
  born: 'Born {day}, aged {age}',
  noNhsNumber: 'No NHS number',
} as const
