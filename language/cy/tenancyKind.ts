import type en from '../en/tenancyKind.ts'

export default {
  secure: 'Contract diogel',
  introductory: 'Contract rhagarweiniol',
  standardPeriodic: 'Contract safonol',
  standardFixed: 'Contract cyfnod penodol',
  supported: 'Contract â chymorth',
  licence: 'Trwydded',
} satisfies Record<keyof typeof en, string>
