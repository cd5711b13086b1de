import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { AuditEvent, CarePlan } from 'fhir/r4.js'
import { idFor } from '#ground/chance.ts'
import { referencesIn } from '#ground/fhir/references-in.ts'
import { personId, region, whoIsNamed } from '#test/kit.ts'
import { planIn } from '#work/plan-document/read-document.ts'
import { type Answer, bundleOf, codeOf, testDoor } from '../test-door.ts'

const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())
const mair = personId('mair-pritchard')
const nobody = idFor('nobody at all')
const plan = await here.store.db.selectFrom('plan').select('id').where('personId', '=', mair).executeTakeFirstOrThrow()

test('an app of Mair’s finds her plan, with every part of it beside it', async () => {
  const found = bundleOf(await ask('mair-pritchard', `CarePlan?patient=${mair}`))
  const resources = (found.entry ?? []).map(({ resource }) => resource)
  const carePlan = resources[0] as CarePlan
  assert.deepEqual([found.total, carePlan.resourceType, carePlan.id], [1, 'CarePlan', plan.id])
  const there = new Set(resources.map(one => `${one?.resourceType}/${one?.id}`))
  assert.ok(referencesIn(carePlan).length > 10)
  assert.deepEqual(
    referencesIn(found).filter(reference => !there.has(reference)),
    [],
  )
  const read = (await ask('mair-pritchard', `CarePlan/${plan.id}`)).resource
  assert.deepEqual(read, carePlan)
})

test('she takes it away as a document, by either name, and it says what her plan says', async () => {
  for (const type of ['CarePlan', 'Composition']) {
    const { resource, status } = await ask('mair-pritchard', `${type}/${plan.id}/$document`)
    assert.deepEqual([status, bundleOf({ resource } as Answer).type], [200, 'document'])
    const carried = planIn(JSON.parse(JSON.stringify(resource)))
    assert.ok(carried?.items.some(({ words }) => words.startsWith('Yr ieir.')))
  }
})

test('her words stay in their language, and what is said about them is in the reader’s', async () => {
  for (const [language, written] of [
    ['cy', 'Ysgrifennwyd gan Mair'],
    ['en', 'Written by Mair'],
  ] as const) {
    const { resource } = await ask('mair-pritchard', `CarePlan/${plan.id}`, { 'accept-language': language })
    const { text } = resource as CarePlan
    assert.ok(text?.div.includes('<p lang="cy" xml:lang="cy">Yr ieir.'))
    assert.ok(text?.div.includes(written))
  }
})

test('her landlord’s app finds what the landlord may see, and not a word or an id of the rest', async () => {
  const all = await ask('mair-pritchard', `CarePlan?patient=${mair}`)
  const some = await ask('ffion-gittins', `CarePlan?patient=${mair}`)
  assert.match(some.text, /Gosod canllaw wrth y gris cefn/)
  assert.doesNotMatch(some.text, /Trefnu galwad am wyth/)
  const shown = new Set(bundleOf(some).entry?.map(({ resource }) => resource?.id))
  const hidden = bundleOf(all).entry?.flatMap(({ resource }) =>
    resource?.id && !shown.has(resource.id) ? [resource.id] : [],
  )
  assert.ok((hidden?.length ?? 0) > 5)
  for (const id of hidden ?? []) assert.ok(!some.text.includes(id), id)
})

test('for whom nothing is open, it is as for a plan that does not exist, byte for byte', async () => {
  for (const path of ['CarePlan/ID', 'CarePlan/ID/$document', 'Composition/ID/$document']) {
    const [hidden, absent] = await Promise.all([plan.id, nobody].map(id => ask('dewi-prosser', path.replace('ID', id))))
    assert.equal(codeOf(hidden!), 'not-found', path)
    assert.equal(hidden!.text, absent!.text, path)
  }
  const [hidden, absent] = await Promise.all([mair, nobody].map(id => ask('dewi-prosser', `CarePlan?patient=${id}`)))
  assert.equal(hidden!.text.replaceAll(mair, 'ID'), absent!.text.replaceAll(nobody, 'ID'))
  assert.equal(bundleOf(hidden!).total, 0)
})

test('that a copy was taken away through an app is in her trail', async () => {
  await ask('sioned-evans', `CarePlan/${plan.id}/$document`)
  const trail = bundleOf(await ask('mair-pritchard', `AuditEvent?patient=${mair}`))
  const events = (trail.entry ?? []).map(({ resource }) => resource as AuditEvent)
  const copied = events.find(({ agent }) => agent.some(({ name }) => name === 'Sioned Evans'))
  assert.ok(copied?.entity?.some(({ what }) => what?.identifier?.value === 'plan-copy'))
  assert.ok(copied?.agent.some(({ who }) => who?.identifier?.value === 'an-app'))
})

test('a token that was given for something else opens no plan', async () => {
  const { issuer } = door
  const claims = { ...issuer.claims('mair-pritchard', here.clock.now()), scope: 'user/AuditEvent.rs' }
  for (const path of [`CarePlan/${plan.id}`, `CarePlan?patient=${mair}`, `Composition/${plan.id}/$document`])
    assert.equal(codeOf(await door.ask(`/fhir/${path}`, issuer.token(claims))), 'scope-too-narrow', path)
})

async function ask(account: string, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { issuer } = door
  const post = (await here.visitorOf(account)).post?.id
  return door.ask(`/fhir/${path}`, issuer.token(issuer.claims(account, here.clock.now(), post)), { headers })
}
