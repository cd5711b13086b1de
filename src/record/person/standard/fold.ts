/** No field is read beyond this many letters: what is longer is no name, date or street. */
const LETTERS_READ_MAX = 200

/**
 * A text for comparing: lower case, no accents (`ŵ` is `w`), one kind of apostrophe. Nothing else is taken away.
 * What was UTF-8 and had been read as Latin-1 (`SiÃ¢n`) is put right first, as senders' files often hold it.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.slice(0, LETTERS_READ_MAX).toLowerCase()
  return unmangled(text.slice(0, LETTERS_READ_MAX))
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[øłđðæœßþı]/g, letter => WITHOUT_MARK[letter] ?? '')
}

/** The runs of letters `a` to `z` of a folded text. */
export function wordsIn(folded: string): string[] {
  return folded.match(/[a-z]+/g) ?? []
}

/** Letters alone, for looking a whole field up. */
export function lettersIn(folded: string): string {
  return folded.replace(/[^a-z]/g, '')
}

const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/

/** Letters that Unicode holds to be no letter with a mark. */
const WITHOUT_MARK: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
}

function unmangled(text: string): string {
  const quotes = text.replace(/â€[™˜]/g, "'")
  if (!MANGLED.test(quotes) || /[^\0-\xff]/.test(quotes)) return quotes
  const read = Buffer.from(quotes, 'latin1').toString('utf8')
  return read.includes('\ufffd') ? quotes : read
}

/** The first byte of a letter of Latin script in UTF-8, and the second, each as Latin-1 has it. */
const MANGLED = /[\xc3-\xc5][\x80-\xbf]/
