import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { recordsRight } from './basis.ts'
import {
  befrienders,
  COUNCILS,
  careProvider,
  carersCentre,
  councils,
  HOSPITALS,
  healthBoard,
  LANDLORDS,
  landlords,
} from './parties.ts'
import { procedures } from './procedures.ts'
import type { Term } from './term.ts'

/** HAFREN-6: who may lay two records side by side to say whether they are one person's. */
export function onePersonOneRecord(term: Term): AgreementContent {
  return {
    code: 'HAFREN-6',
    title: { en: 'One person, one record', cy: 'Un person, un cofnod' },
    benefit: {
      en: 'What is known of you comes together, what belongs to somebody else of the same name does not, and a mistake can be undone.',
      cy: 'Mae’r hyn sy’n hysbys amdanoch yn dod at ei gilydd, nid yw’r hyn sy’n perthyn i rywun arall o’r un enw yn gwneud hynny, a gellir dadwneud camgymeriad.',
    },
    parties: [healthBoard, ...councils, ...landlords, careProvider, carersCentre, befrienders],
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
      en: 'A records officer who has been asked whether two records are yours sees what each says of who you are, where you live and how to reach you, until they have answered. They see nothing of your care, your health or your home.',
      cy: 'Mae swyddog cofnodion y gofynnwyd iddo ai chi biau dau gofnod yn gweld yr hyn y mae’r ddau’n ei ddweud am bwy ydych chi, ble rydych chi’n byw a sut i gysylltu â chi, nes iddo ateb. Nid yw’n gweld dim am eich gofal, eich iechyd na’ch cartref.',
    },
    givers: [...HOSPITALS, ...COUNCILS, ...LANDLORDS, 'gofal-cannwyll', 'canolfan-gofalwyr', 'tegell'],
    receivers: ['bwrdd-iechyd', ...COUNCILS],
    roles: ['records-officer'],
    relationships: ['identity-review'],
    cohort: 'everybody',
    classes: ['demographics', 'contacts'],
    purpose: 'identity',
    may: ['read'],
    basis: recordsRight,
  },
]

const OFFICER = {
  role: 'records-officer',
  organisation: 'bwrdd-iechyd',
  purpose: 'identity',
  giver: 'tai-clicied',
  action: 'read',
} as const

const cases: AgreementContent['cases'] = [
  {
    words: {
      en: 'A records officer may see who a tenant is while they compare the tenant’s record.',
      cy: 'Caiff swyddog cofnodion weld pwy yw tenant tra bydd yn cymharu cofnod y tenant.',
    },
    ...OFFICER,
    relationship: 'identity-review',
    dataClass: 'demographics',
    may: true,
  },
  {
    words: {
      en: 'A records officer may not look up a tenant whose record nobody asked about.',
      cy: 'Ni chaiff swyddog cofnodion chwilio am denant na ofynnodd neb am ei gofnod.',
    },
    ...OFFICER,
    dataClass: 'demographics',
    may: false,
  },
  {
    words: {
      en: 'A records officer may not see what is planned for the person.',
      cy: 'Ni chaiff swyddog cofnodion weld yr hyn sydd wedi’i gynllunio ar gyfer y person.',
    },
    ...OFFICER,
    relationship: 'identity-review',
    dataClass: 'plan',
    may: false,
  },
]
