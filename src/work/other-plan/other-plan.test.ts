import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tx } from '#ground/db/store.ts'
import { transaction } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { readCarriedPlan } from '#work/plan-document/carried-plan.ts'
import { documentOf } from '#work/plan-document/document.ts'
import { classesFor, keepOtherPlan } from './keep-other-plan.ts'
import { findOtherPlan, otherPlansOf } from './read-other-plans.ts'
import { sameAsNow } from './same-as-now.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const bytes = Buffer.from('{"resourceType":"CarePlan",  "title":"Cynllun & mwy \u0175"}\r\n')

test('a plan that Mair brings is kept byte for byte, and the same again is the same document', async () => {
  const brought = { fileName: 'cynllun.json', bytes, dataClass: 'plan' } as const
  const first = await as('mair-pritchard', (tx, access) => keepOtherPlan(tx, access, brought))
  const again = await as('mair-pritchard', (tx, access) => keepOtherPlan(tx, access, brought))
  assert.ok(first.ok && again.ok)
  assert.equal(first.value, again.value)
  const found = await as('mair-pritchard', (tx, access) => findOtherPlan(tx, access, first.value))
  assert.ok(found)
  assert.ok(found.bytes.equals(bytes))
  assert.deepEqual([found.fileName, found.broughtBy], ['cynllun.json', 'Mair Pritchard'])
})

test('her social worker reads it as part of her plan, and her landlord sees that of nothing', async () => {
  const names = (account: string) =>
    as(account, async (tx, access) => (await otherPlansOf(tx, access)).map(({ fileName }) => fileName))
  const hospitals = 'brackenmoor-discharge-careplan.json'
  assert.deepEqual((await names('sioned-evans')).toSorted(), [hospitals, 'cynllun.json'])
  assert.deepEqual(await names('ffion-gittins'), [])
})

test('what a worker brings is their organisation’s, as private as they say, and nobody brings what they may not add to', async () => {
  const classes = await as('sioned-evans', classesFor)
  assert.ok(classes.includes('care-and-support'))
  const refused = await as('ffion-gittins', (tx, access) =>
    keepOtherPlan(tx, access, { fileName: 'x', bytes, dataClass: 'mental-health' }),
  )
  assert.deepEqual(refused, { ok: false, problem: 'otherPlan.notYours' })
})

test('a copy of her own plan says so, and how much is otherwise now', async () => {
  const file = await as('mair-pritchard', async (tx, access) => {
    const plan = await readCarriedPlan(tx, access)
    assert.ok(plan)
    return JSON.stringify(documentOf({ plan, origin: 'https://cydofal.example', say: sayIn('en') }))
  })
  const same = await as('mair-pritchard', (tx, access) => sameAsNow(tx, access, Buffer.from(file)))
  assert.equal(same?.changed, 0)
  const other = file.replaceAll('Capel ar fore Sul.', 'Capel bob nos.')
  assert.notEqual(other, file)
  const changed = await as('mair-pritchard', (tx, access) => sameAsNow(tx, access, Buffer.from(other)))
  assert.equal(changed?.changed, 1)
  assert.equal(await as('mair-pritchard', (tx, access) => sameAsNow(tx, access, bytes)), undefined)
})

async function as<Value>(account: string, work: (tx: Tx, access: Access) => Promise<Value>): Promise<Value> {
  const done = await transaction(here.store, tx =>
    look(tx, actorOf(account), MAIR, { doing: 'write', place: 'other-plans' }, access => work(tx, access)),
  )
  assert.ok(done.ok)
  return done.value
}
