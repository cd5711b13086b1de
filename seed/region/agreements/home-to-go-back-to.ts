import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { careWithOthers } from './basis.ts'
import { COUNCILS, councils, HOSPITALS, healthBoard, LANDLORDS, landlords } from './parties.ts'
import { procedures } from './procedures.ts'
import type { Term } from './term.ts'

/** HAFREN-3: what landlords tell health and care about somebody's home, and what they are told in return. */
export function homeToGoBackTo(term: Term): AgreementContent {
  return {
    code: 'HAFREN-3',
    title: { en: 'A home to go back to', cy: 'Cartref i ddychwelyd iddo' },
    benefit: {
      en: 'Repairs, adaptations and equipment are ready when you are, and your home is safe while you are away.',
      cy: 'Mae’r gwaith trwsio, yr addasiadau a’r cyfarpar yn barod pan fyddwch chi’n barod, ac mae eich cartref yn ddiogel tra byddwch chi i ffwrdd.',
    },
    parties: [healthBoard, ...councils, ...landlords],
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
      en: 'Your landlord tells the social worker, the occupational therapist and the district nurse who work with you what your home is like and what work is planned there, and they see one another’s part in that work.',
      cy: 'Mae eich landlord yn dweud wrth y gweithiwr cymdeithasol, y therapydd galwedigaethol a’r nyrs ardal sy’n gweithio gyda chi sut gartref sydd gennych chi a pha waith sydd ar y gweill yno, ac maen nhw’n gweld rhan ei gilydd yn y gwaith hwnnw.',
    },
    givers: ['person', ...LANDLORDS, ...COUNCILS, 'bwrdd-iechyd'],
    receivers: [...COUNCILS, 'bwrdd-iechyd'],
    roles: ['social-worker', 'occupational-therapist', 'district-nurse'],
    relationships: ['caseload', 'referral', 'care-package'],
    cohort: 'everybody',
    classes: ['housing-and-tenancy'],
    purpose: 'direct-care',
    may: ['read', 'contribute'],
    basis: careWithOthers,
  },
  {
    number: 2,
    words: {
      en: 'Your landlord tells the hospital’s discharge coordinator the same, so that you are not sent home to a house that is not ready.',
      cy: 'Mae eich landlord yn dweud yr un peth wrth gydlynydd rhyddhau’r ysbyty, fel na chewch chi eich anfon adref i dŷ nad yw’n barod.',
    },
    givers: ['person', ...LANDLORDS, ...COUNCILS, 'bwrdd-iechyd'],
    receivers: HOSPITALS,
    roles: ['discharge-coordinator'],
    relationships: ['admission', 'referral'],
    cohort: 'everybody',
    classes: ['housing-and-tenancy'],
    purpose: 'discharge',
    may: ['read', 'contribute'],
    basis: careWithOthers,
  },
  {
    number: 3,
    words: {
      en: 'Your landlord’s housing officer sees here the name, date of birth, address and telephone number that your landlord already holds, and whom you have said to ring.',
      cy: 'Mae swyddog tai eich landlord yn gweld yma’r enw, y dyddiad geni, y cyfeiriad a’r rhif ffôn sydd eisoes gan eich landlord, a phwy rydych chi wedi dweud y dylid eu ffonio.',
    },
    givers: ['person', ...LANDLORDS],
    receivers: LANDLORDS,
    roles: ['housing-officer'],
    relationships: ['tenancy'],
    cohort: 'everybody',
    classes: ['demographics', 'contacts'],
    purpose: 'housing-support',
    may: ['read'],
    basis: careWithOthers,
  },
  {
    number: 4,
    words: {
      en: 'The housing officer sees those parts of the plan that are about your home, whoever is to do them, and no other part of it.',
      cy: 'Mae’r swyddog tai yn gweld y rhannau o’r cynllun sy’n ymwneud â’ch cartref, pwy bynnag sydd i’w gwneud, a dim un rhan arall ohono.',
    },
    givers: ['person', ...LANDLORDS, ...COUNCILS, 'bwrdd-iechyd'],
    receivers: LANDLORDS,
    roles: ['housing-officer'],
    relationships: ['tenancy'],
    cohort: 'everybody',
    classes: ['housing-and-tenancy'],
    purpose: 'housing-support',
    may: ['read', 'contribute'],
    basis: careWithOthers,
  },
]

const cases: AgreementContent['cases'] = [
  {
    words: {
      en: 'A housing officer may see the work on a tenant’s home that others have promised.',
      cy: 'Caiff swyddog tai weld y gwaith ar gartref tenant y mae eraill wedi’i addo.',
    },
    role: 'housing-officer',
    organisation: 'tai-clicied',
    relationship: 'tenancy',
    purpose: 'housing-support',
    giver: 'cyngor-bro-rhedyn',
    dataClass: 'housing-and-tenancy',
    action: 'read',
    may: true,
  },
  {
    words: {
      en: 'A housing officer may not read what matters to a tenant.',
      cy: 'Ni chaiff swyddog tai ddarllen beth sy’n bwysig i denant.',
    },
    role: 'housing-officer',
    organisation: 'tai-clicied',
    relationship: 'tenancy',
    purpose: 'housing-support',
    giver: 'person',
    dataClass: 'about-me',
    action: 'read',
    may: false,
  },
]
