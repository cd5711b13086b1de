import type { ElementDefinition, ElementDefinitionType, StructureDefinition } from 'fhir/r4.js'
import type { ElementLine, Rule, TypeLine } from '#ground/fhir/definitions/types.ts'
import { linesOf, published } from './package.ts'

/** In the package, and not of R4 (4.0.1): the Subscriptions backport, and a pattern that nothing is an instance of. */
const NOT_R4 = ['SubscriptionStatus', 'MetadataResource']

const FHIR_TYPE = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type'
const BEST_PRACTICE = 'http://hl7.org/fhir/StructureDefinition/elementdefinition-bestpractice'
const REQUIRED = 'required'

/**
 * src/ground/fhir/definitions/types.ndjson: a line for each data type, each resource type, and each group of elements
 * within one (`Patient.contact`), which is a type of its own here. A type repeats nothing that its base says.
 */
export function typesText(): string {
  const all = [
    ...published<StructureDefinition>('profiles-types.json', 'StructureDefinition'),
    ...published<StructureDefinition>('profiles-resources.json', 'StructureDefinition'),
  ].filter(({ name }) => !NOT_R4.includes(name))
  const made = new Map<string, TypeLine>()
  for (const definition of inOrder(all)) for (const type of typesOf(definition, made)) made.set(type.name, type)
  return linesOf([...made.values()], ({ name }) => name)
}

/** A base before what stands on it. */
function inOrder(all: readonly StructureDefinition[]): StructureDefinition[] {
  const byName = new Map(all.map(definition => [definition.name, definition]))
  const depth = (definition: StructureDefinition): number => {
    const base = byName.get(baseOf(definition) ?? '')
    return base === undefined ? 0 : depth(base) + 1
  }
  return all.toSorted((one, other) => depth(one) - depth(other))
}

function baseOf({ baseDefinition }: StructureDefinition): string | undefined {
  return baseDefinition && lastPart(baseDefinition)
}

/** The type itself, then the groups within it. */
function typesOf(definition: StructureDefinition, made: ReadonlyMap<string, TypeLine>): TypeLine[] {
  const { name, kind, abstract } = definition
  const base = baseOf(definition)
  const [root, ...elements] = definition.snapshot?.element ?? []
  if (root === undefined) throw new Error(`${name} has no snapshot`)
  if (kind === 'primitive-type') return [{ name, kind: 'primitive', ...(base === undefined ? {} : { base }) }]
  const groups = elements.filter(({ path }) => elements.some(other => other.path.startsWith(`${path}.`)))
  const whole: TypeLine = {
    name,
    kind: kind === 'resource' ? 'resource' : 'complex',
    ...(abstract ? { abstract: true } : {}),
    ...(base === undefined ? {} : { base }),
    ...own(root.path, elements, groups, made, base),
    ...rulesOf(root),
  }
  const within = groups.map((group): TypeLine => {
    const stands = group.type?.[0]?.code ?? 'BackboneElement'
    return {
      name: group.path,
      kind: 'complex',
      base: stands,
      ...own(group.path, elements, groups, made, stands),
      ...rulesOf(group),
    }
  })
  return [whole, ...within]
}

/** The elements right below a path that its base does not say in the same words. */
function own(
  path: string,
  elements: readonly ElementDefinition[],
  groups: readonly ElementDefinition[],
  made: ReadonlyMap<string, TypeLine>,
  base: string | undefined,
): { elements?: Record<string, ElementLine> } {
  const inherited = elementsOf(base, made)
  const below = elements.filter(
    one => one.path.startsWith(`${path}.`) && !one.path.slice(path.length + 1).includes('.'),
  )
  const said = below
    .map((one): [string, ElementLine] => [lastPart(one.path, '.'), elementOf(one, groups)])
    .filter(([name, element]) => JSON.stringify(inherited.get(name)) !== JSON.stringify(element))
  return said.length === 0 ? {} : { elements: Object.fromEntries(said) }
}

function elementsOf(name: string | undefined, made: ReadonlyMap<string, TypeLine>): Map<string, ElementLine> {
  const type = made.get(name ?? '')
  if (type === undefined) return new Map()
  return new Map([...elementsOf(type.base, made), ...Object.entries(type.elements ?? {})])
}

function elementOf(element: ElementDefinition, groups: readonly ElementDefinition[]): ElementLine {
  const { path, min = 0, max = '1', binding, isSummary, isModifier } = element
  const isGroup = groups.some(group => group.path === path)
  const types = isGroup ? [path] : typeNames(element)
  const to = isGroup ? [] : targetsOf(element.type ?? [])
  return {
    ...(min > 0 ? { min } : {}),
    ...(max === '1' ? {} : { max: max === '*' ? '*' : Number(max) }),
    type: types.length === 1 ? (types[0] ?? '') : types,
    ...(to.length > 0 && !to.includes('Resource') ? { to } : {}),
    ...(binding?.strength === REQUIRED && binding.valueSet ? { codes: binding.valueSet.split('|')[0] ?? '' } : {}),
    ...(isSummary ? { summary: true } : {}),
    ...(isModifier ? { modifier: true } : {}),
    // The rules of a group are said of its type.
    ...(isGroup ? {} : rulesOf(element)),
  }
}

/** Its types by name. What refers to another group is of that group; an amount under a profile is of the profile. */
function typeNames({ path, type = [], contentReference }: ElementDefinition): string[] {
  if (contentReference !== undefined) return [contentReference.slice(1)]
  // The published definition says string. Source: FHIR R4, resource.html, Resource.id.
  if (path.endsWith('.id') && type.some(({ code }) => code.endsWith('System.String'))) {
    return [/^[A-Z]\w+\.id$/.test(path) && isOfResource(path) ? 'id' : 'string']
  }
  return [...new Set(type.map(nameOf))]
}

const RESOURCES = new Set(
  published<StructureDefinition>('profiles-resources.json', 'StructureDefinition').map(({ name }) => name),
)

function isOfResource(path: string): boolean {
  return RESOURCES.has(path.slice(0, path.indexOf('.')))
}

function nameOf({ code, profile, extension }: ElementDefinitionType): string {
  const named = extension?.find(({ url }) => url === FHIR_TYPE)
  if (named !== undefined) return named.valueUrl ?? named.valueUri ?? code
  const amount = code === 'Quantity' ? profile?.[0] : undefined
  return amount === undefined ? code : lastPart(amount)
}

function targetsOf(types: readonly ElementDefinitionType[]): string[] {
  const references = types.filter(({ code }) => code === 'Reference')
  return [...new Set(references.flatMap(({ targetProfile }) => (targetProfile ?? []).map(one => lastPart(one))))]
}

/** The rules that this element brings itself: not those of its type, and no advice. */
function rulesOf({ constraint = [] }: ElementDefinition): { rules?: Rule[] } {
  const rules = constraint
    .filter(({ source, extension }) => !source && !extension?.some(({ url }) => url === BEST_PRACTICE))
    .filter(({ key }) => key !== 'ele-1')
    .map(({ key, severity, human, expression = '' }) => ({ key, severity, human, expression }))
  return rules.length === 0 ? {} : { rules }
}

function lastPart(text: string, mark = '/'): string {
  return text.slice(text.lastIndexOf(mark) + 1)
}
