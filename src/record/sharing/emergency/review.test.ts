import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { deferTrail, endDeferral } from '../trail/deferral.ts'
import { readTrail } from '../trail/read.ts'
import { reviewDueAt } from './due.ts'
import type { Emergency } from './emergency.ts'
import { everyOffice, type Office, reviewingOffice } from './office.ts'
import { emergenciesOfOfficer, lookAtEmergency, officersHaveRead } from './officer-emergencies.ts'
import { emergenciesOfPerson, haveReadOfEmergency, unreadEmergencies } from './person-emergencies.ts'
import { reviewEmergency } from './review.ts'
import { opened, SENSITIVE_WORDS, WORDS, workerOf } from './test-emergency.ts'

const here = await region()
const OFFICERS = ['meinir-ellis', 'gwenno-pryce', 'idris-lloyd', 'gwawr-lewis']

test('Owen is told, and stays told until he says he has read it', async () => {
  const { id } = await opened(here, 'catrin-morgan', 'owen-griffiths')
  assert.equal(await unread(), 1)
  const [told] = await toldTo('owen-griffiths')
  assert.deepEqual(
    [told?.actorName, told?.role, told?.category, told?.words, told?.hasBeenRead],
    ['Catrin Morgan', 'ward-nurse', 'life', WORDS, false],
  )
  await here.look('owen-griffiths', 'owen-griffiths', (tx, access) => haveReadOfEmergency(tx, access, id))
  assert.deepEqual([await unread(), (await toldTo('owen-griffiths'))[0]?.hasBeenRead], [0, true])
})

test('nobody else is told in his place: not his social worker, and not by asking', async () => {
  const asked = await here.look('sioned-evans', 'owen-griffiths', (tx, access) => emergenciesOfPerson(tx, access))
  assert.deepEqual(asked, { ok: true, value: { ok: false, problem: 'record.notShown' } })
})

test('he reads in his own trail that it was opened, and what was looked at', async () => {
  await here.look('catrin-morgan', 'owen-griffiths', async (_, access) =>
    access.release(seedId.organisation('person'), 'about-me'),
  )
  const trail = await here.look('owen-griffiths', 'owen-griffiths', (tx, access) =>
    readTrail(tx, access, { withOwn: false, only: 'emergency' }),
  )
  assert(trail.ok && trail.value.ok)
  assert.deepEqual(
    trail.value.value.map(({ who, doing, released }) => [who, doing, released.map(({ dataClass }) => dataClass)]),
    [
      ['Catrin Morgan', 'look', ['about-me']],
      ['Catrin Morgan', 'emergency', []],
    ],
  )
  assert.deepEqual(
    (await toldTo('owen-griffiths'))[0]?.looks.map(({ classes }) => classes),
    [['about-me']],
  )
})

test('when it was about safeguarding he reads that it was, and not words that may put somebody in danger', async () => {
  await opened(here, 'menna-rosser', 'owen-griffiths', { category: 'safeguarding' })
  const [told] = await toldTo('owen-griffiths')
  assert.deepEqual([told?.category, told?.words], ['safeguarding', undefined])
})

test('while telling of a look is put off for safeguarding nothing is told, and when it ends it appears by itself', async () => {
  const [officer] = OFFICERS
  const deferral = await transaction(here.store, tx =>
    deferTrail(tx, workerOf(officer!), {
      personId: personId('rhiannon-vaughan'),
      organisationId: undefined,
      accountId: undefined,
      purpose: 'safeguarding',
      reason: 'He reads her telephone.',
      power: 'Social Services and Well-being (Wales) Act 2014, section 126',
      endsAt: new Date(here.clock.now().getTime() + 7 * 24 * 60 * 60 * 1000),
    }),
  )
  assert(deferral.ok)
  await opened(here, 'menna-rosser', 'rhiannon-vaughan', { category: 'safeguarding' })
  assert.deepEqual([await unread('rhiannon-vaughan'), (await toldTo('rhiannon-vaughan')).length], [0, 0])
  await transaction(here.store, tx => endDeferral(tx, workerOf(officer!), deferral.value))
  assert.deepEqual([await unread('rhiannon-vaughan'), (await toldTo('rhiannon-vaughan')).length], [1, 1])
})

