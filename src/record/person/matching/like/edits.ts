/**
 * How many single edits make one text the other, up to `limit` (then `limit + 1`): a letter put in, left out, or changed,
 * or two neighbours changed about, each place edited once (optimal string alignment).
 * Sources: F. Damerau, CACM 7 (1964) 171; V. Levenshtein, Soviet Physics Doklady 10 (1966) 707.
 */
export function edits(one: string, other: string, limit: number): number {
  if (one === other) return 0
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    let least = row
    for (let column = 1; column <= other.length; column++) {
      const same = one.charCodeAt(row - 1) === other.charCodeAt(column - 1)
      let count = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1))
      if (row > 1 && column > 1 && turned(one, row, other, column)) count = Math.min(count, at(before, column - 2) + 1)
      current.push(count)
      if (count < least) least = count
    }
    if (least > limit) return limit + 1
    before = above
    above = current
  }
  return Math.min(at(above, other.length), limit + 1)
}

/** Whether one edit at most lies between two texts: what `edits(one, other, 1) < 2` says, without a table. */
export function oneEdit(one: string, other: string): boolean {
  const longer = one.length >= other.length ? one : other
  const shorter = longer === one ? other : one
  if (longer.length - shorter.length > 1) return false
  let first = 0
  while (first < shorter.length && longer.charCodeAt(first) === shorter.charCodeAt(first)) first++
  let last = 0
  while (
    last < shorter.length - first &&
    longer.charCodeAt(longer.length - 1 - last) === shorter.charCodeAt(shorter.length - 1 - last)
  ) {
    last++
  }
  const left = longer.length - first - last
  if (left < 2) return true
  return left === 2 && shorter.length === longer.length && turned(longer, first + 2, shorter, first + 2)
}

function turned(one: string, row: number, other: string, column: number): boolean {
  return (
    one.charCodeAt(row - 1) === other.charCodeAt(column - 2) && one.charCodeAt(row - 2) === other.charCodeAt(column - 1)
  )
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? 0
}
