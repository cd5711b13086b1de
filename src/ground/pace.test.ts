import assert from 'node:assert/strict'
import { test } from 'node:test'
import { machineClock } from './clock.ts'
import { keepPace } from './pace.ts'

test('turns are so many a second, and one who has a limit does not hold up another', async () => {
  const pace = keepPace(machineClock)
  const began = performance.now()
  for (let turn = 0; turn < 6; turn++) await pace.turn('slow', 50)
  const took = performance.now() - began
  assert.ok(took >= 95, `five gaps of 20 ms took ${took}`)
  const other = performance.now()
  for (let turn = 0; turn < 1000; turn++) await pace.turn('free', undefined)
  await pace.turn('another', 1)
  assert.ok(performance.now() - other < 90)
})
