import type en from '../en/workStage.ts'

export default {
  enquiry: 'Adroddwyd',
  assessment: 'Asesiad',
  application: 'Gwnaed cais',
  approved: 'Cymeradwywyd',
  onSite: 'Ar y gweill',
  completed: 'Cwblhawyd',
  certified: 'Ardystiwyd',
  cancelled: 'Canslwyd',
} satisfies Record<keyof typeof en, string>
