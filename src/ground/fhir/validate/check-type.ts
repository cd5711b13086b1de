import { type ElementFacts, getType, isResourceType, jsonName, type TypeFacts } from '../definitions/types.ts'
import { checkOfCodes } from './codes.ts'
import { type Fields, isFields } from './fields.ts'
import { primitiveCheck } from './primitive.ts'
import { checkOfReference } from './reference.ts'
import { checkOfRule } from './rules.ts'
import { checkSaidInWords } from './said-in-words.ts'
import { type Check, shown, type Visit } from './visit.ts'

/** The check of a value of a type, made once. A resource is checked as the type that it says it is. */
export function checkOfType(name: string): Check {
  const known = made.get(name)
  if (known !== undefined) return known
  const type = getType(name)
  const check =
    type.kind === 'primitive' ? checkOfPrimitive(name) : name === 'Resource' ? checkResource : checkOfObject(type)
  made.set(name, check)
  return check
}

const made = new Map<string, Check>()

/** Any resource, by the type it names. */
export function checkResource(value: unknown, visit: Visit): void {
  const type = isFields(value) ? value.resourceType : undefined
  if (typeof type !== 'string')
    visit.find('notResource', 'A resource is a JSON object that says its type: resourceType.')
  else if (!isResourceType(type)) visit.find('unknownType', `FHIR R4 has no resource ${shown(type)}.`)
  else visit.inResource(value, () => checkOfType(type)(value, visit))
}

function checkOfPrimitive(name: string): Check {
  const is = primitiveCheck(name)
  return (value, visit) => {
    if (!is(value)) visit.find('wrongValue', `Not a ${name}: ${shown(value)}`)
  }
}

/** What a field of JSON is checked by. */
interface Field {
  /** Its name in JSON, without an underscore. */
  readonly key: string
  readonly element: string
  readonly isList: boolean
  readonly isChoice: boolean
  readonly max: number
  /** The value itself; what stands beside a primitive value when the name begins with an underscore. */
  readonly check: Check
  readonly isPrimitive: boolean
  readonly isBeside: boolean
}

function checkOfObject(type: TypeFacts): Check {
  const fields = new Map([...type.elements].flatMap(([name, facts]) => fieldsOf(name, facts)))
  const needed = [...type.elements].flatMap(([name, facts]) => neededOf(name, facts))
  const all = [...type.rules.map(rule => checkOfRule(rule, type)), checkSaidInWords(type.name)]
  const rules = all.filter(check => check !== undefined)

  return (value, visit) => {
    if (!isFields(value)) return visit.find('wrongForm', `${type.name} is a JSON object here.`)
    if (visit.isTooDeep) return visit.find('tooMuch', 'Elements stand too deep in one another.')
    const before = visit.malformed
    checkFields(type, fields, value, visit)
    for (const { name, keys } of needed) {
      if (keys.every(key => !(key in value))) visit.find('missing', `${type.name} needs ${name}.`, elementName(name))
    }
    // A rule is asked of what has the form that it speaks of.
    if (visit.asksRules && visit.malformed === before) for (const check of rules) check(value, visit)
  }
}

function checkFields(type: TypeFacts, fields: ReadonlyMap<string, Field>, value: Fields, visit: Visit): void {
  const isResource = type.kind === 'resource'
  // An id alone is no content, but beside a primitive value it is all there need be.
  const isBeside = type.name === 'Element'
  let content = 0
  let chosen: Field[] | undefined
  for (const key of Object.keys(value)) {
    if (key !== 'id' || isBeside) content++
    if (isResource && key === 'resourceType') continue
    const field = fields.get(key)
    if (field === undefined) visit.find('unknownElement', `${type.name} has no element ${shown(key)}.`, key)
    else {
      checkField(field, key, value, visit)
      if (field.isChoice) chosen = choose(chosen, field, key, visit)
    }
  }
  if (content === 0) visit.find('empty', 'An element has a value, or elements within it: ele-1.')
}

