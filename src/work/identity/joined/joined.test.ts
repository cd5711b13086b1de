import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { sealApart } from '#record/person/link/apart.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { membersOf, personOf } from '#record/person/link/persons.ts'
import { raiseReview } from '#record/person/review/raise.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { decidePair } from '../decide.ts'
import { speakSecond } from '../second.ts'
import { takeTask } from '../take.ts'
import { endLink, takeAway } from './part.ts'
import { type JoinedRecords, readJoined } from './read-joined.ts'
import { sayNotMine } from './say-not-mine.ts'

const here = await region()
const [GWYNETH, IDWAL] = [workerOf('gwyneth-maddocks'), workerOf('idwal-preece')]
const MAIR = personId('mair-pritchard')
const IFAN = personId('ifan-watkin')
const SAID = { words: 'Fûm i erioed yno.', language: 'cy' } as const

test('Mair reads which organisations’ records are joined as hers, since when, by what and why', async () => {
  const { records, mayDoubt, mayPart } = await readAs('mair-pritchard', MAIR)
  assert.ok(records.length > 1)
  assert.deepEqual([mayDoubt, mayPart], [true, false])
  const [first, ...others] = records
  assert.deepEqual(first?.links, [], 'the first is joined to nothing that came before')
  for (const { links } of others) {
    assert.deepEqual([links[0]?.decidedBy, links[0]?.reason], ['region', 'match.knownFromTheStart'])
  }
})

test('nobody else reads it: not her social worker, not her daughter, not an officer without a task about her', async () => {
  for (const reader of ['sioned-evans', 'elin-pritchard', 'gwyneth-maddocks', 'steffan-howells']) {
    assert.equal(problem(await joinedFor(reader, MAIR)), 'record.notShown', reader)
  }
})

test('she says that one is not hers: a team with a records officer has it, due in two working days', async () => {
  const recordId = await notHers('a')
  assert.ok((await say(recordId)).ok)
  const { doubts, records } = await readAs('mair-pritchard', MAIR)
  assert.deepEqual(
    doubts.map(({ words, isWaiting, dueAt, team }) => [words, isWaiting, dueAt.toISOString(), team.en]),
    [[SAID.words, true, '2026-11-24T17:00:00.000Z', 'Integration Team']],
  )
  assert.ok(
    records.some(({ id, isDoubted }) => id === recordId && isDoubted),
    'nothing is parted until somebody decides',
  )
  assert.equal(problem(await say(recordId, '  ')), 'identity.wordsMissing')
})

test('the officer agrees: the record is gone from hers, and she reads who decided and why', async () => {
  const recordId = await notHers('b')
  await say(recordId)
  await decide(recordId, 'different', 'Another Mair at another address')
  assert.notEqual(await doing(tx => personOf(tx, recordId)), MAIR)
  const { doubts, records, apart } = await readAs('mair-pritchard', MAIR)
  assert.ok(!records.some(({ id }) => id === recordId))
  const answer = doubts.find(one => one.recordId === recordId)?.answer
  assert.deepEqual([answer?.said, answer?.by], ['different', 'Gwyneth Maddocks'])
  assert.ok(apart.some(({ decidedBy }) => decidedBy === 'Gwyneth Maddocks'))
})

test('the officer disagrees: it stays, she reads why, and she may say so again', async () => {
  const recordId = await notHers('c')
  await say(recordId)
  await decide(recordId, 'same', 'The number and the address are hers')
  const { doubts } = await readAs('mair-pritchard', MAIR)
  assert.equal(doubts.find(one => one.recordId === recordId)?.answer?.said, 'same')
  assert.ok((await say(recordId)).ok)
})

test('nobody says it of a record that is not joined to theirs, and nobody says it for her who does not act for her', async () => {
  const [ifans] = await doing(tx => membersOf(tx, IFAN))
  assert.equal(problem(await say(ifans!)), 'record.notShown')
  const hers = await notHers('d')
  const byDaughter = await acting(actorOf('elin-pritchard'), MAIR, (tx, access) =>
    sayNotMine(tx, access, { recordId: hers, ...SAID }),
  )
  assert.equal(problem(byDaughter), 'record.notShown')
})

test('an officer with a task about Ifan ends a link, by herself: the two are read apart at once', async () => {
  const { recordId, linkId } = await joinedToIfan('e')
  assert.equal(
    problem(await officerDoes((tx, access) => endLink(tx, access, { linkId, words: '' }))),
    'identity.wordsMissing',
  )
  assert.ok((await officerDoes((tx, access) => endLink(tx, access, { linkId, words: 'Two houses' }))).ok)
  assert.notEqual(await doing(tx => personOf(tx, recordId)), IFAN)
  const { ended } = await readAs('gwyneth-maddocks', IFAN)
  assert.ok(ended.some(({ id, ended: end }) => id === linkId && end?.decidedBy === 'Gwyneth Maddocks'))
  assert.equal(
    problem(await officerDoes((tx, access) => endLink(tx, access, { linkId, words: 'x' }))),
    'record.notShown',
  )
})

test('a record that she takes away is told apart as well: no score joins it again', async () => {
  const { recordId, firstId } = await joinedToIfan('f')
  assert.ok((await officerDoes((tx, access) => takeAway(tx, access, { recordId, words: 'Not his' }))).ok)
  const again = await doing(tx => linkRecords(tx, recordId, firstId, { decidedBy: 'model', reason: 'match.sure' }))
  assert.equal(problem(again), 'link.refused')
})

