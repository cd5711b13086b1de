import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { numberOption, percentile } from './figures.ts'
import { type Product, startProduct } from './product.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/**
 * From `npm start` to the line that says ready: cold, in a copy with no packages, an empty npm cache and no data; then
 * warm, and after the product was killed. Options: --runs warm starts (3), whose median is given.
 */
export async function startBench(args: readonly string[]): Promise<object> {
  const runs = numberOption(args, 'runs', 3)
  const place = mkdtempSync(join(tmpdir(), 'cydofal-start-'))
  const copy = join(place, 'cydofal')
  try {
    copyTracked(copy)
    const start = () => timedStart(copy, join(place, 'npm-cache'))
    console.log('A cold start: packages, database and region ...')
    const cold = await start()
    await cold.product.stop()
    const warm: number[] = []
    for (let run = 1; run <= runs; run++) {
      console.log(`Warm start ${run} of ${runs} ...`)
      const started = await start()
      warm.push(started.ms)
      await started.product.stop()
    }
    console.log('A start after the product was killed ...')
    const toKill = await start()
    toKill.product.process.kill('SIGKILL')
    const afterKill = await start()
    await afterKill.product.stop()
    return {
      bench: 'start',
      cold_ms: Math.round(cold.ms),
      warm_p50_ms: Math.round(percentile(warm, 0.5)),
      warm_max_ms: Math.round(Math.max(...warm)),
      after_kill_ms: Math.round(afterKill.ms),
    }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Only what is in version control: what lies about here by chance must not make the start work. */
function copyTracked(folder: string): void {
  for (const file of execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0')) {
    if (file === '') continue
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(ROOT, file), join(folder, file))
  }
}

async function timedStart(cwd: string, cache: string): Promise<{ ms: number; product: Product }> {
  const from = performance.now()
  const environment = { npm_config_cache: cache, PORT: '0', MLLP_PORT: '0', DATA_DIR: join(cwd, 'data') }
  const product = await startProduct(environment, { command: ['npm', 'start'], cwd })
  return { ms: performance.now() - from, product }
}
