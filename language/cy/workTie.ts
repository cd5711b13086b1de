import type en from '../en/workTie.ts'

export default {
  caseload: 'Maen nhw ar fy llwyth achosion',
  referral: 'Maen nhw wedi’u hatgyfeirio ataf',
  carePackage: 'Rwy’n dod â gofal iddyn nhw',
  tenancy: 'Nhw yw ein tenant',
  practiceList: 'Maen nhw ar restr ein practis',
  advocacy: 'Fi yw eu heiriolwr',
} satisfies Record<keyof typeof en, string>
