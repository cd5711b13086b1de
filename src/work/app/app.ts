import type { Bilingual } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'

/**
 * How an app proves that it is itself: not at all, because it runs in people's browsers and telephones; by a secret; by a
 * key. A system proves itself by a key, and acts for itself and for nobody.
 */
export const APP_KINDS = ['public', 'secret', 'key', 'system'] as const
export type AppKind = (typeof APP_KINDS)[number]

/** An app that was registered, and whether it may be used. */
export interface App {
  readonly id: string
  /** By what name its tokens call it. */
  readonly client: string
  readonly name: string
  readonly organisationId: string
  readonly organisation: Bilingual
  readonly kind: AppKind
  readonly redirectUris: readonly string[]
  /** Where it begins when it is opened from a page here. Undefined: it is opened from its own side alone. */
  readonly launchUrl: string | undefined
  /** The most that it may ask. */
  readonly scopes: readonly string[]
  readonly jwks: object | undefined
  readonly jwksUrl: string | undefined
  readonly secretHash: string | undefined
  readonly standing: 'unconfirmed' | 'open' | 'closed'
  readonly registeredBy: string | undefined
  readonly registeredAt: Date
}

/** Whether somebody's work is to register apps and to close them. */
export function isAppOfficer({ role }: WorkerActor): boolean {
  return role === 'integration-officer'
}

/** Whether somebody may say that an app is right which somebody else registered. Source: reliability.md, abuse case 32. */
export function mayConfirmApp(officer: WorkerActor, app: App): boolean {
  const isTheirWork = isAppOfficer(officer) || officer.role === 'privacy-officer'
  return isTheirWork && app.standing === 'unconfirmed' && app.registeredBy !== officer.accountId
}
