import type { Profiles } from '#ground/fhir/validate/profile/profiles.ts'

/** Something that was published as FHIR, or as what is not FHIR, and what it is. */
export interface Case {
  /** Where it is from: `examples/Patient-example.json`. */
  readonly name: string
  /** Under which it is counted: its type, or the primitive type it is a value of. */
  readonly type: string
  readonly isValid: boolean
  bytes(): Uint8Array
  /** For a value of a primitive type, which is no resource and is looked at in one. */
  readonly primitive?: string
  /** What it is judged by besides FHIR R4 itself. */
  readonly profiles?: Profiles | undefined
}
