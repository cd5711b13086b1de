import type { Explanation, Part } from '#record/person/matching/explain.ts'

/** How much a comparison speaks for one person or against, as people say it. */
export type Strength = 'strongFor' | 'for' | 'slightlyFor' | 'neither' | 'slightlyAgainst' | 'against' | 'strongAgainst'

/** One comparison as the page tells it. */
export interface Told {
  readonly comparison: string
  readonly level: string
  readonly strength: Strength
  /** Of how many strangers one says the same; undefined where it speaks against, or for a shared home decides. */
  readonly oneIn: number | undefined
}

/** What an explanation says of these comparisons, against whichever the two would be if they were not one person. */
export function evidenceOf({ parts, otherwise }: Explanation, comparisons: readonly string[]): Told[] {
  return parts
    .filter(({ comparison }) => comparisons.includes(comparison))
    .map(part => {
      const bits = bitsOf(part, otherwise)
      const oneIn = bits >= 1 ? roundedCount(2 ** bits) : undefined
      return { comparison: part.comparison, level: part.level, strength: strengthOf(bits), oneIn }
    })
}

function bitsOf({ against, rarity }: Part, otherwise: Explanation['otherwise']): number {
  return against[otherwise] + (otherwise === 'stranger' ? rarity : 0)
}

/** Three bits are eight times, seven more than a hundred times likelier. */
export function strengthOf(bits: number): Strength {
  if (bits >= 7) return 'strongFor'
  if (bits >= 3) return 'for'
  if (bits >= 0.5) return 'slightlyFor'
  if (bits > -0.5) return 'neither'
  if (bits > -3) return 'slightlyAgainst'
  return bits > -7 ? 'against' : 'strongAgainst'
}

/** To two figures: more would say more than is known. */
function roundedCount(count: number): number {
  const size = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)
  return Math.round(count / size) * size
}
