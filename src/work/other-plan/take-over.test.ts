import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { readHistory } from '#work/plan/read-history.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { keepOtherPlan } from './keep-other-plan.ts'
import { takeOver } from './take-over.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const PLAN = { resourceType: 'CarePlan', author: { display: 'Dr. Ruiz' }, goal: [{ display: 'Cerdded at y môr' }] }

test('what Mair takes over is hers at once and says where it comes from; from others it waits for her', async () => {
  const documentId = await brought()
  assert.deepEqual(await take('mair-pritchard', documentId, 0), { ok: true, value: 'added' })
  assert.deepEqual(await take('mair-pritchard', documentId, 0), { ok: true, value: 'added' })
  assert.deepEqual(await take('sioned-evans', documentId, 0), { ok: true, value: 'offered' })
  const read = await here.look('mair-pritchard', 'mair-pritchard', async (tx, access) => {
    const items = (await readPlan(tx, access)).filter(({ words }) => words === 'Cerdded at y môr')
    const [own] = items.filter(({ offer }) => offer === undefined)
    return { items, history: await readHistory(tx, access, own?.id ?? '') }
  })
  assert.ok(read.ok)
  assert.equal(read.value.items.length, 2)
  assert.equal(read.value.history[0]?.why, 'From Dr. Ruiz')
  assert.equal(read.value.items.find(({ offer }) => offer)?.offer?.why, 'From Dr. Ruiz')
})

test('what does not stand in it cannot be taken over', async () => {
  const documentId = await brought()
  assert.deepEqual(await take('mair-pritchard', documentId, 7), { ok: false, problem: 'otherPlan.notThere' })
  assert.deepEqual(await take('mair-pritchard', MAIR, 0), { ok: false, problem: 'otherPlan.notThere' })
})

async function brought(): Promise<string> {
  const file = { fileName: 'x.json', bytes: Buffer.from(JSON.stringify(PLAN)), dataClass: 'plan' } as const
  const kept = await here.look('mair-pritchard', 'mair-pritchard', (tx, access) => keepOtherPlan(tx, access, file))
  assert.ok(kept.ok && kept.value.ok)
  return kept.value.value
}

async function take(account: string, documentId: string, line: number) {
  const visitor = await here.visitorOf(account)
  const wanted = { documentId, plan: 0, part: 'goals', line, language: 'cy', source: () => 'From Dr. Ruiz' } as const
  const done = await transaction(here.store, tx =>
    look(tx, actorOf(account), MAIR, { doing: 'write', place: 'plan' }, access =>
      takeOver(tx, access, wanted, visitor),
    ),
  )
  assert.ok(done.ok)
  return done.value.ok ? { ok: true, value: done.value.value.became } : done.value
}
