import { blank } from './blank.ts'
import type { Source } from './sources.ts'

export const FILE_LINES_MAX = 300
export const FUNCTION_LINES_MAX = 70

/**
 * What is longer than it may be, by path, and by path and name for a function, with the lines it has. A ratchet: it may
 * become shorter and never longer, and once it is short enough its entry must go.
 */
export type Ratchet = Readonly<Record<string, number>>

/** A function as it stands in a file. `name` is the first line of it, for want of a name. */
export interface Measured {
  readonly name: string
  readonly line: number
  readonly lines: number
}

/** The files that are too long, and the entries of the ratchet that no longer hold. */
export function longFiles(sources: readonly Source[], ratchet: Ratchet): string[] {
  const lengths = new Map(sources.map(({ path, text }) => [path, text.trimEnd().split('\n').length]))
  return overruns(lengths, FILE_LINES_MAX, ratchet)
}

/** The functions that are too long, and the entries of the ratchet that no longer hold. */
export function longFunctions(sources: readonly Source[], ratchet: Ratchet): string[] {
  const lengths = new Map<string, number>()
  for (const source of sources) {
    for (const { name, lines } of functionsOf(source)) lengths.set(`${source.path} ${name}`, lines)
  }
  return overruns(lengths, FUNCTION_LINES_MAX, ratchet)
}

function overruns(lengths: ReadonlyMap<string, number>, max: number, ratchet: Ratchet): string[] {
  const long = [...lengths].flatMap(([what, lines]) => {
    const allowed = ratchet[what] ?? max
    return lines > allowed ? [`${what} has ${lines} lines: ${allowed} at most`] : []
  })
  const over = Object.keys(ratchet).filter(what => (lengths.get(what) ?? 0) <= max)
  return [...long, ...over.map(what => `${what} is no longer too long: take it out of the ratchet`)]
}

/**
 * The functions of a file with a body in braces or brackets, and how many lines each has, its head among them. Rests on
 * the formatter: a body ends at the first line that stands as far left as its head and begins with what closes it.
 */
export function functionsOf({ text }: Source): Measured[] {
  const lines = blank(text, { strings: 'blank' }).split('\n')
  return lines.flatMap((line, index) => {
    const closing = CLOSED_BY[line.trimEnd().at(-1) ?? '']
    if (closing === undefined || !line.trim()) return []
    const start = headStart(lines, index)
    const head = lines
      .slice(start, index + 1)
      .map(one => one.trim())
      .join(' ')
    if (!isFunction(head)) return []
    const end = lines.findIndex(
      (one, at) => at > index && indentOf(one) === indentOf(line) && one.trim().startsWith(closing),
    )
    return end === -1 ? [] : [{ name: nameOf(text, start), line: start + 1, lines: end - start + 1 }]
  })
}

const CLOSED_BY: Readonly<Record<string, string>> = { '{': '}', '(': ')' }

/** A head that was broken over lines ends in one that begins by closing brackets; it starts where they were opened. */
function headStart(lines: readonly string[], end: number): number {
  let start = end
  const indent = indentOf(lines[end] ?? '')
  while (start > 0 && (/^\s*[)}\]]/.test(lines[start] ?? '') || indentOf(lines[start] ?? '') > indent)) start--
  return start
}

function indentOf(line: string): number {
  return line.trim() === '' ? Number.POSITIVE_INFINITY : line.length - line.trimStart().length
}

function isFunction(head: string): boolean {
  if (/=>\s*[({]$/.test(head)) return true
  const isOpen = head.split('(').length !== head.split(')').length
  if (!head.endsWith('{') || isOpen) return false
  if (/\bfunction\b/.test(head)) return true
  return (
    /^(?:(?:static|async|get|set|override|private|public|protected)\s+)*\*?\s*[#\w]+(?:<[^(]*>)?\(.*\)(?::.*)?\s*\{$/.test(
      head,
    ) && !KEYWORD.test(head)
  )
}

const KEYWORD = /^(?:if|for|while|switch|catch|with|else|do|return|await|new|throw)\b/

function nameOf(text: string, line: number): string {
  const head = text.split('\n')[line]?.trim() ?? ''
  return /\bfunction\*?\s+(\w+)/.exec(head)?.[1] ?? /^(?:export )?(?:const|let) (\w+)/.exec(head)?.[1] ?? head
}
