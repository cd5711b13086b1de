/** A count that may be published. `few` stands for 1 to 4: somebody might be recognised in so few. */
export type Figure = number | 'few'

/** The largest count that is not told. Source: the practice of official statistics on people, counts under five. */
export const FEW_MAX = 4

/** The count as it may be published. */
export function figureOf(count: number): Figure {
  return isFew(count) ? 'few' : count
}

/** Whether a count is too small to be told, and so is whatever rests on it. */
export function isFew(count: number): boolean {
  return count > 0 && count <= FEW_MAX
}
