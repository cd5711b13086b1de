import type en from '../en/looks.ts'

export default {
  title: 'Pwy sydd wedi edrych',
  intro:
    'Dyma bawb sydd wedi edrych ar eich cofnod, neu sydd wedi ceisio gwneud hynny: beth a welsant, a beth oedd yn caniatáu iddynt ei weld.',
  right:
    'Os nad ydych yn gwybod pam yr edrychodd rhywun, gofynnwch iddyn nhw, neu i’r sefydliad y maent yn gweithio iddo. Mae gennych hawl i ofyn, nid yw’n costio dim, a rhaid iddyn nhw ateb o fewn mis.',
  withOwn: 'Dangos hefyd yr adegau pan edrychoch chi eich hun',
  withoutOwn: 'Hepgor yr adegau pan edrychoch chi eich hun',
  none: 'Nid oes neb wedi edrych ar eich cofnod eto.',
  noneEarlier: 'Nid edrychodd neb ar eich cofnod cyn hynny.',
  earlier: 'Cynharach',
  latest: 'Y diweddaraf',
  job: '{role}, {organisation}, at ddiben {purpose}',
  throughApp: 'Drwy ap: {app}',
  machine: 'system {organisation}',
  saw: 'Beth a welwyd',
  about: 'Am beth yr oedd',
  why: 'Beth oedd yn caniatáu hyn',
  whyNot: 'Pam na chaniatawyd',
  nothingSeen: 'Ni ddangoswyd dim amdanoch.',
  nothingDone: 'Ni newidiwyd dim.',
  clause: 'Cymal {number} o’r cytundeb “{agreement}”',
  own: 'Eich cofnod chi eich hun ydyw.',
  wish: 'Chi ddewisodd adael iddyn nhw ei weld.',
  representative: 'Maen nhw’n gweithredu’n gyfreithlon drosoch.',
  emergency: 'Agoron nhw hyn mewn argyfwng, a bu’n rhaid iddyn nhw ddweud pam.',
  overrode: 'Mae’r gyfraith yn gadael iddyn nhw ei weld er i chi ofyn iddo beidio â chael ei rannu.',
  contributor: 'Eu gwybodaeth nhw eu hunain ydyw, a nhw a’i hanfonodd.',
  again:
    '{count, plural, zero {Dim un waith eto o fewn yr un ychydig funudau} one {Unwaith eto o fewn yr un ychydig funudau} two {Dwywaith eto o fewn yr un ychydig funudau} few {# gwaith eto o fewn yr un ychydig funudau} many {# gwaith eto o fewn yr un ychydig funudau} other {# gwaith eto o fewn yr un ychydig funudau}}',
} satisfies Record<keyof typeof en, string>
