import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { idFor } from '#ground/chance.ts'
import { transaction } from '#ground/db/store.ts'
import { deferTrail, endDeferral } from '#record/sharing/trail/deferral.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region, whoIsNamed } from '#test/kit.ts'
import { type Answer, bundleOf, testDoor } from './test-door.ts'

// The council's privacy officer has put off telling Mair of a look of the council's, by law; then her worker looks.
const here = await region()
const door = await testDoor(here.store, whoIsNamed)
after(() => door.stop())
const mair = personId('mair-pritchard')
const officer = actorOf('gwenno-pryce')
assert(officer.kind === 'worker')
const deferral = await transaction(here.store, tx =>
  deferTrail(tx, officer, {
    personId: mair,
    organisationId: officer.organisationId,
    accountId: undefined,
    purpose: undefined,
    reason: 'an enquiry under section 126',
    power: 'Social Services and Well-being (Wales) Act 2014',
    endsAt: new Date('2026-12-01T00:00:00Z'),
  }),
)
assert(deferral.ok, 'the officer may')
await here.look('sioned-evans', 'mair-pritchard', async () => {})
const { id } = await here.store.db
  .selectFrom('trailEntry')
  .select('id')
  .where('accountId', '=', seedId.account('sioned-evans'))
  .executeTakeFirstOrThrow()

test('what is put off for safeguarding is not told through an app either, and one more to a page does not betray it', async () => {
  for (const query of ['', '&_count=1', '&outcome=0', `&agent=${seedId.account('sioned-evans')}`]) {
    const answer = await ask(`AuditEvent?patient=${mair}${query}`)
    assert.equal(answer.status, 200)
    assert.doesNotMatch(answer.text, /Sioned/, query)
  }
  const [hidden, absent] = [await ask(`AuditEvent/${id}`), await ask(`AuditEvent/${idFor('nobody at all')}`)]
  assert.deepEqual([hidden.status, hidden.text], [404, absent.text])
})

test('once the deferral has ended, the look is there, as it was', async () => {
  await transaction(here.store, tx => endDeferral(tx, officer, deferral.value))
  const told = bundleOf(await ask(`AuditEvent?patient=${mair}&agent=${seedId.account('sioned-evans')}`)).entry ?? []
  assert.deepEqual(
    told.map(({ resource }) => resource?.id),
    [id],
  )
})

function ask(path: string): Promise<Answer> {
  const { issuer } = door
  return door.ask(`/fhir/${path}`, issuer.token(issuer.claims('mair-pritchard', here.clock.now())))
}
