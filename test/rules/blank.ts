/**
 * The code of a text with its comments blanked, and with `strings: 'blank'` also what is within quotes: every other
 * character stays where it was, so that lines and places still hold. Knows no grammar; a slash counts as the start of a
 * regular expression where no value can have ended before it.
 */
export function blank(text: string, { strings }: { readonly strings: 'keep' | 'blank' }): string {
  const known = KEPT[strings].get(text)
  if (known !== undefined) return known
  const blanked = blankAnew(text, strings)
  KEPT[strings].set(text, blanked)
  return blanked
}

/** Several rules read each file. */
const KEPT = { keep: new Map<string, string>(), blank: new Map<string, string>() }

function blankAnew(text: string, strings: 'keep' | 'blank'): string {
  let out = ''
  let at = 0
  /** How deep in braces the code stands, and at which depth each open template goes on when a brace closes. */
  let depth = 0
  const templates: number[] = []
  const take = (piece: string, as: 'code' | 'comment' | 'string') => {
    out += as === 'code' || (as === 'string' && strings === 'keep') ? piece : spaces(piece)
    at += piece.length
  }
  const takeTemplate = () => {
    const [piece = ''] = match(TEMPLATE_PART, text, at)
    const goesOn = piece.endsWith('${')
    take(piece.slice(0, goesOn ? -2 : undefined), 'string')
    if (goesOn) {
      take('${', 'code')
      templates.push(depth++)
    } else take(text.charAt(at), 'code')
  }
  while (at < text.length) {
    const [comment] = match(COMMENT, text, at)
    const [quoted] = match(QUOTED, text, at)
    const [regex] = mayBeginRegex(out) ? match(REGEX, text, at) : []
    const next = text.charAt(at)
    if (comment !== undefined) take(comment, 'comment')
    else if (quoted !== undefined) {
      take(next, 'code')
      take(quoted.slice(1, -1), 'string')
      take(next, 'code')
    } else if (regex !== undefined) take(regex, 'string')
    else {
      take(next, 'code')
      if (next === '{') depth++
      if (next === '}') depth--
      const closes = next === '}' && templates.at(-1) === depth
      if (closes) templates.pop()
      if (next === '`' || closes) takeTemplate()
    }
  }
  return out
}

const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const QUOTED = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y
const REGEX = /\/(?![*/>])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y
/** Up to where a template ends or code stands in it. */
const TEMPLATE_PART = /(?:\\.|\$(?!\{)|[^`\\$])*(?:\$\{)?/sy

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | [] {
  pattern.lastIndex = at
  return pattern.exec(text) ?? []
}

/** After a value a slash divides, after `<` it closes an element; elsewhere it begins a regular expression. */
function mayBeginRegex(before: string): boolean {
  return /(?:^|[([{,;:=!&|?+*%~^>-]|\b(?:return|typeof|case|in|of))\s*$/.test(before.slice(-40))
}

function spaces(piece: string): string {
  return piece.replace(/[^\n]/g, ' ')
}
