import type en from '../en/visitState.ts'

export default {
  planned: 'Cynlluniwyd',
  done: 'Gwnaed',
  cancelled: 'Canslwyd',
  missed: 'Methwyd',
} satisfies Record<keyof typeof en, string>
