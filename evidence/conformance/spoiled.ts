import { getType, isResourceType, jsonName } from '#ground/fhir/definitions/types.ts'
import { codesOf } from '#ground/fhir/definitions/value-sets.ts'
import { readJson } from '#ground/fhir/json/read.ts'
import { writeJson } from '#ground/fhir/json/write.ts'
import type { Case } from './case.ts'

type Fields = Record<string, unknown>

/**
 * A valid resource spoiled in each way that its type offers: an element that there is not, one taken away that must be there, a
 * code of no value set, a value in a list and a list for a value, a rule broken. Nothing for what is no resource.
 */
export function spoiled(one: Case): Case[] {
  const read = readJson(one.bytes())
  const resource = read.ok ? (read.value as Fields) : {}
  const { resourceType } = resource
  if (typeof resourceType !== 'string' || !isResourceType(resourceType)) return []
  const elements = [...getType(resourceType).elements]
  const has = (name: string) => name in resource
  const needed = elements.filter(([name, { min }]) => min > 0 && has(name))
  const coded = elements.filter(
    ([name, { types, codes }]) => types[0] === 'code' && codes !== undefined && codesOf(codes) && has(name),
  )
  const alone = elements.filter(([name, { types, max }]) => max === 1 && has(jsonName(name, types[0] ?? '')))
  const ways: readonly (readonly [way: string, fields: Fields])[] = [
    ['an element that there is not', { ...resource, hapusrwydd: true }],
    ['a rule broken: ext-1', { ...resource, ...(getType(resourceType).elements.has('extension') && BROKEN) }],
    ...needed.map(([name]) => [`no ${name}`, without(resource, name)] as const),
    ...coded.map(
      ([name, { max }]) =>
        [`a ${name} that there is not`, { ...resource, [name]: max > 1 ? ['x-y-z'] : 'x-y-z' }] as const,
    ),
    ...alone.map(
      ([name]) => [`several of ${name}`, { ...resource, [name]: [resource[name], resource[name]] }] as const,
    ),
  ]
  return ways
    .filter(([, fields]) => writeJson(fields) !== writeJson(resource))
    .map(([way, fields]) => ({
      name: `${one.name} with ${way}`,
      type: one.type,
      isValid: false,
      bytes: () => Buffer.from(writeJson(fields)),
    }))
}

const BROKEN = {
  extension: [{ url: 'https://cydofal.example/a', valueCode: 'a', extension: [{ url: 'urn:b', valueCode: 'b' }] }],
}

function without(resource: Fields, name: string): Fields {
  const { [name]: gone, ...rest } = resource
  return rest
}