/** What has been chosen so far, with one more. What stands beside a value is chosen with it. */
function choose(chosen: Field[] | undefined, field: Field, key: string, visit: Visit): Field[] {
  const other = chosen?.find(one => one.element === field.element)
  if (other === undefined) return [...(chosen ?? []), field]
  if (other.key !== field.key) {
    visit.find('severalOfChoice', `${other.key} and ${key} are two values of one choice.`, field.element)
  }
  return chosen ?? []
}

function fieldsOf(name: string, facts: ElementFacts): [string, Field][] {
  return facts.types.flatMap((typeName): [string, Field][] => {
    const key = jsonName(name, typeName)
    const isPrimitive = getType(typeName).kind === 'primitive'
    const { max } = facts
    const common = {
      key,
      element: elementName(name),
      isList: max > 1,
      isChoice: name !== elementName(name),
      max,
      isPrimitive,
    }
    const field: Field = { ...common, check: checkOfElement(typeName, facts), isBeside: false }
    if (!isPrimitive) return [[key, field]]
    return [
      [key, field],
      [`_${key}`, { ...common, check: later('Element'), isBeside: true }],
    ]
  })
}

function checkOfElement(typeName: string, facts: ElementFacts): Check {
  const rules = facts.rules.map(rule => checkOfRule(rule, getType(typeName)))
  const first = later(typeName)
  const checks = [checkOfReference(typeName, facts), checkOfCodes(typeName, facts), ...rules.map(onlyWhereAsked)]
  const rest = checks.filter(check => check !== undefined)
  if (rest.length === 0) return first
  return (value, visit) => {
    const before = visit.malformed
    first(value, visit)
    // What is not of its form is not looked at any closer.
    if (visit.malformed === before) for (const check of rest) check(value, visit)
  }
}

function onlyWhereAsked(check: Check | undefined): Check | undefined {
  return check && ((value, visit) => visit.asksRules && check(value, visit))
}

/** Types hold one another, and themselves: a check is made when it is first needed. */
function later(typeName: string): Check {
  let check: Check | undefined
  return (value, visit) => {
    check ??= checkOfType(typeName)
    check(value, visit)
  }
}

function neededOf(name: string, { min, types }: ElementFacts): { name: string; keys: string[] }[] {
  if (min === 0) return []
  return [{ name, keys: types.map(one => jsonName(name, one)).flatMap(key => [key, `_${key}`]) }]
}

function elementName(name: string): string {
  return name.endsWith('[x]') ? name.slice(0, -3) : name
}

function checkField(field: Field, key: string, of: Fields, visit: Visit): void {
  const value = of[key]
  visit.enter(field.element)
  if (field.max === 0) visit.find('tooMany', `${key} may not stand here.`)
  else if (field.isList) checkList(field, key, value, of, visit)
  else if (Array.isArray(value)) visit.find('wrongForm', `${key} is no list.`)
  else if (value === null) visit.find('empty', `${key} is null: leave it out.`)
  else field.check(value, visit)
  visit.leave()
}

function checkList(field: Field, key: string, value: unknown, of: Fields, visit: Visit): void {
  if (!Array.isArray(value)) visit.find('wrongForm', `${key} is a list.`)
  else if (value.length === 0) visit.find('empty', `${key} is an empty list: leave it out.`)
  else if (value.length > field.max) visit.find('tooMany', `${key} may have ${field.max}.`)
  else checkEach(field, key, value, of, visit)
}

function checkEach(field: Field, key: string, values: readonly unknown[], of: Fields, visit: Visit): void {
  const other = field.isPrimitive ? of[field.isBeside ? key.slice(1) : `_${key}`] : undefined
  for (let at = 0; at < values.length && !visit.isFull; at++) {
    const value = values[at]
    visit.enter(at)
    if (value !== null) field.check(value, visit)
    // A null keeps the place of a value that has only what stands beside it, or the other way about.
    else if (!Array.isArray(other) || (other[at] ?? null) === null) visit.find('empty', `${key}[${at}] is null.`)
    visit.leave()
  }
}
