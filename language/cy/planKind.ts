import type en from '../en/planKind.ts'

export default {
  matters: 'Beth sy’n bwysig',
  strength: 'Cryfder',
  need: 'Angen',
  goal: 'Nod',
  action: 'Beth sy’n cael ei wneud',
  monitoring: 'Sut rydym yn gweld a yw’n gweithio',
  contingency: 'Os bydd rhywbeth yn digwydd',
  warningSign: 'Arwyddion i gadw llygad amdanyn nhw',
  anticipatory: 'Yn barod yn y tŷ',
  advanceStatement: 'Os na alla i ddweud beth rwy’n ei ddymuno',
  directPayment: 'Taliad uniongyrchol',
  home: 'Y cartref',
  safeguardingConclusion: 'Casgliad ymholiad diogelu',
} satisfies Record<keyof typeof en, string>
