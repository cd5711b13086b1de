import type { ValueSet, ValueSetComposeInclude } from 'fhir/r4.js'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { filterOf } from './filter.ts'
import type { Concept, HeldSystem } from './held-system.ts'
import type { TerminologyProblem } from './problem.ts'
import type { Terminology } from './terminology.ts'

/** A code that is in a value set. */
export interface Member {
  readonly system: string
  readonly version: string | undefined
  readonly code: string
  /** As the value set calls it, else as its code system does. */
  readonly display: string | undefined
  /** What its code system says of it; undefined where that is not held. */
  readonly concept: Concept | undefined
}

/** Codes by system and code (`keyOf`); or why they cannot all be named. */
export type Members = Outcome<ReadonlyMap<string, Member>, TerminologyProblem>

/** One line of a value set, which takes codes in or leaves them out. */
export interface Part {
  /** The system that all its codes are of; undefined where they may be of any. */
  readonly system: string | undefined
  readonly members: Members
}

/** A value set, line by line. */
export interface Parts {
  readonly included: readonly Part[]
  readonly excluded: readonly Part[]
  /** The systems in it that are held in part only, so that codes of theirs may be in the set that are not here. */
  readonly openIn: ReadonlySet<string>
}

/** Systems of which nobody can name all codes: they go on without end, or have hundreds of thousands. */
const WITHOUT_END = new Set([
  'http://snomed.info/sct',
  'http://loinc.org',
  'http://unitsofmeasure.org',
  'http://www.nlm.nih.gov/research/umls/rxnorm',
  'https://dmd.nhs.uk',
  'urn:ietf:bcp:13',
  'urn:ietf:bcp:47',
  'urn:ietf:rfc:3986',
])

/** How a code of a system is known among those of other systems. */
export function keyOf(system: string, code: string): string {
  return `${system}|${code}`
}

/** What each line of a value set holds. What cannot be enumerated is refused line by line, and nothing is guessed. */
export function partsOf(terminology: Terminology, set: ValueSet): Parts {
  return partsWithin(terminology, set, [])
}

/** All members, each once, in the order of the value set; or why they cannot all be named. */
export function membersOf(terminology: Terminology, set: ValueSet): Members {
  return whole(partsOf(terminology, set))
}

const known = new WeakMap<Terminology, WeakMap<ValueSet, Parts>>()

function partsWithin(terminology: Terminology, set: ValueSet, within: readonly ValueSet[]): Parts {
  const kept = known.get(terminology) ?? new WeakMap<ValueSet, Parts>()
  known.set(terminology, kept)
  const found = kept.get(set)
  if (found !== undefined) return found
  const { include = [], exclude = [] } = set.compose ?? {}
  const read = (part: ValueSetComposeInclude): Part => ({
    system: part.system,
    members: ofPart(terminology, part, [...within, set]),
  })
  const parts: Parts = {
    included: include.length > 0 ? include.map(read) : [nothingSaid(set)],
    excluded: exclude.map(read),
    openIn: new Set(include.flatMap(part => openIn(terminology, part, [...within, set]))),
  }
  kept.set(set, parts)
  return parts
}

function openIn(terminology: Terminology, part: ValueSetComposeInclude, within: readonly ValueSet[]): string[] {
  const { system: url, version, concept, valueSet = [] } = part
  const system = concept === undefined ? systemOf(terminology, url, version) : undefined
  const sets = valueSet.flatMap(one => terminology.findSet(one) ?? []).filter(one => !within.includes(one))
  const ofSets = sets.flatMap(one => [...partsWithin(terminology, one, within).openIn])
  return system === undefined || system.isComplete ? ofSets : [system.url, ...ofSets]
}

/** A set that says nothing of how it is made is a name alone. */
function nothingSaid({ url = '' }: ValueSet): Part {
  return { system: undefined, members: refused({ code: 'setNotHeld', about: url }) }
}

function whole({ included, excluded }: Parts): Members {
  const members = new Map<string, Member>()
  for (const { members: some } of included) {
    if (!some.ok) return some
    for (const [key, member] of some.value) if (!members.has(key)) members.set(key, member)
  }
  for (const { members: some } of excluded) {
    if (!some.ok) return some
    for (const key of some.value.keys()) members.delete(key)
  }
  return done(members)
}

function ofPart(terminology: Terminology, part: ValueSetComposeInclude, within: readonly ValueSet[]): Members {
  let members = part.system === undefined ? undefined : ofSystem(terminology, part)
  for (const url of part.valueSet ?? []) {
    if (members?.ok === false) return members
    const set = terminology.findSet(url)
    if (set === undefined) return refused({ code: 'setNotHeld', about: url })
    if (within.includes(set)) return refused({ code: 'circular', about: url })
    const others = whole(partsWithin(terminology, set, within))
    if (!others.ok) return others
    members = members === undefined ? others : done(inBoth(members.value, others.value))
  }
  return members ?? refused({ code: 'setNotHeld', about: within.at(-1)?.url ?? '' })
}

function inBoth(some: ReadonlyMap<string, Member>, others: ReadonlyMap<string, Member>): Map<string, Member> {
  return new Map([...some].filter(([key]) => others.has(key)))
}

function systemOf(terminology: Terminology, url: string | undefined, version?: string): HeldSystem | undefined {
  return url === undefined ? undefined : terminology.findSystem(version === undefined ? url : `${url}|${version}`)
}

function ofSystem(terminology: Terminology, part: ValueSetComposeInclude): Members {
  const { system: url = '', version, concept, filter = [] } = part
  const system = systemOf(terminology, url, version)
  if (concept !== undefined) return done(listed(part, system))
  if (system === undefined && WITHOUT_END.has(url) && filter.length === 0) {
    return refused({ code: 'withoutEnd', about: url })
  }
  if (system === undefined) {
    return refused({ code: 'systemNotHeld', about: version === undefined ? url : `${url}|${version}` })
  }
  const fits = filter.map(one => filterOf(system, one))
  const wrong = fits.find(one => !one.ok)
  if (wrong !== undefined && !wrong.ok) return wrong
  const members = new Map<string, Member>()
  for (const concept of system.all()) {
    if (!fits.every(one => one.ok && one.value(concept))) continue
    members.set(keyOf(url, concept.code), memberOf(system, concept))
  }
  return done(members)
}

function memberOf({ url, published }: HeldSystem, concept: Concept): Member {
  const { code, display } = concept
  return { system: url, version: published.version, code, display, concept }
}

/** The codes that a value set names itself. They count as it names them, whether their system is held or not. */
function listed({ system: url = '', version, concept = [] }: ValueSetComposeInclude, system: HeldSystem | undefined) {
  return new Map(
    concept.map(({ code, display, designation }): [string, Member] => {
      const held = system?.find(code)
      const own = designation ?? []
      const told = held ?? (own.length > 0 ? bare(code) : undefined)
      const concept = told && { ...told, designations: [...own, ...told.designations] }
      return [
        keyOf(url, code),
        {
          system: url,
          version: version ?? system?.published.version,
          code,
          display: display ?? held?.display,
          concept,
        },
      ]
    }),
  )
}

function bare(code: string): Concept {
  return {
    code,
    display: undefined,
    definition: undefined,
    designations: [],
    properties: [],
    inactive: false,
    abstract: false,
  }
}
