import type { Actor } from '#record/organisation/actor.ts'

/** Whom a tie or a wish is with: exactly one of the three is set. */
export interface Named {
  readonly personId: string
  readonly accountId: string | null
  readonly teamId: string | null
  readonly organisationId: string | null
}

/** A citizen is named only as themselves; a worker also through the team and the employer they act for now. */
export function names(named: Named, actor: Actor): boolean {
  if (actor.kind === 'system') return false
  if (named.accountId !== null) return named.accountId === actor.accountId
  if (actor.kind !== 'worker') return false
  if (named.teamId !== null) return named.teamId === actor.teamId
  return named.organisationId === actor.organisationId
}

/** By what any of these can be named: whatever names none of it names none of them. */
export function asNamed(actors: readonly Actor[]): {
  readonly accountIds: string[]
  readonly teamIds: string[]
  readonly organisationIds: string[]
} {
  const people = actors.filter(actor => actor.kind !== 'system')
  const workers = people.filter(actor => actor.kind === 'worker')
  return {
    accountIds: unique(people.map(({ accountId }) => accountId)),
    teamIds: unique(workers.flatMap(({ teamId }) => teamId ?? [])),
    organisationIds: unique(workers.map(({ organisationId }) => organisationId)),
  }
}

/** Each of these ids once. */
export function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
