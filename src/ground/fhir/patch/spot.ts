import { type ElementFacts, findType, jsonName } from '../definitions/types.ts'
import { digitsOf } from '../json/exact.ts'
import type { Criterion, PatchPath, Step } from './patch-path.ts'

/** An object of a resource that can be changed. */
export type Changeable = Record<string, unknown>

/** Where one element stands: under a name of an object, at a place of its list where it may be there several times. */
export interface Spot {
  readonly value: unknown
  /** Its type in R4, by name. */
  readonly type: string
  readonly holder: Changeable
  readonly key: string
  readonly index: number | undefined
  /** Of an element that may have one of several types, its name without the type. */
  readonly choice?: string | undefined
}

/** How many elements a patch may read in all, so that no path over a long list holds up everybody else. */
export interface Reach {
  left: number
}

/** Thrown when a patch has read more than it may. */
export class TooFar extends Error {}

/** The elements at a path. None where it begins with another type. */
export function spotsAt(root: Changeable, { type, steps }: PatchPath, reach: Reach): readonly Spot[] {
  const { resourceType } = root
  if (typeof resourceType !== 'string' || ![resourceType, 'Resource', 'DomainResource'].includes(type)) return []
  return along([{ value: root, type: resourceType, holder: { root }, key: 'root', index: undefined }], steps, reach)
}

function along(spots: readonly Spot[], steps: readonly Step[], reach: Reach): readonly Spot[] {
  let at = spots
  for (const step of steps) {
    at = after(at, step, reach)
    reach.left -= at.length
    if (reach.left < 0) throw new TooFar()
  }
  return at
}

function after(spots: readonly Spot[], step: Step, reach: Reach): readonly Spot[] {
  switch (step.go) {
    case 'name':
      return spots.flatMap(spot => under(spot, step.name))
    case 'index':
      return spots.slice(step.index, step.index + 1)
    case 'first':
      return spots.slice(0, 1)
    case 'last':
      return spots.slice(-1)
    case 'type':
      return spots.filter(({ type }) => type === step.type || baseOf(type) === step.type)
    case 'where':
      return spots.filter(spot => holds(spot, step.criterion, reach))
  }
}

/** What stands under a name of an element, each with its place; of a choice, under the name that it has in JSON. */
function under({ value, type }: Spot, name: string): readonly Spot[] {
  if (!isChangeable(value)) return []
  const element = elementOf(type, name)
  return (element?.keys ?? []).flatMap(({ key, type }) => {
    if (!Object.hasOwn(value, key)) return []
    const held = value[key]
    const spot = (one: unknown, index: number | undefined): Spot => {
      const own = type === 'Resource' && isChangeable(one) ? one.resourceType : undefined
      const choice = element?.isChoice ? name : undefined
      return { value: one, type: typeof own === 'string' ? own : type, holder: value, key, index, choice }
    }
    return Array.isArray(held) ? held.map(spot) : [spot(held, undefined)]
  })
}

/** An element of a type, and under which name of JSON it stands by the type that it has. */
export interface ElementIn {
  readonly facts: ElementFacts
  readonly isChoice: boolean
  readonly keys: readonly { readonly key: string; readonly type: string }[]
}

/** What R4 says of an element of a type; undefined where there is none of that name. */
export function elementOf(type: string, name: string): ElementIn | undefined {
  const elements = findType(type)?.elements
  const choice = `${name}[x]`
  const isChoice = elements?.has(choice) ?? false
  const facts = elements?.get(isChoice ? choice : name)
  if (facts === undefined) return undefined
  const keys = isChoice
    ? facts.types.map(one => ({ key: jsonName(choice, one), type: one }))
    : facts.types.slice(0, 1).map(one => ({ key: name, type: one }))
  return { facts, isChoice, keys }
}

function holds(spot: Spot, criterion: Criterion, reach: Reach): boolean {
  switch (criterion.test) {
    case 'and':
      return holds(spot, criterion.left, reach) && holds(spot, criterion.right, reach)
    case 'or':
      return holds(spot, criterion.left, reach) || holds(spot, criterion.right, reach)
    case 'exists':
      return along([spot], criterion.steps, reach).length > 0
    case 'empty':
      return along([spot], criterion.steps, reach).length === 0
    default: {
      // A comparison with nothing has no answer, and what has none is left out. Source: FHIRPath, 6.1.
      const found = along([spot], criterion.steps, reach)
      if (found.length === 0) return false
      const isSame = found.length === 1 && same(found[0]?.value, criterion.literal)
      return isSame === (criterion.test === '=')
    }
  }
}

function same(value: unknown, literal: string | number | boolean): boolean {
  return typeof literal === 'number' ? Number(digitsOf(value)) === literal : value === literal
}

function baseOf(type: string): string | undefined {
  return findType(type)?.base
}

/** Whether something is an object with elements of its own. A number kept by its digits has none. */
export function isChangeable(value: unknown): value is Changeable {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.getPrototypeOf(value) !== null
}
