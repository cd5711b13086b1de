import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { learnModel } from '#record/person/model/learn.ts'
import { readModels } from '#record/person/model/read-models.ts'
import { neighbours } from '#record/person/model/test-neighbours.ts'
import { type Region, region } from '#test/kit.ts'
import { TestPages } from '../test-pages.ts'

let here: Region
let pages: TestPages
before(async () => {
  here = await region()
  await neighbours(here.store, 60)
  await learnModel(here.store, { by: 'program' }, 100)
  pages = await TestPages.of(here)
})
after(async () => {
  await pages.close()
  await here.close()
})

test('an officer puts a model forward, a member of the board signs, and it is in force', async () => {
  const steffan = { as: 'steffan-howells' }
  const missing = await pages.send('/matching/models/1/propose', { ...steffan, form: { words: ' ' } })
  assert.equal(missing.statusCode, 422)
  assert.match(missing.body, /Say why/)
  const put = await pages.send('/matching/models/1/propose', { ...steffan, form: { words: 'Learnt from our own.' } })
  assert.equal(put.statusCode, 303)
  const proposal = (await modelTold(1)).proposals[0]!.id
  const own = await pages.send('/matching/models/1/sign', {
    ...steffan,
    form: { agreed: 'yes', words: 'Yes.', proposal },
  })
  assert.equal(own.statusCode, 409)
  assert.match(own.body, /somebody else must sign/)
  const alun = { as: 'alun-meredith' }
  assert.match((await pages.read('/matching/models/1', alun)).body, /as the second person/)
  const signed = await pages.send('/matching/models/1/sign', {
    ...alun,
    form: { agreed: 'yes', words: 'I agree.', proposal },
  })
  assert.equal(signed.statusCode, 303)
  assert.equal((await modelTold(1)).isInForce, true)
})

test('another threshold makes another model, which nobody can put forward before it was tried', async () => {
  const made = await pages.send('/matching/models/1/threshold', { as: 'steffan-howells', form: { link: '0.999' } })
  assert.equal(made.statusCode, 303)
  const [latest] = await transaction(here.store, readModels)
  assert.deepEqual([latest?.link, latest?.learnt?.madeFrom, latest?.run], [0.999, 1, undefined])
  const form = { words: 'Surer is better.' }
  const put = await pages.send(`/matching/models/${latest?.version}/propose`, { as: 'steffan-howells', form })
  assert.equal(put.statusCode, 409)
  const odd = await pages.send('/matching/models/1/threshold', { as: 'steffan-howells', form: { link: '0.5' } })
  assert.equal(odd.statusCode, 422)
})

test('nobody whose work it is not sees a model, and a board member puts none forward', async () => {
  assert.equal((await pages.read('/matching/models/1', { as: 'sioned-evans' })).statusCode, 404)
  assert.equal((await pages.read('/matching/models', { as: 'mair-pritchard' })).statusCode, 404)
  const put = await pages.send('/matching/models/0/propose', { as: 'alun-meredith', form: { words: 'Back.' } })
  assert.equal(put.statusCode, 404)
  assert.equal((await pages.read('/matching/models/999', { as: 'steffan-howells' })).statusCode, 404)
})

async function modelTold(version: number) {
  const found = (await transaction(here.store, readModels)).find(model => model.version === version)
  return found ?? assert.fail(`no model ${version}`)
}
