import type { Encounter, FhirResource, Location, Observation, Patient, RiskAssessment } from 'fhir/r4.js'
import type { Draw } from '../draw.ts'

/** The types that are searched. */
export const TYPES = ['Patient', 'Observation', 'Encounter', 'RiskAssessment', 'Location'] as const
export type Type = (typeof TYPES)[number]

/** How many there are of each. */
export interface Extent {
  readonly patients: number
  readonly observations: number
  readonly encounters: number
  readonly assessments: number
  readonly locations: number
}

const FAMILIES = ['Ŵyn', 'Wyn', 'Tŷ Gwyn', 'Pritchard', 'Prŷs', 'Jones', 'Jônes', 'ap Gwynn', "O'Brien", 'Évans']
const GIVEN = ['Siân', 'Sian', 'Gwŷneth', 'Mair', 'MAIR', 'Llŷr', 'Efa', 'Ieuan']
const CODES = ['29463-7', '85354-9', '8867-4', '8310-5']
/** Years, months, days, moments, and the nights on which the clocks change. */
const TIMES = [
  '2026',
  '2026-03',
  '2026-03-29',
  '2026-03-29T00:30:00Z',
  '2026-03-29T02:30:00+01:00',
  '2026-10-25',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-10-26T00:00:00Z',
  '2026-11-22T09:00:00.500Z',
  '2025-12-31',
]
const LOINC = 'http://loinc.org'
/** When all of it was written, and when it is searched. */
export const NOW = '2026-11-22T09:00:00Z'
export const UCUM = 'http://unitsofmeasure.org'

/** Codes of the corpus's own, each below another. The product has them as a code system, the oracle as they stand here. */
export const KINDS = 'https://corpws.example/kinds'
export const BELOW: Readonly<Record<string, string | undefined>> = {
  vital: undefined,
  pressure: 'vital',
  systolic: 'pressure',
  diastolic: 'pressure',
  weight: 'vital',
  laboratory: undefined,
  sugar: 'laboratory',
}
/** Some of them, by an address. */
export const SOME = { url: 'https://corpws.example/some-kinds', codes: ['systolic', 'sugar', 'vital'] }

export const NUMBERS = 'https://corpws.example/id'
export const NUMBER_KINDS = 'http://terminology.hl7.org/CodeSystem/v2-0203'
export const LABELS = 'https://corpws.example/labels'
export const SOURCES = [
  'https://corpws.example/a',
  'https://corpws.example/a/b',
  'https://corpws.example/a/b/c',
  'https://corpws.example/ab',
]
export const PROFILES = ['https://corpws.example/profile', 'https://corpws.example/profile/b']

/** What says where something is from and what it is called, of some. */
function drawMeta(draw: Draw) {
  return {
    ...(draw.percent(60) && { source: draw.one(SOURCES) }),
    ...(draw.percent(40) && { profile: [draw.one(PROFILES)] }),
    ...(draw.percent(40) && { tag: [{ system: LABELS, code: draw.one(['coch', 'glas']) }] }),
  }
}

/** Somebody, some of whose particulars are not known. */
export function drawPatient(draw: Draw, at: number): Patient {
  const gender = draw.one(['female', 'male', 'unknown', undefined] as const)
  const type = draw.one(['MR', 'SN'])
  return {
    resourceType: 'Patient',
    identifier: [
      { type: { coding: [{ system: NUMBER_KINDS, code: type }] }, system: NUMBERS, value: `C-${at % 40}-${at}` },
    ],
    name: [{ family: draw.one(FAMILIES), given: [draw.one(GIVEN)] }],
    ...(gender && { gender }),
    ...(draw.percent(80) && { birthDate: draw.one(['1942', '1942-03', '1942-03-29', '1950-10-25', '1999-01-01']) }),
    ...(draw.percent(40) && { address: [{ city: draw.one(['Banadl', 'Llanfeilir', 'Glan-y-dŵr']) }] }),
  }
}

/** What of the corpus something may refer to. */
export interface Known {
  readonly patient: string
  readonly encounters: readonly string[]
  /** Measurements that are there already, and how many others each leads on to, one after the other. */
  readonly members: ReadonlyMap<string, number>
}

/** Further than so many others, one after the other, nothing leads. */
export const MEMBERS_MAX = 3

function quantity(draw: Draw) {
  const unit = draw.percent(80) ? 'kg' : 'cm'
  return { value: draw.one([4.9, 5, 5.04, 5.4, 5.5, 6, 100, 99.6]), unit, code: unit, system: UCUM }
}

