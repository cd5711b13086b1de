import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'

test('when every test passes the bar is cleared, and they are counted', async () => {
  const { code, said } = await run("test('a', () => {}); test('b', t => t.skip('not here'))")
  assert.equal(code, 0)
  assert.match(said, /tests 2\n.*\n.*pass 1\n.*fail 0\n/)
})

test('one that fails fails the run', async () => {
  const { code, said } = await run("test('a', () => {}); test('b', () => assert.fail('as it should'))")
  assert.equal(code, 1)
  assert.match(said, /as it should/)
})

test('a file that cannot be loaded fails the run', async () => {
  assert.equal((await run("throw new Error('broken')")).code, 1)
  assert.equal((await run("test('a', () => {}); throw new Error('broken')")).code, 1)
})

test('where no test is run, nothing was tested, and that is a failure', async () => {
  const none = await run('')
  assert.equal(none.code, 1)
  assert.match(none.said, /there is no test in/)
  assert.equal((await run("test('a', t => t.skip('not here'))")).code, 1)
  const nowhere = await tell('test', 'nowhere/*.test.ts')
  assert.equal(nowhere.code, 1)
  assert.match(nowhere.said, /no test file is named nowhere/)
})

test('a command that nobody knows is refused', async () => {
  assert.equal((await tell('tset')).code, 1)
})

/** Runs a test file with this text. */
async function run(tests: string): Promise<{ code: number | null; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'cydofal-runner-'))
  const file = join(folder, 'made-up.test.mjs')
  writeFileSync(file, `import assert from 'node:assert'\nimport { test } from 'node:test'\n${tests}\n`)
  try {
    return await tell('test', file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function tell(...args: string[]): Promise<{ code: number | null; said: string }> {
  // A test that finds itself inside a run of tests would report to it.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const child = spawn(process.execPath, ['--import', './typescript.mjs', 'test/run.ts', ...args], { env })
  const ended = new Promise<number | null>(resolve => child.on('exit', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { code, said: out + err }
}
