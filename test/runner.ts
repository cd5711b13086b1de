import { globSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

/** How long the process may stay after its last test. What is still open then was left open by a test, and is named. */
const LEAVING_SECONDS_MAX = 20

/**
 * Runs the test files that the patterns name, all in this process, and prints what node:test prints. Answers whether
 * every test passed; no file, or no test, is a failure: a bar that nobody jumped over was not cleared.
 */
export async function runTests(patterns: readonly string[]): Promise<boolean> {
  const files = globSync([...patterns]).toSorted()
  if (files.length === 0) {
    console.error(`No test file is named ${patterns.join(' or ')}.`)
    return false
  }
  const counts = { passed: 0, failed: 0 }
  const events = run({ files, isolation: 'none' })
    .on('test:pass', ({ skip, details }) => {
      if (skip === undefined && details.type !== 'suite') counts.passed++
    })
    .on('test:fail', () => {
      counts.failed++
    })
  const report = events.compose(new spec())
  report.pipe(process.stdout, { end: false })
  await finished(report)
  if (counts.passed + counts.failed === 0) console.error(`No test was run in ${files.length} files.`)
  process.exitCode = counts.passed > 0 && counts.failed === 0 ? 0 : 1
  setTimeout(nameWhatStays, LEAVING_SECONDS_MAX * 1000).unref()
  return process.exitCode === 0
}

function nameWhatStays(): void {
  console.error(`The tests are over, but something is still open: ${process.getActiveResourcesInfo().join(', ')}.`)
  process.exit(1)
}
