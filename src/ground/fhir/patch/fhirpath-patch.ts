import { done, type Outcome, refused } from '#ground/outcome.ts'
import { textAt, valueAt } from '../any.ts'
import { deleteElement, moveElement, replaceElement } from './change.ts'
import { copied } from './copied.ts'
import { type PatchPath, readPatchPath } from './patch-path.ts'
import type { PatchProblem } from './problem.ts'
import { type Changeable, isChangeable, type Reach, type Spot, spotsAt, TooFar } from './spot.ts'
import { addTo, elementInstead, listIn, type Value, valueIn } from './value.ts'

/** More than any app changes of one resource at once. */
const OPERATIONS_MAX = 100
/** How many elements all paths of a patch may read. */
const REACH_MAX = 200_000

/**
 * A resource as a FHIRPath Patch leaves it; the resource itself stays as it was. All operations, in their order, or none. What
 * comes of it need not be valid any more. `patch` is valid Parameters. Source: FHIR R4, fhirpatch.html.
 */
export function fhirpathPatched(resource: unknown, patch: unknown): Outcome<unknown, PatchProblem> {
  const operations = valueIsList(patch, 'parameter')
  if (valueAt(patch, 'resourceType') !== 'Parameters' || operations === undefined || operations.length > OPERATIONS_MAX)
    return refused({ code: 'patch.malformed', part: undefined })
  const now = copied(resource)
  if (!isChangeable(now)) return refused({ code: 'patch.doesNotFit', part: undefined })
  const reach: Reach = { left: REACH_MAX }
  for (const [index, sent] of operations.entries()) {
    const code = perform(now, sent, reach)
    if (code !== undefined) return refused({ code, part: `Parameters.parameter[${index}]` })
  }
  return done(now)
}

type Fault = PatchProblem['code'] | undefined

const PARTS = new Set(['type', 'path', 'name', 'value', 'index', 'source', 'destination'])

function perform(now: Changeable, sent: unknown, reach: Reach): Fault {
  const parts = valueIsList(sent, 'part') ?? []
  const names = parts.map(one => textAt(one, 'name') ?? '')
  if (textAt(sent, 'name') !== 'operation' || !names.every(name => PARTS.has(name))) return 'patch.malformed'
  if (new Set(names).size < names.length) return 'patch.malformed'
  const part = (name: string): unknown => parts[names.indexOf(name)]
  const path = readPatchPath(textAt(part('path'), 'valueString') ?? '')
  if (path === undefined) return 'patch.malformed'
  try {
    return operate(now, { path, part, reach })
  } catch (fault) {
    if (fault instanceof TooFar) return 'patch.malformed'
    throw fault
  }
}

interface Operation {
  readonly path: PatchPath
  readonly reach: Reach
  part(name: string): unknown
}

function operate(now: Changeable, { path, part, reach }: Operation): Fault {
  const spots = () => spotsAt(now, path, reach)
  const value = valueIn(part('value'))
  const number = (name: string) => {
    const given = valueAt(part(name), 'valueInteger')
    return typeof given === 'number' && Number.isInteger(given) && given >= 0 ? given : undefined
  }
  switch (textAt(part('type'), 'valueCode') ?? textAt(part('type'), 'valueString')) {
    case 'add': {
      const name = textAt(part('name'), 'valueString')
      return name === undefined || value === undefined ? 'patch.malformed' : fits(add(spots(), name, value))
    }
    case 'replace':
      return value === undefined ? 'patch.malformed' : fits(replace(spots(), value, path))
    case 'delete':
      return fits(remove(spots()))
    case 'insert': {
      const index = number('index')
      if (index === undefined || value === undefined) return 'patch.malformed'
      return fits(insert(now, { path, reach, value, index }))
    }
    case 'move': {
      const [from, to] = [number('source'), number('destination')]
      if (from === undefined || to === undefined) return 'patch.malformed'
      const list = listIn(now, path, reach)
      return fits(list !== undefined && moveElement(list.holder, list.key, from, to))
    }
    default:
      return 'patch.malformed'
  }
}

function fits(isDone: boolean): Fault {
  return isDone ? undefined : 'patch.doesNotFit'
}

/** At the end of a list, or as what is there once and is not there yet. */
function add([spot, ...others]: readonly Spot[], name: string, value: Value): boolean {
  if (spot === undefined || others.length > 0 || !isChangeable(spot.value)) return false
  return addTo(spot.value, spot.type, name, value)
}

/** What there is one of; of a choice, by a value of any of its types. */
function replace([spot, ...others]: readonly Spot[], value: Value, { steps }: PatchPath): boolean {
  if (spot === undefined || others.length > 0 || steps.length === 0) return false
  const made = elementInstead(spot, value)
  return made !== undefined && replaceElement(spot, made)
}

/** What is not there need not be deleted. */
function remove([spot, ...others]: readonly Spot[]): boolean {
  if (spot === undefined) return true
  if (others.length > 0 || spot.key === 'root') return false
  deleteElement(spot)
  return true
}

function insert(
  now: Changeable,
  { path, reach, value, index }: Pick<Operation, 'path' | 'reach'> & { value: Value; index: number },
): boolean {
  const list = listIn(now, path, reach)
  return list !== undefined && addTo(list.holder, list.type, list.name, value, index)
}

function valueIsList(value: unknown, name: string): readonly unknown[] | undefined {
  if (!isChangeable(value)) return undefined
  const list = value[name]
  return Array.isArray(list) ? list : undefined
}
