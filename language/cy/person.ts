import type en from '../en/person.ts'

export default {
  title: 'Cofnod',
  banner: 'Am bwy mae’r dudalen hon',
  back: 'Eich pobl',
  born: 'Dyddiad geni',
  bornAge: '{day} ({age} oed)',
  nhsNumber: 'Rhif GIG',
  notKnown: 'Ddim yn hysbys',
  language: 'Iaith',
  speaksWelsh: 'Yn siarad Cymraeg',
  deceased: 'Mae’r person hwn wedi marw',
  matters: 'Beth sy’n bwysig i {name}, yn eu geiriau eu hunain',
  toPlan: 'Agor y cynllun',
  toActing: 'Pwy gaiff weithredu, a chanfyddiadau galluedd',
  toLooks: 'Gweld pwy sydd wedi edrych ar eich cofnod',
  happened: 'Beth sydd wedi digwydd',
  contacts: 'Cyfeiriad a ffôn',
  address: 'Cyfeiriad cartref',
  phone: 'Ffôn',
  whyShown: 'Pam ydw i’n gallu gweld hyn?',
} satisfies Record<keyof typeof en, string>
