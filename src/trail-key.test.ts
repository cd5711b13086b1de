import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Config, readConfig } from '#config'
import { sayIn } from '#ground/language/say.ts'
import { newSigningKey } from '#ground/signing-key.ts'
import { seal } from '#record/sharing/trail/proof/seal.ts'
import { emptyGround } from '#test/kit.ts'
import { sayProblem } from './start-problem.ts'
import { openTrailKey } from './trail-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'cydofal-trail-key-'))
after(() => rmSync(folder, { recursive: true }))

test('the first start makes the key in the data folder, and the next one uses it', async () => {
  const here = await emptyGround()
  const config = settings({ DATA_DIR: join(folder, 'data', 'of', 'ours') })
  const made = await openTrailKey(config, here.store, here.chance)
  const read = await openTrailKey(config, here.store, here.chance)
  assert.ok(made.ok && read.ok && made.value.id === read.value.id)
  assert.ok(existsSync(join(folder, 'data', 'of', 'ours', 'trail-key')))
  await here.close()
})

test('a trail that another key has sealed is not gone on with, and both languages say what to bring back', async () => {
  const here = await emptyGround()
  await seal(here.store, newSigningKey(here.chance))
  const file = join(folder, 'another-key')
  const opened = await openTrailKey(settings({ TRAIL_KEY_FILE: file }), here.store, here.chance)
  assert.deepEqual(opened, { ok: false, problem: { code: 'trailKeyOther', file } })
  if (!opened.ok) {
    for (const language of ['en', 'cy'] as const) assert.ok(sayProblem(sayIn(language), opened.problem).includes(file))
  }
  await here.close()
})

function settings(environment: Record<string, string>): Config {
  const config = readConfig(environment)
  assert.ok(config.ok)
  return config.value
}
