import type en from '../en/ever.ts'

export default {
  title: 'A gânt ei weld fyth?',
  lede: 'Dewiswch swydd a math o wybodaeth. Mae’r ateb yn mynd drwy bob cymal sydd mewn grym heddiw: naill ai mae’n enwi un sy’n gadael iddyn nhw, neu nid oes cymal sy’n gwneud hynny.',
  toEver: 'Gofyn a all swydd weld math o wybodaeth o gwbl',
  role: 'Swydd',
  dataClass: 'Gwybodaeth',
  action: 'Beth fydden nhw’n ei wneud',
  ask: 'Gofyn',
  no: 'Na chânt. Nid oes cymal mewn grym sy’n gadael i neb yn y swydd hon ei wneud.',
  noMeans: 'Felly y bydd nes i bob parti lofnodi cytundeb sy’n dweud fel arall.',
  yes: '{count, plural, zero {Na, dim un cymal} one {Cânt, drwy un cymal} two {Cânt, drwy ddau gymal} few {Cânt, drwy # chymal} many {Cânt, drwy # chymal} other {Cânt, drwy # cymal}}',
  clause: 'Cymal {number}, {agreement}',
  for: 'Er enghraifft yn',
  heldBy: 'Yr hyn sydd gan',
  about: 'Am rywun sydd',
  cohort: 'Ac sy’n un o’r rhain',
  from: 'Unrhyw bryd o',
  besides:
    'Mae dau beth nad ydynt yn gymalau ac nad ydynt yn yr ateb: yr hyn y mae person yn dewis gadael i rywun ei weld, ac argyfwng, sy’n cael ei ddweud wrth y person a’i adolygu wedyn.',
} satisfies Record<keyof typeof en, string>
