import type en from '../en/ageGroup.ts'

export default {
  under18: 'O dan 18',
  '18To64': '18 i 64',
  '65AndOver': '65 a throsodd',
  unknown: 'Oedran anhysbys',
} satisfies Record<keyof typeof en, string>
