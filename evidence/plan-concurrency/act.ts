import type { Hand, Owner } from './hands.ts'

/** What a version says: its words, its day and what is known besides. */
export interface Content {
  readonly words: string
  readonly language: string
  readonly dueOn: string | null
  readonly details: Readonly<Record<string, string>>
}

export type Kind = 'goal' | 'action'
export type State = 'taken-on' | 'begun' | 'stuck' | 'done'

/** One thing that a hand does to a plan, in full. `version` is the one that the hand had read. */
export type Act =
  | {
      readonly does: 'add'
      readonly kind: Kind
      readonly owner: Owner
      readonly content: Content
      readonly why: string
    }
  | { readonly does: 'answer-offer'; readonly item: string; readonly accepted: boolean; readonly words: string }
  | {
      readonly does: 'change'
      readonly item: string
      readonly version: number
      readonly content: Content
      readonly why: string
      readonly putsRight: boolean
    }
  | {
      readonly does: 'answer'
      readonly item: string
      /** The reason that was given with it, by which the model knows it: every act has its own. */
      readonly proposal: string
      readonly proposalId: string
      readonly accepted: boolean
      readonly words: string
    }
  | {
      readonly does: 'stance'
      readonly item: string
      readonly version: number
      readonly agrees: boolean
      readonly words: string
    }
  | { readonly does: 'strike'; readonly item: string; readonly version: number; readonly why: string }
  | { readonly does: 'score'; readonly item: string; readonly score: number; readonly words: string }
  | { readonly does: 'state'; readonly item: string; readonly state: State; readonly words: string }
  | { readonly does: 'whole'; readonly agrees: boolean; readonly words: string }
  | Wish

/** A choice of Mair's about who sees her plan. */
export type Wish =
  | { readonly does: 'refuse' | 'withdraw' | 'allow'; readonly whom: Hand }
  | { readonly does: 'pause' | 'lift' }

export function isWish(act: Act): act is Wish {
  return 'whom' in act || act.does === 'pause' || act.does === 'lift'
}

/** An act on one item. */
export type OfItem = Extract<Act, { item: string }>

/** An act that was done or refused, and between which two turns. */
export interface Done {
  readonly hand: Hand
  readonly act: Act
  /** The same form sent twice has the same key. */
  readonly key: string
  /** What became of it, or the code of why it was refused. */
  readonly answer: string
  /** Of what was added. */
  readonly itemId: string | undefined
  /** The moment of its transaction, milliseconds. */
  readonly at: number
  readonly begun: number
  readonly ended: number
}
