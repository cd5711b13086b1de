/**
 * What an AuditEvent must be, written down apart from what makes one: the structure and the required bindings of FHIR
 * R4, and the rules of the five Basic Audit Log Patterns that we claim. Source: FHIR R4, AuditEvent; IHE BALP 1.1.
 */

type Json = Readonly<Record<string, unknown>>

/** A field: whether it must be there, whether it repeats, and what it holds. */
interface Field {
  readonly must?: true
  readonly many?: true
  readonly is: 'text' | 'yes-or-no' | RegExp | Fields
}
type Fields = Readonly<Record<string, Field>>

const URI = /^\S+$/
const CODE = /^\S+$/
const TEXT: Field = { is: 'text' }

const CODING: Fields = { system: { is: URI }, code: { is: CODE }, display: TEXT }
const CONCEPT: Fields = { coding: { is: CODING, many: true }, text: TEXT }
const IDENTIFIER: Fields = { system: { is: URI }, value: TEXT }
const REFERENCE: Fields = {
  reference: { is: /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/ },
  type: { is: /^[A-Z][A-Za-z]+$/ },
  identifier: { is: IDENTIFIER },
  display: TEXT,
}
const EXTENSION: Fields = { url: { is: URI, must: true }, valueCode: { is: CODE } }

const AUDIT_EVENT: Fields = {
  resourceType: { is: /^AuditEvent$/, must: true },
  id: { is: /^[A-Za-z0-9.-]{1,64}$/ },
  meta: { is: { profile: { is: URI, many: true } } },
  language: { is: /^(en|cy)$/ },
  type: { is: CODING, must: true },
  subtype: { is: CODING, many: true },
  action: { is: /^[CRUDE]$/ },
  recorded: { is: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/, must: true },
  outcome: { is: /^(0|4|8|12)$/ },
  outcomeDesc: TEXT,
  purposeOfEvent: { is: CONCEPT, many: true },
  agent: {
    must: true,
    many: true,
    is: {
      type: { is: CONCEPT },
      role: { is: CONCEPT, many: true },
      who: { is: REFERENCE },
      altId: TEXT,
      name: TEXT,
      requestor: { is: 'yes-or-no', must: true },
      policy: { is: URI, many: true },
      network: { is: { extension: { is: EXTENSION, many: true }, address: TEXT, type: { is: /^[1-5]$/ } } },
      purposeOfUse: { is: CONCEPT, many: true },
    },
  },
  source: { must: true, is: { site: TEXT, observer: { is: REFERENCE, must: true }, type: { is: CODING, many: true } } },
  entity: {
    many: true,
    is: {
      what: { is: REFERENCE },
      type: { is: CODING },
      role: { is: CODING },
      securityLabel: { is: CODING, many: true },
      name: TEXT,
      description: TEXT,
      query: { is: /^[A-Za-z0-9+/]+=*$/ },
      detail: { many: true, is: { type: { is: 'text', must: true }, valueString: { is: 'text', must: true } } },
    },
  },
}

/** Everything in which an event is not what R4, and the pattern it claims, ask for. */
export function faultsOf(event: object): string[] {
  const structure = structureFaults(event as Json, AUDIT_EVENT, 'AuditEvent')
  return structure.length > 0 ? structure : [...entityFaults(event), ...patternFaults(event)]
}

