import type { FhirResource } from 'fhir/r4.js'
import type { Draw } from '../draw.ts'
import type { World } from './corpus.ts'

/** One thing that is asked, as a parameter and as a filter, with what is known of its answer by somebody who reads everything. */
export interface Atom {
  readonly name: string
  readonly value: string
  /** The same as `_filter` says it; undefined where it cannot. */
  readonly filter: string | undefined
  /** The parameter alone, for whether there is any value; undefined where that is not asked. */
  readonly parameter: string | undefined
  holds(resource: FhirResource, world: World): boolean
}

export type Make = (draw: Draw, world: World) => Atom
