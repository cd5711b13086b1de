import type { Say } from '#ground/language/say.ts'
import type { Figures, Scored } from './figures.ts'

/** What was found, held against the truth: a small table, and a line about what is to be reviewed. */
export function figureLines(say: Say, { truePairs, automatic, best, clusters, review }: Figures): string[] {
  const rows: (readonly [string, Scored])[] = [
    [say('linkFiles.figureAutomatic'), automatic],
    [say('linkFiles.figureBest'), best],
    [say('linkFiles.figureClusters'), clusters],
  ]
  const heads = [say('linkFiles.precision'), say('linkFiles.recall'), say('linkFiles.f1')]
  const width = Math.max(...rows.map(([name]) => name.length), say('linkFiles.figure').length) + 2
  const line = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(width)}${cells.map((cell, at) => cell.padStart(Math.max(heads[at]?.length ?? 0, 6) + 2)).join('')}`
  return [
    say('linkFiles.truth', { pairs: truePairs }),
    line(say('linkFiles.figure'), heads),
    ...rows.map(([name, { precision, recall, f1 }]) =>
      line(
        name,
        [precision, recall, f1].map(number => number.toFixed(4)),
      ),
    ),
    say('linkFiles.figureReview', {
      pairs: review.pairs,
      per100: review.per100.toFixed(1),
      share: Math.round(review.trueShare * 100),
      recall: review.recall.toFixed(4),
    }),
  ]
}
