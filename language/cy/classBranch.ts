import type en from '../en/classBranch.ts'

export default {
  identity: 'Pwy yw rhywun',
  ownPlan: 'Eu geiriau a’u cynllun eu hunain',
  care: 'Gofal a chymorth',
  hospital: 'Ysbyty',
  clinical: 'Iechyd',
  safeguarding: 'Diogelu',
  home: 'Cartref',
  apart: 'Yr hyn a gedwir ar wahân',
} satisfies Record<keyof typeof en, string>
