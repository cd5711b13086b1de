import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { region } from '#test/kit.ts'
import { doing, like, patientOf, recordsOf, waitingFor } from '../identify/test-arrivals.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { modelInForce } from '../model/in-force.ts'
import { relink } from './relink.ts'

const here = await region()

test('in the invented region nobody is joined to anybody: those who look alike have each their own verified number', async () => {
  assert.deepEqual(await lookAgain(), { linked: 0, asked: 0, doubted: 0 })
})

test('a first load is joined where it is sure, asked about where a father and his son may be meant, and once', async () => {
  const { born: _, ...evan } = like('evan-morris-tad')
  const [ifan, one] = [await loaded('L1', like('ifan-watkin')), await loaded('L2', evan)]
  assert.deepEqual(await lookAgain(), { linked: 1, asked: 2, doubted: 0 })
  assert.ok((await recordsOf(here, 'ifan-watkin')).includes(ifan))
  assert.equal((await waitingFor(here, one)).length, 2)
  assert.deepEqual(await lookAgain(), { linked: 0, asked: 0, doubted: 0 })
})

async function lookAgain() {
  const { records: _, ...done } = await relink(here.store, (await transaction(here.store, modelInForce)).matcher)
  return done
}

/** A record that is kept, and that nobody has looked at. */
async function loaded(localId: string, arrival: Parameters<typeof patientOf>[0]): Promise<string> {
  const key = { organisationId: seedId.organisation('cyngor-bro-rhedyn'), localId }
  return (await doing(here, tx => keepSourceRecord(tx, key, () => patientOf(arrival), undefined))).id
}
