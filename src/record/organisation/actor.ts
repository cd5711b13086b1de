import type { Role } from './role.ts'

/** Whoever asks: a person about themselves, somebody acting in one post, a relative by choice, or an agency's system. */
export type Actor = CitizenActor | WorkerActor | SystemActor

/** Somebody signed in as themselves: the person, a relative, a friend, an attorney. */
export interface CitizenActor {
  readonly kind: 'citizen'
  readonly accountId: string
  readonly name: string
}

/** Somebody signed in at work, in one post for one employer. Source: reliability.md, abuse case 12. */
export interface WorkerActor {
  readonly kind: 'worker'
  readonly accountId: string
  readonly name: string
  readonly organisationId: string
  readonly organisationCode: string
  readonly teamId: string | undefined
  readonly role: Role
}

/**
 * An agency's system. One that sends messages contributes its own organisation's data and reads nothing; one that is told
 * something acts for a job there (`record/sharing/to-system.ts`).
 */
export interface SystemActor {
  readonly kind: 'system'
  /** The sender that it is, or the destination. */
  readonly senderId: string
  readonly name: string
  readonly organisationId: string
  readonly organisationCode: string
}
