import { lines } from './lines.ts'

/** How resources of one type come to be in the compartment of a Patient. Source: FHIR R4, CompartmentDefinition/patient. */
export interface WayIn {
  /** The search parameters by which they do, each with the paths, below the type, of the references it looks at. */
  readonly by: ReadonlyMap<string, readonly string[]>
}

interface Line {
  readonly type: string
  readonly by: Readonly<Record<string, readonly string[]>>
}

/** The way into a Patient's compartment for resources of that type. Nothing for a type that is never in one. */
export function wayIntoPatient(type: string): WayIn | undefined {
  all ??= new Map(lines<Line>('patient-compartment').map(line => [line.type, { by: new Map(Object.entries(line.by)) }]))
  return all.get(type)
}

let all: ReadonlyMap<string, WayIn> | undefined
