import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { type Region, region } from '#test/kit.ts'
import { DAYS_TOLD, readDays } from './read-days.ts'

let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

test('a fortnight of messages is told day by day, an empty day too, and what waits stays with the day it came on', async () => {
  here.clock.move('2026-12-01T23:59:00Z')
  await here.send('mair-admitted.hl7')
  here.clock.move('2026-12-02T00:01:00Z')
  await here.send('wrong-person.hl7')
  await here.send('mair-admitted.hl7')
  here.clock.move('2026-12-04T09:00:00Z')
  const days = await transaction(here.store, readDays)
  assert.equal(days.length, DAYS_TOLD)
  assert.deepEqual(days.slice(-4), [
    { day: '2026-12-01', received: 1, waiting: 0 },
    { day: '2026-12-02', received: 2, waiting: 1 },
    { day: '2026-12-03', received: 0, waiting: 0 },
    { day: '2026-12-04', received: 0, waiting: 0 },
  ])
})

test('midnight is the region’s: in summer what comes after eleven by the sun belongs to the next day', async () => {
  here.clock.move('2027-06-30T23:30:00Z')
  await here.send('unknown-sender.hl7')
  const days = await transaction(here.store, readDays)
  assert.deepEqual(days.at(-1), { day: '2027-07-01', received: 1, waiting: 1 })
})
