import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { safeguarding } from './basis.ts'
import { COUNCILS, councils, healthBoard } from './parties.ts'
import { procedures } from './procedures.ts'
import type { Term } from './term.ts'

/** HAFREN-5: safeguarding, where the law goes before a wish, and says so. */
export function keepingSomebodySafe(term: Term): AgreementContent {
  return {
    code: 'HAFREN-5',
    title: { en: 'Keeping somebody safe', cy: 'Cadw rhywun yn ddiogel' },
    benefit: {
      en: 'When there is reason to think that an adult is at risk, those who must find out can, and nobody else learns of it.',
      cy: 'Pan fydd achos i feddwl bod oedolyn mewn perygl, gall y rhai y mae’n rhaid iddynt ganfod wneud hynny, ac nid oes neb arall yn cael gwybod.',
    },
    parties: [healthBoard, ...councils],
    ...term,
    procedures,
    clauses,
    cases,
  }
}

const clauses: AgreementContent['clauses'] = [
  {
    number: 1,
    words: {
      en: 'The council’s safeguarding lead who has been asked to make enquiries sees who you are, where you are, and what has been found out, even if you have asked that it should not be shared. The law requires it.',
      cy: 'Mae arweinydd diogelu’r cyngor y gofynnwyd iddo wneud ymholiadau yn gweld pwy ydych chi, ble rydych chi, a beth sydd wedi’i ganfod, hyd yn oed os ydych chi wedi gofyn i hynny beidio â chael ei rannu. Mae’r gyfraith yn gofyn am hynny.',
    },
    givers: ['person', ...COUNCILS, 'bwrdd-iechyd'],
    receivers: COUNCILS,
    roles: ['safeguarding-lead'],
    relationships: ['referral', 'caseload'],
    cohort: 'adults',
    classes: ['identity', 'protected-address', 'safeguarding-conclusion', 'safeguarding-enquiry'],
    purpose: 'safeguarding',
    may: ['read', 'contribute'],
    overridesWishes: true,
    basis: safeguarding,
  },
]

const LEAD = {
  role: 'safeguarding-lead',
  organisation: 'cyngor-bro-rhedyn',
  purpose: 'safeguarding',
  giver: 'bwrdd-iechyd',
  action: 'read',
} as const

const cases: AgreementContent['cases'] = [
  {
    words: {
      en: 'A safeguarding lead may read the enquiry that they were asked to make.',
      cy: 'Caiff arweinydd diogelu ddarllen yr ymholiad y gofynnwyd iddo ei wneud.',
    },
    ...LEAD,
    relationship: 'referral',
    dataClass: 'safeguarding-enquiry',
    may: true,
  },
  {
    words: {
      en: 'A safeguarding lead may not read about somebody nobody has referred.',
      cy: 'Ni chaiff arweinydd diogelu ddarllen am rywun nad oes neb wedi’i gyfeirio.',
    },
    ...LEAD,
    dataClass: 'safeguarding-enquiry',
    may: false,
  },
]
