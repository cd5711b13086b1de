/**
 * American Soundex of a folded word (a to z): its first letter and three digits, `''` of nothing.
 * Source: US National Archives, The Soundex Indexing System (h and w do not part two letters of one digit; a vowel does).
 */
export function soundex(word: string): string {
  if (word === '') return ''
  let code = word.charAt(0)
  let last = DIGITS[word.charAt(0)] ?? ''
  for (let place = 1; place < word.length && code.length < 4; place++) {
    const letter = word.charAt(place)
    if (letter === 'h' || letter === 'w') continue
    const digit = DIGITS[letter] ?? ''
    if (digit !== '' && digit !== last) code += digit
    last = digit
  }
  return code.padEnd(4, '0')
}

const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpv', 'cgjkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, digit) =>
    [...letters].map(letter => [letter, String(digit + 1)]),
  ),
)
