import { readFileSync } from 'node:fs'
import type { Change } from '../sow.ts'

/** A fault that is sown on purpose. */
export interface Mutant {
  /** What is wrong with it, as a sentence of the service. */
  readonly name: string
  /** For a view of the database, `file` is its name. */
  readonly changes: readonly Change[]
}

/**
 * The faults that are sown, from the files `mutants-of-*.txt`. After `# FILE` (or the name of a view) each block is
 * one: its name, the lines that are taken out (`- `) and those put in their place (`+ `), and `@ FILE` where it needs a
 * change in another file too, because each of two places would catch the fault of the other.
 */
export const MUTANTS: Readonly<Record<Face, readonly Mutant[]>> = {
  decision: readMutants(textOf('decision')),
  predicate: readMutants(textOf('predicate')),
  views: readMutants(textOf('views')),
}

/** Of what a fault is, and so by what it must be caught: of the decision, of the SQL predicate, of the database's views. */
export const FACES = ['decision', 'predicate', 'views'] as const
type Face = (typeof FACES)[number]

function textOf(face: Face): string {
  return readFileSync(new URL(`mutants-of-${face}.txt`, import.meta.url), 'utf8')
}

/** Reads such a text. Throws when a block takes nothing out. */
export function readMutants(text: string): Mutant[] {
  const mutants: Mutant[] = []
  let file = ''
  for (const block of text.trimEnd().split('\n\n')) {
    if (block.startsWith('# ')) file = block.slice(2)
    else mutants.push(readMutant(block, file))
  }
  return mutants
}

function readMutant(block: string, file: string): Mutant {
  const [name = '', ...lines] = block.split('\n')
  const changes = lines.join('\n').split(/^@ /m)
  return {
    name,
    changes: changes.map((change, index): Change => {
      const [elsewhere, ...rest] = change.split('\n')
      return index === 0 ? readChange(change.split('\n'), file) : readChange(rest, elsewhere!)
    }),
  }
}

function readChange(lines: readonly string[], file: string): Change {
  const after = (sign: string) => lines.filter(line => line.startsWith(sign)).map(line => line.slice(sign.length))
  const from = after('- ').join('\n')
  if (from === '') throw new Error(`a fault of ${file} takes nothing out: ${lines.join(' ')}`)
  return { file, from, to: after('+ ').join('\n') }
}
