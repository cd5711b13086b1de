/** Two forms of one name. */
export type NamePair = readonly [one: string, other: string]

/** Which names are forms of one name: by the table that is shipped, or as the region's own records have taught. */
export interface Variants {
  between(one: string, other: string): 'variant' | 'learntVariant' | undefined
}

/**
 * `groups` are shipped: every two names of a group are forms of each other. `learnt` are pairs of their own, and make no
 * groups: that Jack is John and Jack is Jacob does not make John Jacob. A struck pair is neither.
 */
export function variantsOf(
  groups: readonly (readonly string[])[],
  learnt: readonly NamePair[],
  struck: readonly NamePair[],
): Variants {
  const known = new Map<string, 'variant' | 'learntVariant'>()
  for (const [one, other] of learnt) known.set(pairKey(one, other), 'learntVariant')
  for (const group of groups) {
    for (const one of group) for (const other of group) if (one < other) known.set(pairKey(one, other), 'variant')
  }
  for (const [one, other] of struck) known.delete(pairKey(one, other))
  const names = new Set([...known.keys()].flatMap(key => key.split(' ')))
  return {
    between: (one, other) => (names.has(one) && names.has(other) ? known.get(pairKey(one, other)) : undefined),
  }
}

/** One key for two names, whichever stands first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
