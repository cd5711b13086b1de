import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { careWithOthers } from './basis.ts'
import { befrienders, HOSPITALS, healthBoard } from './parties.ts'
import { procedures } from './procedures.ts'
import type { Term } from './term.ts'

/** HAFREN-4: written but not signed by the befrienders' trustees, so it opens nothing. See `unsigned`. */
export function lettingYourVisitorKnow(term: Term): AgreementContent {
  return {
    code: 'HAFREN-4',
    title: { en: 'Letting your visitor know', cy: 'Rhoi gwybod i’ch ymwelydd' },
    benefit: {
      en: 'The volunteer who visits you does not call in vain, and can visit you on the ward instead if you wish.',
      cy: 'Ni fydd y gwirfoddolwr sy’n ymweld â chi yn galw’n ofer, a gall ymweld â chi ar y ward yn lle hynny os dymunwch.',
    },
    parties: [healthBoard, befrienders],
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
      en: 'The community connector who arranged your volunteer learns that you are in hospital and when you may be home. They do not learn why you are there.',
      cy: 'Mae’r cysylltydd cymunedol a drefnodd eich gwirfoddolwr yn cael gwybod eich bod yn yr ysbyty a phryd y gallech ddod adref. Nid yw’r cysylltydd yn cael gwybod pam rydych chi yno.',
    },
    givers: HOSPITALS,
    receivers: ['tegell'],
    roles: ['community-connector'],
    relationships: ['referral'],
    cohort: 'everybody',
    classes: ['presence-in-hospital'],
    purpose: 'direct-care',
    may: ['read'],
    basis: careWithOthers,
  },
]

const cases: AgreementContent['cases'] = [
  {
    words: {
      en: 'A community connector may see that somebody they were asked to help is in hospital.',
      cy: 'Caiff cysylltydd cymunedol weld bod rhywun y gofynnwyd iddo ei helpu yn yr ysbyty.',
    },
    role: 'community-connector',
    organisation: 'tegell',
    relationship: 'referral',
    purpose: 'direct-care',
    giver: 'bwrdd-iechyd',
    dataClass: 'presence-in-hospital',
    action: 'read',
    may: true,
  },
  {
    words: {
      en: 'A community connector may not see why.',
      cy: 'Ni chaiff cysylltydd cymunedol weld pam.',
    },
    role: 'community-connector',
    organisation: 'tegell',
    relationship: 'referral',
    purpose: 'direct-care',
    giver: 'bwrdd-iechyd',
    dataClass: 'hospital-care',
    action: 'read',
    may: false,
  },
]