test('an officer whose task is over ends nothing, nor does an officer of the feeds', async () => {
  const { linkId } = await joinedToIfan('g')
  const { records } = await readAs('mair-pritchard', MAIR)
  const mairs = records.flatMap(({ links }) => links)[0]!.id
  const ofMair = await acting(GWYNETH, MAIR, (tx, access) => endLink(tx, access, { linkId: mairs, words: 'x' }))
  assert.equal(problem(ofMair), 'record.notShown')
  const byOther = await acting(actorOf('hannah-whitfield'), IFAN, (tx, access) =>
    endLink(tx, access, { linkId, words: 'x' }),
  )
  assert.equal(problem(byOther), 'record.notShown')
})

test('what was ever between two sealed identities is told to nobody', async () => {
  const { recordId, linkId, firstId } = await joinedToIfan('h')
  await officerDoes((tx, access) => endLink(tx, access, { linkId, words: 'Sealed now' }))
  await doing(tx => sealApart(tx, recordId, firstId, { decidedBy: 'Gwyneth Maddocks', reason: 'protection' }))
  const { ended, apart } = await readAs('gwyneth-maddocks', IFAN)
  assert.ok(!ended.some(({ id }) => id === linkId))
  assert.ok(!apart.some(({ recordA, recordB }) => [recordA, recordB].includes(recordId)))
})

/** A record of the charity’s that is joined to Mair’s and is not hers. */
async function notHers(localId: string): Promise<string> {
  const recordId = await newcomer(localId, 'Mair', 'Pritchard')
  const [first] = await doing(tx => membersOf(tx, MAIR))
  await doing(tx => linkRecords(tx, recordId, first!, { decidedBy: 'model', reason: 'match.sure', probability: 0.97 }))
  return recordId
}

/** The same to Ifan’s, with a task about him that Gwyneth has taken. */
async function joinedToIfan(localId: string) {
  const recordId = await newcomer(localId, 'Ifan', 'Watkin')
  const [firstId] = (await doing(tx => membersOf(tx, IFAN))) as [string]
  const linked = await doing(tx => linkRecords(tx, recordId, firstId, { decidedBy: 'model', reason: 'match.sure' }))
  assert.ok(linked.ok)
  const ownerTeamId = seedId.team('tim-integreiddio')
  const doubt = { reason: 'said.notMine', isDoubt: true, ownerTeamId } as const
  await doing(tx => raiseReview(tx, { ...doubt, sourceRecordId: recordId, candidates: [{ recordId: firstId }] }))
  await doing(async tx => takeTask(tx, GWYNETH, await taskOf(tx, recordId)))
  return { recordId, firstId, linkId: linked.value.linkId }
}

async function taskOf(tx: Tx, recordId: string): Promise<string> {
  const { id } = await tx.db
    .selectFrom('reviewTask')
    .select('id')
    .where('sourceRecordId', '=', recordId)
    .orderBy('raisedAt', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

function say(recordId: string, words: string = SAID.words) {
  return acting(actorOf('mair-pritchard'), MAIR, (tx, access) =>
    sayNotMine(tx, access, { recordId, words, language: SAID.language }),
  )
}

function officerDoes<Value>(work: (tx: Tx, access: Access) => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  return acting(GWYNETH, IFAN, work)
}

async function acting<Value>(
  actor: Parameters<typeof look>[1],
  person: string,
  work: (tx: Tx, access: Access) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  const asking = { doing: 'write', place: 'records' } as const
  const acted = await doing(tx => look(tx, actor, person, asking, access => work(tx, access)))
  return acted.ok ? acted.value : acted
}

async function decide(recordId: string, said: 'same' | 'different', words: string): Promise<void> {
  const { id: candidateId } = await here.store.db
    .selectFrom('reviewCandidateNow')
    .select('id')
    .where('recordId', '=', recordId)
    .executeTakeFirstOrThrow()
  const decided = await doing(tx => decidePair(tx, GWYNETH, { candidateId: candidateId!, said, words, language: 'en' }))
  assert.ok(decided.ok)
  if (decided.value === 'done') return
  const { id: decisionId } = await here.store.db
    .selectFrom('reviewDecision')
    .select('id')
    .where('reviewCandidateId', '=', candidateId!)
    .executeTakeFirstOrThrow()
  assert.ok((await doing(tx => speakSecond(tx, IDWAL, { decisionId, confirms: true, words }))).ok)
}

function joinedFor(reader: string, person: string): Promise<Outcome<JoinedRecords>> {
  return acting(actorOf(reader), person, readJoined)
}

async function readAs(reader: string, person: string): Promise<JoinedRecords> {
  const joined = await joinedFor(reader, person)
  return joined.ok ? joined.value : assert.fail(`${reader} sees nothing`)
}

async function newcomer(localId: string, given: string, family: string): Promise<string> {
  const key = { organisationId: seedId.organisation('canolfan-gofalwyr'), localId: `joined ${localId}` }
  const patient: Patient = { resourceType: 'Patient', name: [{ use: 'official', family, given: [given] }] }
  return (await doing(tx => keepSourceRecord(tx, key, () => patient, undefined))).id
}

function workerOf(account: string): WorkerActor {
  const actor = actorOf(account)
  return actor.kind === 'worker' ? actor : assert.fail(`${account} is no worker`)
}

function problem(outcome: Outcome<unknown>): string | undefined {
  return outcome.ok ? undefined : outcome.problem
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transactionInTurn(here.store, work)
}
