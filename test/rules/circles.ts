import { importsOf, targetOf } from './order.ts'
import type { Source } from './sources.ts'

/**
 * Files that import each other all the way round, each circle with its files in order: none of them can be read without
 * having read the others first. Imports of types count, for a reader follows those too.
 * Source: Tarjan, Depth-first search and linear graph algorithms, 1972.
 */
export function circlesAmong(sources: readonly Source[]): string[][] {
  const graph = new Map(sources.map(source => [source.path, importedBy(source)]))
  const reached = new Map<string, number>()
  const earliest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (path: string): number => {
    const place = reached.size
    reached.set(path, place)
    earliest.set(path, place)
    open.push(path)
    for (const next of graph.get(path) ?? []) {
      if (!graph.has(next)) continue
      if (!reached.has(next)) lower(earliest, path, visit(next))
      else if (open.includes(next)) lower(earliest, path, reached.get(next) ?? place)
    }
    const lowest = earliest.get(path) ?? place
    if (lowest === place) {
      const circle = open.splice(open.indexOf(path))
      if (circle.length > 1) circles.push(circle.toSorted())
    }
    return lowest
  }
  for (const path of graph.keys()) if (!reached.has(path)) visit(path)
  return circles
}

function importedBy(source: Source): string[] {
  return importsOf(source)
    .filter(({ name }) => /^[.#]/.test(name))
    .map(({ name }) => targetOf(source.path, name))
}

function lower(earliest: Map<string, number>, path: string, value: number): void {
  earliest.set(path, Math.min(earliest.get(path) ?? value, value))
}
