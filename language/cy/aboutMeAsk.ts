import type en from '../en/aboutMeAsk.ts'

export default {
  mostImportant: 'Beth sydd bwysicaf i chi?',
  people: 'Pwy sy’n bwysig i chi?',
  communication: 'Sut hoffech chi i bobl siarad gyda chi?',
  wellness: 'Sut ydych chi ar ddiwrnod da, ac ar ddiwrnod gwael?',
  pleaseDo: 'Beth hoffech chi i bobl ei wneud, a beth na ddylen nhw ei wneud?',
  support: 'Pryd hoffech chi gael help, a sut?',
  also: 'Beth arall ddylai pobl ei wybod amdanoch chi?',
} satisfies Record<keyof typeof en, string>
