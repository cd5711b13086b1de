/** A count that may be published. `few` stands for 1 to 4: somebody might be recognised in so few. */
export type Figure = number | 'few'

/** The largest count that is not told. Source: the practice of official statistics on people, counts under five. */
export const FEW_MAX = 4

/** The count as it may be published. */
export function figureOf(count: number): Figure {
  return isFew(count) ? 'few' : count
}

/**
 * The count to the nearest five, for figures that are told again as they change: the difference of two of them would
 * otherwise be the few who came between. Source: NHS England, disclosure control of Hospital Episode Statistics.
 */
export function roundedFigureOf(count: number): Figure {
  return isFew(count) ? 'few' : Math.round(count / 5) * 5
}

/** Whether a count is too small to be told, and so is whatever rests on it. */
export function isFew(count: number): boolean {
  return count > 0 && count <= FEW_MAX
}

/** A total of figures: exact while all of them are told, and otherwise only that it is at least so many. */
export interface Total {
  readonly told: number
  readonly isExact: boolean
}

/**
 * The total of some figures. It is made from what is published and never from the counts behind it, so it can tell no
 * more than the figures do: a row, a column and a difference of two of them leave every `few` anything from 1 to 4.
 * An exact total beside a single `few` would give it away by subtraction; two of them would often be narrowed down.
 */
export function totalOf(figures: readonly Figure[]): Total {
  const told = figures.reduce<number>((sum, figure) => sum + (figure === 'few' ? 1 : figure), 0)
  return { told, isExact: !figures.includes('few') }
}

/** The total of totals, with the same promise. */
export function totalOfTotals(totals: readonly Total[]): Total {
  return { told: totals.reduce((sum, { told }) => sum + told, 0), isExact: totals.every(({ isExact }) => isExact) }
}
