/** Something that is asked of a FHIR server. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT'
  /** Below the server's address. */
  readonly path: string
  readonly body?: object
}

/** What is there already, by the ids that the server gave. */
export interface Known {
  readonly patients: readonly { readonly id: string; readonly number: number }[]
  readonly observations: readonly string[]
}

const SURGERY = 'https://llanfeilir.example/id'
const FAMILIES = 'Tŷ Gwyn,Ŵyn,Llŷr,Gŵyr,Bowen,Pritchard,Môn,Tŷ’r Ysgol,Prys-Siôn,Ifans'.split(',')
const GIVEN = 'Siân,Gwŷneth,Siôn,Mêl,Llŷr,Rhŷs,Non,Tŵm,Gwên,Dŵynwen,Mair,Elin'.split(',')

/** What is measured, in the order of the table. Each makes its request of a number, and of what is known. */
export const OPERATIONS = {
  create_patient: number => ({ method: 'POST', path: 'Patient', body: patient(number) }),
  create_observation: (number, known) => ({
    method: 'POST',
    path: 'Observation',
    body: observation(`Patient/${someone(known, number).id}`, number),
  }),
  read: (number, known) => ({ method: 'GET', path: `Patient/${someone(known, number).id}` }),
  update: (number, known) => {
    const { id, number: own } = someone(known, number)
    const telecom = [{ system: 'phone', value: `01632 96${String(number % 10_000).padStart(4, '0')}` }]
    return { method: 'PUT', path: `Patient/${id}`, body: { ...patient(own), id, telecom } }
  },
  search_identifier: (number, known) => search('Patient', { identifier: `${SURGERY}|${label(number, known)}` }),
  search_name: number => search('Patient', { family: of(FAMILIES, number), given: of(GIVEN, spread(number)) }),
  search_date: number => {
    const day = measuredOn(number)
    return search('Observation', { date: `eq${day}` })
  },
  search_subject: (number, known) => search('Observation', { subject: `Patient/${someone(known, number).id}` }),
  search_chained: (number, known) =>
    search('Observation', { 'subject:Patient.identifier': `${SURGERY}|${label(number, known)}` }),
  include: (number, known) =>
    search('Observation', { _id: of(known.observations, spread(number)), _include: 'Observation:subject' }),
  revinclude: (number, known) =>
    search('Patient', { _id: someone(known, number).id, _revinclude: 'Observation:subject' }),
  transaction_10: number => ({ method: 'POST', path: '', body: transactionOf(number) }),
} as const satisfies Record<string, (number: number, known: Known) => Request>

export type Operation = keyof typeof OPERATIONS

/** The names of all of them. */
export const NAMES = Object.keys(OPERATIONS) as readonly Operation[]

/** How often each is asked in a mix: a chart is read and searched far more than it is written. */
export const MIX: readonly Operation[] = [
  ...Array<Operation>(4).fill('read'),
  ...Array<Operation>(3).fill('search_subject'),
  ...Array<Operation>(2).fill('create_observation'),
  ...NAMES,
]

/** One Patient and nine Observations about them, who know each other by names of the bundle. */
function transactionOf(number: number): object {
  const who = urn(number, 0)
  const measured = Array.from({ length: 9 }, (_, place) => observation(who, number * 9 + place))
  const entry = [patient(number), ...measured].map((resource, place) => ({
    fullUrl: urn(number, place),
    resource,
    request: { method: 'POST', url: resource.resourceType },
  }))
  return { resourceType: 'Bundle', type: 'transaction', entry }
}

function patient(number: number) {
  const day = new Date(Date.UTC(1930, 0, 1 + (spread(number) % 25_000))).toISOString().slice(0, 10)
  return {
    resourceType: 'Patient',
    identifier: [{ system: SURGERY, value: `B-${number}` }],
    name: [{ family: of(FAMILIES, number), given: [of(GIVEN, spread(number))] }],
    gender: number % 2 === 0 ? 'female' : 'male',
    birthDate: day,
    address: [{ line: [`${(number % 90) + 1} Heol y Bont`], city: 'Llanfeilir', postalCode: 'ZZ99 1AA' }],
  }
}

function observation(subject: string, number: number) {
  const mmHg = (value: number) => ({ value, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' })
  const code = (loinc: string) => ({ coding: [{ system: 'http://loinc.org', code: loinc }] })
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
    ],
    code: code('85354-9'),
    subject: { reference: subject },
    effectiveDateTime: `${measuredOn(number)}T09:${String(number % 60).padStart(2, '0')}:00Z`,
    component: [
      { code: code('8480-6'), valueQuantity: mmHg(110 + (number % 60)) },
      { code: code('8462-4'), valueQuantity: mmHg(60 + (number % 40)) },
    ],
  }
}

/** So many days that what is measured on one is a page and not a list: seven years. */
function measuredOn(number: number): string {
  return new Date(Date.UTC(2019, 0, 1 + (spread(number) % 2500))).toISOString().slice(0, 10)
}

function search(type: string, query: Readonly<Record<string, string>>): Request {
  return { method: 'GET', path: `${type}?${new URLSearchParams({ ...query, _count: '20' })}` }
}

function someone({ patients }: Known, number: number) {
  return of(patients, spread(number))
}

function label(number: number, known: Known): string {
  return `B-${someone(known, number).number}`
}

function of<Value>(all: readonly Value[], number: number): Value {
  const found = all[number % all.length]
  if (found === undefined) throw new Error('nothing was planted to be asked about')
  return found
}

/** Numbers that follow one another, far from one another. */
function spread(number: number): number {
  return (number * 7919) % 1_000_003
}

function urn(number: number, place: number): string {
  return `urn:uuid:00000000-0000-4000-8000-${String(number * 10 + place).padStart(12, '0')}`
}
