import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { handsOn } from '#door/command/link/hands.ts'
import { linkFiles } from '#door/command/link/link-files.ts'
import { Progress } from '#door/command/link/progress.ts'
import { sayIn } from '#ground/language/say.ts'
import { numberOption, rounded } from '../figures.ts'
import { drawnRegion } from './region/write.ts'
import { namesAndPlaces } from './shared-data.ts'

/** The map under which the drawn records are linked, as it is shipped. */
const MAP = 'docs/using/link-maps/welsh-dev.json'

/**
 * Links a drawn region as `npm run link` does, from the compressed file to the written links, learning included, on all
 * cores. Seconds are of the clock on the wall, and beside them those that the processors worked: on a busy machine only
 * the latter say anything. Options: --records (1,000,000), --seed (5), --threads (as many as there are cores).
 */
export async function millionBench(args: readonly string[]): Promise<object> {
  const records = numberOption(args, 'records', 1_000_000)
  const threads = numberOption(args, 'threads', availableParallelism())
  const names = namesAndPlaces()
  console.log(`Drawing ${records} records, unless they lie there from before ...`)
  const region = await drawnRegion({ records, seed: numberOption(args, 'seed', 5), rates: 'usual' }, names)
  const folder = mkdtempSync(join(tmpdir(), 'cydofal-bench-'))
  try {
    const steps = new Steps()
    const say = sayIn('en')
    const out = join(folder, 'links.csv')
    const told = await linkFiles(
      ['--left', region.records, '--map', MAP, '--out', out, '--model', join(folder, 'model.json')],
      { say, progress: new Progress(steps, say) },
      handsOn(threads),
    )
    steps.end()
    for (const line of told.lines) console.log(line)
    if (!told.ok) throw new Error('nothing was linked')
    steps.print()
    const pairs = Number(/([\d,]+) pairs compared/.exec(told.lines.join('\n'))?.[1]?.replaceAll(',', ''))
    return {
      records,
      threads,
      pairs,
      file_to_links_s: rounded(steps.seconds()),
      file_to_links_cpu_s: rounded(steps.cpuSeconds()),
      pairs_per_s: Math.round(pairs / steps.seconds('Comparing')),
      pairs_per_cpu_s: Math.round(pairs / steps.cpuSeconds('Comparing')),
      peak_mb: Math.round(process.resourceUsage().maxRSS / 1024),
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A screen that notes when each step began, by the clock on the wall and by that of the processors. */
class Steps {
  readonly isTTY = false
  readonly #begun: { readonly name: string; readonly wall: number; readonly cpu: number }[] = []

  write(text: string): void {
    const { user, system } = process.cpuUsage()
    this.#begun.push({ name: text.trim(), wall: performance.now() / 1000, cpu: (user + system) / 1e6 })
  }

  end(): void {
    this.write('')
  }

  /** Of the steps whose names begin so. */
  seconds(name = ''): number {
    return this.#sum(name, 'wall')
  }

  cpuSeconds(name = ''): number {
    return this.#sum(name, 'cpu')
  }

  print(): void {
    for (const { name } of this.#begun.slice(0, -1)) {
      const [wall, cpu] = [this.seconds(name), this.cpuSeconds(name)].map(seconds => seconds.toFixed(1).padStart(7))
      console.log(`${wall} s ${cpu} s of processors  ${name}`)
    }
  }

  #sum(name: string, clock: 'wall' | 'cpu'): number {
    return this.#begun
      .slice(0, -1)
      .map((step, at) => (step.name.startsWith(name) ? (this.#begun[at + 1]?.[clock] ?? 0) - step[clock] : 0))
      .reduce((sum, seconds) => sum + seconds, 0)
  }
}
