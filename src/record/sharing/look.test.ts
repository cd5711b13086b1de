import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Actor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import type { Access } from './access.ts'
import { contribute, look, lookAtMany } from './look.ts'
import { beginRelationship } from './relationship/relationship.ts'
import type { DataClass } from './vocabulary.ts'

const here = await region()
const MAIR = personId('mair-pritchard')
const NOBODY = '00000000-0000-4000-8000-000000000000'
const RECORD = { doing: 'look', place: 'record' } as const

test('her social worker sees what the clauses open, and nothing besides', async () => {
  const seen = await here.look('sioned-evans', 'mair-pritchard', async (_, access) => [...classesOf(access)].toSorted())
  assert.deepEqual(seen, {
    ok: true,
    value: [
      'about-me',
      'care-and-support',
      'carers-own',
      'contacts',
      'demographics',
      'hospital-care',
      'housing-and-tenancy',
      'mental-health',
      'plan',
      'presence-in-hospital',
      'protected-address',
    ],
  })
})

test('a stranger in the same council is refused exactly as for a person who does not exist', async () => {
  const dewi = actorOf('dewi-prosser')
  const refusals = [await asks(dewi, MAIR), await asks(dewi, NOBODY)]
  assert.deepEqual(refusals[0], { ok: false, problem: 'record.notShown' })
  assert.deepEqual(refusals[0], refusals[1])
})

test('that the stranger asked is written down, and what he lacked', async () => {
  const [entry] = await trailOf(MAIR, 'Dewi Prosser')
  assert(entry)
  assert.deepEqual([entry.allowed, entry.released, entry.failed], [false, [], ['relationship-holds']])
  assert.deepEqual([entry.role, entry.place, entry.at], ['social-worker', 'record', here.clock.now()])
})

test('that he asked for nobody is written down under him alone', async () => {
  const entries = await here.store.db
    .selectFrom('trailEntry')
    .select(['personId', 'allowed'])
    .where('actorName', '=', 'Dewi Prosser')
    .where('personId', 'is', null)
    .execute()
  assert.deepEqual(entries, [{ personId: null, allowed: false }])
})

test('the work of a refused look is never begun', async () => {
  let begun = false
  await transaction(here.store, tx =>
    look(tx, actorOf('dewi-prosser'), MAIR, RECORD, async () => {
      begun = true
    }),
  )
  assert.equal(begun, false)
})

test('the trail tells what was let through, and not what might have been', async () => {
  await here.look('sioned-evans', 'mair-pritchard', async (_, access) => {
    access.release(seedId.organisation('person'), 'about-me')
    access.release(seedId.organisation('person'), 'about-me')
  })
  const [entry] = await trailOf(MAIR, 'Sioned Evans')
  const released = entry?.released as { contributor: string; dataClass: string; because: { kind: string } }[]
  assert.equal(released.length, 1)
  assert.deepEqual([released[0]?.contributor, released[0]?.dataClass], ['person', 'about-me'])
  assert.equal(released[0]?.because.kind, 'clause')
})

test('a look that fails shows nothing and leaves no trail: it has not happened', async () => {
  const before = (await trailOf(MAIR, 'Sioned Evans')).length
  await assert.rejects(
    here.look('sioned-evans', 'mair-pritchard', async () => {
      throw new Error('the page could not be drawn')
    }),
    /could not be drawn/,
  )
  assert.equal((await trailOf(MAIR, 'Sioned Evans')).length, before)
})

test('letting through what is not open is a fault of ours, and stops the look', async () => {
  await assert.rejects(
    here.look('ffion-gittins', 'mair-pritchard', async (_, access) =>
      access.release(seedId.organisation('person'), 'about-me'),
    ),
    /released without a grant/,
  )
})

test('a nurse cannot open Mair before she is on the ward, can while she is, and cannot after', async () => {
  const opens = async (account: string) => (await here.look(account, 'mair-pritchard', async () => 'open')).ok
  assert.equal(await opens('catrin-morgan'), false)
  await here.send('mair-admitted.hl7')
  assert.deepEqual([await opens('catrin-morgan'), await opens('olumide-adeyemi')], [true, false])
  await here.send('mair-moved-ward.hl7')
  assert.deepEqual([await opens('catrin-morgan'), await opens('olumide-adeyemi')], [false, true])
  await here.send('mair-home.hl7')
  assert.deepEqual([await opens('catrin-morgan'), await opens('olumide-adeyemi')], [false, false])
})

