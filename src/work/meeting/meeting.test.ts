import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { idFor } from '#ground/chance.ts'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Access } from '#record/sharing/access.ts'
import { look, lookAtMany } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { readConversation } from '#work/conversation/read.ts'
import { agendaOf } from './agenda.ts'
import { attend, invite, takeNotes } from './attend.ts'
import { decideAt, decisionsOf } from './decide-at.ts'
import { planMeeting } from './plan-meeting.ts'
import { casesOf, findMeeting, meetingsOf } from './read-meeting.ts'
import { findAsked, sayAsked } from './say-asked.ts'

// The older people's team meets today about Mair and three others: Sioned planned it, and takes the notes.
const here = await region()
after(() => here.close())
const MEETING = idFor('meeting older-people')
const caseOf = (person: string) => idFor(`meeting case ${MEETING} ${person}`)
const COUNCIL = seedId.organisation('cyngor-dyffryn-banadl')

test('a meeting is listed for those who were asked to it and for the team, and for nobody else', async () => {
  const listed = async (account: string) => (await doing(tx => meetingsOf(tx, worker(account)))).map(({ id }) => id)
  assert.deepEqual(await listed('sioned-evans'), [MEETING])
  assert.deepEqual(await listed('ffion-gittins'), [MEETING])
  assert.deepEqual(await listed('dewi-prosser'), [])
  assert.equal(await doing(tx => findMeeting(tx, worker('dewi-prosser'), MEETING)), undefined)
})

test('an agenda is to each of them about those whom their access opens', async () => {
  assert.deepEqual(await about('sioned-evans'), ['enid-jarman', 'mair-pritchard', 'margaret-ashworth', 'morfudd-bevan'])
  assert.deepEqual(await about('rhian-tudor'), ['enid-jarman', 'margaret-ashworth'])
  assert.deepEqual(await about('ffion-gittins'), ['mair-pritchard', 'morfudd-bevan'])
})

test('that somebody is in hospital is on the agenda of those who may know it, with what nobody answered and a review that is near', async () => {
  await here.send('mair-admitted.hl7')
  const reasons = async (account: string) =>
    (await asks(account, 'mair-pritchard', agendaOf)).map(({ reason }) => reason)
  assert.deepEqual(await reasons('sioned-evans'), ['in-hospital', 'late-question', 'review-due', 'unanswered-action'])
  assert.deepEqual(await reasons('ffion-gittins'), ['in-hospital'])
})

test('what the person said to being asked is read by those who may read it, and that nobody asked them needs a reason', async () => {
  const asked = (account: string) =>
    asks(account, 'mair-pritchard', (tx, access) => findAsked(tx, access, caseOf('mair-pritchard')))
  assert.equal((await asked('sioned-evans'))?.cameOfIt, 'sends-word')
  assert.equal(await asked('ffion-gittins'), undefined)
  const says = (words: string) =>
    asks('sioned-evans', 'margaret-ashworth', (tx, access) =>
      sayAsked(tx, access, { caseId: caseOf('margaret-ashworth'), whom: 'person', cameOfIt: 'not-asked', words }),
    )
  assert.deepEqual(await says(' '), { ok: false, problem: 'meeting.whyNotAsked' })
  assert.ok((await says('Frank wants to tell her himself first')).ok)
})

