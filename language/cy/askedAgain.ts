import type en from '../en/askedAgain.ts'

export default {
  title: 'Gofynnwyd eto',
  lede: 'Yr hyn a ddywedodd pobl unwaith, ac y gofynnwyd iddynt amdano eto: yr hyn a deipiwyd i ffurflen er ei fod yn hysbys ac yn sefyll wrth ei hymyl. Nid oes yr un person na’r un gweithiwr yn y ffigurau hyn.',
  period:
    'Y deuddeg wythnos diwethaf. Os llenwyd ffurflen gan dîm lai na phum gwaith, ni chaiff ei chyfrif; mae’r lleill i’r pump agosaf.',
  table: 'Fesul tîm a ffurflen',
  team: 'Tîm',
  form: 'Ffurflen',
  filled: 'Wedi’i llenwi',
  known: 'Yn hysbys eisoes',
  corrected: 'Wedi’i gywiro',
  typedAgain: 'Wedi’i deipio eto',
  none: 'Ni lenwyd yr un ffurflen yn ystod y deuddeg wythnos diwethaf.',
  toFigures: 'Yr hyn y gofynnwyd i bobl amdano eto',
} satisfies Record<keyof typeof en, string>