test('the officers who answer for the nurse are told, and another body’s officers review', async () => {
  const [toldTeam, reviewers] = await Promise.all([officers(who => who.told.length > 0), reviewersOf('Catrin Morgan')])
  assert.ok(toldTeam.includes('meinir-ellis'), 'the health board’s officer is told')
  assert.equal(reviewers.length, 1)
  assert.ok(!reviewers.includes('meinir-ellis'), 'and reviews nothing of her own')
})

test('an officer sees who, why, what was opened and really looked at, and nothing of whose record it was', async () => {
  const [officer] = await reviewersOf('Catrin Morgan')
  const emergency = await toReview(officer!, 'Catrin Morgan')
  const shown = await transaction(here.store, tx => lookAtEmergency(tx, workerOf(officer!), emergency.id))
  assert(shown.ok)
  assert.deepEqual(
    shown.value.emergency.looks.map(({ classes }) => classes),
    [['about-me']],
  )
  assert.ok(shown.value.isTheirs)
  assert.ok(!JSON.stringify(shown.value).match(/Griffiths|9990004331|personId/))
  const lack = shown.value.emergency.lacks.find(({ dataClass }) => dataClass === 'about-me')
  assert.deepEqual([lack?.failed, lack?.relationships], [['relationship-holds'], ['admission']])
})

test('that the officer looked stands in Owen’s trail', async () => {
  const trail = await here.look('owen-griffiths', 'owen-griffiths', (tx, access) =>
    readTrail(tx, access, { withOwn: false }),
  )
  assert(trail.ok && trail.value.ok)
  const [latest] = trail.value.value
  assert.deepEqual([latest?.role, latest?.place], ['privacy-officer', 'emergency-review'])
})

test('an officer of the nurse’s own body, one who was not given it, and anybody else, may not say what they found', async () => {
  const [given] = await reviewersOf('Catrin Morgan')
  const { id } = await toReview(given!, 'Catrin Morgan')
  for (const other of OFFICERS.filter(officer => officer !== given))
    assert.deepEqual(await reviews(other, id), { ok: false, problem: 'emergency.reviewNotYours' }, other)
  for (const other of ['catrin-morgan', 'alun-meredith'])
    assert.deepEqual(await reviews(other, id), { ok: false, problem: 'record.notShown' }, other)
})

test('the worker themselves may not, even when they have become an officer of the very team', async () => {
  const [given] = await reviewersOf('Catrin Morgan')
  const { id } = await toReview(given!, 'Catrin Morgan')
  const joined = { ...workerOf(given!), accountId: seedId.account('catrin-morgan'), name: 'Catrin Morgan' }
  const outcome = await transaction(here.store, tx => reviewEmergency(tx, joined, found(id)))
  assert.deepEqual(outcome, { ok: false, problem: 'emergency.reviewNotYours' })
})

test('what was found is said once, in words, and Owen reads it', async () => {
  const [given] = await reviewersOf('Catrin Morgan')
  const { id } = await toReview(given!, 'Catrin Morgan')
  assert.deepEqual(await reviews(given!, id, '  '), { ok: false, problem: 'emergency.reviewWordsMissing' })
  assert.deepEqual(await reviews(given!, id), { ok: true, value: undefined })
  assert.deepEqual(await reviews(given!, id), { ok: false, problem: 'emergency.alreadyReviewed' })
  const told = (await toldTo('owen-griffiths')).find(one => one.id === id)
  assert.deepEqual([told?.review?.outcome, told?.review?.words], ['justified', FOUND])
})

test('the officers who were told say once that they have read it', async () => {
  const waiting = async () =>
    transaction(here.store, async tx => (await emergenciesOfOfficer(tx, workerOf('meinir-ellis'))).told)
  const [told] = await waiting()
  const read = (who: string) => transaction(here.store, tx => officersHaveRead(tx, workerOf(who), told!.id))
  assert.deepEqual(await read('catrin-morgan'), { ok: false, problem: 'record.notShown' })
  assert.deepEqual(await read('meinir-ellis'), { ok: true, value: undefined })
  assert.ok(!(await waiting()).some(({ id }) => id === told!.id))
})

