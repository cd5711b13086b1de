import { findType, jsonName } from '#ground/fhir/definitions/types.ts'
import { type Fields, isFields } from '../fields.ts'

/** A value where it stands in a resource. */
export interface Placed {
  readonly value: unknown
  /** What stands beside a primitive value. */
  readonly beside: unknown
  /** Its type; a resource’s own. */
  readonly type: string
  /** The element, without the type of a choice. */
  readonly element: string
  /** Its place in a list. */
  readonly at: number | undefined
}

/** A resource by itself. */
export function placedResource(resource: Fields): Placed {
  return { value: resource, beside: undefined, type: String(resource.resourceType), element: '', at: undefined }
}

/** What stands in a value under the name of an element: `name`, any of `value[x]`, or `valueQuantity` alone. */
export function valuesIn(owner: Placed, name: string): Placed[] {
  const { fields, type } = inside(owner)
  if (fields === undefined) return []
  return keysOf(type, name).flatMap(one => valuesUnder(fields, one))
}

/** Everything that stands in a value. */
export function allIn(owner: Placed): Placed[] {
  const { fields, type } = inside(owner)
  if (fields === undefined) return []
  const known = keysIn(type)
  const names = new Set(Object.keys(fields).map(name => name.replace(/^_/, '')))
  return [...names].flatMap(name => {
    const key = known.get(name)
    return key === undefined ? [] : valuesUnder(fields, key)
  })
}

/** What has elements: an object, or what stands beside a primitive value. */
function inside({ value, beside, type }: Placed): { fields: Fields | undefined; type: string } {
  if (isFields(value)) return { fields: value, type }
  return { fields: isFields(beside) ? beside : undefined, type: 'Element' }
}

interface Key {
  readonly key: string
  readonly type: string
  readonly element: string
}

function valuesUnder(fields: Fields, { key, type, element }: Key): Placed[] {
  const value = fields[key]
  const beside = fields[`_${key}`]
  const placed = (value: unknown, beside: unknown, at: number | undefined): Placed[] => {
    if ((value ?? beside ?? undefined) === undefined) return []
    const own = type === 'Resource' && isFields(value) ? String(value.resourceType) : type
    return [{ value, beside, type: own, element, at }]
  }
  if (!Array.isArray(value) && !Array.isArray(beside)) return placed(value, beside, undefined)
  const [values, others] = [value, beside].map(some => (Array.isArray(some) ? some : []))
  const length = Math.max(values?.length ?? 0, others?.length ?? 0)
  return Array.from({ length }, (_, at) => placed(values?.[at], others?.[at], at)).flat()
}

const known = new Map<string, ReadonlyMap<string, Key>>()

/** The names in JSON of all elements of a type. */
function keysIn(typeName: string): ReadonlyMap<string, Key> {
  const found = known.get(typeName)
  if (found !== undefined) return found
  const elements = [...(findType(typeName)?.elements ?? [])]
  const keys = elements.flatMap(([name, { types }]) =>
    types.map(type => ({ key: jsonName(name, type), type, element: name.replace('[x]', '') })),
  )
  const made = new Map(keys.map(one => [one.key, one]))
  known.set(typeName, made)
  return made
}

function keysOf(typeName: string, name: string): Key[] {
  const keys = keysIn(typeName)
  if (!name.endsWith('[x]')) {
    const key = keys.get(name)
    return key === undefined ? [] : [key]
  }
  const types = findType(typeName)?.elements.get(name)?.types ?? []
  return types.flatMap(type => keys.get(jsonName(name, type)) ?? [])
}

/** Whether a value of a type is one of another too: itself, or made from it. */
export function isA(type: string, other: string): boolean {
  for (let at: string | undefined = type; at !== undefined; at = findType(at)?.base) if (at === other) return true
  return false
}
