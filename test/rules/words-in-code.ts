import { transformSync } from 'oxc-transform'
import { blank } from './blank.ts'
import type { Source } from './sources.ts'

/** The attributes and properties of parts that people read or hear. */
const READ =
  'title|aria-label|aria-description|label|alt|placeholder|legend|hint|heading|summary|text|caption|description'

/**
 * Words that stand in the code of a page instead of in `language/`: between elements, in what a reader sees of an
 * element, or as a sentence in quotes; and sentences made by putting pieces together.
 */
export function wordsInCode({ path, text }: Source): string[] {
  const code = path.endsWith('.tsx') ? drawn(path, text) : text
  const found = [...betweenElements(code), ...inAttributes(code), ...sentencesIn(code), ...joined(text)]
  return [...new Set(found)].map(words => `${path} says "${words}"`)
}

/** The calls that a page's elements are turned into: what was between them is now an argument named `children`. */
function drawn(path: string, text: string): string {
  return transformSync(path, text, { jsx: { runtime: 'automatic', importSource: 'preact' } }).code
}

function betweenElements(code: string): string[] {
  const structure = blank(code, { strings: 'blank' })
  return [...structure.matchAll(/\bchildren: /g)].flatMap(({ index, 0: found }) => {
    const from = index + found.length
    const places = structure[from] === '[' ? itemsFrom(structure, from) : [from]
    return places.flatMap(place => readable(quotedAt(code, structure, place)))
  })
}

/** Where each item of a list begins. */
function itemsFrom(structure: string, list: number): number[] {
  const places: number[] = []
  let depth = 0
  for (let at = list; at < structure.length; at++) {
    const letter = structure[at] ?? ''
    if ('[({'.includes(letter)) depth++
    if ('])}'.includes(letter) && --depth === 0) break
    const begins = (letter === '[' || letter === ',') && depth === 1
    if (begins) places.push(at + 1 + (/^\s*/.exec(structure.slice(at + 1, at + 200))?.[0].length ?? 0))
  }
  return places
}

/** What is within the quotes that open here; empty when none do. */
function quotedAt(code: string, structure: string, at: number): string {
  const quote = structure[at] ?? ''
  return '\'"`'.includes(quote) && quote !== '' ? code.slice(at + 1, structure.indexOf(quote, at + 1)) : ''
}

function inAttributes(code: string): string[] {
  const plain = blank(code, { strings: 'keep' })
  const named = new RegExp(`(?<![\\w'"-])["']?(?:${READ})["']?: (?:"([^"\\n]*)"|'([^'\\n]*)')`, 'g')
  return [...plain.matchAll(named)].flatMap(([, double, single]) => readable(double ?? single ?? ''))
}

/** A string that reads like a sentence: a capital, small letters, and more words. */
function sentencesIn(code: string): string[] {
  const plain = blank(code, { strings: 'keep' })
  return [...plain.matchAll(/(["'])(\p{Lu}\p{Ll}+(?:,? [\p{L}’]+){2,}[^"'\n]*)\1/gu)].flatMap(([, , said]) =>
    readable(said ?? ''),
  )
}

/** One sentence is one key. Pieces put together are right in one language at most. */
function joined(text: string): string[] {
  const plain = blank(text, { strings: 'keep' })
  const pieces = [
    /\bsay(?:\.\w+)?\([^()]*\)\s*\+/g,
    /\+\s*say(?:\.\w+)?\(/g,
    /`[^`]*\p{L}{2,}[^`$]*\$\{say\(/gu,
    /\$\{say\([^`]*\)\}[^`${}]*\p{L}{2,}[^`]*`/gu,
  ]
  return pieces.flatMap(piece => [...plain.matchAll(piece)].map(([found]) => found.trim()))
}

/** What holds no word, or only the key of a sentence, is not read by anybody. */
function readable(words: string): string[] {
  return !/^\w+\.\w+$/.test(words) && /\p{L}{2,}/u.test(words) ? [words.trim()] : []
}
