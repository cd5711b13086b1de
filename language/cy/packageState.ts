import type en from '../en/packageState.ts'

export default {
  planned: 'Cynlluniwyd',
  active: 'Gweithredol',
  suspended: 'Ataliwyd',
  ended: 'Daeth i ben',
} satisfies Record<keyof typeof en, string>
