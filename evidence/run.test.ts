import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Evidence, holds } from './evidence.ts'
import { readWanted, runEvidence, smoke } from './run.ts'

const good: Evidence = async () => ({ trials: 3, failures: [], kills: { sown: true }, figures: { trial_ms: 2 } })
const nightly = { name: 'good', size: 'nightly', seed: 7 } as const

test('the last line says what was tried, how it came out, and which sown faults were caught', async () => {
  const { seconds, ...rest } = await runEvidence(good, nightly, () => {})
  assert.ok(seconds >= 0)
  assert.deepEqual(rest, {
    test: 'good',
    size: 'nightly',
    seed: 7,
    trials: 3,
    failures: 0,
    kills: { sown: true },
    trial_ms: 2,
  })
})

test('a failure, a fault that was not caught, nothing tried and nothing sown each fail the run, and say why', async () => {
  const wrong: readonly [Partial<Awaited<ReturnType<Evidence>>>, RegExp][] = [
    [{ failures: ['trial 2 leaked'] }, /FAILED: trial 2 leaked/],
    [{ kills: { sown: true, missed: false } }, /NOT CAUGHT: missed/],
    [{ trials: 0 }, /"trials":0/],
    [{ kills: {} }, /"kills":{}/],
  ]
  for (const [difference, said] of wrong) {
    await assert.rejects(
      smoke('wrong', async asked => ({ ...(await good(asked)), ...difference })),
      said,
    )
  }
  assert.ok(holds(await smoke('good', good)))
})

test('a command line that means nothing is answered with what there is', () => {
  assert.deepEqual(readWanted(['good', '--seed', '7', '--size', 'nightly'], ['good']), nightly)
  assert.deepEqual(readWanted(['good'], ['good']), { name: 'good', size: 'smoke', seed: 1 })
  for (const args of [[], ['bad'], ['good', '--size', 'huge'], ['good', '--seed', '-1'], ['good', '--sed', '1']]) {
    assert.match(String(readWanted(args, ['good'])), /NAME is one of: good/)
  }
})
