import { type Known, type Near, nearestOfEach } from './near.ts'

/**
 * Of two people near a record who are sealed from one another only the nearer: whoever is shown the one, or has it
 * linked, must not learn that there is the other.
 */
export function withoutSealed(near: readonly Near[], people: readonly Known[]): Near[] {
  const personOf = new Map(people.map(({ recordId, personId }) => [recordId, personId]))
  const sealed = new Map<string, Set<string>>()
  for (const { personId, sealedFrom } of people) {
    for (const recordId of sealedFrom) {
      const other = personOf.get(recordId)
      if (other !== undefined) sealed.set(personId, (sealed.get(personId) ?? new Set()).add(other))
    }
  }
  if (sealed.size === 0) return [...near]
  const left = new Set<string>()
  for (const { personId } of nearestOfEach(near)) {
    if (![...(sealed.get(personId) ?? [])].some(other => left.has(other))) left.add(personId)
  }
  return near.filter(({ personId }) => left.has(personId))
}
