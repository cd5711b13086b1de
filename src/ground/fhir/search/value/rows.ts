/** A value of one parameter of a resource. */
export interface Row {
  /**
   * The parameter; behind a colon what else of it can be asked for (`code:text`, `identifier:of-type`,
   * `subject:identifier`), behind a dollar which part of a composite it is.
   */
  readonly parameter: string
  /** Parts of one composite value have the same; of others it says nothing. */
  readonly ordinal: number
}

/** A code, with its system; either may be empty. */
export interface TokenRow extends Row {
  readonly system: string
  readonly code: string
}

/** A text, as it stands and as it is compared. */
export interface StringRow extends Row {
  readonly text: string
  readonly folded: string
}

/** From a moment on, before another; both as ISO 8601 or infinite. */
export interface DateRow extends Row {
  readonly from: string
  readonly until: string
}

/** From one number to another, both of them in it. */
export interface QuantityRow extends Row {
  readonly low: number | null
  readonly high: number | null
  readonly system: string
  readonly code: string
  readonly unit: string
}

/** A reference to a resource of this record: its type and logical id. */
export interface ReferenceRow extends Row {
  readonly type: string
  readonly id: string
}

/** An address of something anywhere, and for something that has versions which. */
export interface UriRow extends Row {
  readonly uri: string
  readonly version: string
}

/** All that can be searched for of one resource, kind by kind. */
export interface Rows {
  readonly token: TokenRow[]
  readonly string: StringRow[]
  readonly date: DateRow[]
  readonly quantity: QuantityRow[]
  readonly reference: ReferenceRow[]
  readonly uri: UriRow[]
}

/** The kinds of values, by which the index has a table each. */
export const KINDS = ['token', 'string', 'date', 'quantity', 'reference', 'uri'] as const

/** One kind of values. */
export type Kind = (typeof KINDS)[number]

/** Of what has no value. */
export function noRows(): Rows {
  return { token: [], string: [], date: [], quantity: [], reference: [], uri: [] }
}
