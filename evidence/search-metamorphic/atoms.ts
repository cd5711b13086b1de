import type { Encounter, FhirResource, Observation, Patient } from 'fhir/r4.js'
import type { Draw } from '../draw.ts'
import type { Type, World } from './corpus.ts'
import { compareQuantity, compareSpans, namesOf, plainly, spanOf, subjectOf, timesOf } from './oracle.ts'

/** One thing that is asked, as a parameter and as a filter, with what is known of its answer by somebody who reads everything. */
export interface Atom {
  readonly name: string
  readonly value: string
  /** The same as `_filter` says it; undefined where it cannot. */
  readonly filter: string | undefined
  /** The parameter alone, for whether there is any value; undefined where that is not asked. */
  readonly parameter: string | undefined
  holds(resource: FhirResource, world: World): boolean
}

const PREFIXES = ['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sa', 'eb'] as const
const DATES = ['2026', '2026-03-29', '2026-10-25', '2026-10-25T01:00:00Z', '2026-03', '1942-03-29', '1950']

/** Something that may be asked of a type. */
export function drawAtom(draw: Draw, type: Type, world: World): Atom {
  switch (type) {
    case 'Patient':
      return draw.one([name, gender, birthDate, backwards])(draw, world)
    case 'Observation':
      return draw.one([status, code, when, quantity, words, about, chained])(draw, world)
    case 'Encounter':
      return draw.one([encounterStatus, when, about, chained])(draw, world)
  }
}

type Make = (draw: Draw, world: World) => Atom

const name: Make = draw => {
  const how = draw.one(['begins', 'contains', 'exact'] as const)
  const text = draw.one(['w', 'Ŵyn', 'wyn', 'gwy', 'SIAN', 'Siân', 'pr', 'ty g', 'o', "o'b", 'x'])
  const fits = (one: string) =>
    how === 'exact'
      ? one === text
      : how === 'begins'
        ? plainly(one).startsWith(plainly(text))
        : plainly(one).includes(plainly(text))
  return {
    name: how === 'begins' ? 'name' : `name:${how}`,
    value: text,
    filter: how === 'exact' ? undefined : `name ${how === 'begins' ? 'sw' : 'co'} "${text}"`,
    parameter: 'name',
    holds: resource => namesOf(resource as Patient).some(fits),
  }
}

const gender: Make = draw => token(draw, 'gender', ['female', 'male', 'other'], one => codes((one as Patient).gender))
const status: Make = draw => token(draw, 'status', ['final', 'amended', 'x'], one => codes((one as Observation).status))
const encounterStatus: Make = draw =>
  token(draw, 'status', ['finished', 'in-progress'], one => codes((one as Encounter).status))
const code: Make = draw =>
  token(draw, 'code', ['29463-7', 'http://loinc.org|29463-7', '|8867-4', 'http://loinc.org|', '8310-5'], one =>
    ((one as Observation).code.coding ?? []).map(({ system = '', code = '' }) => ({ system, code })),
  )

function codes(code: string | undefined) {
  return code === undefined ? [] : [{ system: '', code }]
}

function token(
  draw: Draw,
  parameter: string,
  values: readonly string[],
  of: (resource: FhirResource) => readonly { readonly system: string; readonly code: string }[],
): Atom {
  const value = draw.one(values)
  const isNot = draw.percent(25)
  const [first = '', second] = value.split('|')
  const fits = (resource: FhirResource) =>
    of(resource).some(({ system, code }) =>
      second === undefined ? code === first : system === first && (second === '' || code === second),
    )
  return {
    name: isNot ? `${parameter}:not` : parameter,
    value,
    filter: isNot ? `not (${parameter} eq "${value}")` : `${parameter} eq "${value}"`,
    parameter,
    holds: resource => fits(resource) !== isNot,
  }
}

const birthDate: Make = draw => date(draw, 'birthdate')
const when: Make = draw => date(draw, 'date')

function date(draw: Draw, parameter: string): Atom {
  const [prefix, value] = [draw.one(PREFIXES), draw.one(DATES)]
  return {
    name: parameter,
    value: `${prefix}${value}`,
    filter: prefix === 'ne' ? undefined : `${parameter} ${prefix} ${value}`,
    parameter,
    holds: resource => timesOf(resource).some(span => compareSpans(prefix, span, spanOf(value))),
  }
}

const quantity: Make = draw => {
  const [prefix, value] = [draw.one(['eq', 'gt', 'ge', 'lt', 'le'] as const), draw.one(['5', '5.0', '5.4', '100', '1'])]
  return {
    name: 'value-quantity',
    value: `${prefix}${value}`,
    filter: `value-quantity ${prefix} ${value}`,
    parameter: 'value-quantity',
    holds: resource => {
      const { valueQuantity } = resource as Observation
      return valueQuantity !== undefined && compareQuantity(prefix, valueQuantity, value)
    },
  }
}

const words: Make = draw => {
  const value = draw.one(['wedi', 'Wedi blîno', 'iawn', '100%', 'a_', 'axb'])
  return {
    name: 'value-string',
    value,
    filter: `value-string sw "${value}"`,
    parameter: 'value-string',
    holds: resource => plainly((resource as Observation).valueString ?? '').startsWith(plainly(value)),
  }
}

const about: Make = (draw, world) => {
  const [one, other] = draw.many(2, () => draw.one([...world.get('Patient')!.keys()]))
  const ids = draw.percent(50) ? [one!] : [one!, other!]
  return {
    name: 'subject',
    value: ids.map(id => `Patient/${id}`).join(','),
    filter: ids.map(id => `subject eq Patient/${id}`).join(' or '),
    parameter: 'subject',
    holds: resource => ids.includes(subjectOf(resource) ?? ''),
  }
}

const chained: Make = (draw, world) => {
  const inner = draw.one([name, gender, birthDate])(draw, world)
  return {
    name: `subject:Patient.${inner.name}`,
    value: inner.value,
    filter: undefined,
    parameter: undefined,
    holds: (resource, all) => {
      const patient = all.get('Patient')?.get(subjectOf(resource) ?? '')
      return patient !== undefined && inner.holds(patient, all)
    },
  }
}

const backwards: Make = (draw, world) => {
  const inner = draw.one([status, code, when, quantity])(draw, world)
  return {
    name: `_has:Observation:patient:${inner.name}`,
    value: inner.value,
    filter: undefined,
    parameter: undefined,
    holds: (resource, all) =>
      [...all.get('Observation')!.values()].some(one => subjectOf(one) === resource.id && inner.holds(one, all)),
  }
}