test('an ordinary emergency is due at five o’clock on the fifth working day, a sensitive one a day and a night later', () => {
  const friday = new Date('2026-12-18T03:00:00Z')
  // Christmas Day, a weekend and a substitute day lie between.
  assert.equal(reviewDueAt(friday, false).toISOString(), '2026-12-29T17:00:00.000Z')
  assert.equal(reviewDueAt(friday, true).toISOString(), '2026-12-19T03:00:00.000Z')
  assert.equal(reviewDueAt(new Date('2027-03-24T09:00:00Z'), false).toISOString(), '2027-04-02T16:00:00.000Z')
})

test('the sensitive one that is due first stands first', async () => {
  const sensitive: DataClass[] = ['mental-health']
  const { id } = await opened(here, 'catrin-morgan', 'cadi-prydderch', { sensitive, sensitiveWords: SENSITIVE_WORDS })
  const [given] = await reviewersOf('Catrin Morgan')
  const { toReview } = await transaction(here.store, tx => emergenciesOfOfficer(tx, workerOf(given!)))
  assert.equal(toReview[0]?.id, id)
})

test('reviews go round every office that has nothing to do with the worker', async () => {
  const offices = await transaction(here.store, everyOffice)
  assert.ok(offices.length > 2)
  const worker = { accountId: 'w', bodies: [offices[0]!.bodyId], answeringTeamId: offices[0]!.teamId }
  let rota: Office[] = offices.map(office => ({ ...office, given: 0 }))
  const given: string[] = []
  for (let count = 0; count < 2 * (offices.length - 1); count++) {
    const { teamId } = reviewingOffice(rota, worker) ?? assert.fail('nobody')
    given.push(teamId)
    rota = rota.map(office => (office.teamId === teamId ? { ...office, given: office.given + 1 } : office))
  }
  const others = offices.filter(({ teamId }) => teamId !== worker.answeringTeamId)
  for (const { teamId } of others) assert.equal(given.filter(one => one === teamId).length, 2)
  assert.ok(!given.includes(worker.answeringTeamId))
})

test('where nobody else could review, nobody reviews: an office without officers, or of another employer of theirs', () => {
  const office = { teamId: 't', code: 't', bodyId: 'b', officers: ['o'], given: 0 }
  const worker = { accountId: 'w', bodies: ['own'], answeringTeamId: 'own-team' }
  assert.equal(reviewingOffice([office], worker)?.teamId, 't')
  assert.equal(reviewingOffice([{ ...office, officers: [] }], worker), undefined)
  assert.equal(reviewingOffice([{ ...office, officers: ['w'] }], worker), undefined)
  assert.equal(reviewingOffice([office], { ...worker, bodies: ['own', 'b'] }), undefined)
  assert.equal(reviewingOffice([office], { ...worker, answeringTeamId: 't' }), undefined)
})

const FOUND = 'Nobody else could have known, and she looked at what she needed and no more.'

function found(emergencyId: string, words = FOUND) {
  return { emergencyId, outcome: 'justified', words, language: 'en' } as const
}

function reviews(who: string, emergencyId: string, words?: string) {
  return transaction(here.store, tx => reviewEmergency(tx, workerOf(who), found(emergencyId, words)))
}

async function toldTo(person: string) {
  const told = await here.look(person, person, (tx, access) => emergenciesOfPerson(tx, access))
  assert(told.ok && told.value.ok)
  return told.value.value
}

async function unread(person = 'owen-griffiths'): Promise<number> {
  const count = await here.look(person, person, (tx, access) => unreadEmergencies(tx, access))
  assert(count.ok)
  return count.value
}

type Held = Awaited<ReturnType<typeof emergenciesOfOfficer>>

async function officers(which: (held: Held) => boolean): Promise<string[]> {
  const found: string[] = []
  for (const officer of OFFICERS) {
    const held = await transaction(here.store, tx => emergenciesOfOfficer(tx, workerOf(officer)))
    if (which(held)) found.push(officer)
  }
  return found
}

function reviewersOf(worker: string): Promise<string[]> {
  return officers(({ toReview }) => toReview.some(({ actorName }) => actorName === worker))
}

async function toReview(officer: string, worker: string): Promise<Emergency> {
  const held = await transaction(here.store, tx => emergenciesOfOfficer(tx, workerOf(officer)))
  return held.toReview.find(({ actorName }) => actorName === worker) ?? assert.fail(worker)
}
