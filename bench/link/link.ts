import { millionBench } from './million.ts'
import { onlineBench } from './online.ts'

/** How good, how much at once, and how quick one by one. */
const PARTS = { million: millionBench, online: onlineBench }

/**
 * Measures linking, part by part: `million` from a compressed file of a million records to links, `online` the match of
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
