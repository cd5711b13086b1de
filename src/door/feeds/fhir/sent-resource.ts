/** A resource of which nothing is known but its type: what it holds is kept as it was sent. */
export interface SentResource {
  readonly resourceType: string
  readonly id?: string | undefined
  readonly [element: string]: unknown
}
