import type { Actor } from '#record/organisation/actor.ts'
import type { Action, Purpose } from '#record/sharing/vocabulary.ts'

/** What the whole question is asked for. */
export interface AskedOfAll {
  readonly actor: Actor
  readonly purpose: Purpose
  readonly action: Action
}
