import type en from '../en/resultStatus.ts'

export default {
  registered: 'Yn aros am ganlyniadau',
  partial: 'Rhai canlyniadau',
  preliminary: 'Heb fod yn derfynol',
  final: 'Terfynol',
  amended: 'Newidiwyd',
  corrected: 'Cywirwyd',
  appended: 'Ychwanegwyd ato',
  cancelled: 'Ni wnaed y prawf',
  unknown: 'Cyflwr heb ei nodi',
} satisfies Record<keyof typeof en, string>
