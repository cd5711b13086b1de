import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { splitMessages } from '#ground/hl7/batch.ts'
import { region } from '#test/kit.ts'
import { receiveFrame } from './receive.ts'

/** Simulated messages; outside the repository because of their licence. */
const SIMULATED = join(process.env.CYDOFAL_SHARED_DATA ?? '../shared/data', 'hl7v2/simhospital/messages.out')
const absent = existsSync(SIMULATED) ? false : 'the shared message corpus is not on this machine'

/** What became of the simulator's results and letters, by kind, outcome and reason. */
const BECAME = { 'ORU^R01 applied': 315, 'MDM^T02 applied': 2 }

test('every result and every letter of the simulated hospital is applied', { skip: absent }, async () => {
  const here = await region()
  const messages = splitMessages(readFileSync(SIMULATED)).filter(message =>
    /^MSH.*\|(?:ORU|MDM)\^/.test(String(message)),
  )
  for (const message of messages) await receiveFrame(here.store, message, '127.0.0.1')
  const rows = await here.store.db
    .selectFrom('message')
    .innerJoin('messageOutcome as became', 'became.messageId', 'message.id')
    .select(['message.type', 'became.outcome', 'became.reason'])
    .execute()
  const tally: Record<string, number> = {}
  for (const { type, outcome, reason } of rows) {
    const kind = [type, outcome, reason].filter(part => part !== null).join(' ')
    tally[kind] = (tally[kind] ?? 0) + 1
  }
  assert.deepEqual(tally, BECAME)
  const kept = await here.store.db
    .selectFrom('resource')
    .select(eb => ['type', eb.fn.countAll<number>().as('count')])
    .where('dataClass', '=', 'clinical-summary')
    .groupBy('type')
    .orderBy('type')
    .execute()
  assert.deepEqual(
    kept.map(({ type, count }) => [type, Number(count)]),
    [
      ['DiagnosticReport', 315],
      ['DocumentReference', 2],
      ['Observation', 1668],
    ],
  )
  await here.close()
})
