import type { Actor } from '#record/organisation/actor.ts'
import type { AgreementContent } from '../agreement/agreement.ts'
import type { DataClass, Purpose, RelationshipKind } from '../vocabulary.ts'

/** An agreement and which of its parties have signed this very content. */
export interface SignedAgreement {
  readonly hash: string
  readonly content: AgreementContent
  readonly signedBy: ReadonlySet<string>
}

/** What holds at one moment between one actor and one person: all that a decision may rest on. */
export interface Facts {
  /** The day in the region, ISO 8601. Agreements begin and end by days. */
  readonly today: string
  readonly agreements: readonly SignedAgreement[]
  readonly isThePerson: boolean
  readonly relationships: ReadonlySet<RelationshipKind>
  readonly wishes: readonly AppliedWish[]
}

/** A wish that names this actor, their team or their organisation, and stands. */
export interface AppliedWish {
  readonly id: string
  readonly kind: 'allow' | 'refuse'
  readonly dataClasses: readonly DataClass[]
}

/** May this actor, for this purpose, see this class of what this contributor holds of the person the facts are about? */
export interface Request {
  readonly actor: Actor
  readonly purpose: Purpose
  /** Organisation code. */
  readonly contributor: string
  readonly dataClass: DataClass
}
