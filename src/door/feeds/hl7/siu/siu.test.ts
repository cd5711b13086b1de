import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Appointment } from 'fhir/r4.js'
import { matchesGolden, resourcesWritten } from '#test/golden.ts'
import { region } from '#test/kit.ts'
import { MAIR, tell } from '../test-tell.ts'

const here = await region()
let appointments = 0

test('Mair is to be seen in the fracture clinic: when, where, by whom, and what to bring', async () => {
  await here.send('mair-appointment.hl7')
  const written = await resourcesWritten(here.store, 'YGH0000419455')
  matchesGolden(new URL('golden/mair-appointment.json', import.meta.url), written)
})

test('an appointment that is moved is one appointment at another time', async () => {
  await clinic('S12', 'M1', '08', { start: '20261210101500' })
  await clinic('S13', 'M1', '09', { start: '20261211140000' })
  assert.deepEqual(await stateOf('M1'), ['booked', '2026-12-11T14:00:00.000Z'])
})

test('what is cancelled or not attended need not be told again to be known', async () => {
  await clinic('S12', 'C1', '08', { start: '20261210101500' })
  await clinic('S15', 'C1', '09', {})
  assert.deepEqual(await stateOf('C1'), ['cancelled', '2026-12-10T10:15:00.000Z'])
  await clinic('S12', 'C2', '08', { start: '20261210101500' })
  await clinic('S26', 'C2', '09', {})
  assert.deepEqual(await stateOf('C2'), ['noshow', '2026-12-10T10:15:00.000Z'])
})

test('an appointment that was entered by mistake says nothing any more', async () => {
  await clinic('S12', 'D1', '08', { start: '20261210101500' })
  await clinic('S17', 'D1', '09', {})
  assert.deepEqual(await stateOf('D1'), ['entered-in-error', undefined])
})

test('the time is found wherever an older system puts it, and without one there is no appointment', async () => {
  await clinic('S12', 'T1', '08', { timing: '^^20^20261210101500^20261210103500' })
  assert.deepEqual(await stateOf('T1'), ['booked', '2026-12-10T10:15:00.000Z'])
  await clinic('S12', 'T2', '08', { service: '20261210101500' })
  assert.deepEqual(await stateOf('T2'), ['booked', '2026-12-10T10:15:00.000Z'])
  assert.equal(await clinic('S12', 'T3', '08', {}), 'siu.noStart')
  assert.equal(await clinic('S12', '', '08', { start: '20261210101500' }), 'siu.noAppointment')
})

test('a clinic’s name tells what somebody is seen for: what the map does not name is put aside', async () => {
  assert.equal(await clinic('S12', 'P1', '08', { start: '20261210101500', code: 'NEWYDD' }), 'feed.classUnknown')
  await clinic('S12', 'P2', '08', { start: '20261210101500', code: 'CIECHYDRHYW' })
  const { dataClass } = await rowOf('P2')
  assert.equal(dataClass, 'sexual-health')
})

test('in whichever order the messages about one appointment arrive, it is where and when the last of them said', async () => {
  const messages: Said[] = [
    ['S12', '08', { start: '20261210101500' }],
    ['S14', '09', { start: '20261210111500' }],
    ['S13', '10', { start: '20261212090000' }],
  ]
  const inOrder = await stateAfter(messages)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...messages], { minLength: messages.length }), async shuffled => {
      assert.deepEqual(await stateAfter(shuffled), inOrder)
    }),
    { numRuns: 12, seed: 6 },
  )
})

interface Options {
  readonly start?: string
  readonly timing?: string
  readonly service?: string
  readonly code?: string
}

type Said = readonly [trigger: string, hour: string, options: Options]

async function clinic(
  trigger: string,
  number: string,
  hour: string,
  { start, timing = '', service = '', code = 'CTORRI' }: Options,
): Promise<string | undefined> {
  return await tell(here, { from: 'GHPAS', type: `SIU^${trigger}`, hour }, [
    `SCH||${number}^GHPAS|||${code}^Clinic^GHPAS||||20|MIN|${timing}`,
    ...(start === undefined ? [] : [`TQ1|1||||||${start}`]),
    MAIR,
    'RGS|1',
    ...(service === '' ? [] : [`AIS|1||CHECK^Check^GHPAS|${service}`]),
  ])
}

async function rowOf(number: string) {
  return await here.store.db
    .selectFrom('resource')
    .select(['content', 'dataClass'])
    .where('businessKey', '=', `appointment/${number}`)
    .executeTakeFirstOrThrow()
}

async function stateOf(number: string) {
  const { status, start } = (await rowOf(number)).content as unknown as Appointment
  return [status, start]
}

async function stateAfter(messages: readonly Said[]) {
  const number = `ORDER${++appointments}`
  for (const [trigger, hour, options] of messages) {
    assert.equal(await clinic(trigger, number, hour, options), undefined)
  }
  return await stateOf(number)
}
