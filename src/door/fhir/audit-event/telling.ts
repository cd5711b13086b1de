import type { Say } from '#ground/language/say.ts'

/** In what an entry is told: whose trail it stands in, the address of the product, and the reader's voice. */
export interface Telling {
  readonly personId: string
  /** The product's own origin. */
  readonly origin: string
  readonly say: Say
}
