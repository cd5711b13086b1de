import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { listen } from '#ground/db/announce.ts'
import { transaction } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import { FRESHNESS_CHANGED, noteSilence } from './note-silence.ts'
import { silentSenders } from './silence.ts'

// Planted at eight on 22 November. Ysbyty Glan Hafren may be silent for half an hour by day, Pont-y-celyn for four.
const here = await region()
after(() => here.close())

test('a hospital let in half an hour ago that has sent nothing yet is missed, and the one beside it is not', async () => {
  here.clock.move('2026-11-22T08:29:59Z')
  assert.deepEqual(await silent(), [])
  here.clock.move('2026-11-22T08:30:00Z')
  assert.deepEqual(await silent(), [['Ysbyty Glan Hafren', undefined]])
})

test('a message ends its silence, also one that has to wait in quarantine: the line is not dead', async () => {
  here.clock.move('2026-11-22T14:05:00Z')
  await here.send('wrong-person.hl7')
  assert.deepEqual(await silent(), [['Pont-y-celyn Community Hospital', undefined]])
  here.clock.move('2026-11-22T14:34:59Z')
  assert.equal((await silent()).length, 1)
  here.clock.move('2026-11-22T14:35:00Z')
  assert.deepEqual((await silent())[1], ['Ysbyty Glan Hafren', '2026-11-22T14:05:00.000Z'])
})

test('the simulator, whose map says nothing of a rhythm, is missed by nobody', async () => {
  here.clock.move('2026-12-22T14:05:00Z')
  assert.ok((await silent()).every(([place]) => place !== 'Simulation Hospital (training only)'))
})

test('falling silent and being heard again are written down once each, and announced', async () => {
  const told: string[] = []
  const all = Promise.withResolvers<void>()
  const listening = await listen(here.url, {
    announced: ({ topic, id }) => {
      if (topic === FRESHNESS_CHANGED && told.push(id) === 3) all.resolve()
    },
    missed: () => {},
  })
  await noteSilence(here.store)
  await noteSilence(here.store)
  assert.deepEqual(await noted(), { begun: 2, ended: 0 })
  await here.send('mair-admitted.hl7')
  await noteSilence(here.store)
  await noteSilence(here.store)
  assert.deepEqual(await noted(), { begun: 2, ended: 1 })
  await all.promise
  await listening.stop()
})

async function silent(): Promise<[string, string | undefined][]> {
  const silences = await transaction(here.store, silentSenders)
  return silences.map(({ place, heardAt }) => [place.en, heardAt?.toISOString()])
}

async function noted(): Promise<{ begun: number; ended: number }> {
  const { db } = here.store
  const begun = await db.selectFrom('senderSilence').select('id').execute()
  const ended = await db.selectFrom('senderSilenceEnd').select('senderSilenceId').execute()
  return { begun: begun.length, ended: ended.length }
}
