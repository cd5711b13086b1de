import type en from '../en/procedure.ts'

export default {
  identifying: 'Gwneud yn siŵr pwy yw rhywun',
  informing: 'Rhoi gwybod i bobl',
  security: 'Ei gadw’n ddiogel',
  records: 'Cadw a chywiro cofnodion',
  requests: 'Ceisiadau am wybodaeth',
  complaints: 'Cwynion',
} satisfies Record<keyof typeof en, string>
