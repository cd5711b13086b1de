import type { Role } from '#record/organisation/role.ts'
import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import type { AGREED_RELATIONSHIPS } from '#record/sharing/vocabulary.ts'
import { carersSupport, healthWithCare, sharedPlan } from './basis.ts'
import { befrienders, COUNCILS, careProvider, carersCentre, councils, HOSPITALS, healthBoard } from './parties.ts'
import { procedures } from './procedures.ts'
import type { Term } from './term.ts'

const HELPERS = [...COUNCILS, 'bwrdd-iechyd', 'gofal-cannwyll', 'tegell']
const EVERY_GIVER = ['person', ...HELPERS, 'canolfan-gofalwyr']
const HELPER_ROLES: Role[] = [
  'social-worker',
  'occupational-therapist',
  'reablement-worker',
  'care-worker',
  'district-nurse',
  'general-practitioner',
  'community-connector',
]
const HELPER_TIES: (typeof AGREED_RELATIONSHIPS)[number][] = ['caseload', 'care-package', 'referral', 'practice-list']

/** HAFREN-2: who reads the person's own words, and what each agency has promised them. */
export function onePlan(term: Term): AgreementContent {
  return {
    code: 'HAFREN-2',
    title: { en: 'One plan, in the person’s own words', cy: 'Un cynllun, yng ngeiriau’r person ei hun' },
    benefit: {
      en: 'You say once what matters to you. Everyone who works with you reads the same plan.',
      cy: 'Rydych chi’n dweud unwaith beth sy’n bwysig i chi. Mae pawb sy’n gweithio gyda chi yn darllen yr un cynllun.',
    },
    parties: [healthBoard, ...councils, careProvider, carersCentre, befrienders],
    ...term,
    procedures,
    clauses: [...readingThePlan, ...onTheWay, ...keptClose],
    cases,
  }
}

const readingThePlan: AgreementContent['clauses'] = [
  {
    number: 1,
    words: {
      en: 'Those who work with you see your name, date of birth, address and telephone number, and whom to ring for you.',
      cy: 'Mae’r rhai sy’n gweithio gyda chi yn gweld eich enw, eich dyddiad geni, eich cyfeiriad a’ch rhif ffôn, a phwy i’w ffonio ar eich rhan.',
    },
    givers: EVERY_GIVER,
    receivers: HELPERS,
    roles: HELPER_ROLES,
    relationships: HELPER_TIES,
    cohort: 'everybody',
    classes: ['demographics', 'contacts'],
    purpose: 'direct-care',
    may: ['read'],
    basis: sharedPlan,
  },
  {
    number: 2,
    words: {
      en: 'They read what you have said matters to you, and your goals, in your own words and in the language you said them in.',
      cy: 'Maen nhw’n darllen yr hyn rydych chi wedi dweud sy’n bwysig i chi, a’ch nodau, yn eich geiriau eich hun ac yn yr iaith y dywedoch chi nhw.',
    },
    givers: ['person'],
    receivers: HELPERS,
    roles: HELPER_ROLES,
    relationships: HELPER_TIES,
    cohort: 'everybody',
    classes: ['about-me', 'plan'],
    purpose: 'direct-care',
    may: ['read', 'contribute'],
    basis: sharedPlan,
  },
  {
    number: 3,
    words: {
      en: 'They see what each organisation has promised to do with you and by when, so that things are done once and nothing is left out.',
      cy: 'Maen nhw’n gweld beth mae pob sefydliad wedi addo ei wneud gyda chi ac erbyn pryd, fel bod pethau’n cael eu gwneud unwaith ac nad oes dim yn cael ei adael allan.',
    },
    givers: EVERY_GIVER,
    receivers: HELPERS,
    roles: HELPER_ROLES,
    relationships: HELPER_TIES,
    cohort: 'everybody',
    classes: ['plan', 'care-and-support'],
    purpose: 'direct-care',
    may: ['read', 'contribute'],
    basis: sharedPlan,
  },
]

const onTheWay: AgreementContent['clauses'] = [
  {
    number: 4,
    words: {
      en: 'While you are on a ward its nurses see who you are, what matters to you, whom to ring, and what is already arranged at home. They stop seeing it when you leave the ward.',
      cy: 'Tra byddwch chi ar ward, mae’r nyrsys yno yn gweld pwy ydych chi, beth sy’n bwysig i chi, pwy i’w ffonio, a beth sydd eisoes wedi’i drefnu gartref. Maen nhw’n peidio â’i weld pan fyddwch chi’n gadael y ward.',
    },
    givers: EVERY_GIVER,
    receivers: HOSPITALS,
    roles: ['ward-nurse'],
    relationships: ['admission'],
    cohort: 'everybody',
    classes: ['about-me', 'demographics', 'contacts', 'plan', 'care-and-support'],
    purpose: 'direct-care',
    may: ['read', 'contribute'],
    basis: healthWithCare,
  },
  {
    number: 5,
    words: {
      en: 'The discharge coordinator who helps you home from hospital reads the same, so that the way home starts from what you want.',
      cy: 'Mae’r cydlynydd rhyddhau sy’n eich helpu i fynd adref o’r ysbyty yn darllen yr un peth, fel bod y ffordd adref yn cychwyn o’r hyn rydych chi’n ei ddymuno.',
    },
    givers: EVERY_GIVER,
    receivers: HOSPITALS,
    roles: ['discharge-coordinator'],
    relationships: ['admission', 'referral'],
    cohort: 'everybody',
    classes: ['about-me', 'demographics', 'contacts', 'plan', 'care-and-support'],
    purpose: 'discharge',
    may: ['read', 'contribute'],
    basis: healthWithCare,
  },
  {
    number: 6,
    words: {
      en: 'If somebody refers you to the council, the officer who answers sees who you are and what is already in place, so that you need not tell it all again.',
      cy: 'Os bydd rhywun yn eich cyfeirio at y cyngor, mae’r swyddog sy’n ateb yn gweld pwy ydych chi a beth sydd eisoes ar waith, fel nad oes rhaid ichi ddweud y cyfan eto.',
    },
    givers: EVERY_GIVER,
    receivers: COUNCILS,
    roles: ['front-door-officer'],
    relationships: ['referral'],
    cohort: 'everybody',
    classes: ['demographics', 'contacts', 'about-me', 'plan', 'care-and-support'],
    purpose: 'direct-care',
    may: ['read', 'contribute'],
    basis: sharedPlan,
  },
]

