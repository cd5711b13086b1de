/** A code of a system. */
export interface Coded {
  readonly system: string
  readonly code: string
}

/** What is known of codes, for `:in`, `:above` and `:below`. Undefined: nothing is known of that value set or system. */
export interface Terminology {
  codesOf(valueSet: string): readonly Coded[] | undefined
  /** A code with all that it contains, or with all that contain it. */
  related(which: 'above' | 'below', coded: Coded): readonly Coded[] | undefined
}

/** Knows nothing, and says so. */
export const NO_TERMINOLOGY: Terminology = { codesOf: () => undefined, related: () => undefined }
