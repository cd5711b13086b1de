/**
 * A text as searches compare it: neither case nor accents make a difference (ŵ, ŷ and â are w, y and a), nor which
 * apostrophe or how much space somebody typed.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
}
