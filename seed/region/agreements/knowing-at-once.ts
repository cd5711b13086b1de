import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { careWithOthers, healthWithCare, hospitalCare } from './basis.ts'
import { COUNCILS, careProvider, councils, HOSPITALS, healthBoard, LANDLORDS, landlords } from './parties.ts'
import { procedures } from './procedures.ts'
import type { Term } from './term.ts'

/** HAFREN-1: who learns that somebody is in hospital, and which of them learn why. */
export function knowingAtOnce(term: Term): AgreementContent {
  return {
    code: 'HAFREN-1',
    title: {
      en: 'Knowing at once when somebody goes into hospital',
      cy: 'Gwybod ar unwaith pan fydd rhywun yn mynd i’r ysbyty',
    },
    benefit: {
      en: 'Nobody travels to an empty house, nobody has to ring round, and the way home is planned from the first day.',
      cy: 'Does neb yn teithio i dŷ gwag, does dim rhaid i neb ffonio o le i le, ac mae’r ffordd adref yn cael ei threfnu o’r diwrnod cyntaf.',
    },
    parties: [healthBoard, ...councils, ...landlords, careProvider],
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
      en: 'The nurses on the ward you are in see who you are, whom to ring, why you are in hospital and what is planned for you there.',
      cy: 'Mae nyrsys y ward lle’r ydych chi yn gweld pwy ydych chi, pwy i’w ffonio, pam rydych chi yn yr ysbyty a beth sydd wedi’i drefnu ar eich cyfer yno.',
    },
    givers: [...HOSPITALS, 'ysbyty-efelychu'],
    receivers: [...HOSPITALS, 'ysbyty-efelychu'],
    roles: ['ward-nurse'],
    relationships: ['admission'],
    cohort: 'everybody',
    classes: ['demographics', 'contacts', 'presence-in-hospital', 'hospital-care'],
    purpose: 'direct-care',
    may: ['read'],
    basis: hospitalCare,
  },
  {
    number: 2,
    words: {
      en: 'The social worker, therapist, reablement worker, district nurse and GP who already work with you learn at once that you are in hospital, why, which ward you are on and when you may be home.',
      cy: 'Mae’r gweithiwr cymdeithasol, y therapydd, y gweithiwr ailalluogi, y nyrs ardal a’r meddyg teulu sydd eisoes yn gweithio gyda chi yn cael gwybod ar unwaith eich bod yn yr ysbyty, pam, ar ba ward yr ydych chi a phryd y gallech ddod adref.',
    },
    givers: HOSPITALS,
    receivers: [...COUNCILS, 'bwrdd-iechyd'],
    roles: ['social-worker', 'occupational-therapist', 'reablement-worker', 'district-nurse', 'general-practitioner'],
    relationships: ['caseload', 'care-package', 'referral', 'practice-list'],
    cohort: 'everybody',
    classes: ['presence-in-hospital', 'hospital-care'],
    purpose: 'direct-care',
    may: ['read'],
    basis: healthWithCare,
  },
  {
    number: 3,
    words: {
      en: 'The discharge coordinator who helps you home from hospital sees the same, to have things ready for you.',
      cy: 'Mae’r cydlynydd rhyddhau sy’n eich helpu i fynd adref o’r ysbyty yn gweld yr un peth, er mwyn cael popeth yn barod ar eich cyfer.',
    },
    givers: HOSPITALS,
    receivers: HOSPITALS,
    roles: ['discharge-coordinator'],
    relationships: ['admission', 'referral'],
    cohort: 'everybody',
    classes: ['demographics', 'contacts', 'presence-in-hospital', 'hospital-care'],
    purpose: 'discharge',
    may: ['read'],
    basis: hospitalCare,
  },
  {
    number: 4,
    words: {
      en: 'The care workers who come to your home learn that you are in hospital and when you may be home. They do not learn why you are there.',
      cy: 'Mae’r gweithwyr gofal sy’n dod i’ch cartref yn cael gwybod eich bod yn yr ysbyty a phryd y gallech ddod adref. Nid ydynt yn cael gwybod pam rydych chi yno.',
    },
    givers: HOSPITALS,
    receivers: ['gofal-cannwyll'],
    roles: ['care-worker'],
    relationships: ['care-package'],
    cohort: 'everybody',
    classes: ['presence-in-hospital'],
    purpose: 'direct-care',
    may: ['read'],
    basis: careWithOthers,
  },
  {
    number: 5,
    words: {
      en: 'Your landlord’s housing officer learns that you are in hospital and when you may be home, so that your home is looked after. They do not learn why you are there, or anything else about your health.',
      cy: 'Mae swyddog tai eich landlord yn cael gwybod eich bod yn yr ysbyty a phryd y gallech ddod adref, er mwyn gofalu am eich cartref. Nid yw’r swyddog yn cael gwybod pam rydych chi yno, na dim arall am eich iechyd.',
    },
    givers: HOSPITALS,
    receivers: LANDLORDS,
    roles: ['housing-officer'],
    relationships: ['tenancy'],
    cohort: 'everybody',
    classes: ['presence-in-hospital'],
    purpose: 'housing-support',
    may: ['read'],
    basis: careWithOthers,
  },
  {
    number: 6,
    words: {
      en: 'The nurses on the ward you are in, your district nurse and your GP see your test results, letters from hospital and appointments.',
      cy: 'Mae nyrsys y ward lle’r ydych chi, eich nyrs ardal a’ch meddyg teulu yn gweld canlyniadau eich profion, eich llythyrau o’r ysbyty a’ch apwyntiadau.',
    },
    givers: [...HOSPITALS, 'ysbyty-efelychu'],
    receivers: [...HOSPITALS, 'ysbyty-efelychu'],
    roles: ['ward-nurse', 'district-nurse', 'general-practitioner'],
    relationships: ['admission', 'caseload', 'referral', 'practice-list'],
    cohort: 'everybody',
    classes: ['clinical-summary'],
    purpose: 'direct-care',
    may: ['read'],
    basis: hospitalCare,
  },
]

const OFFICER = {
  role: 'housing-officer',
  organisation: 'cartrefi-gwennol',
  relationship: 'tenancy',
  purpose: 'housing-support',
  giver: 'bwrdd-iechyd',
  action: 'read',
} as const

const cases: AgreementContent['cases'] = [
  {
    words: {
      en: 'A housing officer may see that a tenant is in hospital.',
      cy: 'Caiff swyddog tai weld bod tenant yn yr ysbyty.',
    },
    ...OFFICER,
    dataClass: 'presence-in-hospital',
    may: true,
  },
  {
    words: {
      en: 'A housing officer may not see the reason.',
      cy: 'Ni chaiff swyddog tai weld y rheswm.',
    },
    ...OFFICER,
    dataClass: 'hospital-care',
    may: false,
  },
  {
    words: {
      en: 'A social worker may see why somebody on their caseload is in hospital.',
      cy: 'Caiff gweithiwr cymdeithasol weld pam mae rhywun ar ei lwyth achosion yn yr ysbyty.',
    },
    role: 'social-worker',
    organisation: 'cyngor-dyffryn-banadl',
    relationship: 'caseload',
    purpose: 'direct-care',
    giver: 'ysbyty-glan-hafren',
    dataClass: 'hospital-care',
    action: 'read',
    may: true,
  },
]
