import type { Encounter, FhirResource, Observation, Patient } from 'fhir/r4.js'
import type { Draw } from '../draw.ts'

/** The types that are searched. */
export const TYPES = ['Patient', 'Observation', 'Encounter'] as const
export type Type = (typeof TYPES)[number]

/** How many there are of each. */
export interface Extent {
  readonly patients: number
  readonly observations: number
  readonly encounters: number
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

/** Somebody, some of whose particulars are not known. */
export function drawPatient(draw: Draw, at: number): Patient {
  const gender = draw.one(['female', 'male', 'unknown', undefined] as const)
  return {
    resourceType: 'Patient',
    identifier: [{ system: 'https://corpws.example/id', value: `C-${at}` }],
    name: [{ family: draw.one(FAMILIES), given: [draw.one(GIVEN)] }],
    ...(gender && { gender }),
    ...(draw.percent(80) && { birthDate: draw.one(['1942', '1942-03', '1942-03-29', '1950-10-25', '1999-01-01']) }),
    ...(draw.percent(40) && { address: [{ city: draw.one(['Banadl', 'Llanfeilir', 'Glan-y-dŵr']) }] }),
  }
}

/** A measurement of somebody, with or without a value and a time. */
export function drawObservation(draw: Draw, patient: string): Observation {
  const value = draw.below(4)
  const quantity = () => ({
    value: draw.one([4.9, 5, 5.04, 5.4, 5.5, 6, 100, 99.6]),
    unit: 'kg',
    code: 'kg',
    system: 'http://unitsofmeasure.org',
  })
  return {
    resourceType: 'Observation',
    status: draw.one(['final', 'amended', 'preliminary'] as const),
    code: { coding: [{ ...(draw.percent(80) && { system: LOINC }), code: draw.one(CODES) }] },
    subject: { reference: `Patient/${patient}` },
    ...(draw.percent(50) && { effectiveDateTime: draw.one(TIMES) }),
    ...(value === 0 && { valueQuantity: quantity() }),
    ...(value === 1 && { valueQuantity: { ...quantity(), comparator: draw.one(['<', '>'] as const) } }),
    ...(value === 2 && { valueString: draw.one(['Wedi blino', 'wedi BLÎNO', 'iawn', '100%', 'a_b']) }),
  }
}

/** A stay of somebody, which may go on. */
export function drawEncounter(draw: Draw, patient: string): Encounter {
  const [start, end] = [draw.one(TIMES), draw.one(TIMES)]
  return {
    resourceType: 'Encounter',
    status: draw.one(['in-progress', 'finished'] as const),
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: draw.one(['IMP', 'AMB']) },
    subject: { reference: `Patient/${patient}` },
    ...(draw.percent(70) && { period: { ...(draw.percent(70) && { start }), ...(draw.percent(60) && { end }) } }),
  }
}

/** What was read of the corpus, by its id. */
export type World = ReadonlyMap<Type, ReadonlyMap<string, FhirResource>>
