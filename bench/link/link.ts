import { availableParallelism } from 'node:os'
import { handsOn } from '#door/command/link/hands.ts'
import { ACCURACY_HEADING, type AccuracyRow, accuracy, accuracyLine } from './accuracy.ts'
import { accuracySets, welshSet } from './accuracy-sets.ts'
import { millionBench } from './million.ts'
import { onlineBench } from './online.ts'
import { drawnRegion, RATES } from './region/write.ts'
import { namesAndPlaces, sharedData } from './shared-data.ts'

/** How good, how much at once, and how quick one by one. */
const PARTS = { accuracy: accuracyBench, million: millionBench, online: onlineBench }

/**
 * Measures linking, part by part: `accuracy` over every set of test data, `million` from a compressed file of a million records to links, `online` the match of
 * one record among three million. Options: --part to measure one alone; the others go to the parts.
 */
export async function linkBench(args: readonly string[]): Promise<object> {
  const at = args.indexOf('--part')
  const wanted = at === -1 ? undefined : args[at + 1]
  const names = Object.keys(PARTS) as (keyof typeof PARTS)[]
  if (wanted !== undefined && !names.some(name => name === wanted))
    throw new Error(`--part is one of: ${names.join(', ')}`)
  const figures: Record<string, object> = {}
  for (const name of names) if (wanted === undefined || name === wanted) figures[name] = await PARTS[name](args)
  const [only] = Object.values(figures)
  return wanted !== undefined && only !== undefined
    ? { bench: 'link', part: wanted, ...only }
    : { bench: 'link', ...figures }
}

/** How many records each drawn set has, and from what seed: another than that of the million. */
const DRAWN = { records: 30_000, seed: 77 }

/**
 * A table of every set that is published or was given, and of regions drawn here in which agencies keep their records
 * as usual, worse and better; and the figures of each under its name.
 */
async function accuracyBench(): Promise<object> {
  const sets = accuracySets(sharedData('.'))
  for (const rates of Object.keys(RATES)) {
    const { records, truth } = await drawnRegion({ ...DRAWN, rates }, namesAndPlaces())
    sets.push(welshSet(`drawn, ${rates} records`, records, truth))
  }
  console.log(ACCURACY_HEADING)
  const told = (row: AccuracyRow) => console.log(accuracyLine(row))
  const rows = await accuracy(sets, told, handsOn(availableParallelism()))
  return Object.fromEntries(rows.map(({ name, ...figures }) => [name, inUnits(figures)]))
}

/** `linkPrecision` is `link_precision`, to five places. */
function inUnits(figures: Omit<AccuracyRow, 'name'>): object {
  const entries = Object.entries(figures).map(([name, figure]) => [
    name.replace(/[A-Z]/g, part => `_${part.toLowerCase()}`),
    Math.round(figure * 100_000) / 100_000,
  ])
  return Object.fromEntries(entries)
}
