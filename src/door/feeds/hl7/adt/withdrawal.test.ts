import assert from 'node:assert/strict'
import { test } from 'node:test'
import { region } from '#test/kit.ts'
import { MAIR, tell } from '../test-tell.ts'

const here = await region()

test('of a record that is joined to others and that its hospital has deleted, a records officer is asked once whose it is', async () => {
  await here.send('mair-admitted.hl7')
  assert.deepEqual(await asked(), new Set())
  for (const hour of ['10', '11'])
    await tell(here, { from: 'GHPAS', type: 'ADT^A29', hour }, [`EVN|A29|20261122${hour}0000+0000`, MAIR])
  assert.equal((await asked()).size, 1)
})

async function asked(): Promise<ReadonlySet<string>> {
  const rows = await here.store.db
    .selectFrom('reviewCandidate')
    .select('reviewTaskId')
    .where('reason', '=', 'said.withdrawn')
    .execute()
  return new Set(rows.map(({ reviewTaskId }) => reviewTaskId))
}
