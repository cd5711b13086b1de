export default {
  toProgress: 'Progress',
  title: 'Progress towards the goals',
  titleMine: 'How far I have come',
  ledeMine: 'How you have felt about each of your goals, from 0 to 10, since you first said.',
  lede: 'How the person has felt about each goal, from 0 to 10, since they first said.',
  chart: 'Scores over time',
  described:
    '{count, plural, one {One score: {last} out of 10 on {began}.} other {# scores since {began}: from {first} to {last} out of 10.}}',
  outOf: '{score} out of 10',
  baseline: 'Where it began',
  noScore: 'No score has been given yet.',
} as const
