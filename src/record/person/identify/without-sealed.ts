import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { type Known, type Near, nearestOfEach } from './near.ts'

/**
 * Of two people near a record who are sealed from one another only the nearer: whoever is shown the one, or has it
 * linked, must not learn that there is the other.
 */
export async function withoutSealed(tx: Tx, near: readonly Near[], people: readonly Known[]): Promise<Near[]> {
  const nearest = nearestOfEach(near)
  if (nearest.length < 2) return [...near]
  const sealed = await sealedPeople(tx, people)
  const left = new Set<string>()
  for (const { personId } of nearest) {
    if (![...left].some(other => sealed.has([personId, other].sort().join()))) left.add(personId)
  }
  return near.filter(({ personId }) => left.has(personId))
}

/** Which two of these people are sealed from one another, as the ids of both in their order. */
async function sealedPeople(tx: Tx, people: readonly Known[]): Promise<ReadonlySet<string>> {
  const personOf = new Map(people.map(({ recordId, personId }) => [recordId, personId]))
  const { rows } = await sql<{ recordA: string; recordB: string }>`
    select record_a, record_b from record_apart_now
    where kind = 'sealed' and record_a = any(${[...personOf.keys()]}::uuid[])`.execute(tx.db)
  const named = rows.map(({ recordA, recordB }) => [personOf.get(recordA), personOf.get(recordB)])
  return new Set(named.map(pair => pair.sort().join()))
}
