import type { Asked } from './asked.ts'
import { unknownParameter, wrongValue } from './problem.ts'

/** What may stand in every query, however it is answered. */
const ALWAYS = new Set(['_format', '_pretty'])

/** The parameters of a search that are served, each with its values in the order they came. */
export type Query = ReadonlyMap<string, readonly string[]>

/**
 * The query by the parameters that are served. One that is not served is refused, because the answer would be another
 * than the app believes; or passed over, when the app says so. An empty value is a wrong one.
 */
export function queryOf({ query, isLenient }: Asked, served: ReadonlySet<string>): Query {
  const read = new Map<string, string[]>()
  for (const [name, value] of query) {
    if (ALWAYS.has(name)) continue
    if (!served.has(name)) {
      if (isLenient) continue
      throw unknownParameter(name)
    }
    if (value === '') throw wrongValue(name)
    read.set(name, [...(read.get(name) ?? []), value])
  }
  return read
}

/** The one value of a parameter that may stand once. */
export function onlyOne(query: Query, name: string): string | undefined {
  const values = query.get(name) ?? []
  if (values.length > 1) throw wrongValue(name)
  return values[0]
}

/** The query as we understood it, the same for the same search whatever the order. */
export function asText(query: Query, without: readonly string[] = []): string {
  const parts = [...query]
    .filter(([name]) => !without.includes(name))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  return String(new URLSearchParams(parts.flatMap(([name, values]) => values.map(value => [name, value]))))
}
