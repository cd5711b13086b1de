import type { Say } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Columns } from '#record/person/matching/bulk/columns.ts'
import { ColumnMerger } from '#record/person/matching/bulk/merge-columns.ts'
import type { OtherColumn } from '#record/person/matching/compare/fields.ts'
import { sidesOf } from './columns.ts'
import { refusalsInWords, sideFaultInWords } from './fault-words.ts'
import { Ids } from './ids.ts'
import type { BeginLaying } from './laying.ts'
import type { LinkMap, MapSide } from './map.ts'
import { findFile } from './open-file.ts'
import type { LinkOptions } from './options.ts'
import type { Progress } from './progress.ts'
import { type ReadySide, readSide, readySide, type SideRead } from './read-side.ts'
import { othersOf } from './record-reader.ts'
import { sampled, withoutNhs } from './sample.ts'
import { Truths } from './truths.ts'

/** Everything that was read of one or two files, and what is to be said about it. */
export interface ReadFiles {
  readonly columns: Columns
  readonly others: readonly OtherColumn[]
  readonly idOf: (record: number) => string
  /** When only pairs across two files count: how many records the first has. */
  readonly leftRecords: number | undefined
  /** Who each record truly is, when the map names a column that says so. */
  readonly truth: Int32Array | undefined
  readonly lines: readonly string[]
}

/** Who shows how it goes, and in which language it is told. */
export interface Telling {
  readonly say: Say
  readonly progress: Progress
}

/**
 * Reads one or two files whole. Nothing is read of a file before both have been looked at to the end; and nothing comes
 * of it when a row was refused, unless such rows are to be left out.
 */
export async function readFiles(
  options: LinkOptions,
  map: LinkMap,
  { say, progress }: Telling,
  begin: BeginLaying,
): Promise<Outcome<ReadFiles, readonly string[]>> {
  const sides = sidesOf(map)
  const ready: ReadySide[] = []
  const wrong: string[] = []
  for (const [path, side] of named(options, sides)) {
    const file = await findFile(path)
    progress.step(say('linkFiles.stageLooking', { file: path }))
    const looked = file && (await readySide(file, side, options.encoding, bytes => progress.share(bytes / file.bytes)))
    if (looked === undefined) wrong.push(say('linkFiles.noFile', { file: path }))
    else if (looked.ok) ready.push(looked.value)
    else wrong.push(...sideFaultInWords(say, path, looked.problem))
  }
  if (wrong.length > 0) return refused([...wrong, say('linkFiles.nothingWritten')])
  const held = await asTheyAre(ready, say)
  return readReady(
    held.sides,
    held.lines,
    { isOnePool: map.mode === 'dedupe', skipsBadRows: options.skipsBadRows },
    { say, progress },
    begin,
  )
}

function named({ left, right }: LinkOptions, sides: ReturnType<typeof sidesOf>): (readonly [string, MapSide])[] {
  return right === undefined
    ? [[left, sides.left]]
    : [
        [left, sides.left],
        [right, sides.right],
      ]
}

/** Columns that do not hold what the map says are told of; numbers of another kind are compared as what they are. */
async function asTheyAre(sides: readonly ReadySide[], say: Say) {
  const samples = await Promise.all(sides.map(sampled))
  const notNhs = samples.flatMap(sample => sample.notNhs)
  const lines = [
    ...notNhs.map(column => say('linkFiles.notNhs', { column })),
    ...samples.flatMap(({ unread }) =>
      unread.map(({ column, share }) => say('linkFiles.dateUnread', { column, share: Math.round(share * 100) })),
    ),
  ]
  const columnsOf = ({ places }: ReadySide) => (notNhs.length > 0 ? withoutNhs(places.columns) : places.columns)
  return {
    lines: [...new Set(lines)],
    sides: sides.map(side => ({ ...side, places: { ...side.places, columns: columnsOf(side) } })),
  }
}

async function readReady(
  sides: readonly ReadySide[],
  first: readonly string[],
  how: { readonly isOnePool: boolean; readonly skipsBadRows: boolean },
  { say, progress }: Telling,
  begin: BeginLaying,
): Promise<Outcome<ReadFiles, readonly string[]>> {
  const merger = new ColumnMerger()
  const truths = new Truths()
  const ids: Ids[] = []
  const reads: { readonly path: string; readonly read: SideRead }[] = []
  const lines: string[] = [...first]
  for (const side of sides) {
    const { path, bytes } = side.file
    progress.step(say('linkFiles.stageReading', { file: path }))
    // One pool of records has one set of identifiers; of two pools each has its own.
    const own = how.isOnePool ? (ids[0] ?? new Ids()) : new Ids()
    ids.push(own)
    const read = await readSide(side, { ids: own, merger, truths }, begin, done => progress.share(done / bytes))
    if (!read.ok) return refused([...sideFaultInWords(say, path, read.problem), say('linkFiles.nothingWritten')])
    reads.push({ path, read: read.value })
    if (side.survey.encoding !== 'utf-8')
      lines.push(say('linkFiles.readAs', { file: path, encoding: side.survey.encoding }))
  }
  progress.done()
  for (const { path, read } of reads) {
    lines.push(say('linkFiles.rowsRead', { file: path, rows: read.rows, refused: read.refused }))
    lines.push(...refusalsInWords(say, path, read, reads[0]?.path ?? path))
  }
  if (reads.some(({ read }) => read.refused > 0) && !how.skipsBadRows)
    return refused([...lines, say('linkFiles.nothingWritten'), say('linkFiles.rightOrSkip')])
  const empty = reads.filter(({ read }) => read.rows === read.refused)
  if (empty.length > 0) {
    const none = empty.map(({ path }) => say('linkFiles.rowsNone', { file: path }))
    return refused([...lines, ...none, say('linkFiles.nothingWritten')])
  }
  const [left] = reads
  const leftCount = (left?.read.rows ?? 0) - (left?.read.refused ?? 0)
  const isTrue = sides.every(({ places }) => places.cluster !== undefined)
  return done({
    columns: merger.done(),
    others: othersOf(sides[0]?.places.columns ?? []),
    idOf: idReader(ids, leftCount),
    leftRecords: how.isOnePool ? undefined : leftCount,
    truth: isTrue ? truths.ofRecords() : undefined,
    lines,
  })
}

function idReader([left, right]: readonly Ids[], leftCount: number): (record: number) => string {
  const isOnePool = right === undefined || left === right
  return record => (isOnePool || record < leftCount ? left?.list[record] : right.list[record - leftCount]) ?? ''
}
