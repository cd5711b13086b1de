import type { Chance } from '#ground/chance.ts'

/** The first wait after a try that failed, seconds; each is twice the last, up to the longest. */
const FIRST_SECONDS = 5
const LONGEST_SECONDS = 600

/**
 * How long to wait after the try of that number, milliseconds: between half and all of a time that doubles, so that
 * what failed together does not come again together.
 */
export function backOffMs(tries: number, chance: Pick<Chance, 'id'>): number {
  const seconds = Math.min(FIRST_SECONDS * 2 ** (tries - 1), LONGEST_SECONDS)
  return Math.round(seconds * 1000 * (0.5 + fraction(chance) / 2))
}

/** Between 0 and 1, drawn as an identifier is. */
function fraction(chance: Pick<Chance, 'id'>): number {
  return Number.parseInt(chance.id().slice(0, 8), 16) / 0xffff_ffff
}
