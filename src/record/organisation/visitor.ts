import type { Bilingual, Language } from '#ground/language/say.ts'
import type { Actor } from './actor.ts'
import type { Role } from './role.ts'

/** Somebody signed in, acting in one way at a time. */
export interface Visitor {
  readonly sessionId: string
  readonly accountId: string
  readonly name: string
  /** The language that they asked to be written to in, or that of their account; the toggle goes before it. */
  readonly language: Language
  readonly actor: Actor
  /** Their own record, when they have one. */
  readonly personId: string | undefined
  /** The post they act in now, when they are at work. */
  readonly post: Post | undefined
  /** Every post they hold now. More than one: a joint post, and they may switch. */
  readonly posts: readonly Post[]
}

export interface Post {
  readonly id: string
  readonly role: Role
  readonly title: Bilingual
  readonly organisation: Bilingual
  readonly organisationId: string
  readonly organisationCode: string
  readonly teamId: string | undefined
  readonly team: Bilingual | undefined
}
