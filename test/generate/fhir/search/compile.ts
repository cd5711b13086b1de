import type { Elements, Spot } from './elements.ts'

/**
 * Where in a resource of a type the values of an expression stand, with the type of each: `component.valueQuantity:Quantity`.
 * A filter stands behind what it filters: `telecom[system=email]`, `subject[>Patient]` for what refers to such a resource,
 * `entry[0]`; `deceased?` is whether something is there and not false; `/` begins at the resource, within a part of it.
 *
 * It reads the FHIRPath that the search parameters of R4 are written in and no more, and throws at anything else. The
 * expressions of other types than `base` are left out.
 */
export function compile(expression: string, base: string, elements: Elements, start = startOf(base)): string[] {
  const found = alternatives(expression).flatMap(one => {
    const text = bare(one)
    const [, there] = TRUE_UNLESS_FALSE.exec(text) ?? []
    if (there !== undefined) return [`${there.slice(base.length + 1)}?:boolean`]
    return walk(text, base, elements, start).map(({ path, type, definedAt }) => `${path}:${type || definedAt}`)
  })
  return [...new Set(found)]
}

/** The only expression that is no path. Source: R4, search parameter Patient-deceased. */
const TRUE_UNLESS_FALSE = /^(\w+\.\w+)\.exists\(\) and \1 != false$/

function startOf(base: string): Spot {
  return { path: '', type: base, definedAt: base }
}

/** The parts of a union, at the outermost level. */
function alternatives(expression: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const sign of expression) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts.map(part => part.trim())
}

function bare(text: string): string {
  return text.startsWith('(') && closing(text) === text.length - 1 ? bare(text.slice(1, -1).trim()) : text
}

/** Where the bracket closes that a text begins with. */
function closing(text: string): number {
  let depth = 0
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(') depth++
    if (sign === ')' && --depth === 0) return at
  }
  throw new Error(`a bracket stays open: ${text}`)
}

function walk(text: string, base: string, elements: Elements, start: Spot): Spot[] {
  const [, inner, type] = /^(.*\S) as (\w+)$/.exec(text) ?? []
  if (inner !== undefined && !text.startsWith('(')) return ofType(walk(bare(inner), base, elements, start), type!)
  if (!text.startsWith('(')) return follow(text, base, elements, [start], true)
  const end = closing(text)
  const spots = walk(bare(text.slice(0, end + 1)), base, elements, start)
  return follow(text.slice(end + 2), base, elements, spots, false)
}

function follow(text: string, base: string, elements: Elements, from: Spot[], isRoot: boolean): Spot[] {
  let spots = from
  for (const [place, step] of steps(text).entries()) {
    if (isRoot && place === 0 && isTypeName(step)) {
      if (step !== base && step !== 'Resource' && step !== 'DomainResource') return []
      continue
    }
    spots = spots.flatMap(spot => onwards(spot, step, elements))
  }
  return spots
}

function isTypeName(step: string): boolean {
  return /^[A-Z]\w*$/.test(step)
}

/** What stands between the dots, at the outermost level. */
function steps(text: string): string[] {
  return text.match(/[%\w]+(?:\((?:[^()]|\([^()]*\))*\)|\[\d+\])?/g) ?? []
}

function onwards(spot: Spot, step: string, elements: Elements): Spot[] {
  if (step === '%resource') return [{ path: '/', type: '', definedAt: spot.definedAt.split('.')[0]! }]
  const [, as] = /^as\((\w+)\)$/.exec(step) ?? []
  if (as !== undefined) return ofType([spot], as)
  const [, target] = /^where\(resolve\(\) is (\w+)\)$/.exec(step) ?? []
  if (target !== undefined) return spot.type === 'Reference' ? [{ ...spot, path: `${spot.path}[>${target}]` }] : []
  const [, name, value] = /^where\((\w+)='([\w-]+)'\)$/.exec(step) ?? []
  if (name !== undefined) return [{ ...spot, path: `${spot.path}[${name}=${value}]` }]
  const [, part, index] = /^(\w+)\[(\d+)\]$/.exec(step) ?? []
  if (part !== undefined) return elements.at(spot, part).map(one => ({ ...one, path: `${one.path}[${index}]` }))
  if (!/^[a-z]\w*$/.test(step)) throw new Error(`no way is known to follow ${step}`)
  return elements.at(spot, step)
}

/** Data types that are special cases of another, of those that stand in a choice. */
const KINDS_OF: Readonly<Record<string, readonly string[]>> = {
  uri: ['canonical', 'url', 'uuid', 'oid'],
  string: ['code', 'id', 'markdown'],
  integer: ['positiveInt', 'unsignedInt'],
  Quantity: ['Age', 'Count', 'Distance', 'Duration'],
}

/** Some of R4's expressions write a primitive type with a capital. */
function ofType(spots: readonly Spot[], asked: string): Spot[] {
  const primitive = `${asked[0]!.toLowerCase()}${asked.slice(1)}`
  const types = [asked, primitive, ...(KINDS_OF[asked] ?? [])]
  return spots.filter(spot => types.includes(spot.type))
}