function structureFaults(value: unknown, fields: Fields, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at} is no element`]
  const unknown = Object.keys(value).filter(name => !(name in fields))
  const empty = Object.keys(value).length === 0 ? [`${at} is empty`] : []
  const known = Object.entries(fields).flatMap(([name, field]) =>
    fieldFaults((value as Json)[name], field, `${at}.${name}`),
  )
  return [...unknown.map(name => `${at} has no ${name}`), ...empty, ...known]
}

function fieldFaults(value: unknown, { must, many, is }: Field, at: string): string[] {
  if (value === undefined) return must ? [`${at} is missing`] : []
  if (many !== Array.isArray(value) && (many || Array.isArray(value))) return [`${at} is ${many ? 'no' : 'a'} list`]
  const values: unknown[] = Array.isArray(value) ? value : [value]
  if (values.length === 0) return [`${at} is empty`]
  return values.flatMap(one => {
    if (is === 'text') return typeof one === 'string' && one.trim() !== '' ? [] : [`${at} is no text`]
    if (is === 'yes-or-no') return typeof one === 'boolean' ? [] : [`${at} is neither true nor false`]
    if (is instanceof RegExp) return typeof one === 'string' && is.test(one) ? [] : [`${at} may not be ${one}`]
    return structureFaults(one, is, at)
  })
}

/** Invariant sev-1 of R4, and that exactly one of those who took part asked for it. */
function entityFaults(event: object): string[] {
  const { entity = [], agent = [] } = event as { entity?: Json[]; agent?: Json[] }
  const asked = agent.filter(({ requestor }) => requestor === true).length
  return [
    ...entity.flatMap(({ name, query }) => (name !== undefined && query !== undefined ? ['sev-1'] : [])),
    ...(asked === 1 ? [] : [`${asked} of the agents asked for it`]),
  ]
}

interface Pattern {
  readonly type: string
  readonly subtype: string
  readonly action: string
  readonly outcome: RegExp
  /** How often an agent of each type stands: none, one, or one at most; what it must and may not have. */
  readonly agents: Readonly<Record<string, 'one' | 'none-or-one'>>
  readonly withNetwork: readonly string[]
  /** How many entities of each type, and the role of each. */
  readonly entities: Readonly<Record<string, readonly [role: string | undefined, many: '1' | '1+']>>
  /** Whether entities of other types may stand beside. */
  readonly closed?: true
  /** The agent that is also who keeps the trail. */
  readonly keeper?: string
}

const DCM = 'http://dicom.nema.org/resources/ontology/DCM#'
const THO = 'http://terminology.hl7.org/CodeSystem/'
const [APPLICATION, DESTINATION, SOURCE] = [`${DCM}110150`, `${DCM}110152`, `${DCM}110153`]
const [RECIPIENT, AUTHOR] = [`${THO}v3-ParticipationType#IRCP`, `${THO}v3-ParticipationType#AUT`]
const [PERSON, OBJECT] = [`${THO}audit-entity-type#1`, `${THO}audit-entity-type#2`]
const PATIENT: readonly [string, '1'] = [`${THO}object-role#1`, '1']
const DATA: readonly [string, '1'] = [`${THO}object-role#4`, '1']
const REST = { type: `${THO}audit-event-type#rest`, outcome: /^0$/, withNetwork: [SOURCE, DESTINATION] }
const BOTH_ENDS = { [SOURCE]: 'one', [DESTINATION]: 'one' } as const

const PATTERNS: Readonly<Record<string, Pattern>> = {
  'IHE.BasicAudit.PatientRead': {
    ...REST,
    subtype: 'http://hl7.org/fhir/restful-interaction#read',
    action: 'R',
    agents: { ...BOTH_ENDS, [RECIPIENT]: 'none-or-one' },
    entities: { [PERSON]: PATIENT, [OBJECT]: DATA },
  },
  'IHE.BasicAudit.PatientQuery': {
    ...REST,
    subtype: 'http://hl7.org/fhir/restful-interaction#search',
    action: 'E',
    agents: { ...BOTH_ENDS, [RECIPIENT]: 'none-or-one' },
    entities: { [PERSON]: PATIENT, [OBJECT]: [`${THO}object-role#24`, '1'] },
  },
  'IHE.BasicAudit.PatientCreate': {
    ...REST,
    subtype: 'http://hl7.org/fhir/restful-interaction#create',
    action: 'C',
    agents: { ...BOTH_ENDS, [AUTHOR]: 'none-or-one' },
    entities: { [PERSON]: PATIENT, [OBJECT]: DATA },
  },
  'IHE.BasicAudit.PrivacyDisclosure.Source': {
    type: `${DCM}110106`,
    subtype: `${THO}iso-21089-lifecycle#disclose`,
    action: 'R',
    outcome: /^\d+$/,
    agents: BOTH_ENDS,
    withNetwork: [SOURCE, DESTINATION],
    entities: { [PERSON]: PATIENT, [OBJECT]: DATA },
    keeper: SOURCE,
  },
  'IHE.BasicAudit.AuthZconsent': {
    type: `${DCM}110113`,
    subtype: 'https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType#AuthZ-Consent',
    action: 'E',
    outcome: /^\d+$/,
    agents: {
      [APPLICATION]: 'one',
      [RECIPIENT]: 'one',
      [`${THO}v3-RoleClass#PROV`]: 'one',
      [`${THO}extra-security-role-type#authserver`]: 'one',
    },
    withNetwork: [APPLICATION],
    entities: { [PERSON]: PATIENT, 'http://hl7.org/fhir/resource-types#Consent': [undefined, '1+'] },
    closed: true,
    keeper: `${THO}extra-security-role-type#authserver`,
  },
}

