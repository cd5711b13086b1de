import type { FileFault, RowFault } from './fault.ts'
import { readHeading, readRows } from './read.ts'
import { surveyCsv } from './survey.ts'

/** What is read of a file: its heading row and the others, and what was wrong. */
export interface Read {
  readonly heading: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly bad: readonly RowFault[]
  readonly fault?: FileFault
}

/** Surveys and reads bytes that arrive in pieces as long as `cuts` say, round and round; in one piece if not told. */
export async function read(
  bytes: Uint8Array,
  { cuts = [Math.max(1, bytes.length)], as }: { cuts?: readonly number[]; as?: 'utf-8' | 'windows-1252' } = {},
): Promise<Read> {
  const rows: (readonly string[])[] = []
  const bad: RowFault[] = []
  const none = { heading: [], rows, bad }
  const survey = await surveyCsv(cutUp(bytes, cuts), as)
  if (!survey.ok) return { ...none, fault: survey.problem }
  const heading = await readHeading(cutUp(bytes, cuts), survey.value)
  if (!heading.ok) return { ...none, fault: heading.problem }
  const taken = { row: (values: readonly string[]) => rows.push(values) > 0, bad: (fault: RowFault) => bad.push(fault) }
  const done = await readRows(cutUp(bytes, cuts), survey.value, heading.value.length, taken)
  return { heading: heading.value, rows, bad, ...(!done.ok && { fault: done.problem }) }
}

/** Bytes as they may arrive. */
export async function* cutUp(bytes: Uint8Array, cuts: readonly number[]) {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = cuts[turn % cuts.length] ?? 1
    yield bytes.subarray(at, at + length)
    at += length
  }
}
