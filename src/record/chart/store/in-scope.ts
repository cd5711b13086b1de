import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Letter } from '#ground/fhir/scope.ts'
import { meets } from '#ground/fhir/search/query/meets.ts'
import type { Caller } from './caller.ts'
import type { Place } from './place.ts'

/** Whether the caller's app may do this to every resource of a type that is open to them. */
export function leavesAll({ leaves }: Pick<Caller, 'leaves'>, letter: Letter, type: string): boolean {
  return leaves === undefined || leaves(type, letter) === 'all'
}

/** Whether a resource, as it is said to be, is among what the caller's app may do this to at most. */
export function isInScope(
  { leaves }: Pick<Caller, 'leaves'>,
  letter: Letter,
  resource: { readonly resourceType: string },
): boolean {
  const left = leaves?.(resource.resourceType, letter) ?? 'all'
  return typeof left === 'string' ? left === 'all' : meets(left, resource)
}

/** Of some things those to which the caller's app may do this at most, as they stand now: the same list where it is all of them. */
export async function placesInScope<Of extends Place>(
  tx: Tx,
  caller: Pick<Caller, 'leaves'>,
  letter: Letter,
  places: readonly Of[],
): Promise<readonly Of[]> {
  if ([...new Set(places.map(({ type }) => type))].every(type => leavesAll(caller, letter, type))) return places
  const { rows } = await sql<{ id: string; content: { readonly resourceType: string } }>`
    select id, content from chart_resource where id = any(${places.map(({ id }) => id)}::uuid[])`.execute(tx.db)
  const within = new Set(rows.filter(({ content }) => isInScope(caller, letter, content)).map(({ id }) => id))
  // What is told of others is held nowhere.
  return places.filter(({ id, type }) => leavesAll(caller, letter, type) || within.has(id))
}
