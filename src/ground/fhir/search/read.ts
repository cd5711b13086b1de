/** One step into a resource, with what narrows it. */
interface Step {
  readonly name: string
  readonly index?: number
  /** Only where a part has that value. */
  readonly where?: readonly [part: string, value: string]
}

/** Where the values of a parameter stand, and of which type they are; the file of the parameters writes it as text. */
export interface Read {
  /** From the resource itself, though what is around it is a part of that. */
  readonly fromRoot: boolean
  readonly steps: readonly Step[]
  /** Only references that lead to this type of resource. */
  readonly leadsTo: string | undefined
  /** Not the value, but whether there is one that is not false. */
  readonly isWhether: boolean
  /** The name of a FHIR type, or the path of a group of elements. */
  readonly type: string
}

/** A value with its type. */
export interface Found {
  readonly type: string
  readonly value: unknown
}

/** Reads one place as it is written: `/telecom[system=email]:ContactPoint`. */
export function readFrom(text: string): Read {
  const [, root, path = '', leadsTo, whether, type = ''] = /^(\/?)(.*?)(?:\[>(\w+)\])?(\??):([\w.]+)$/.exec(text) ?? []
  const steps = path === '' ? [] : path.split('.').map(stepFrom)
  return { fromRoot: root === '/', steps, leadsTo, isWhether: whether === '?', type }
}

function stepFrom(text: string): Step {
  const [, name = '', index, part, value = ''] = /^(\w+)(?:\[(\d+)\]|\[(\w+)=([\w-]+)\])?$/.exec(text) ?? []
  return { name, ...(index && { index: Number(index) }), ...(part && { where: [part, value] as const }) }
}

/** The values at a place, in their order; `from` is the resource or a part of it. */
export function valuesAt(
  resource: object,
  { fromRoot, steps, isWhether, type }: Read,
  from: unknown = resource,
): Found[] {
  if (isWhether) return [{ type, value: isThere(from, steps) }]
  let values: unknown[] = [fromRoot ? resource : from]
  for (const step of steps) values = values.flatMap(value => stepInto(value, step))
  return values.map(value => ({ type, value }))
}

function stepInto(value: unknown, { name, index, where }: Step): unknown[] {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return []
  const inner: unknown = (value as Record<string, unknown>)[name]
  const all: unknown[] = Array.isArray(inner) ? inner : [inner]
  const some = index === undefined ? all : all.slice(index, index + 1)
  return some.filter(one => one !== null && one !== undefined && (where === undefined || holds(one, where)))
}

function holds(value: unknown, [part, wanted]: readonly [string, string]): boolean {
  return typeof value === 'object' && value !== null && (value as Record<string, unknown>)[part] === wanted
}

/** A choice of boolean or a time: there when it is a time, or true. */
function isThere(from: unknown, steps: readonly Step[]): boolean {
  const [{ name } = { name: '' }] = steps
  return Object.entries(from ?? {}).some(([key, value]) => key.startsWith(name) && value !== false && value !== null)
}
