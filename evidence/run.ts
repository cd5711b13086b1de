import { type Asked, type Evidence, holds, type Result, SIZES, type Size } from './evidence.ts'

/** How many of the failures are told in full: the first ones say what is wrong, the rest say it again. */
const FAILURES_TOLD_MAX = 20

/** Which evidence is wanted, how much of it, and from which seed. */
export interface Wanted {
  readonly name: string
  readonly size: Size
  readonly seed: number
}

/** `NAME [--size smoke|nightly|soak] [--seed N]`, or what is wrong with it in a sentence. */
export function readWanted(args: readonly string[], names: readonly string[]): Wanted | string {
  const [name = '', ...options] = args
  const usage = `npm run evidence -- NAME [--size ${SIZES.join('|')}] [--seed N], where NAME is one of: ${names.join(', ')}`
  if (!names.includes(name)) return usage
  const given = new Map<string, string>()
  for (let at = 0; at < options.length; at += 2) given.set(options[at]!, options[at + 1] ?? '')
  const {
    size = 'smoke',
    seed = '1',
    ...others
  } = Object.fromEntries([...given].map(([option, value]) => [option.replace(/^--/, ''), value]))
  const known = SIZES.find(one => one === size)
  if (known === undefined || !/^\d{1,9}$/.test(seed) || Object.keys(others).length > 0) return usage
  return { name, size: known, seed: Number(seed) }
}

/** Runs one evidence, tells of what failed and what was not caught, and answers what stands on the last line. */
export async function runEvidence(evidence: Evidence, wanted: Wanted, say: Asked['say']): Promise<Result> {
  const from = performance.now()
  const { trials, failures, kills, figures } = await evidence({ size: wanted.size, seed: wanted.seed, say })
  for (const failure of failures.slice(0, FAILURES_TOLD_MAX)) say(`FAILED: ${failure}`)
  if (failures.length > FAILURES_TOLD_MAX) say(`... and ${failures.length - FAILURES_TOLD_MAX} more.`)
  for (const [fault, caught] of Object.entries(kills)) if (!caught) say(`NOT CAUGHT: ${fault}`)
  const seconds = Math.round((performance.now() - from) / 100) / 10
  const { name: test, size, seed } = wanted
  return { test, size, seed, trials, failures: failures.length, seconds, kills, ...figures }
}

/** For the test beside an evidence: tries its smoke size, and fails with what failed. Answers the last line. */
export async function smoke(name: string, evidence: Evidence, seed = 1): Promise<Result> {
  const said: string[] = []
  const result = await runEvidence(evidence, { name, size: 'smoke', seed }, line => said.push(line))
  if (!holds(result)) throw new Error([...said, JSON.stringify(result)].join('\n'))
  return result
}
