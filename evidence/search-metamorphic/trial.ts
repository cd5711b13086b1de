import type { Draw } from '../draw.ts'
import type { Atom } from './atom.ts'
import { drawAtom } from './atoms.ts'
import { TYPES, type Type, type World } from './corpus.ts'
import type { Query } from './searcher.ts'

/** One query, and all that is asked with it. */
export interface Trial {
  readonly type: Type
  readonly atoms: readonly Atom[]
  /** By which what is asked falls into three parts. */
  readonly more: Atom
  /** Empty for the order of ids. */
  readonly sort: string
  /** Which of the sizes of pages that do not make too many of them: its place among them, between 0 and 1. */
  readonly page: number
  /** What is to come with what is found; nothing, mostly. */
  readonly includes: Query
  /** Whether it is asked over the door as well: by an address, by a form, and within somebody's compartment. */
  readonly isAtDoor: boolean
}

const SORTS: Readonly<Record<Type, readonly string[]>> = {
  Patient: ['', '_id', '-_lastUpdated', 'birthdate', '-name,gender', 'address-city'],
  Observation: ['', '_id', '-_lastUpdated', 'status', '-date', 'date,status', 'value-quantity,-code'],
  Encounter: ['', '-_id', '_lastUpdated,status', 'status', '-date', 'date,status'],
  RiskAssessment: ['', '-_id', 'probability', '-date,probability'],
  Location: ['', 'name', '-status,_id'],
}

const INCLUDES: Readonly<Record<Type, readonly Query[]>> = {
  Patient: [
    [['_revinclude', 'Observation:patient']],
    [
      ['_revinclude', 'Encounter:subject'],
      ['_revinclude:iterate', 'RiskAssessment:encounter'],
    ],
  ],
  Observation: [
    [['_include:iterate', 'Observation:has-member']],
    [['_revinclude:iterate', 'Observation:has-member']],
    [
      ['_include', 'Observation:encounter'],
      ['_include:iterate', 'Encounter:subject:Patient'],
    ],
    [['_include', 'Observation:has-member']],
    [
      ['_include', 'Observation:subject'],
      ['_revinclude', 'Observation:has-member'],
    ],
  ],
  Encounter: [
    [
      ['_include', 'Encounter:subject'],
      ['_revinclude', 'Observation:encounter'],
    ],
  ],
  RiskAssessment: [
    [
      ['_include', 'RiskAssessment:encounter'],
      ['_revinclude:iterate', 'Observation:encounter'],
    ],
  ],
  Location: [],
}

/** Draws one. */
export function drawTrial(draw: Draw, world: World): Trial {
  const type = draw.one([...TYPES, 'Observation', 'Observation', 'Patient'] as const)
  const atoms = draw.many(draw.below(3), () => drawAtom(draw, type, world))
  const [more, sort, page] = [drawAtom(draw, type, world), draw.one(SORTS[type]), draw.below(1_000) / 1_000]
  const includes = draw.percent(15) && INCLUDES[type].length > 0 ? draw.one(INCLUDES[type]) : []
  return { type, atoms, more, sort, page, includes, isAtDoor: draw.percent(4) }
}

/** What a trial asks. */
export function queryOf({ atoms }: Trial): Query {
  return atoms.map(({ name, value }) => [name, value] as const)
}

/** A trial in a line from which it can be tried again. */
export function told(trial: Trial): string {
  const { type, more, sort, includes } = trial
  const asked = new URLSearchParams([...queryOf(trial), ...includes].map(pair => [...pair]))
  return `${type}?${decodeURIComponent(String(asked))} with ${more.name}=${more.value} by ${sort}`
}
