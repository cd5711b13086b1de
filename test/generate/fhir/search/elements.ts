import type { ElementDefinition, StructureDefinition } from 'fhir/r4.js'

/** Where an expression has come to in a resource: as JSON spells it, and what stands there. */
export interface Spot {
  readonly path: string
  /** The name of a data type. Empty at something that only has parts. */
  readonly type: string
  /** Where its parts are defined: the path of the element, or the name of the type. */
  readonly definedAt: string
}

/** The elements of all resources and data types, each by its path as its definition writes it. */
export class Elements {
  readonly #byPath: ReadonlyMap<string, ElementDefinition>

  constructor(definitions: readonly StructureDefinition[]) {
    const all = definitions.flatMap(({ snapshot }) => snapshot?.element ?? [])
    this.#byPath = new Map(all.map(element => [element.path, element]))
  }

  /** The spots at a part of a spot: one, or of an element that may have several types one of each. */
  at(spot: Spot, name: string): Spot[] {
    const plain = this.#byPath.get(`${spot.definedAt}.${name}`)
    if (plain !== undefined) return [this.#spot(spot, name, plain, plain.type?.[0]?.code ?? '')]
    const choice = this.#byPath.get(`${spot.definedAt}.${name}[x]`)
    if (choice?.type === undefined) throw new Error(`nothing is defined at ${spot.definedAt}.${name}`)
    return choice.type.map(({ code }) =>
      this.#spot(spot, `${name}${code[0]!.toUpperCase()}${code.slice(1)}`, choice, code),
    )
  }

  #spot(spot: Spot, name: string, element: ElementDefinition, code: string): Spot {
    const path = spot.path === '' || spot.path === '/' ? `${spot.path}${name}` : `${spot.path}.${name}`
    const elsewhere = element.contentReference?.slice(1)
    if (elsewhere !== undefined) return { path, type: '', definedAt: elsewhere }
    if (code === 'BackboneElement' || code === 'Element') return { path, type: '', definedAt: element.path }
    const type = code.startsWith('http://hl7.org/fhirpath/') ? 'string' : code
    return { path, type, definedAt: type }
  }
}
