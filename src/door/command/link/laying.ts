import { type LaidPiece, type LayingJob, type Piece, pieceLayer } from './lay-piece.ts'
import { Threads } from './threads.ts'

/** Whoever lays pieces of one file down; more than one piece may be given before the first is done. */
export interface Laying {
  lay(piece: Piece): Promise<LaidPiece>
  /** So many pieces may be under way. */
  readonly atOnce: number
  close(): Promise<void>
}

/** Begins to lay the pieces of a file down, which has so many bytes on disk. */
export type BeginLaying = (job: LayingJob, bytes: number) => Laying

/** Lays down on the thread that asks. */
export const layHere: BeginLaying = job => {
  const lay = pieceLayer(job)
  return { lay: async piece => lay(piece), atOnce: 1, close: async () => {} }
}

/** For a smaller file, starting threads takes longer than reading it. */
const BYTES_FOR_THREADS_MIN = 2_000_000

/** Lays down on so many threads. */
export function layingOn(threads: number, bytesMin = BYTES_FOR_THREADS_MIN): BeginLaying {
  return (job, bytes) => {
    if (threads < 2 || bytes < bytesMin) return layHere(job, bytes)
    const pool = new Threads<Piece, LaidPiece>(new URL('./lay-thread.ts', import.meta.url), job, threads)
    return { lay: piece => pool.do(piece), atOnce: threads * 2, close: () => pool.close() }
  }
}
