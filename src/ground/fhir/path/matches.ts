/**
 * `matches()`: whether a text has a part like the pattern. FHIR writes some of its patterns with escapes that JavaScript
 * takes only without its mode for all characters; those are read so. Nothing for what is no single text.
 */
export function matches(texts: readonly unknown[], pattern: string): boolean[] {
  const [text] = texts.map(one => (one as { data?: unknown } | null)?.data ?? one)
  return texts.length === 1 && typeof text === 'string' ? [patternOf(pattern).test(text)] : []
}

const patterns = new Map<string, RegExp>()
const PATTERNS_MAX = 1000

function patternOf(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known !== undefined) return known
  const made = compile(pattern)
  if (patterns.size >= PATTERNS_MAX) patterns.clear()
  patterns.set(pattern, made)
  return made
}

function compile(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'su')
  } catch {
    return new RegExp(pattern, 's')
  }
}