interface Coded {
  readonly system: string
  readonly code: string
}
interface Claiming {
  readonly meta?: { readonly profile: readonly string[] }
  readonly type: Coded
  readonly subtype?: readonly Coded[]
  readonly action: string
  readonly outcome: string
  readonly agent: readonly {
    type: { coding: Coded[] }
    who?: object
    network?: object
    media?: object
    name?: string
  }[]
  readonly source: { readonly observer: object }
  readonly entity: readonly {
    type: Coded
    role?: Coded
    what?: { reference?: string }
    query?: string
    detail?: object
  }[]
}

/** By which pattern an event says that it is told. */
export function patternOf(event: object): string | undefined {
  return (event as Claiming).meta?.profile[0]?.split('/').at(-1)
}

function patternFaults(event: object): string[] {
  const name = patternOf(event)
  if (name === undefined) return []
  const pattern = PATTERNS[name]
  if (pattern === undefined) return [`no pattern is called ${name}`]
  const { type, subtype = [], action, outcome } = event as Claiming
  const wrong = [
    textOf(type) !== pattern.type && 'type',
    !subtype.some(one => textOf(one) === pattern.subtype) && 'subtype',
    action !== pattern.action && 'action',
    !pattern.outcome.test(outcome) && 'outcome',
  ]
  const faults = [
    ...wrong.filter(one => one !== false),
    ...agentFaults(event as Claiming, pattern),
    ...partFaults(event as Claiming, pattern),
  ]
  return faults.map(fault => `${name}: ${fault}`)
}

function agentFaults({ agent, source }: Claiming, { agents, withNetwork, keeper }: Pattern): string[] {
  return Object.entries(agents).flatMap(([type, often]) => {
    const found = agent.filter(one => one.type.coding.some(coding => textOf(coding) === type))
    const many =
      found.length === 1 || (found.length === 0 && often === 'none-or-one') ? [] : [`${found.length} × ${type}`]
    return [
      ...many,
      ...found.flatMap(({ who, network, media }) => [
        ...(who === undefined ? [`nobody is ${type}`] : []),
        ...(media !== undefined ? [`media of ${type}`] : []),
        ...((network !== undefined) === withNetwork.includes(type) ? [] : [`network of ${type}`]),
        ...(keeper === type && JSON.stringify(who) !== JSON.stringify(source.observer) ? ['val-audit-source'] : []),
      ]),
    ]
  })
}

function partFaults({ entity }: Claiming, { entities, closed }: Pattern): string[] {
  const asked = Object.entries(entities).flatMap(([type, [role, many]]) => {
    const found = entity.filter(one => textOf(one.type) === type)
    return [
      ...(found.length === 1 || (many === '1+' && found.length > 1) ? [] : [`${found.length} × ${type}`]),
      ...found.flatMap(one =>
        (role !== undefined && one.role && textOf(one.role) === role) || role === undefined ? [] : [`role of ${type}`],
      ),
      ...found.flatMap(one =>
        type === PERSON && !one.what?.reference?.startsWith('Patient/') ? ['the patient is none'] : [],
      ),
      ...found.flatMap(one => queryFaults(one, role)),
    ]
  })
  const more = entity.filter(({ type }) => !(textOf(type) in entities))
  return closed && more.length > 0 ? [...asked, 'more than may be told'] : asked
}

/** What a query says is in `query`, and nowhere else; everything else is something. */
function queryFaults({ what, query, detail }: Claiming['entity'][number], role: string | undefined): string[] {
  if (!role?.endsWith('#24')) return what === undefined ? ['it is about nothing'] : []
  return query === undefined || what !== undefined || detail !== undefined ? ['query'] : []
}

function textOf({ system, code }: Coded): string {
  return `${system}#${code}`
}
