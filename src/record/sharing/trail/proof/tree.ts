import { hashOfPair } from './hashes.ts'

/** How many levels of the tree lie between two that are stored: 256 leaves make a tile, 256 tiles make one above it. */
export const TILE_HEIGHT = 8

/** The stored hashes of a tree: level 0 are the leaves, each next level hashes 256 of the one below, where all 256 are there. */
export interface Nodes {
  read(level: number, from: number, count: number): Promise<readonly Buffer[]>
}

/** RFC 6962, 2.1: the root over leaves `from` up to, not including, `to`. At least one leaf. */
export async function rootOver(nodes: Nodes, from: number, to: number): Promise<Buffer> {
  const size = to - from
  const half = largestPowerBelow(size)
  if (size === half * 2 || size === 1) return whole(nodes, Math.log2(size), from / size)
  return hashOfPair(await rootOver(nodes, from, from + half), await rootOver(nodes, from + half, to))
}

/** RFC 6962, 2.1.1: what proves that leaf `number` is in the tree of `size` leaves. */
export async function inclusionProof(nodes: Nodes, number: number, size: number): Promise<Buffer[]> {
  const path = async (from: number, to: number): Promise<Buffer[]> => {
    if (to - from === 1) return []
    const middle = from + largestPowerBelow(to - from)
    return number < middle
      ? [...(await path(from, middle)), await rootOver(nodes, middle, to)]
      : [...(await path(middle, to)), await rootOver(nodes, from, middle)]
  }
  return path(0, size)
}

/** RFC 6962, 2.1.2: what proves that the tree of `size` leaves goes on from that of its first `first` leaves, unchanged. */
export async function consistencyProof(nodes: Nodes, first: number, size: number): Promise<Buffer[]> {
  const path = async (from: number, to: number, isOld: boolean): Promise<Buffer[]> => {
    if (first === to) return isOld ? [] : [await rootOver(nodes, from, to)]
    const middle = from + largestPowerBelow(to - from)
    return first <= middle
      ? [...(await path(from, middle, isOld)), await rootOver(nodes, middle, to)]
      : [...(await path(middle, to, false)), await rootOver(nodes, from, middle)]
  }
  return path(0, size, true)
}

/** The hash over `hashes`, whose count is a power of two. */
export function fold(hashes: readonly Buffer[]): Buffer {
  let row = hashes
  while (row.length > 1) {
    row = row.flatMap((left, at) => (at % 2 === 0 ? [hashOfPair(left, row[at + 1]!)] : []))
  }
  return row[0]!
}

/** The hash over the 2^height leaves that are the `number`th such run: from the nearest stored level below. */
async function whole(nodes: Nodes, height: number, number: number): Promise<Buffer> {
  const level = Math.floor(height / TILE_HEIGHT)
  const count = 2 ** (height - level * TILE_HEIGHT)
  const hashes = await nodes.read(level, number * count, count)
  if (hashes.length !== count) throw new Error(`the log lacks hashes of level ${level} from ${number * count} on`)
  return fold(hashes)
}

/** The largest power of two below a size; 1/2 for 1, which has none. */
function largestPowerBelow(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1)
}