test('somebody with two employers is let in by the post they act in, and not by the other', async () => {
  const { posts } = await here.visitorOf('tomos-rees')
  const as = (organisationCode: string): Actor => {
    const post = posts.find(one => one.organisationCode === organisationCode) ?? assert.fail(organisationCode)
    const { organisationId, teamId, role } = post
    const { accountId, name } = actorOf('tomos-rees') as Extract<Actor, { kind: 'worker' }>
    return { kind: 'worker', accountId, name, organisationId, organisationCode, teamId, role }
  }
  const beti = personId('beti-parry')
  const tie = {
    kind: 'caseload',
    with: { teamId: seedId.team('tim-adnoddau-cymunedol') },
    source: 'reablement-list',
  } as const
  await transaction(here.store, tx => beginRelationship(tx, { personId: beti }, tie))
  assert.equal((await asks(as('bwrdd-iechyd'), beti)).ok, true)
  assert.equal((await asks(as('cyngor-dyffryn-banadl'), beti)).ok, false)
})

test('of many people asked for at once each is decided alone, and those not open are not there', async () => {
  const people = ['mair-pritchard', 'non-tilsley', 'owen-griffiths', 'rhiannon-vaughan'].map(personId)
  const shown = await transaction(here.store, tx =>
    lookAtMany(
      tx,
      people.map(person => ({ actor: actorOf('sioned-evans'), personId: person })),
      RECORD,
      async accesses => accesses.map(access => access.personId),
    ),
  )
  assert.deepEqual(shown, ['mair-pritchard', 'owen-griffiths'].map(personId))
})

test('those in a list of whom nothing was shown are not in the trail as looked at', async () => {
  const before = (await trailOf(personId('owen-griffiths'), 'Sioned Evans')).length
  const pairs = [{ actor: actorOf('sioned-evans'), personId: personId('owen-griffiths') }]
  await transaction(here.store, tx => lookAtMany(tx, pairs, { doing: 'list', place: 'people' }, async () => {}))
  assert.equal((await trailOf(personId('owen-griffiths'), 'Sioned Evans')).length, before)
})

test('a system writes what is its own organisation’s, and an access for it opens nobody else’s', async () => {
  const system = {
    kind: 'system',
    senderId: personId('mair-pritchard'),
    name: 'GHPAS',
    organisationId: seedId.organisation('bwrdd-iechyd'),
    organisationCode: 'bwrdd-iechyd',
  } as const
  await transaction(here.store, tx =>
    contribute(tx, system, MAIR, 'feed', async access => {
      assert.ok(access.covers(seedId.organisation('bwrdd-iechyd'), 'hospital-care'))
      assert.ok(!access.covers(seedId.organisation('cyngor-dyffryn-banadl'), 'demographics'))
      assert.ok(!access.covers(seedId.organisation('person'), 'about-me'))
    }),
  )
  assert.deepEqual(await asks(system, MAIR), { ok: false, problem: 'record.notShown' })
})

test('Mair sees all that is hers; her neighbour and the woman’s own daughter see none of the other', async () => {
  const everything = await here.look('mair-pritchard', 'mair-pritchard', async (_, access) => classesOf(access).size)
  assert.deepEqual(everything, { ok: true, value: 18 })
  assert.equal((await asks(citizenOf('mair-pritchard'), personId('non-tilsley'))).ok, false)
  assert.equal((await asks(citizenOf('elin-pritchard'), personId('non-tilsley'))).ok, false)
})

function classesOf(access: Access): Set<DataClass> {
  return new Set(access.grants.map(({ dataClass }) => dataClass))
}

function asks(actor: Actor, person: string): Promise<Outcome<string>> {
  return transaction(here.store, tx => look(tx, actor, person, RECORD, async () => 'seen'))
}

/** The newest first. */
function trailOf(person: string, who: string) {
  return here.store.db
    .selectFrom('trailEntry')
    .selectAll()
    .where('personId', '=', person)
    .where('actorName', '=', who)
    .orderBy('sequence', 'desc')
    .execute()
}
