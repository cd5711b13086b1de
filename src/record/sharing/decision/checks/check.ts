import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Rule } from '#record/sharing/agreement/compile.ts'
import type { Facts, Request, SignedAgreement } from '../facts.ts'

/** One question asked of one clause. A clause opens only when every check answers yes. */
export type Check = (asked: {
  readonly request: Request & { readonly actor: WorkerActor }
  readonly facts: Facts
  readonly agreement: SignedAgreement
  readonly rule: Rule
}) => boolean