const keptClose: AgreementContent['clauses'] = [
  {
    number: 7,
    words: {
      en: 'If you look after somebody, your support worker at the carers’ centre sees who you are, your plan, and what you say about yourself as a carer. The last is never shown to the person you look after.',
      cy: 'Os ydych chi’n gofalu am rywun, mae eich gweithiwr cymorth yn y ganolfan gofalwyr yn gweld pwy ydych chi, eich cynllun, a’r hyn rydych chi’n ei ddweud amdanoch eich hun fel gofalwr. Ni chaiff yr olaf byth ei ddangos i’r person rydych chi’n gofalu amdano.',
    },
    givers: EVERY_GIVER,
    receivers: ['canolfan-gofalwyr'],
    roles: ['carer-support-worker'],
    relationships: ['referral', 'caseload'],
    cohort: 'everybody',
    classes: ['demographics', 'contacts', 'about-me', 'plan', 'care-and-support', 'carers-own'],
    purpose: 'carer-support',
    may: ['read', 'contribute'],
    basis: carersSupport,
  },
  {
    number: 8,
    words: {
      en: 'What you say about yourself as a carer is also seen by your own social worker, who assesses what support you need. Nobody else sees it.',
      cy: 'Mae eich gweithiwr cymdeithasol chi, sy’n asesu pa gymorth sydd ei angen arnoch, hefyd yn gweld yr hyn rydych chi’n ei ddweud amdanoch eich hun fel gofalwr. Nid oes neb arall yn ei weld.',
    },
    givers: ['person', ...COUNCILS, 'canolfan-gofalwyr'],
    receivers: COUNCILS,
    roles: ['social-worker'],
    relationships: ['caseload'],
    cohort: 'everybody',
    classes: ['carers-own'],
    purpose: 'direct-care',
    may: ['read'],
    basis: carersSupport,
  },
  {
    number: 9,
    words: {
      en: 'If your address is kept secret for your safety, only your own social worker and district nurse see it.',
      cy: 'Os yw eich cyfeiriad yn cael ei gadw’n gyfrinachol er eich diogelwch, dim ond eich gweithiwr cymdeithasol a’ch nyrs ardal chi sy’n ei weld.',
    },
    givers: ['person', ...COUNCILS, 'bwrdd-iechyd'],
    receivers: [...COUNCILS, 'bwrdd-iechyd'],
    roles: ['social-worker', 'district-nurse'],
    relationships: ['caseload'],
    cohort: 'everybody',
    classes: ['protected-address'],
    purpose: 'direct-care',
    may: ['read'],
    basis: sharedPlan,
  },
  {
    number: 10,
    words: {
      en: 'What is written here about your mental health is seen only by your own social worker, district nurse and GP.',
      cy: 'Dim ond eich gweithiwr cymdeithasol, eich nyrs ardal a’ch meddyg teulu chi sy’n gweld yr hyn a ysgrifennir yma am eich iechyd meddwl.',
    },
    givers: ['person', ...COUNCILS, 'bwrdd-iechyd'],
    receivers: [...COUNCILS, 'bwrdd-iechyd'],
    roles: ['social-worker', 'district-nurse', 'general-practitioner'],
    relationships: ['caseload', 'practice-list'],
    cohort: 'everybody',
    classes: ['mental-health'],
    purpose: 'direct-care',
    may: ['read'],
    basis: healthWithCare,
  },
]

const cases: AgreementContent['cases'] = [
  {
    words: {
      en: 'A social worker may propose other words in the plan of somebody on their caseload.',
      cy: 'Caiff gweithiwr cymdeithasol gynnig geiriau eraill yng nghynllun rhywun sydd ar ei lwyth achosion.',
    },
    role: 'social-worker',
    organisation: 'cyngor-dyffryn-banadl',
    relationship: 'caseload',
    purpose: 'direct-care',
    giver: 'person',
    dataClass: 'plan',
    action: 'contribute',
    may: true,
  },
  {
    words: {
      en: 'A social worker who does not work with somebody may not read their plan.',
      cy: 'Ni chaiff gweithiwr cymdeithasol nad yw’n gweithio gyda rhywun ddarllen ei gynllun.',
    },
    role: 'social-worker',
    organisation: 'cyngor-dyffryn-banadl',
    purpose: 'direct-care',
    giver: 'person',
    dataClass: 'plan',
    action: 'read',
    may: false,
  },
  {
    words: {
      en: 'A carer support worker may not read a secret address.',
      cy: 'Ni chaiff gweithiwr cymorth gofalwyr ddarllen cyfeiriad cyfrinachol.',
    },
    role: 'carer-support-worker',
    organisation: 'canolfan-gofalwyr',
    relationship: 'caseload',
    purpose: 'carer-support',
    giver: 'cyngor-bro-rhedyn',
    dataClass: 'protected-address',
    action: 'read',
    may: false,
  },
]
