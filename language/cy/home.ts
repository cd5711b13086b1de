import type en from '../en/home.ts'

export default {
  title: 'Cartref',
  uprn: 'Rhif yr eiddo (UPRN)',
  kind: 'Math o eiddo',
  livesWith: 'Pwy arall sy’n byw yma',
  nobodyShown: 'Neb y cewch chi eu gweld',
  whatThisSays: 'Beth mae hyn yn ei ddweud, a beth nad yw’n ei ddweud',
  explained: 'Pobl y mae eu cyfeiriad, fel y cewch chi ei weld, yr un fath. Gall rhywun fyw yma heb gael ei enwi.',
} satisfies Record<keyof typeof en, string>
