import type { KnownFact, KnownField } from './fact.ts'

/** Shorter than this, letters and figures, it may be there by chance: a house number. */
const LENGTH_MIN = 6

/**
 * Whether what is known was typed once more: one of its lines stands in one of the texts, whatever the case, the
 * accents, the spaces and the marks between. Names are no sign: whoever writes about people names them.
 */
export function isTypedAgain({ field, value }: Pick<KnownFact, 'field' | 'value'>, texts: readonly string[]): boolean {
  if (NO_SIGN.includes(field)) return false
  const lines = value.split('\n').map(plain)
  return texts.map(plain).some(text => lines.some(line => line.length >= LENGTH_MIN && text.includes(line)))
}

const NO_SIGN: readonly KnownField[] = ['name', 'carers', 'language']

function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
