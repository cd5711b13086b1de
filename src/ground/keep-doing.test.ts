import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { keepDoing } from './keep-doing.ts'

/** Longer than any of these tests: only what is asked for is done. */
const LONG_MS = 3_600_000

test('work is done at once, and again when it is asked for', async () => {
  let done = 0
  const kept = keepDoing(async () => void done++, LONG_MS, unexpected)
  await settled()
  kept.now()
  await kept.stop()
  assert.equal(done, 2)
})

test('what is asked for while work is in hand is done once, afterwards, and never beside it', async () => {
  const doing: PromiseWithResolvers<void>[] = []
  const work = () => {
    const one = Promise.withResolvers<void>()
    doing.push(one)
    return one.promise
  }
  const kept = keepDoing(work, LONG_MS, unexpected)
  kept.now()
  kept.now()
  assert.equal(doing.length, 1)
  doing[0]?.resolve()
  await settled()
  assert.equal(doing.length, 2)
  doing[1]?.resolve()
  await settled()
  assert.equal(doing.length, 2)
  await kept.stop()
})

test('what fails is told and does not keep the next from being done', async () => {
  const told: unknown[] = []
  let tried = 0
  const work = async () => {
    tried++
    throw new Error('the database is away')
  }
  const kept = keepDoing(work, 5, fault => told.push(fault))
  while (tried < 3) await new Promise(resolve => setTimeout(resolve, 1))
  await kept.stop()
  assert.equal(told.length, tried)
})

test('told to stop, it waits for what is in hand and begins nothing more', async () => {
  const one = Promise.withResolvers<void>()
  let begun = 0
  const work = () => {
    begun++
    return one.promise
  }
  const kept = keepDoing(work, 1, unexpected)
  kept.now()
  let stopped = false
  const stopping = kept.stop().then(() => {
    stopped = true
  })
  await settled()
  assert.equal(stopped, false)
  one.resolve()
  await stopping
  assert.equal(begun, 1)
})

test('asked for once it has stopped, as by something that was heard late, nothing is begun', async () => {
  let begun = 0
  const kept = keepDoing(async () => void begun++, LONG_MS, unexpected)
  await kept.stop()
  kept.now()
  await settled()
  assert.equal(begun, 1)
})

/** After everything that was ready to go on has gone on. */
function settled(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve))
}

function unexpected(fault: unknown): void {
  throw fault
}

test('what is asked for over and over is done at once, and then once for all that was asked in the pause', async () => {
  let done = 0
  const kept = keepDoing(async () => void done++, LONG_MS, unexpected, 100)
  await wait(150)
  for (let asked = 0; asked < 50; asked++) {
    kept.now()
    await settled()
  }
  await wait(250)
  assert.ok(done >= 3 && done <= 6, `done ${done} times`)
  kept.now()
  await kept.stop()
  const atEnd = done
  await wait(150)
  assert.equal(done, atEnd)
})