const code = (draw: Draw) => ({
  coding: [
    {
      ...(draw.percent(80) && { system: LOINC }),
      code: draw.one(CODES),
      ...(draw.percent(50) && { display: draw.one(['Pwysau’r corff', 'Curiad y galon', 'Gŵydd']) }),
    },
  ],
})

/** A measurement of somebody, with or without a value and a time. */
export function drawObservation(draw: Draw, { patient, encounters, members }: Known): Observation {
  const value = draw.below(4)
  const possible = [...members].filter(([, deep]) => deep < MEMBERS_MAX).map(([id]) => id)
  return {
    resourceType: 'Observation',
    meta: drawMeta(draw),
    ...(draw.percent(30) && {
      text: {
        status: 'generated' as const,
        div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${draw.one(['Wedi blîno', 'Iawn heddiw'])}</p></div>`,
      },
    }),
    status: draw.one(['final', 'amended', 'preliminary'] as const),
    ...(draw.percent(70) && { category: [{ coding: [{ system: KINDS, code: draw.one(Object.keys(BELOW)) }] }] }),
    code: code(draw),
    subject: { reference: `Patient/${patient}` },
    ...(encounters.length > 0 && draw.percent(60) && { encounter: { reference: `Encounter/${draw.one(encounters)}` } }),
    ...(draw.percent(50) && { effectiveDateTime: draw.one(TIMES) }),
    ...(draw.percent(30) && { performer: [{ identifier: { system: NUMBERS, value: draw.one(['N-1', 'N-2']) } }] }),
    ...(possible.length > 0 && draw.percent(40) && { hasMember: [{ reference: `Observation/${draw.one(possible)}` }] }),
    ...(draw.percent(40) && {
      component: draw.many(2, () => ({ code: code(draw), ...(draw.percent(80) && { valueQuantity: quantity(draw) }) })),
    }),
    ...(value === 0 && { valueQuantity: quantity(draw) }),
    ...(value === 1 && { valueQuantity: { ...quantity(draw), comparator: draw.one(['<', '>'] as const) } }),
    ...(value === 2 && { valueString: draw.one(['Wedi blino', 'wedi BLÎNO', 'iawn', '100%', 'a_b']) }),
  }
}

/** A stay of somebody, which may go on. */
export function drawEncounter(draw: Draw, patient: string): Encounter {
  const [start, end] = [draw.one(TIMES), draw.one(TIMES)]
  return {
    resourceType: 'Encounter',
    meta: drawMeta(draw),
    status: draw.one(['in-progress', 'finished'] as const),
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: draw.one(['IMP', 'AMB']) },
    subject: { reference: `Patient/${patient}` },
    ...(draw.percent(70) && { period: { ...(draw.percent(70) && { start }), ...(draw.percent(60) && { end }) } }),
  }
}

/** How likely something is to befall somebody. */
export function drawAssessment(draw: Draw, { patient, encounters }: Known): RiskAssessment {
  const likely = () => ({ probabilityDecimal: draw.one([0.1, 0.25, 0.254, 0.3, 0.5, 0.75]) })
  return {
    resourceType: 'RiskAssessment',
    meta: drawMeta(draw),
    status: draw.one(['final', 'amended'] as const),
    subject: { reference: `Patient/${patient}` },
    ...(encounters.length > 0 && draw.percent(60) && { encounter: { reference: `Encounter/${draw.one(encounters)}` } }),
    ...(draw.percent(50) && { occurrenceDateTime: draw.one(TIMES) }),
    ...(draw.percent(70) && { prediction: draw.many(1 + draw.below(2), likely) }),
  }
}

/** A place on the map, or of which nobody has said where it is. */
export function drawLocation(draw: Draw): Location {
  const position = { latitude: draw.one([51.5, 52.1, 52.4, 53.3]), longitude: draw.one([-3.2, -3.5, -4.1]) }
  return {
    resourceType: 'Location',
    meta: drawMeta(draw),
    status: draw.one(['active', 'suspended'] as const),
    name: draw.one(['Tŷ Gwyn', 'Ystafell Ŷd', 'Ward 4']),
    ...(draw.percent(80) && { position }),
  }
}

/** What was read of the corpus, by its id. */
export type World = ReadonlyMap<Type, ReadonlyMap<string, FhirResource>>
