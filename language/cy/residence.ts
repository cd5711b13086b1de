import type en from '../en/residence.ts'

export default {
  ownHome: 'Cartref ei hun',
  careHome: 'Cartref gofal',
  nursingHome: 'Cartref nyrsio',
  supportedLiving: 'Byw â chymorth',
  other: 'Arall',
} satisfies Record<keyof typeof en, string>
