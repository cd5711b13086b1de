import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { migrate } from '#ground/db/migrate.ts'
import { learnSizes, openStore, transaction } from '#ground/db/store.ts'
import { hashOf } from '#record/sharing/agreement/agreement.ts'
import { type Preview, previewEnding, previewSigning } from '#record/sharing/preview/preview.ts'
import { plantRegion } from '#seed/plant.ts'
import { agreements } from '#seed/region/agreements/index.ts'
import { withDatabase } from './database.ts'
import { numberOption, percentile } from './figures.ts'
import { plantRegionScale } from './region-scale.ts'

/**
 * How long it takes to say who would gain and lose sight of what, for a region of 600,000 people and 12,000 staff: when
 * the region's largest agreement is widened and signed, and when it ends. Options: --people, --workers, --runs (5).
 */
export async function previewBench(args: readonly string[]): Promise<object> {
  const people = numberOption(args, 'people', 600_000)
  const workers = numberOption(args, 'workers', 12_000)
  const runs = numberOption(args, 'runs', 5)
  return withDatabase(async url => {
    await migrate(url)
    const store = openStore(url, { clock: machineClock, chance: machineChance })
    console.log(`Planting ${people} people and ${workers} staff ...`)
    await transaction(store, plantRegion)
    await transaction(store, tx => plantRegionScale(tx, { people, workers }))
    await learnSizes(url)
    const [, plan] = agreements(machineClock.now().toISOString().slice(0, 10))
    if (plan === undefined) throw new Error('the region has no second agreement')
    const wider = {
      ...plan,
      code: 'MESUR-1',
      clauses: plan.clauses.map(clause => ({ ...clause, classes: [...clause.classes, 'finance' as const] })),
    }
    console.log('Asking before it is signed, and before it ends ...')
    const signing = await timed(runs, () => transaction(store, tx => previewSigning(tx, wider)))
    const ending = await timed(runs, () => transaction(store, tx => previewEnding(tx, hashOf(plan))))
    await store.close()
    return {
      bench: 'preview',
      people,
      workers,
      signing_p50_ms: signing.ms,
      ending_p50_ms: ending.ms,
      pairs_gained: sum(signing.preview, 'gained'),
      pairs_lost: sum(ending.preview, 'lost'),
    }
  })
}

async function timed(runs: number, ask: () => Promise<Preview>): Promise<{ ms: number; preview: Preview }> {
  const times: number[] = []
  let preview = await ask()
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    preview = await ask()
    times.push(performance.now() - start)
  }
  return { ms: Math.round(percentile(times, 0.5)), preview }
}

function sum({ changes }: Preview, figure: 'gained' | 'lost'): number {
  return changes.reduce((total, change) => total + change[figure], 0)
}
