import { lines } from './lines.ts'

/** The codes of a value set, by the system that each is of. */
export type CodesBySystem = ReadonlyMap<string, ReadonlySet<string>>

interface Line {
  readonly url: string
  readonly codes: Readonly<Record<string, readonly string[]>>
}

/**
 * The codes of a value set that some element of R4 must keep to, without its version. Nothing for one whose codes cannot
 * all be named here: media types, currencies, units.
 */
export function codesOf(url: string): CodesBySystem | undefined {
  all ??= new Map(lines<Line>('value-sets').map(line => [line.url, codesFrom(line)]))
  return all.get(url)
}

let all: ReadonlyMap<string, CodesBySystem> | undefined

function codesFrom({ codes }: Line): CodesBySystem {
  return new Map(Object.entries(codes).map(([system, some]) => [system, new Set(some)]))
}
