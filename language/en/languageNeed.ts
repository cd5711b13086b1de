export default {
  memory: 'Memory is going: other languages go first',
  stroke: 'After a stroke',
  illness: 'When ill, tired or in pain',
  childhood: 'A child who lives in this language',
  other: 'For another reason',
} as const
