import { type ElementFacts, findType } from '../definitions/types.ts'
import { type CodesBySystem, codesOf } from '../definitions/value-sets.ts'
import type { Parameter } from './parameters.ts'
import type { Read } from './read.ts'

/**
 * Where a parameter reads codes that stand without their system (`status`, `gender`): which may stand there, by the system
 * that each is of, as the binding of the element says. Undefined where a system stands beside each code, or where
 * the codes cannot all be named. Source: FHIR R4, 3.1.1.4.10, implied systems.
 */
export function bareCodes(parameter: Parameter): CodesBySystem | undefined {
  if (!known.has(parameter)) known.set(parameter, read(parameter))
  return known.get(parameter)
}

const known = new WeakMap<Parameter, CodesBySystem | undefined>()

function read({ base, reads }: Parameter): CodesBySystem | undefined {
  const all = new Map<string, Set<string>>()
  for (const place of reads) {
    const set = place.type === 'code' ? codesOf(elementAt(base, place)?.codes ?? '') : undefined
    if (set === undefined) return undefined
    for (const [system, codes] of set) all.set(system, new Set([...(all.get(system) ?? []), ...codes]))
  }
  return all
}

function elementAt(base: string, { steps }: Read): ElementFacts | undefined {
  let element: ElementFacts | undefined
  let type = findType(base)
  for (const { name } of steps) {
    element = type?.elements.get(name)
    type = findType(element?.types[0] ?? '')
  }
  return element
}
