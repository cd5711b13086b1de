import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Bundle } from 'fhir/r4.js'
import { listAt, textAt, valueAt } from '#ground/fhir/any.ts'
import { referencesIn } from '#ground/fhir/references-in.ts'
import { sayIn } from '#ground/language/say.ts'
import { matchesGolden } from '#test/golden.ts'
import { region } from '#test/kit.ts'
import { type CarriedPlan, readCarriedPlan } from './carried-plan.ts'
import { documentOf } from './document.ts'
import { planIn } from './read-document.ts'
import { anyCarriedPlan } from './test-any-plan.ts'
import { somethingOfEverything } from './test-plan.ts'

const here = await region()
const ORIGIN = 'https://cydofal.example'

test('a plan with something of everything is told as somebody read it and found right', () => {
  matchesGolden(new URL('golden/something-of-everything.json', import.meta.url), told(somethingOfEverything(), 'cy'))
})

test('a plan comes back from its document as it went, every field equal', () => {
  fc.assert(
    fc.property(anyCarriedPlan(), fc.constantFrom('cy' as const, 'en' as const), (plan, language) => {
      assert.deepEqual(planIn(sent(plan, language)), plan)
    }),
  )
})

test('so does Mair’s own, and her social worker’s and her landlord’s part of it', async () => {
  for (const account of ['mair-pritchard', 'sioned-evans', 'ffion-gittins', 'elin-pritchard']) {
    const plan = await carried(account)
    assert.ok(plan.items.length > 0)
    assert.deepEqual(planIn(sent(plan, 'cy')), plan, account)
  }
})

test('a document that loses one word on the way does not come back as it went', async () => {
  const plan = await carried('mair-pritchard')
  const [word = ''] = plan.items[0]?.words.split(' ') ?? []
  const text = JSON.stringify(told(plan, 'cy')).replaceAll(word, 'arall')
  assert.notDeepEqual(planIn(JSON.parse(text)), plan)
})

test('whatever a document refers to is in it', () => {
  fc.assert(
    fc.property(anyCarriedPlan(), plan => {
      const document = sent(plan, 'en')
      const entries = listAt(document, 'entry').map(entry => valueAt(entry, 'resource'))
      const there = new Set(entries.map(one => `${textAt(one, 'resourceType')}/${textAt(one, 'id')}`))
      assert.equal(there.size, entries.length, 'two resources have one id')
      assert.deepEqual(
        referencesIn(document).filter(reference => !there.has(reference)),
        [],
      )
    }),
  )
})

test('her landlord carries away what it may see, and nothing that points at more', async () => {
  const all = await carried('mair-pritchard')
  const some = await carried('ffion-gittins')
  const hidden = all.items.filter(({ id }) => !some.items.some(item => item.id === id))
  assert.ok(hidden.length > 0 && some.items.length > 0)
  const text = JSON.stringify(told(some, 'en'))
  for (const { id, words, ownerId } of hidden) {
    assert.ok(!text.includes(id), words)
    assert.ok(!text.includes(words), words)
    if (!some.items.some(item => item.ownerId === ownerId)) assert.ok(!text.includes(ownerId), words)
  }
})

test('a document of somebody else’s is no plan of ours', () => {
  for (const other of [
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { entry: 'x' },
    { entry: [{ resource: { resourceType: 'CarePlan' } }] },
  ])
    assert.equal(planIn(other), undefined)
})

async function carried(account: string): Promise<CarriedPlan> {
  const looked = await here.look(account, 'mair-pritchard', readCarriedPlan)
  assert.ok(looked.ok && looked.value)
  return looked.value
}

function told(plan: CarriedPlan, language: 'cy' | 'en'): Bundle {
  return documentOf({ plan, origin: ORIGIN, say: sayIn(language) })
}

/** As it is after it has been written and read. */
function sent(plan: CarriedPlan, language: 'cy' | 'en'): unknown {
  return JSON.parse(JSON.stringify(told(plan, language)))
}
