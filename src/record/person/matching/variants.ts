import { areSurnameVariants, areVariants } from '#record/person/standard/variants/variants.ts'

/** Two forms of one name. */
export type NamePair = readonly [one: string, other: string]

/** Which names are forms of one name: by the tables that are shipped, or as the region's own records have taught. */
export interface Variants {
  given(one: string, other: string): 'variant' | 'learntVariant' | undefined
  surname(one: string, other: string): 'variant' | undefined
}

/**
 * What is learnt is of given names, and pairs of their own that make no groups: that Jack is John and Jack is Jacob does
 * not make John Jacob. A pair that a reviewer has struck is no variant, whoever says so.
 */
export function variantsKnowing(learnt: readonly NamePair[], struck: readonly NamePair[]): Variants {
  const taught = new Set(learnt.map(([one, other]) => pairKey(one, other)))
  const out = new Set(struck.map(([one, other]) => pairKey(one, other)))
  const isStruck = (one: string, other: string) => out.size > 0 && out.has(pairKey(one, other))
  return {
    given(one, other) {
      const isShipped = areVariants(one, other)
      if (!isShipped && (taught.size === 0 || !taught.has(pairKey(one, other)))) return undefined
      if (isStruck(one, other)) return undefined
      return isShipped ? 'variant' : 'learntVariant'
    },
    surname: (one, other) => (areSurnameVariants(one, other) && !isStruck(one, other) ? 'variant' : undefined),
  }
}

/** One key for two names, whichever stands first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
