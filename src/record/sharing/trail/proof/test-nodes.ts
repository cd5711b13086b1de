import { fold, type Nodes, TILE_HEIGHT } from './tree.ts'

/** The stored hashes of a tree over these leaf hashes, without a database. */
export function nodesIn(leaves: readonly Buffer[]): Nodes {
  const levels = [leaves]
  for (let below = leaves; below.length >= 2 ** TILE_HEIGHT; ) {
    const whole = Math.floor(below.length / 2 ** TILE_HEIGHT)
    const from = below
    below = Array.from({ length: whole }, (_, at) =>
      fold(from.slice(at * 2 ** TILE_HEIGHT, (at + 1) * 2 ** TILE_HEIGHT)),
    )
    levels.push(below)
  }
  return { read: async (level, from, count) => (levels[level] ?? []).slice(from, from + count) }
}
