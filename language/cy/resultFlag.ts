import type en from '../en/resultFlag.ts'

export default {
  H: 'Uchel',
  HH: 'Uchel iawn',
  L: 'Isel',
  LL: 'Isel iawn',
  A: 'Annormal',
  AA: 'Annormal iawn',
} satisfies Record<keyof typeof en, string>
