import type en from '../en/alertSource.ts'

export default {
  GP: 'Meddyg teulu',
  SELF: 'Y tenant',
  SW: 'Gweithiwr cymdeithasol',
  POL: 'Yr heddlu',
  REL: 'Perthynas',
  HO: 'Swyddog tai',
  OTH: 'Gweithiwr proffesiynol arall',
  UNK: 'Anhysbys',
} satisfies Record<keyof typeof en, string>
