import type { Left, Letter } from '#ground/fhir/scope.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Through } from '#record/sharing/through.ts'

/** Who asks at the FHIR door, and through which app. */
export interface Caller {
  readonly actor: Actor
  readonly through: Through
  /** The one person, as they are now, whom the app may ask about; anybody who is open, when there is none. */
  readonly onlyAbout?: string | undefined
  /**
   * Of a system, the job at its organisation for which it is let in to read what agreements open; none: its own alone. Asked for
   * where something is wanted that is not its own.
   */
  readonly job?: (() => Promise<Role | undefined>) | undefined
  /** What of the resources of a type the app may read, find or write at most; undefined where all of every type. */
  readonly leaves?: ((type: string, letter: Letter) => Left) | undefined
  /** Whether the app may read resources of a type, of whoever it asks about; undefined where it may of every type. */
  readonly mayRead?: ((type: string) => boolean) | undefined
}

/** The organisation for which somebody acts; undefined for who acts as themselves. */
export function organisationOf({ actor }: Caller): string | undefined {
  return actor.kind === 'citizen' ? undefined : actor.organisationId
}

/** The organisation whose own things, about no one person, are open to a caller: to an app that is for one person, none. */
export function organisationOpenTo(caller: Caller): string | undefined {
  return caller.onlyAbout === undefined ? organisationOf(caller) : undefined
}
