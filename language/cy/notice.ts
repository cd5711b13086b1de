import type en from '../en/notice.ts'

export default {
  admitted: 'Wedi mynd i’r ysbyty',
  moved: 'Wedi symud ward',
  onLeave: 'Allan o’r ysbyty dros dro',
  backFromLeave: 'Yn ôl yn yr ysbyty',
  expectedHome: 'Disgwylir adref',
  notHomeYet: 'Diwrnod mynd adref wedi’i dynnu’n ôl',
  wentHome: 'Wedi mynd adref o’r ysbyty',
  admissionCancelled: 'Derbyniad wedi’i ganslo',
  where: '{hospital}, {moment}',
  ward: 'Ward',
  reason: 'Rheswm',
  take: 'Rwyf wedi gweld hyn',
  taken: 'Gwelsoch hyn: {moment}',
} satisfies Record<keyof typeof en, string>
