import type en from '../en/aboutMePart.ts'

export default {
  mostImportant: 'Yr hyn sydd bwysicaf i mi',
  people: 'Pobl sy’n bwysig i mi',
  communication: 'Sut rwy’n cyfathrebu, a sut i gyfathrebu â mi',
  wellness: 'Fy llesiant',
  pleaseDo: 'Beth i’w wneud, a beth i beidio â’i wneud',
  support: 'Sut a phryd i’m cefnogi',
  also: 'Pethau eraill sy’n werth eu gwybod amdanaf',
} satisfies Record<keyof typeof en, string>
