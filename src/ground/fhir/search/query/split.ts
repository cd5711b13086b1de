/**
 * The parts of a value between separators, which stand for themselves behind a backslash. The backslashes stay, for the
 * next separator; `plain` takes them away. Source: FHIR R4, 3.1.1.4.3.
 */
export function split(text: string, separator: ',' | '$' | '|'): string[] {
  const parts = ['']
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === separator) parts.push('')
    else parts[parts.length - 1] += sign === '\\' ? sign + (text[++at] ?? '') : sign
  }
  return parts
}

/** A part of a value as it was meant. */
export function plain(text: string): string {
  return text.replace(/\\([,$|\\])/g, '$1')
}
