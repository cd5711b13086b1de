import type { FhirResource } from 'fhir/r4.js'
import type { Draw } from '../draw.ts'
import type { Atom, Make } from './atom.ts'
import type { Type, World } from './corpus.ts'
import { encounterOf, membersOf, subjectOf } from './oracle.ts'

const all = (world: World, type: Type): FhirResource[] => [...(world.get(type)?.values() ?? [])]
const found = (world: World, type: Type, id: string | undefined) => world.get(type)?.get(id ?? '')

/** To one of some, or of two. */
function linked(
  draw: Draw,
  parameter: string,
  type: Type,
  ids: readonly string[],
  of: (one: FhirResource) => string[],
): Atom {
  const asked = draw.many(draw.percent(50) ? 1 : 2, () => draw.one(ids))
  return {
    name: parameter,
    value: asked.map(id => `${type}/${id}`).join(','),
    filter: asked.map(id => `${parameter} eq ${type}/${id}`).join(' or '),
    parameter,
    holds: resource => of(resource).some(id => asked.includes(id)),
  }
}

export const about: Make = (draw, world) =>
  linked(draw, 'subject', 'Patient', [...world.get('Patient')!.keys()], one => listOf(subjectOf(one)))
export const ofStay: Make = (draw, world) =>
  linked(draw, 'encounter', 'Encounter', [...world.get('Encounter')!.keys()], one => listOf(encounterOf(one)))
export const member: Make = (draw, world) =>
  linked(draw, 'has-member', 'Observation', [...world.get('Observation')!.keys()], membersOf)

function listOf(id: string | undefined): string[] {
  return id === undefined ? [] : [id]
}

/** Along one reference, to whom it is about. */
export const chained =
  (makes: readonly Make[]): Make =>
  (draw, world) => {
    const inner = draw.one(makes)(draw, world)
    return {
      name: `subject:Patient.${inner.name}`,
      value: inner.value,
      filter: undefined,
      parameter: undefined,
      holds: (resource, world) => {
        const patient = found(world, 'Patient', subjectOf(resource))
        return patient !== undefined && inner.holds(patient, world)
      },
    }
  }

/** Along two, by the stay in which it was. */
export const chainedTwice =
  (makes: readonly Make[]): Make =>
  (draw, world) => {
    const inner = chained(makes)(draw, world)
    return {
      ...inner,
      name: `encounter:Encounter.${inner.name}`,
      holds: (resource, world) => {
        const stay = found(world, 'Encounter', encounterOf(resource))
        return stay !== undefined && inner.holds(stay, world)
      },
    }
  }

/** Back from what refers to them. */
export const has =
  (makes: readonly Make[]): Make =>
  (draw, world) => {
    const inner = draw.one(makes)(draw, world)
    return {
      name: `_has:Observation:patient:${inner.name}`,
      value: inner.value,
      filter: undefined,
      parameter: undefined,
      holds: (resource, world) =>
        all(world, 'Observation').some(one => subjectOf(one) === resource.id && inner.holds(one, world)),
    }
  }

/** Back from what refers to what refers to them. */
export const hasTwice =
  (makes: readonly Make[]): Make =>
  (draw, world) => {
    const inner = draw.one(makes)(draw, world)
    return {
      name: `_has:Encounter:patient:_has:Observation:encounter:${inner.name}`,
      value: inner.value,
      filter: undefined,
      parameter: undefined,
      holds: (resource, world) =>
        all(world, 'Observation').some(
          one =>
            subjectOf(found(world, 'Encounter', encounterOf(one)) ?? one) === resource.id &&
            encounterOf(one) !== undefined &&
            inner.holds(one, world),
        ),
    }
  }
