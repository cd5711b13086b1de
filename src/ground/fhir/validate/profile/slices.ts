import { findType, jsonName } from '#ground/fhir/definitions/types.ts'
import { isFields } from '../fields.ts'
import type { Visit } from '../visit.ts'
import type { Constraint, Slicing } from './constraint.ts'
import { isFixed } from './equal.ts'
import { isA, type Placed, placedResource, valuesIn } from './placed.ts'
import type { Profiles } from './profiles.ts'
import { pointedTo, typeOfTarget } from './reference-to.ts'

type Discriminator = Slicing['discriminators'][number]

/** By what it is told of which slice something is. */
export interface Telling {
  readonly profiles: Profiles
  readonly visit: Visit
  /** Whether a value keeps to a constraint, without a word about it. */
  conforms(constraint: Constraint, placed: Placed): boolean
}

/**
 * Whether a value is of a slice; undefined where the profile says nothing by which that could be told. Source: FHIR R4,
 * profiling.html#discriminator.
 */
export function isOfSlice(
  placed: Placed,
  slice: Constraint,
  slicing: Slicing | undefined,
  telling: Telling,
): boolean | undefined {
  const discriminators = slicing?.discriminators.length ? slicing.discriminators : usual(slice)
  if (discriminators.length === 0) return undefined
  const answers = discriminators.map(one => answerOf(one, placed, slice, telling))
  if (answers.includes(false)) return false
  return answers.every(answer => answer === true) ? true : undefined
}

/** Extensions are told by their address, and choices by their type, unless something else is said. */
function usual({ name }: Constraint): Discriminator[] {
  if (name === 'extension' || name === 'modifierExtension') return [{ type: 'value', path: 'url' }]
  return name.endsWith('[x]') ? [{ type: 'type', path: '$this' }] : []
}

function answerOf(
  { type, path }: Discriminator,
  placed: Placed,
  slice: Constraint,
  telling: Telling,
): boolean | undefined {
  const { constraint, values, given } = follow(path, placed, slice, telling)
  switch (type) {
    case 'exists':
      // A slice that lets it be there or not is told by something else.
      if (constraint === undefined || (constraint.max > 0 && constraint.min === 0)) return undefined
      return values.length > 0 === constraint.max > 0
    case 'type':
      return isOfTypes(values, constraint, path.includes('resolve()') ? telling.profiles : undefined)
    case 'profile':
      return keepsToProfile(values, constraint, telling)
    default:
      if (given !== undefined) return values.some(one => isFixed(given, one.value))
      if (constraint === undefined || saysNothing(constraint)) return undefined
      return values.some(one => telling.conforms(constraint, one))
  }
}

/** Where a path leads: in what the slice says, in what is fixed for it as a whole, and in the value. */
function follow(path: string, placed: Placed, slice: Constraint, { profiles, visit }: Telling) {
  let constraint: Constraint | undefined = slice
  let values: readonly Placed[] = [placed]
  let given: unknown = slice.fixed ?? slice.pattern
  let isOwn = true
  for (const step of stepsOf(path)) {
    if (step === '$this' || step.startsWith('ofType(')) continue
    if (step === 'resolve()') {
      values = values.flatMap(one => {
        const pointed = pointedTo(one.value, visit)
        return pointed === undefined ? [] : [placedResource(pointed)]
      })
      continue
    }
    const [, url] = /^extension\(['"](.+)['"]\)$/.exec(step) ?? []
    const name = url === undefined ? step : 'extension'
    values = values.flatMap(one => valuesIn(one, elementOf(one.type, name)))
    if (url !== undefined) values = values.filter(({ value }) => isFields(value) && value.url === url)
    if (name === 'url') given ??= urlOfProfile(constraint)
    else given = within(given, name)
    if (name === 'url' && isFields(given)) given = given.url
    constraint = constraint && childOf(constraint, name, url, profiles)
    given ??= constraint?.fixed ?? constraint?.pattern
    isOwn = false
  }
  // What stands at the place itself is asked of the constraint, which knows a pattern from what is fixed.
  return { constraint, values, given: isOwn || typeof given === 'object' ? undefined : given }
}

/** A path says `value` of any type that `value[x]` may have. */
function elementOf(type: string, name: string): string {
  const choice = `${name}[x]`
  return findType(type)?.elements.has(choice) ? choice : name
}

function stepsOf(path: string): string[] {
  return path.match(/extension\(['"][^'"]+['"]\)|[^.]+/g) ?? []
}

function within(given: unknown, name: string): unknown {
  const one = Array.isArray(given) ? given[0] : given
  return isFields(one) ? one[name] : undefined
}

/** The address of an extension is the one of its definition, though that be not here. */
function urlOfProfile(constraint: Constraint | undefined): string | undefined {
  const [only, another] = constraint?.types?.flatMap(({ profiles }) => profiles) ?? []
  return another === undefined ? only?.split('|')[0] : undefined
}

function childOf(constraint: Constraint, name: string, url: string | undefined, profiles: Profiles) {
  const [only] = constraint.types?.flatMap(one => one.profiles) ?? []
  const from = (some: Constraint | undefined) => some?.children.get(name) ?? some?.children.get(`${name}[x]`)
  const child = from(constraint) ?? from(profiles.find(only ?? '')?.constraint)
  if (url === undefined) return child
  return [...(child?.slices.values() ?? [])].find(slice => urlOfProfile(slice) === url) ?? child
}

function saysNothing(constraint: Constraint): boolean {
  const { fixed, pattern, codes, children } = constraint
  if (fixed !== undefined || pattern !== undefined || codes?.isRequired) return false
  return [...children.values()].every(saysNothing)
}

/** Of what a reference points to, the types are those of its targets, as far as their profiles are known. */
function isOfTypes(values: readonly Placed[], constraint: Constraint | undefined, targetsIn: Profiles | undefined) {
  const types =
    targetsIn === undefined
      ? constraint?.types?.map(({ code }) => code)
      : constraint?.types?.flatMap(({ targets }) => targets.flatMap(target => typeOfTarget(target, targetsIn) ?? []))
  if (types !== undefined) return values.some(({ type }) => types.some(one => isA(type, one)))
  // `value[x]:valueQuantity` says its type by its name.
  const said = constraint?.id.split(':').at(-1)
  return said === undefined ? undefined : values.some(({ type, element }) => jsonName(`${element}[x]`, type) === said)
}

function keepsToProfile(
  values: readonly Placed[],
  constraint: Constraint | undefined,
  { profiles, conforms }: Telling,
): boolean | undefined {
  const named = constraint?.types?.flatMap(one => [...one.profiles, ...one.targets]) ?? []
  const known = named.flatMap(url => profiles.find(url) ?? [])
  if (known.length === 0) return undefined
  return values.some(one => known.some(({ type, constraint }) => isA(one.type, type) && conforms(constraint, one)))
}
