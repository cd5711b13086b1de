import type { Changeable, Spot } from './spot.ts'

/** An element as it is to stand: its name in JSON, its value, and what a primitive says besides (`_name`). */
export interface Element {
  readonly key: string
  readonly value: unknown
  readonly besides: unknown
}

/** Sets what stands under a name once, with what a primitive says besides. */
export function setElement(holder: Changeable, { key, value, besides }: Element): void {
  if (value !== undefined) holder[key] = value
  if (besides !== undefined) holder[`_${key}`] = besides
}

/** Puts an element into a list, at its end unless it says where. Answers whether there is such a place. */
export function insertElement(holder: Changeable, { key, value, besides }: Element, index?: number): boolean {
  const { values, more } = listsOf(holder, key)
  const at = index ?? values.length
  if (at > values.length) return false
  values.splice(at, 0, value ?? null)
  more.splice(at, 0, besides ?? null)
  putBack(holder, key, { values, more })
  return true
}

/** Moves an element of a list to another place of it. Answers whether there are such places. */
export function moveElement(holder: Changeable, key: string, from: number, to: number): boolean {
  const { values, more } = listsOf(holder, key)
  if (from >= values.length || to >= values.length) return false
  for (const list of [values, more]) list.splice(to, 0, ...list.splice(from, 1))
  putBack(holder, key, { values, more })
  return true
}

/** Puts another element where one stands. Answers true. */
export function replaceElement({ holder, key, index }: Spot, made: Element): boolean {
  if (index === undefined) {
    delete holder[key]
    delete holder[`_${key}`]
    setElement(holder, made)
    return true
  }
  const { values, more } = listsOf(holder, key)
  values[index] = made.value ?? null
  more[index] = made.besides ?? null
  putBack(holder, key, { values, more })
  return true
}

/** Takes an element away; a list of which nothing is left goes with it. */
export function deleteElement({ holder, key, index }: Spot): void {
  const { values, more } = listsOf(holder, key)
  values.splice(index ?? 0, 1)
  more.splice(index ?? 0, 1)
  if (index === undefined || values.length === 0) {
    delete holder[key]
    delete holder[`_${key}`]
  } else putBack(holder, key, { values, more })
}

interface Lists {
  readonly values: unknown[]
  /** What primitives say besides, at the same places. Source: FHIR R4, json.html. */
  readonly more: unknown[]
}

function listsOf(holder: Changeable, key: string): Lists {
  const listed = (name: string) => (Array.isArray(holder[name]) ? [...(holder[name] as unknown[])] : [])
  const [values, more] = [listed(key), listed(`_${key}`)]
  const length = Math.max(values.length, more.length)
  for (const list of [values, more]) while (list.length < length) list.push(null)
  return { values, more }
}

function putBack(holder: Changeable, key: string, { values, more }: Lists): void {
  for (const [name, list] of [
    [key, values],
    [`_${key}`, more],
  ] as const) {
    if (list.every(one => one === null)) delete holder[name]
    else holder[name] = list
  }
}
