import type en from '../en/matchingField.ts'

export default {
  given: 'Enw cyntaf',
  surname: 'Cyfenw',
  middle: 'Enw canol',
  birthDate: 'Dyddiad geni',
  address: 'Cyfeiriad',
  nhsNumber: 'Rhif GIG',
  sex: 'Rhyw',
  phone: 'Ffôn',
  email: 'E-bost',
} satisfies Record<keyof typeof en, string>
