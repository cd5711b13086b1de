import type { CodeSystem, CodeSystemConcept, CodeSystemConceptDesignation, CodeSystemConceptProperty } from 'fhir/r4.js'

/** One concept of a code system. */
export interface Concept {
  readonly code: string
  readonly display: string | undefined
  readonly definition: string | undefined
  /** Its other names: in other languages, or for other uses. */
  readonly designations: readonly CodeSystemConceptDesignation[]
  readonly properties: readonly CodeSystemConceptProperty[]
  /** It was in use once and is not any more. */
  readonly inactive: boolean
  /** It stands for a group of others and is not recorded itself. */
  readonly abstract: boolean
}

/** A code system whose concepts are here, as far as it was published. Cheap to make: it is read when first asked. */
export class HeldSystem {
  readonly published: CodeSystem
  readonly #supplements: readonly CodeSystem[]
  #tree: Tree | undefined

  constructor(published: CodeSystem, supplements: readonly CodeSystem[] = []) {
    this.published = published
    this.#supplements = supplements
  }

  get url(): string {
    return this.published.url ?? ''
  }

  get version(): string {
    return this.published.version ?? ''
  }

  /** Whether a code that is not here does not exist: not so of a part, and of an example. */
  get isComplete(): boolean {
    return this.published.content === 'complete'
  }

  /** The concept of a code. Case makes a difference unless the system says that it does not. */
  find(code: string): Concept | undefined {
    return this.#read().concepts.get(this.#key(code))
  }

  /** All concepts, in the order of the publication. */
  all(): Iterable<Concept> {
    return this.#read().concepts.values()
  }

  /** The codes that a code is directly below. */
  parentsOf(code: string): readonly string[] {
    return [...(this.#read().parents.get(this.#key(code)) ?? [])]
  }

  /** The codes directly below a code. */
  childrenOf(code: string): readonly string[] {
    return [...(this.#read().children.get(this.#key(code)) ?? [])]
  }

  /** The code itself and all that are below it, each once, however they hang together. Empty for a code that is not here. */
  below(code: string): ReadonlySet<string> {
    return this.#walk(code, one => this.childrenOf(one))
  }

  /** The code itself and all that it is below. */
  above(code: string): ReadonlySet<string> {
    return this.#walk(code, one => this.parentsOf(one))
  }

  #walk(code: string, next: (code: string) => readonly string[]): Set<string> {
    const from = this.find(code)
    const found = new Set<string>()
    const waiting = from === undefined ? [] : [from.code]
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      if (found.has(one)) continue
      found.add(one)
      waiting.push(...next(one))
    }
    return found
  }

  #key(code: string): string {
    return this.published.caseSensitive === false ? code.toLowerCase() : code
  }

  #read(): Tree {
    this.#tree ??= this.#grow()
    return this.#tree
  }

  #grow(): Tree {
    const tree: Tree = { concepts: new Map(), parents: new Map(), children: new Map() }
    const added = this.#supplements.map(({ concept }) => flat(concept ?? []))
    const hang = (parent: string, child: string) => {
      linked(tree.children, this.#key(parent), child)
      linked(tree.parents, this.#key(child), parent)
    }
    const read = (concepts: readonly CodeSystemConcept[], parent?: string): void => {
      for (const concept of concepts) {
        const more = added.flatMap(all => all.filter(({ code }) => this.#key(code) === this.#key(concept.code)))
        tree.concepts.set(this.#key(concept.code), conceptOf(concept, more))
        if (parent !== undefined) hang(parent, concept.code)
        for (const { code, valueCode } of concept.property ?? []) {
          if (valueCode === undefined) continue
          if (PARENT.includes(code)) hang(valueCode, concept.code)
          if (code === 'child') hang(concept.code, valueCode)
        }
        read(concept.concept ?? [], concept.code)
      }
    }
    read(this.published.concept ?? [])
    return tree
  }
}

interface Tree {
  readonly concepts: Map<string, Concept>
  readonly parents: Map<string, Set<string>>
  readonly children: Map<string, Set<string>>
}

/** By which property a code may say what it is below. Source: FHIR R4, concept-properties; HL7 v3, subsumedBy. */
const PARENT = ['parent', 'subsumedBy']

function linked(all: Map<string, Set<string>>, from: string, to: string): void {
  const known = all.get(from)
  if (known === undefined) all.set(from, new Set([to]))
  else known.add(to)
}

function flat(concepts: readonly CodeSystemConcept[]): CodeSystemConcept[] {
  return concepts.flatMap(concept => [concept, ...flat(concept.concept ?? [])])
}

function conceptOf(concept: CodeSystemConcept, supplements: readonly CodeSystemConcept[]): Concept {
  const { code, display, definition } = concept
  const all = [concept, ...supplements]
  const properties = all.flatMap(({ property }) => property ?? [])
  const says = (name: string, ...codes: readonly string[]) =>
    properties.some(
      one =>
        one.code === name &&
        (one.valueBoolean === true || (one.valueCode !== undefined && codes.includes(one.valueCode))),
    )
  return {
    code,
    display,
    definition,
    designations: all.flatMap(({ designation }) => designation ?? []),
    properties,
    inactive: says('inactive') || says('status', 'retired', 'inactive'),
    abstract: says('notSelectable') || says('abstract'),
  }
}
