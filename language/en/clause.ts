export default {
  may: 'What they may do',
  cohort: 'Which people',
  hours: 'At what time of day',
  anyHour: 'at any time',
  betweenHours: 'from {from} until {until}, every day',
  overNight: 'from {from} until {until} the next day, every night',
  days: 'For how long',
  anyDay: 'for as long as that is so',
  daysAfter:
    'on the day that begins, and for {count, plural, one {# day} other {# days}} after it, as long as it is still so',
  home: 'If they live with the person',
  homeOpen: 'that makes no difference',
  homeClosed: 'it is not opened',
  wish: 'If the person has refused it, or has paused all sharing',
  wishBinds: 'it is not opened',
  wishOverridden: 'it is opened all the same, because the law goes before that wish; the person can read that it was',
} as const
