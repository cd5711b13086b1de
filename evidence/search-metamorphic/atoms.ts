import type { Encounter, FhirResource, Location, Observation, Patient, RiskAssessment } from 'fhir/r4.js'
import type { Draw } from '../draw.ts'
import type { Atom, Make } from './atom.ts'
import { about, chained, chainedTwice, has, hasTwice, member, ofStay } from './atoms-of-links.ts'
import {
  among,
  codeByWords,
  date,
  label,
  name,
  near,
  numbered,
  numberOf,
  ofKind,
  ofType,
  pair,
  performer,
  profile,
  source,
  token,
  updated,
  words,
} from './atoms-of-values.ts'
import type { Type, World } from './corpus.ts'
import { codesOf } from './oracle.ts'

/** How deep a filter may hold other filters. */
const FILTERS_MAX = 2

/** Something that may be asked of a type: of one parameter, of whether it has a value, or of several in a filter. */
export function drawAtom(draw: Draw, type: Type, world: World, depth = 0): Atom {
  const how = draw.below(100)
  if (how < 8) return missing(draw, type)
  if (how < 20 && depth < FILTERS_MAX) return filter(draw, type, world, depth)
  return draw.one([...OF_ALL, ...OF_TYPE[type]])(draw, world)
}

const coded = (code: string | undefined) => (code === undefined ? [] : [{ system: '', code }])
const statusOf = (one: FhirResource) => coded((one as Observation).status)
const status = (...values: readonly string[]): Make => token('status', values, statusOf)
const gender = token('gender', ['female', 'male', 'other'], one => coded((one as Patient).gender))
const code = token(
  'code',
  ['29463-7', 'http://loinc.org|29463-7', '|8867-4', 'http://loinc.org|', '8310-5', '85354-9,8867-4'],
  one => codesOf((one as Observation).code),
)
const birthDate = date('birthdate')
const when = date('date')
const quantity = numbered('value-quantity', one => (one as Observation).valueQuantity)

const byPerson: readonly Make[] = [name, gender, birthDate]
const byMeasurement: readonly Make[] = [status('final', 'amended'), code, when, quantity]

const OF_ALL: readonly Make[] = [among]
const OF_KEPT: readonly Make[] = [source, profile, label, updated, words('_content')]
const OF_TYPE: Readonly<Record<Type, readonly Make[]>> = {
  Patient: [...byPerson, ...byPerson, ofType, has(byMeasurement), hasTwice(byMeasurement)],
  Observation: [
    ...[...byMeasurement, ...byMeasurement, ...OF_KEPT],
    ...[ofKind, codeByWords, words('_text'), words('value-string'), pair('code'), pair('component-code')],
    ...[performer, about, member, ofStay, chained(byPerson), chainedTwice(byPerson)],
  ],
  Encounter: [...OF_KEPT, status('finished', 'in-progress'), when, about, chained(byPerson)],
  RiskAssessment: [...OF_KEPT, numberOf, when, about, ofStay, chained(byPerson), chainedTwice(byPerson)],
  Location: [...OF_KEPT, near, name, status('active', 'suspended')],
}

/** What each type may lack, by its parameter. */
const PRESENT: Readonly<Record<Type, Readonly<Record<string, (one: FhirResource) => boolean>>>> = {
  Patient: {
    gender: one => (one as Patient).gender !== undefined,
    birthdate: one => (one as Patient).birthDate !== undefined,
    'address-city': one => (one as Patient).address !== undefined,
  },
  Observation: {
    'value-quantity': one => (one as Observation).valueQuantity !== undefined,
    'value-string': one => (one as Observation).valueString !== undefined,
    date: one => (one as Observation).effectiveDateTime !== undefined,
    category: one => (one as Observation).category !== undefined,
    encounter: one => (one as Observation).encounter !== undefined,
    performer: one => (one as Observation).performer !== undefined,
    'has-member': one => (one as Observation).hasMember !== undefined,
    _source: one => one.meta?.source !== undefined,
    _tag: one => one.meta?.tag !== undefined,
  },
  Encounter: {
    date: one => [(one as Encounter).period?.start, (one as Encounter).period?.end].some(at => at !== undefined),
    _profile: one => one.meta?.profile !== undefined,
  },
  RiskAssessment: {
    probability: one => (one as RiskAssessment).prediction !== undefined,
    encounter: one => (one as RiskAssessment).encounter !== undefined,
  },
  Location: { near: one => (one as Location).position !== undefined },
}

function missing(draw: Draw, type: Type): Atom {
  const [parameter, isThere] = draw.one(Object.entries(PRESENT[type]))
  const isMissing = draw.percent(50)
  return {
    name: `${parameter}:missing`,
    value: String(isMissing),
    filter: `${parameter} pr ${!isMissing}`,
    parameter: undefined,
    holds: one => isThere(one) !== isMissing,
  }
}

function filter(draw: Draw, type: Type, world: World, depth: number): Atom {
  const inner = () => {
    for (;;) {
      const atom = drawAtom(draw, type, world, depth + 1)
      if (atom.filter !== undefined) return atom
    }
  }
  const [one, other, how] = [inner(), inner(), draw.one(['and', 'or', 'and not'])]
  const text = `(${one.filter}) ${how.replace('not', 'not ')}(${other.filter})`
  return {
    name: '_filter',
    value: text,
    filter: text,
    parameter: undefined,
    holds: (resource, all) => {
      const [isOne, isOther] = [one.holds(resource, all), other.holds(resource, all)]
      return how === 'or' ? isOne || isOther : isOne && isOther === (how === 'and')
    },
  }
}
