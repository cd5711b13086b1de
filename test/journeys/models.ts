import assert from 'node:assert/strict'
import { type Store, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { keepEstimates } from '#record/person/estimate/keep-estimates.ts'
import { learnModel } from '#record/person/model/learn.ts'
import { proposeModel } from '#record/person/model/sign-off.ts'
import { neighbours } from '#record/person/model/test-neighbours.ts'
import { actorOf } from '#test/kit.ts'

/** A model that was learnt from a few neighbours, tried, and put forward: it waits for its second person. And a night's estimates. */
export async function aModelPutForward(store: Store): Promise<void> {
  await neighbours(store, 40)
  const learnt = await learnModel(store, { by: 'program' }, 50)
  assert.equal(learnt?.version, 1)
  const said = { words: 'It was learnt from our own records.', language: 'en' } as const
  const steffan = actorOf('steffan-howells') as WorkerActor
  const put = await transactionInTurn(store, tx => proposeModel(tx, steffan, 1, said))
  assert.ok(put.ok)
  await keepEstimates(store, 100)
}
