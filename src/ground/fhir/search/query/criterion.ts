import type { Way } from '../parameters.ts'
import type { Coded } from './terminology.ts'

/** How a value is compared with that of a resource. Source: FHIR R4, 3.1.1.4.3; `po`, overlapping, is of `_filter` alone. */
export type Prefix = 'ap' | 'eb' | 'eq' | 'ge' | 'gt' | 'le' | 'lt' | 'ne' | 'po' | 'sa'

/** A code: any of a system where it is not said, and of any system where that is not. */
export interface TokenTest {
  readonly kind: 'token'
  readonly system: string | undefined
  readonly code: string | undefined
}

/** A text. `exact` minds case and accents; nothing else does. */
export interface StringTest {
  readonly kind: 'string'
  readonly how: 'begins' | 'contains' | 'ends' | 'exact' | 'is'
  readonly text: string
}

/** From a moment on, before another. */
export interface DateTest {
  readonly kind: 'date'
  readonly prefix: Prefix
  readonly from: Date
  readonly until: Date
}

/** A number as exact as it was written: from `low` on, below `high`; in a unit, where one is said. */
export interface QuantityTest {
  readonly kind: 'quantity'
  readonly prefix: Prefix
  readonly value: number
  readonly low: number
  readonly high: number
  readonly unit: { readonly system: string | undefined; readonly code: string } | undefined
}

/** A resource of this record; of any type where that is not said. */
export interface ReferenceTest {
  readonly kind: 'reference'
  readonly type: string | undefined
  readonly id: string
}

/** An address; whatever it begins, or whatever begins it. */
export interface UriTest {
  readonly kind: 'uri'
  readonly how: 'above' | 'below' | 'is'
  readonly uri: string
  readonly version: string | undefined
}

/** What one value must be. */
export type Test = DateTest | QuantityTest | ReferenceTest | StringTest | TokenTest | UriTest

/** What a resource must be to be found. `rows` names the values as `Row.parameter` does. */
export type Criterion =
  | { readonly is: 'all' | 'any'; readonly of: readonly Criterion[] }
  | { readonly is: 'not'; readonly of: Criterion }
  /** Some value passes the test. */
  | { readonly is: 'value'; readonly rows: string; readonly test: Test }
  /** Some code is one of these. */
  | { readonly is: 'coded'; readonly rows: string; readonly codes: readonly Coded[] }
  /** There is some value. */
  | { readonly is: 'present'; readonly rows: string; readonly kinds: readonly Test['kind'][] }
  /** Some composite value passes each test with its own part. */
  | { readonly is: 'composite'; readonly rows: string; readonly tests: readonly Test[] }
  /** It refers to something of a type for which that is so. */
  | { readonly is: 'chain'; readonly rows: string; readonly by: Way; readonly type: string; readonly of: Criterion }
  /** Something of a type refers to it for which that is so. */
  | { readonly is: 'has'; readonly rows: string; readonly by: Way; readonly type: string; readonly of: Criterion }
  | Within
  | { readonly is: 'id'; readonly id: string }
  | { readonly is: 'updated'; readonly test: DateTest }
  /** All of these words stand in its narrative, or anywhere in it. */
  | { readonly is: 'words'; readonly where: 'anywhere' | 'narrative'; readonly words: readonly string[] }
  /** It is a place within so many metres of a point. */
  | { readonly is: 'near'; readonly latitude: number; readonly longitude: number; readonly metres: number }

/** It refers to one thing of a type, or to one that is below it, or above, by what each says that it is part of. */
export interface Within {
  readonly is: 'within'
  readonly way: 'above' | 'below'
  readonly rows: string
  readonly type: string
  readonly id: string
  /** By which parameter things of that type say what they are part of. */
  readonly partOf: string
}
