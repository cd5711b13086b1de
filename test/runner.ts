import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'

/** How long a test may take, milliseconds: several times what the longest does. One that waits for ever ends itself alone. */
const TEST_MS_MAX = 15 * 60 * 1000

/**
 * Runs the test files that the patterns name in one process of node's own test runner, which prints what became of
 * each. Answers whether every test passed; no file, or no test that ran, is a failure: a bar that nobody jumped over was
 * not cleared.
 */
export async function runTests(patterns: readonly string[]): Promise<boolean> {
  const files = globSync([...patterns]).toSorted()
  if (files.length === 0) return fail(`no test file is named ${patterns.join(' or ')}`)
  // What a test left open must not keep the run from ending; the hooks that clean up have run by then.
  const options = [
    '--import',
    './test/broken-off.mjs',
    '--test',
    '--test-isolation=none',
    '--test-force-exit',
    `--test-timeout=${TEST_MS_MAX}`,
    '--test-reporter=spec',
  ]
  const child = spawn(process.execPath, [...process.execArgv, ...options, ...files], {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text: Buffer) => {
    process.stdout.write(text)
    said += text
  })
  const status = await new Promise<number | null>(resolve => child.on('close', resolve))
  // A file without a test is reported as one that passed, under the file's own name.
  const empty = /^✔ (\S+\.test\.\w+) \(/m.exec(said)?.[1]
  if (empty !== undefined) return fail(`there is no test in ${empty}`)
  if (!/^ℹ pass [1-9]/m.test(said)) return fail('no test was run')
  return status === 0
}

function fail(fault: string): false {
  console.error(`The bar is not cleared: ${fault}.`)
  return false
}
