/** From each code of ours to the words that senders write for it, in Welsh and English, as `plain` makes them. */
export type CodeList = Readonly<Record<string, readonly string[]>>

/** How somebody holds their home. Source: Renting Homes (Wales) Act 2016, and the names from before it. */
export const TENANCY_KINDS = {
  secure: ['secure', 'secure contract', 'secure tenancy', 'assured', 'assured tenancy', 'contract diogel', 'diogel'],
  introductory: [
    'introductory',
    'introductory contract',
    'introductory standard contract',
    'starter',
    'rhagarweiniol',
    'contract rhagarweiniol',
  ],
  'standard-periodic': [
    'standard',
    'standard contract',
    'contract safonol',
    'standard periodic',
    'periodic standard contract',
    'safonol',
    'safonol cyfnodol',
  ],
  'standard-fixed': [
    'fixed term',
    'fixed term contract',
    'contract cyfnod penodol',
    'fixed term standard contract',
    'safonol cyfnod penodol',
    'cyfnod penodol',
  ],
  supported: [
    'supported',
    'supported contract',
    'supported standard contract',
    'extra care',
    'a chymorth',
    'contract a chymorth',
    'gofal ychwanegol',
  ],
  licence: ['licence', 'license', 'trwydded'],
} as const satisfies CodeList

/** What is arranged for somebody. */
export const CARE_SERVICES = {
  'home-care': ['home care', 'domiciliary care', 'dom care', 'gofal cartref', 'gofal yn y cartref'],
  reablement: ['reablement', 'ailalluogi'],
  'day-care': ['day care', 'day service', 'day opportunities', 'gofal dydd', 'gwasanaeth dydd'],
  respite: ['respite', 'short break', 'seibiant', 'egwyl fer'],
  residential: ['residential', 'residential care', 'care home', 'gofal preswyl', 'cartref gofal'],
  nursing: ['nursing', 'nursing home', 'nursing care', 'gofal nyrsio', 'cartref nyrsio'],
  'direct-payment': ['direct payment', 'direct payments', 'taliad uniongyrchol', 'taliadau uniongyrchol'],
  equipment: ['equipment', 'community equipment', 'cyfarpar', 'offer'],
  telecare: ['telecare', 'teleofal', 'community alarm', 'larwm cymunedol'],
  'supported-living': ['supported living', 'byw a chymorth'],
} as const satisfies CodeList

/** How far a care package is. */
export const PACKAGE_STATES = {
  planned: ['planned', 'proposed', 'awaiting start', 'wedi ei gynllunio', 'arfaethedig', 'cynlluniwyd'],
  active: ['active', 'current', 'in place', 'gweithredol', 'cyfredol', 'ar waith'],
  suspended: ['suspended', 'on hold', 'paused', 'wedi ei atal', 'ataliwyd', 'ar stop'],
  ended: ['ended', 'closed', 'ceased', 'stopped', 'daeth i ben', 'wedi dod i ben', 'wedi cau', 'caewyd'],
} as const satisfies CodeList

/** Why a plan was closed. Source: the reasons of the councils' return, Adults receiving care and support. */
export const CLOSURE_REASONS = {
  'needs-met': [
    'needs met',
    'outcomes met',
    'no longer needs',
    'anghenion wedi eu diwallu',
    'anghenion wedi u diwallu',
    'diwallwyd',
  ],
  moved: ['moved', 'moved away', 'moved out of area', 'symud', 'wedi symud', 'symudodd'],
  died: ['died', 'death', 'deceased', 'marw', 'bu farw', 'wedi marw', 'marwolaeth'],
  declined: ['declined', 'refused', 'withdrew', 'gwrthododd', 'wedi gwrthod', 'tynnodd yn ol'],
  other: ['other', 'other reason', 'arall', 'rheswm arall'],
} as const satisfies CodeList

/** Where somebody lives, as the councils' return asks. */
export const RESIDENCES = {
  'own-home': ['own home', 'community', 'home', 'cartref ei hun', 'cartref', 'yn y gymuned'],
  'care-home': ['care home', 'residential', 'residential care', 'cartref gofal', 'preswyl'],
  'nursing-home': ['nursing home', 'nursing', 'cartref nyrsio', 'nyrsio'],
  'supported-living': ['supported living', 'supported accommodation', 'byw a chymorth', 'llety a chymorth'],
  other: ['other', 'arall'],
} as const satisfies CodeList