test('only whoever takes the notes decides, and what is decided is in the conversation where she reads it', async () => {
  const decision = {
    dataClass: 'care-and-support',
    words: 'Cadair wrth y giât.',
    language: 'cy',
    decides: { ownerId: COUNCIL, dueOn: '2026-12-01' },
  } as const
  const decides = (account: string, key: string) =>
    asks(account, 'mair-pritchard', (tx, access) =>
      decideAt(tx, access, caseOf('mair-pritchard'), { ...decision, key }),
    )
  assert.deepEqual(await decides('aled-jenkins', 'a'), { ok: false, problem: 'meeting.notNoteTaker' })
  assert.ok((await doing(tx => takeNotes(tx, worker('aled-jenkins'), MEETING))).ok)
  const decided = await decides('aled-jenkins', 'b')
  assert.ok(decided.ok)
  assert.deepEqual(await decides('aled-jenkins', 'b'), decided)
  const hers = await asks(
    'mair-pritchard',
    'mair-pritchard',
    async (tx, access) => (await readConversation(tx, access)).entries,
  )
  assert.equal(hers.filter(({ words, decision: action }) => words === 'Cadair wrth y giât.' && action).length, 1)
  const seen = (account: string) =>
    asks(account, 'mair-pritchard', (tx, access) => decisionsOf(tx, access, caseOf('mair-pritchard')))
  assert.equal((await seen('sioned-evans')).length, 1)
  assert.deepEqual(await seen('ffion-gittins'), [])
})

test('a decision about somebody who is not on the agenda is none of the meeting’s', async () => {
  const entry = { dataClass: 'care-and-support', words: 'Rhywbeth', language: 'cy', key: 'c' } as const
  const decides = { ownerId: COUNCIL, dueOn: '2026-12-01' }
  const tried = await asks('sioned-evans', 'owen-griffiths', (tx, access) =>
    decideAt(tx, access, caseOf('mair-pritchard'), { ...entry, decides }),
  )
  assert.deepEqual(tried, { ok: false, problem: 'meeting.notShown' })
})

test('whoever is asked to come and says how they are there is seen with their last word', async () => {
  const tomos = seedId.account('tomos-rees')
  assert.ok((await doing(tx => invite(tx, worker('ffion-gittins'), { meetingId: MEETING, accountId: tomos }))).ok)
  for (const way of ['sends-word', 'by-video'] as const)
    assert.ok((await doing(tx => attend(tx, worker('tomos-rees'), { meetingId: MEETING, way }))).ok)
  const meeting = await doing(tx => findMeeting(tx, worker('sioned-evans'), MEETING))
  assert.equal(meeting?.attendees.find(({ accountId }) => accountId === tomos)?.way, 'by-video')
})

test('a meeting is about somebody, and not in the past', async () => {
  const plan = (beginsAt: string, accesses: readonly Access[]) =>
    doing(tx => planMeeting(tx, worker('sioned-evans'), accesses, { beginsAt: new Date(beginsAt), key: beginsAt }))
  assert.deepEqual(await plan('2026-11-30T10:00:00Z', []), { ok: false, problem: 'meeting.nobodyChosen' })
  const planned = await asks('sioned-evans', 'mair-pritchard', async (_, access) => [
    await plan('2026-11-20T10:00:00Z', [access]),
    await plan('2026-11-30T10:00:00Z', [access]),
  ])
  assert.deepEqual(
    planned.map(({ ok }) => ok),
    [false, true],
  )
})

async function about(account: string): Promise<string[]> {
  const people = ['mair-pritchard', 'enid-jarman', 'margaret-ashworth', 'morfudd-bevan']
  return doing(async tx => {
    const cases = await casesOf(tx, MEETING)
    const pairs = cases.map(one => ({ actor: worker(account), personId: one.personId }))
    return lookAtMany(tx, pairs, { doing: 'look', place: 'meeting' }, async accesses =>
      people.filter(person => accesses.some(access => access.personId === personId(person))).toSorted(),
    )
  })
}

function asks<Value>(
  account: string,
  person: string,
  work: (tx: Tx, access: Access) => Promise<Value>,
): Promise<Value> {
  return doing(async tx => {
    const asking = { doing: 'write', place: 'meeting' } as const
    const looked = await look(tx, actorOf(account), personId(person), asking, access => work(tx, access))
    assert(looked.ok, `nothing of ${person} is open to ${account}`)
    return looked.value
  })
}

function worker(account: string): WorkerActor {
  const actor = actorOf(account)
  assert(actor.kind === 'worker')
  return actor
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transactionInTurn(here.store, work)
}
