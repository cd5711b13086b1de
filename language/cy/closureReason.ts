import type en from '../en/closureReason.ts'

export default {
  needsMet: 'Anghenion wedi’u diwallu',
  moved: 'Symudodd',
  died: 'Bu farw',
  declined: 'Gwrthododd',
  other: 'Rheswm arall',
} satisfies Record<keyof typeof en, string>
