import { getType } from '#ground/fhir/definitions/types.ts'
import { isFields } from '../fields.ts'
import { checkOfRule } from '../rules.ts'
import { type Check, shown, type Visit } from '../visit.ts'
import { checkCodes } from './codes.ts'
import type { Constraint } from './constraint.ts'
import { hasPattern, isFixed } from './equal.ts'
import { isA, type Placed, valuesIn } from './placed.ts'
import type { Profiles } from './profiles.ts'
import { pointedTo, typeOfTarget } from './reference-to.ts'
import { isOfSlice } from './slices.ts'

/** What a profile says of a value, asked of one that has the form its type wants. What is wrong is said in the visit. */
export function judge(constraint: Constraint, placed: Placed, profiles: Profiles, visit: Visit): void {
  const { fixed, pattern, codes, children } = constraint
  const { value } = placed
  if (!isOfType(constraint, placed)) {
    const wanted = constraint.types?.map(({ code }) => code).join(', ')
    visit.find('otherType', `${constraint.id} may be ${wanted}, and is ${placed.type}.`)
    return
  }
  if (fixed !== undefined && !isFixed(fixed, value)) {
    visit.find('otherValue', `${constraint.id} is always ${told(fixed)}: ${shown(value)}`)
  }
  if (pattern !== undefined && !hasPattern(pattern, value)) {
    visit.find('otherValue', `${constraint.id} has ${told(pattern)} in it.`)
  }
  if (codes !== undefined) checkCodes(codes, placed, profiles.terminology, visit)
  checkTarget(constraint, placed, profiles, visit)
  checkProfile(constraint, placed, profiles, visit)
  if (visit.asksRules && isFields(value)) for (const check of rulesOf(constraint, placed.type)) check(value, visit)
  for (const child of children.values()) judgeElement(child, placed, profiles, visit)
}

/** Whether a value keeps to a constraint, without a word about it. */
function conforms(constraint: Constraint, placed: Placed, profiles: Profiles, visit: Visit): boolean {
  const trial = visit.trial()
  judge(constraint, placed, profiles, trial)
  return trial.issues.every(({ severity }) => severity !== 'error')
}

/** One element of a value: how often it is there, each time, and the slices of it. */
function judgeElement(constraint: Constraint, owner: Placed, profiles: Profiles, visit: Visit): void {
  const values = valuesIn(owner, constraint.name)
  const element = constraint.name.replace('[x]', '')
  checkCount(constraint, values.length, element, visit)
  for (const value of values) at(value, visit, () => judge(constraint, value, profiles, visit))
  if (constraint.slices.size > 0) judgeSlices(constraint, values, profiles, visit)
}

function checkCount({ id, min, max }: Constraint, count: number, element: string, visit: Visit): void {
  if (count < min) visit.find('missing', `${id} is there ${min} times at least: ${count}`, element)
  if (count > max) visit.find('tooMany', `${id} may be there ${max} times: ${count}`, element)
}

/** Each value goes to the first slice that it is of; to none, where that is allowed. */
function judgeSlices(
  { id, slicing, slices, name }: Constraint,
  values: readonly Placed[],
  profiles: Profiles,
  visit: Visit,
): void {
  const telling = {
    profiles,
    visit,
    conforms: (wanted: Constraint, value: Placed) => conforms(wanted, value, profiles, visit),
  }
  const found = new Map([...slices.values()].map(slice => [slice, [] as Placed[]]))
  const unsure = new Set<Constraint>()
  let isPastSlices = false
  for (const value of values) {
    const answers = [...found.keys()].map(slice => [slice, isOfSlice(value, slice, slicing, telling)] as const)
    const [own] = answers.find(([, answer]) => answer === true) ?? []
    for (const [slice, answer] of answers) if (answer === undefined) unsure.add(slice)
    if (own !== undefined) {
      found.get(own)?.push(value)
      if (isPastSlices) at(value, visit, () => visit.find('noSlice', `${id}: what is of a slice stands first.`))
    } else if (answers.every(([, answer]) => answer === false)) {
      isPastSlices = slicing?.rules === 'openAtEnd'
      if (slicing?.rules === 'closed') at(value, visit, () => visit.find('noSlice', `${id} has no slice for this.`))
    }
  }
  for (const [slice, own] of found) {
    // What could not be told apart is not counted.
    if (!unsure.has(slice)) checkCount(slice, own.length, name.replace('[x]', ''), visit)
    for (const value of own) at(value, visit, () => judge(slice, value, profiles, visit))
    if (slice.slices.size > 0) judgeSlices(slice, own, profiles, visit)
  }
}

function at({ element, at: place }: Placed, visit: Visit, look: () => void): void {
  visit.enter(element)
  if (place !== undefined) visit.enter(place)
  look()
  if (place !== undefined) visit.leave()
  visit.leave()
}

function isOfType({ types }: Constraint, { type }: Placed): boolean {
  if (types === undefined || types.length === 0) return true
  // Where FHIR names a type of FHIRPath, it is the id or the address of something, which can be of no other.
  return types.some(({ code }) => code.startsWith('http://hl7.org/fhirpath/') || isA(type, code))
}

function checkTarget({ id, types }: Constraint, { type, value }: Placed, profiles: Profiles, visit: Visit): void {
  if (type !== 'Reference') return
  const targets = types?.filter(({ code }) => code === 'Reference').flatMap(one => one.targets) ?? []
  const pointed = targets.length === 0 ? undefined : pointedTo(value, visit)?.resourceType
  if (typeof pointed !== 'string') return
  const allowed = targets.map(target => typeOfTarget(target, profiles))
  if (allowed.some(one => one === undefined || isA(pointed, one))) return
  visit.find(
    'wrongReference',
    `${id} cannot point to a ${pointed}: ${[...new Set(allowed)].join(', ')} can stand there.`,
  )
}

/** A value keeps to one of the profiles of its type. The definition of an extension is asked of each where it stands. */
function checkProfile({ id, types }: Constraint, placed: Placed, profiles: Profiles, visit: Visit): void {
  if (placed.type === 'Extension' || types === undefined) return
  const named = types.filter(({ code }) => isA(placed.type, code)).flatMap(one => one.profiles)
  const known = named.flatMap(url => profiles.find(url) ?? [])
  const [only] = known
  if (only === undefined || known.length < named.length) return
  if (known.length === 1) judge(only.constraint, placed, profiles, visit)
  else if (!known.some(one => conforms(one.constraint, placed, profiles, visit)))
    visit.find('otherType', `${id} keeps to none of ${named.join(', ')}`)
}

const rules = new WeakMap<Constraint, Map<string, readonly Check[]>>()

/** The rules of a constraint as they are asked of a type, made once. */
function rulesOf(constraint: Constraint, type: string): readonly Check[] {
  if (constraint.rules.length === 0) return []
  const byType = rules.get(constraint) ?? new Map<string, readonly Check[]>()
  rules.set(constraint, byType)
  const known = byType.get(type)
  if (known !== undefined) return known
  const made = constraint.rules.flatMap(rule => checkOfRule(rule, getType(type)) ?? [])
  byType.set(type, made)
  return made
}

function told(value: unknown): string {
  return shown(typeof value === 'object' ? JSON.stringify(value) : value)
}
