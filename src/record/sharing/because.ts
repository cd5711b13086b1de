import type { DataClass } from './vocabulary.ts'

/**
 * Why something may be seen: a clause in force (which the law may put before the person's wish), the person's own
 * record, their own choice, somebody who lawfully acts for them, an emergency, or the sender's own data.
 */
export type Because =
  | {
      readonly kind: 'clause'
      readonly agreement: string
      readonly hash: string
      readonly clause: number
      readonly overrode?: true
    }
  | { readonly kind: 'own' }
  | { readonly kind: 'wish'; readonly wish: string }
  | { readonly kind: 'representative'; readonly representative: string }
  | { readonly kind: 'emergency'; readonly emergency: string }
  | { readonly kind: 'contributor' }

/** One class of one contributor's data that was let through, and why. The contributor is an organisation code. */
export interface Released {
  readonly contributor: string
  readonly dataClass: DataClass
  readonly because: Because
}
