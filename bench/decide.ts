import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { migrate } from '#ground/db/migrate.ts'
import { learnSizes, openStore, transaction } from '#ground/db/store.ts'
import { plantRegion } from '#seed/plant.ts'
import { withDatabase } from './database.ts'
import { measureDecisions } from './decisions.ts'
import { numberOption, rounded } from './figures.ts'
import { plantCrowd } from './million.ts'
import { measurePredicate, type PredicateFigures } from './predicate.ts'

/**
 * Decisions a second in one thread with 50 agreements in force, and what the predicate adds to a search of one person's
 * resources among a million: joined to what a look has decided (`predicate_ratio`), and with the whole policy inside the
 * search (`whole_policy_ratio`). Options: --seconds for each way of deciding (3), --people (20000, with fifty resources
 * each), --searches (300).
 */
export async function decideBench(args: readonly string[]): Promise<object> {
  console.log('Deciding with 50 agreements in force ...')
  const decisions = measureDecisions(numberOption(args, 'seconds', 3))
  const people = numberOption(args, 'people', 20_000)
  const predicate = await onACrowd(people, numberOption(args, 'searches', 300))
  return {
    bench: 'decide',
    decisions_per_s: decisions.decisionsPerS,
    explained_decisions_per_s: decisions.explainedPerS,
    allowed_share: rounded(decisions.allowedShare * 100) / 100,
    resources: people * RESOURCES_EACH,
    search_plain_p50_ms: hundredths(predicate.plainMs),
    search_guarded_p50_ms: hundredths(predicate.guardedMs),
    predicate_ratio: hundredths(predicate.guardedRatio),
    whole_policy_p50_ms: hundredths(predicate.wholePolicyMs),
    whole_policy_ratio: hundredths(predicate.wholePolicyRatio),
    rows_plain: predicate.rowsPlain,
    rows_guarded: predicate.rowsGuarded,
  }
}

const RESOURCES_EACH = 50

function onACrowd(people: number, searches: number): Promise<PredicateFigures> {
  return withDatabase(async url => {
    await migrate(url)
    const store = openStore(url, { clock: machineClock, chance: machineChance })
    console.log(`Planting ${people} people with ${people * RESOURCES_EACH} resources ...`)
    await transaction(store, plantRegion)
    await transaction(store, tx => plantCrowd(tx, { people, resourcesEach: RESOURCES_EACH }))
    await learnSizes(url)
    console.log('Searching with the predicate and without it, in turn ...')
    const figures = await measurePredicate(store, searches)
    await store.close()
    return figures
  })
}

function hundredths(figure: number): number {
  return Math.round(figure * 100) / 100
}
