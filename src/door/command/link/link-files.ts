import { harmless } from '#ground/csv/write.ts'
import type { Say } from '#ground/language/say.ts'
import { excludedBy } from './excluded.ts'
import { optionFaultInWords } from './fault-words.ts'
import { figureLines } from './figure-words.ts'
import { figuresOf, type LinkedPair } from './figures.ts'
import type { Hands } from './hands.ts'
import { type FileToKeep, keepFiles } from './keep-files.ts'
import { type LinkedColumns, linkColumns, type Step } from './link-columns.ts'
import { clustersText, linksText } from './links-file.ts'
import { modelTable } from './model-table.ts'
import { type LinkOptions, readOptions } from './options.ts'
import { type ReadFiles, readFiles, type Telling } from './read-files.ts'
import { readMap } from './read-map.ts'

/** What was said, and whether it was done: nothing is written unless it was. */
export interface Told {
  readonly ok: boolean
  readonly lines: readonly string[]
}

const STEPS = {
  counting: 'linkFiles.stageCounting',
  comparing: 'linkFiles.stageComparing',
  deciding: 'linkFiles.stageDeciding',
} as const satisfies Record<Step, string>

/** Links the records of one or two files, as what was typed says, and writes what was found. */
export async function linkFiles(args: readonly string[], telling: Telling, hands: Hands): Promise<Told> {
  const { say, progress } = telling
  const options = readOptions(args)
  if (!options.ok) return no(optionFaultInWords(say, options.problem), say('linkFiles.usage'))
  const twice = namedTwice(options.value)
  if (twice !== undefined) return no(say('linkFiles.overwritten', { file: twice }))
  const map = readMap(say, options.value.map)
  if (!map.ok) return no(...map.problem, say('linkFiles.nothingWritten'))
  const isAcross = map.value.mode === 'link_only'
  if (isAcross && options.value.right === undefined) return no(say('linkFiles.rightMissing'))
  const begun = performance.now()
  const read = await readFiles(options.value, map.value, telling, hands.begin)
  if (!read.ok) return no(...read.problem)
  const { columns, others, leftRecords } = read.value
  let step: Step | undefined
  const told = (next: Step, share: number) => {
    if (next !== step) progress.step(say(STEPS[next]))
    step = next
    progress.share(share)
  }
  const { thresholds } = map.value
  const linked = await linkColumns({ columns, others, thresholds, leftRecords }, hands.comparer, told)
  progress.step(say('linkFiles.stageWriting'))
  const files = filesOf(say, options.value, read.value, linked)
  const kept = await keepFiles(files)
  progress.done()
  if (!kept.ok) return no(say('linkFiles.notWritable', kept.problem), say('linkFiles.nothingWritten'))
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  return { ok: true, lines: [...read.value.lines, ...summary(say, read.value, linked, seconds, files)] }
}

function no(...lines: readonly string[]): Told {
  return { ok: false, lines }
}

/** A file that would be written over another that is named. */
function namedTwice({ left, right, map, out, clusters, model }: LinkOptions): string | undefined {
  const named = [left, right, map, out, clusters, model, model && tableFile(model)].filter(name => name !== undefined)
  return [out, clusters, model].find(name => name !== undefined && named.filter(one => one === name).length > 1)
}

function filesOf(
  say: Say,
  options: LinkOptions,
  { idOf, leftRecords }: ReadFiles,
  linked: LinkedColumns,
): FileToKeep[] {
  const { out, clusters, model } = options
  const files: FileToKeep[] = [{ path: out, text: linksText(pairsOf(linked, leftRecords), idOf) }]
  if (clusters !== undefined)
    files.push({ path: clusters, text: clustersText(linked.clusters.first, idOf, leftRecords) })
  if (model !== undefined) {
    files.push({ path: model, text: [`${JSON.stringify(linked.model, null, 1)}\n`] })
    files.push({ path: tableFile(model), text: modelTable(say, linked.model) })
  }
  return files
}

/** Beside the model, for people: the same name, ending in `.txt`. */
function tableFile(model: string): string {
  return `${model.replace(/\.json$/i, '')}.txt`
}

/** Across two files, two records of one of them may well be one person: that is not what was asked. */
function pairsOf(
  { decided }: LinkedColumns,
  leftRecords: number | undefined,
): (LinkedPair & { readonly probability: number })[] {
  const isExcluded = excludedBy(leftRecords)
  return decided.flatMap(({ decision, left, right, weight, probability }) =>
    decision === 'none' || isExcluded?.(left, right) === true ? [] : [{ decision, left, right, weight, probability }],
  )
}

const CLUSTER_ALARM = 12

function summary(
  say: Say,
  { columns, truth, leftRecords, idOf }: ReadFiles,
  linked: LinkedColumns,
  seconds: string,
  files: readonly FileToKeep[],
): string[] {
  const pairs = pairsOf(linked, leftRecords)
  const links = pairs.filter(({ decision }) => decision === 'link').length
  const lines = [
    say('linkFiles.compared', { records: columns.records, pairs: linked.pairs.left.length, seconds }),
    say('linkFiles.linked', { links, reviews: pairs.length - links }),
  ]
  const { skipped, clusters } = linked
  if (skipped.blocks > 0) lines.push(say('linkFiles.skippedBlocks', skipped))
  if (clusters.large.length > 0)
    lines.push(say('linkFiles.largeClusters', { count: clusters.large.length, most: CLUSTER_ALARM }))
  const formulas = Array.from({ length: columns.records }, (_, record) => idOf(record)).filter(
    id => harmless(id) !== id,
  )
  if (formulas.length > 0) lines.push(say('linkFiles.neutralised', { count: formulas.length }))
  if (truth !== undefined) {
    lines.push(...figureLines(say, figuresOf({ pairs, clusters: clusters.first, truth, leftRecords })))
  }
  return [...lines, say('linkFiles.written', { files: files.map(({ path }) => path).join(', ') })]
}
