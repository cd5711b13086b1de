import { spawnSync } from 'node:child_process'
import { staleFiles } from './generate/generated.ts'

/** One step of the bar. */
interface Step {
  readonly name: string
  readonly passes: () => boolean | Promise<boolean>
  /** What to do when it does not. */
  readonly otherwise: string
}

/** The whole bar, on a laptop and everywhere else. Quick steps first; each rests on those before it. */
const STEPS: readonly Step[] = [
  {
    name: 'format and lint',
    passes: () => node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'),
    otherwise: 'Run `npm run lint -- --write`, and put right by hand what it leaves.',
  },
  {
    name: 'types',
    passes: () => node('node_modules/typescript/bin/tsc'),
    otherwise: 'Put the types right; `npm run types` shows them again.',
  },
  {
    name: 'generated files',
    passes: nothingIsStale,
    otherwise: 'Run `npm run tables` and commit what it writes.',
  },
  {
    name: 'tests',
    passes: () => node('--import', './typescript.mjs', 'test/run.ts', 'units'),
    otherwise: 'Put right what failed; `npm test -- FILE` runs one file.',
  },
  {
    name: 'journeys',
    passes: () => node('--import', './typescript.mjs', 'test/run.ts', 'journeys'),
    otherwise: 'Put right what failed; `npm run journeys -- FILE` runs one journey.',
  },
]

/** Takes every step in turn, prints how long each took, and stops at the first that fails. */
export async function check(): Promise<boolean> {
  for (const { name, passes, otherwise } of STEPS) {
    console.log(`\n${name} ...`)
    const from = performance.now()
    const passed = await passes()
    console.log(`${name}: ${passed ? 'passed' : 'FAILED'}, ${((performance.now() - from) / 1000).toFixed(1)} s`)
    if (!passed) {
      console.error(otherwise)
      return false
    }
  }
  console.log('\nThe bar is cleared.')
  return true
}

function node(...args: string[]): boolean {
  return spawnSync(process.execPath, args, { stdio: 'inherit' }).status === 0
}

async function nothingIsStale(): Promise<boolean> {
  const stale = await staleFiles()
  for (const path of stale.keys()) console.error(`${path} is not what would be generated now.`)
  return stale.size === 0
}