/** What is done to a home. Bands of adaptations as Wales has had them since 2019: the Housing Adaptations Service Standards. */
export const WORK_KINDS = {
  repair: ['repair', 'responsive repair', 'atgyweiriad', 'atgyweirio', 'gwaith trwsio', 'trwsio'],
  'adaptation-small': [
    'small adaptation',
    'small',
    'minor adaptation',
    'minor',
    'addasiad bach',
    'bach',
    'man addasiad',
  ],
  'adaptation-medium': ['medium adaptation', 'medium', 'addasiad canolig', 'canolig'],
  'adaptation-large': ['large adaptation', 'large', 'major adaptation', 'major', 'addasiad mawr', 'mawr'],
  'safety-check': ['safety check', 'gas check', 'electrical check', 'gwiriad diogelwch'],
} as const satisfies CodeList

/** How far a piece of work is: the stages of a Disabled Facilities Grant, which a repair passes more quickly. */
export const WORK_STAGES = {
  enquiry: ['enquiry', 'reported', 'logged', 'new', 'open', 'ymholiad', 'adroddwyd', 'newydd', 'agored'],
  assessment: ['assessment', 'ot assessment', 'assessed', 'inspection', 'asesiad', 'aseswyd', 'archwiliad'],
  application: ['application', 'applied', 'grant application', 'cais', 'gwnaed cais', 'cais am grant'],
  approved: ['approved', 'grant approved', 'ordered', 'cymeradwywyd', 'wedi ei gymeradwyo', 'archebwyd'],
  'on-site': ['on site', 'in progress', 'started', 'works started', 'ar y safle', 'ar y gweill', 'dechreuwyd'],
  completed: ['completed', 'complete', 'finished', 'done', 'cwblhawyd', 'wedi ei gwblhau', 'gorffennwyd'],
  certified: ['certified', 'paid', 'closed', 'certified and paid', 'ardystiwyd', 'talwyd', 'caewyd'],
  cancelled: ['cancelled', 'canceled', 'withdrawn', 'refused', 'canslwyd', 'tynnwyd yn ol', 'gwrthodwyd'],
} as const satisfies CodeList

/** What became of a visit, or is to. */
export const VISIT_STATES = {
  planned: ['planned', 'scheduled', 'booked', 'due', 'wedi ei drefnu', 'trefnwyd', 'cynlluniwyd'],
  done: ['done', 'completed', 'attended', 'visited', 'cwblhawyd', 'wedi ei wneud', 'gwnaed'],
  cancelled: ['cancelled', 'canceled', 'canslwyd', 'wedi ei ganslo'],
  missed: ['missed', 'no access', 'not at home', 'collwyd', 'methwyd', 'dim mynediad'],
} as const satisfies CodeList

/** Who raised an alert. Source: the source types of the UK Housing Data Standards' proposal for person alerts. */
export const ALERT_SOURCES = {
  GP: ['gp', 'general practitioner', 'meddyg teulu'],
  SELF: ['self', 'tenant', 'self reported', 'tenant self reported', 'y tenant', 'hunan'],
  SW: ['sw', 'social worker', 'gweithiwr cymdeithasol'],
  POL: ['pol', 'police', 'heddlu', 'yr heddlu'],
  REL: ['rel', 'relative', 'carer', 'guardian', 'relative carer guardian', 'perthynas', 'gofalwr'],
  HO: ['ho', 'housing officer', 'swyddog tai'],
  OTH: ['oth', 'other', 'other professional', 'gweithiwr proffesiynol arall', 'arall'],
  UNK: ['unk', 'unknown', 'anhysbys'],
} as const satisfies CodeList

const YES = ['yes', 'y', 'true', '1', 'ie', 'oes', 'ydy', 'do']
const NO = ['no', 'n', 'false', '0', 'na', 'nac oes', 'nac ydy', 'naddo']

/** Yes and no, as people write them in either language. */
export function yesOrNo(plain: string): 'yes' | 'no' | undefined {
  if (YES.includes(plain)) return 'yes'
  return NO.includes(plain) ? 'no' : undefined
}

/** The code that a sender's word means: a code of ours as it is, or one of its words. */
export function codeOf(list: CodeList, plain: string): string | undefined {
  return Object.keys(list).find(
    code => code.toLowerCase().replaceAll('-', ' ') === plain || list[code]?.includes(plain),
  )
}
