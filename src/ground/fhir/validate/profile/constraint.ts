import type { ElementDefinition, StructureDefinition } from 'fhir/r4.js'
import type { Rule } from '#ground/fhir/definitions/types.ts'
import { pathOf } from '#ground/fhir/path/path.ts'

/** What a profile says of one element, beyond what its type does. What it says nothing of is not there. */
export interface Constraint {
  /** As the profile calls it: `Patient.identifier:nhsNumber.system`. */
  readonly id: string
  /** The element: `identifier`, `value[x]`, or `valueQuantity` for one type of a choice. */
  readonly name: string
  min: number
  max: number
  /** The whole value that it must have. */
  fixed: unknown
  /** What must be in its value at least. */
  pattern: unknown
  /** The types that it may have; undefined where the profile leaves them as they are. */
  types: readonly TypeAllowed[] | undefined
  /** From which its codes are taken. */
  codes: Binding | undefined
  readonly rules: Rule[]
  slicing: Slicing | undefined
  /** Its slices, by name. */
  readonly slices: Map<string, Constraint>
  /** The elements within it, by name. */
  readonly children: Map<string, Constraint>
}

/** A value set from which codes must be taken, or are to be where one of them fits (`extensible`). */
export interface Binding {
  readonly set: string
  readonly isRequired: boolean
}

export interface TypeAllowed {
  readonly code: string
  /** Profiles of that type, of which its value must keep to one. */
  readonly profiles: readonly string[]
  /** Profiles of what a reference may point to. */
  readonly targets: readonly string[]
}

export interface Slicing {
  /** Nothing: an extension is told by its address, a choice by its type. */
  readonly discriminators: readonly { readonly type: string; readonly path: string }[]
  readonly rules: 'open' | 'closed' | 'openAtEnd'
}

/**
 * What a definition says, as a tree of elements that stands upon the one of the profile it is made from; from its
 * differential alone. Undefined where an element or a rule of it cannot be read.
 */
export function constraintOf(definition: StructureDefinition, base?: Constraint): Constraint | undefined {
  const root = base === undefined ? blank(definition.type, definition.type) : structuredClone(base)
  for (const element of definition.differential?.element ?? []) {
    const at = place(root, element)
    if (at === undefined || !say(at, element)) return undefined
  }
  return root
}

function blank(id: string, name: string): Constraint {
  return {
    id,
    name,
    min: 0,
    max: Number.POSITIVE_INFINITY,
    fixed: undefined,
    pattern: undefined,
    types: undefined,
    codes: undefined,
    rules: [],
    slicing: undefined,
    slices: new Map(),
    children: new Map(),
  }
}

/** The place of an element in the tree, made where it is not there. */
function place(root: Constraint, { id, path }: ElementDefinition): Constraint | undefined {
  const [type, ...parts] = partsOf(id ?? path)
  if (type !== root.name) return undefined
  let at = root
  for (const part of parts) {
    const [name = '', slices] = part.split(':')
    at = within(at.children, name, `${at.id}.${name}`, name)
    // A slice of a slice is named after it: `a/b`.
    const names = slices === undefined ? [] : slices.split('/').map((_, n, all) => all.slice(0, n + 1).join('/'))
    const whole = at.id
    for (const slice of names) at = within(at.slices, slice, `${whole}:${slice}`, name)
  }
  return at
}

/** The parts of an id. The name of a slice may have a dot in it, and then what follows is no element by its first letter. */
function partsOf(id: string): string[] {
  return id.split(/\.(?=[a-z])/)
}

function within(some: Map<string, Constraint>, key: string, id: string, name: string): Constraint {
  const known = some.get(key)
  if (known !== undefined) return known
  const made = blank(id, name)
  some.set(key, made)
  return made
}

function say(at: Constraint, element: ElementDefinition): boolean {
  const { min, max, type, constraint = [], slicing } = element
  at.min = min ?? at.min
  if (max !== undefined) at.max = max === '*' ? Number.POSITIVE_INFINITY : Number(max)
  at.fixed = valueNamed(element, 'fixed') ?? at.fixed
  at.pattern = valueNamed(element, 'pattern') ?? at.pattern
  if (type !== undefined) {
    at.types = type.map(one => ({ code: one.code, profiles: one.profile ?? [], targets: one.targetProfile ?? [] }))
  }
  at.codes = bindingOf(element, at.codes)
  if (slicing !== undefined) {
    const discriminators = slicing.discriminator ?? []
    at.slicing = { discriminators, rules: slicing.rules }
  }
  for (const { key, severity, human, expression } of constraint) {
    if (expression === undefined || at.rules.some(rule => rule.key === key)) continue
    if (!isPath(expression)) return false
    at.rules.push({ key, severity, human, expression })
  }
  return true
}

/** What is required stays so. Weaker bindings say what is preferred, or give examples. */
function bindingOf({ binding }: ElementDefinition, base: Binding | undefined): Binding | undefined {
  const isRequired = binding?.strength === 'required'
  if (!isRequired && (binding?.strength !== 'extensible' || base?.isRequired)) return base
  const set = binding?.valueSet ?? base?.set
  return set === undefined ? undefined : { set, isRequired }
}

/** `fixedUri`, `patternCodeableConcept`: the type is part of the name. */
function valueNamed(element: ElementDefinition, begins: 'fixed' | 'pattern'): unknown {
  const found = Object.entries(element).find(([name]) => name.startsWith(begins))
  return found?.[1]
}

/** Whether a text is FHIRPath. */
export function isPath(expression: string): boolean {
  try {
    pathOf(expression)
    return true
  } catch {
    return false
  }
}
