import type en from '../en/recordFault.ts'

export default {
  numberMissing: 'Rhif GIG ar goll',
  numberPlaceholder: 'Rhif GIG ffug',
  numberWrong: 'Rhif GIG wedi’i gam-deipio',
  numberUnverified: 'Rhif GIG heb ei wirio',
  numberShared: 'Yr un rhif GIG ar sawl cofnod',
  nameMissing: 'Enw ar goll neu’n anghyflawn',
  namePlaceholder: 'Dim enw go iawn',
  bornMissing: 'Dyddiad geni ar goll',
  bornProxy: 'Geni ar 1 Ionawr, neu’r flwyddyn yn unig yn hysbys',
  bornImpossible: 'Dyddiad geni amhosibl',
  bornFuture: 'Dyddiad geni yn y dyfodol',
  sexMissing: 'Rhyw ar goll',
  addressMissing: 'Cyfeiriad ar goll',
  postcodeMissing: 'Cod post ar goll',
  postcodeWrong: 'Cod post nad yw’n bod',
  uprnMissing: 'UPRN ar goll',
  phoneMissing: 'Ffôn ar goll',
} satisfies Record<keyof typeof en, string>
