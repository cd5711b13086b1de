/**
 * How alike two words are, 0 to 1: letters in common near the same place, less half of those out of order, with a bonus
 * for up to four first letters in common. Sources: M. Jaro, JASA 84 (1989) 414; W. Winkler, ASA proceedings (1990) 354.
 * The bonus is given whatever the likeness below it, as in Winkler's published tables.
 */
export function jaroWinkler(one: string, other: string): number {
  if (one.length > LETTERS_MAX || other.length > LETTERS_MAX) {
    return jaroWinkler(one.slice(0, LETTERS_MAX), other.slice(0, LETTERS_MAX))
  }
  return withBonus(jaroLikeness(one, other), one, other)
}

/** A tenth of what is missing for each first letter in common, four at most. */
function withBonus(jaro: number, one: string, other: string): number {
  let first = 0
  while (first < 4 && first < one.length && one.charCodeAt(first) === other.charCodeAt(first)) first++
  return jaro + first * 0.1 * (1 - jaro)
}

/**
 * No less than how alike two words are, in a tenth of the time: letters in common wherever they stand. Two names are
 * seldom alike, and of most this is enough to know.
 */
export function likenessAtMost(one: string, other: string): number {
  const common = Math.min(lettersOf(one, lettersIn(other)), lettersOf(other, lettersIn(one)))
  if (common === 0) return 0
  return withBonus((common / one.length + common / other.length + 1) / 3, one, other)
}

/** Which letters a word has, a bit each; letters beyond a to z share bits, and count as the same. */
function lettersIn(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** How many letters of a word are among these. */
function lettersOf(word: string, letters: number): number {
  let count = 0
  for (let at = 0; at < word.length; at++) count += (letters >>> (word.charCodeAt(at) & 31)) & 1
  return count
}

function jaroLikeness(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1
  const near = Math.max(0, (Math.max(one.length, other.length) >> 1) - 1)
  MATCHED_ONE.fill(0, 0, one.length)
  MATCHED_OTHER.fill(0, 0, other.length)
  let common = 0
  for (let at = 0; at < one.length; at++) {
    const to = Math.min(other.length - 1, at + near)
    for (let there = Math.max(0, at - near); there <= to; there++) {
      if (MATCHED_OTHER[there] === 1 || one.charCodeAt(at) !== other.charCodeAt(there)) continue
      MATCHED_ONE[at] = 1
      MATCHED_OTHER[there] = 1
      common++
      break
    }
  }
  if (common === 0) return 0
  const transposed = outOfOrder(one, other) / 2
  return (common / one.length + common / other.length + (common - transposed) / common) / 3
}

/** Letters in common that stand in another order. */
function outOfOrder(one: string, other: string): number {
  let count = 0
  let there = 0
  for (let at = 0; at < one.length; at++) {
    if (MATCHED_ONE[at] !== 1) continue
    while (MATCHED_OTHER[there] !== 1) there++
    if (one.charCodeAt(at) !== other.charCodeAt(there)) count++
    there++
  }
  return count
}

/** What stands after the 256th letter is not looked at. */
const LETTERS_MAX = 256

/** Used again for every pair: making two arrays for each took half of the time. */
const MATCHED_ONE = new Uint8Array(LETTERS_MAX)
const MATCHED_OTHER = new Uint8Array(LETTERS_MAX)
