import type { Say } from '#ground/language/say.ts'
import type { Model } from '#record/person/matching/model.ts'

/** A model as people can read it: each comparison, each way it comes out, and what that says. */
export function* modelTable(say: Say, model: Model): Generator<string> {
  const { version, learntFrom, prior, comparisons } = model
  const inMillion = (chance: number) => (chance * 1_000_000).toPrecision(3)
  yield `${say('linkFiles.modelTitle', { version })}\n`
  yield `${say('linkFiles.modelFrom', { records: learntFrom.records, pairs: learntFrom.pairs })}\n`
  yield `${say('linkFiles.modelPrior', { match: inMillion(prior.match), household: inMillion(prior.household) })}\n\n`
  const heads = [
    say('linkFiles.modelComparison'),
    say('linkFiles.modelLevel'),
    say('linkFiles.modelMatch'),
    say('linkFiles.modelStranger'),
    say('linkFiles.modelHousehold'),
    say('linkFiles.modelWeight'),
  ]
  const rows = comparisons.flatMap(({ name, levels }) =>
    levels.map(({ level, match, stranger, household }, at) => [
      at === 0 ? name : '',
      level,
      ...[match, stranger, household].map(chance => (chance * 100).toPrecision(3)),
      Math.log2(match / stranger).toFixed(1),
    ]),
  )
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map(row => row[at]?.length ?? 0)))
  for (const row of [heads, ...rows]) {
    const cells = row.map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
    yield `${cells.join('  ').trimEnd()}\n`
  }
}
