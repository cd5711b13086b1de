import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { membersOf, personOf } from '#record/person/link/persons.ts'
import { raiseReview } from '#record/person/review/raise.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { decidePair } from './decide.ts'
import { readQueue } from './queue.ts'
import { readTask } from './read-task.ts'
import { reverseDecision } from './reverse.ts'
import { speakSecond } from './second.ts'
import { takeTask } from './take.ts'

const here = await region()
const [GWYNETH, IDWAL, STEFFAN] = [workerOf('gwyneth-maddocks'), workerOf('idwal-preece'), workerOf('steffan-howells')]
const OWNER = seedId.team('tim-integreiddio')
const IFAN = personId('ifan-watkin')
const [IFANS] = await doing(tx => membersOf(tx, IFAN))

test('a record that may be Ifan’s waits with the team, and the list tells nothing of whom it is about', async () => {
  await asked('a')
  const [task, ...more] = await doing(tx => readQueue(tx, GWYNETH))
  assert.deepEqual([task?.candidates, task?.isLate, task?.takenBy, more.length], [1, false, undefined, 0])
  assert.equal(JSON.stringify(task).includes('Watkin'), false)
  assert.deepEqual(await doing(tx => readQueue(tx, STEFFAN)), [], 'he is no records officer')
})

test('until an officer has taken it nothing of the two is open to her; then who they are, and nothing else', async () => {
  const { taskId } = await asked('a')
  assert.deepEqual(await seen(taskId), [undefined, undefined])
  assert.ok((await doing(tx => takeTask(tx, GWYNETH, taskId))).ok)
  assert.deepEqual(await seen(taskId), ['Watkin', 'Watkin'])
  const entry = await here.store.db
    .selectFrom('trailEntry')
    .select(['place', 'purpose', 'actorName'])
    .where('personId', '=', IFAN)
    .where('actorName', '=', 'Gwyneth Maddocks')
    .executeTakeFirst()
  assert.deepEqual(entry, { place: 'identity', purpose: 'identity', actorName: 'Gwyneth Maddocks' })
})

test('nobody of another job or another team can take it, look at it or decide it', async () => {
  const { taskId, candidateId } = await asked('a')
  const words = { said: 'same', words: 'I think so', language: 'en' } as const
  for (const stranger of [STEFFAN, workerOf('sioned-evans')]) {
    assert.equal(problem(await doing(tx => takeTask(tx, stranger, taskId))), 'record.notShown')
    assert.equal(problem(await doing(tx => readTask(tx, stranger, taskId))), 'record.notShown')
    assert.equal(problem(await doing(tx => decidePair(tx, stranger, { candidateId, ...words }))), 'record.notShown')
  }
})

test('she says that they are one: they are one person, her look is over, and the same screen takes it back', async () => {
  const { taskId, candidateId, recordId } = await asked('a')
  const decided = await decide(candidateId, 'same')
  assert.deepEqual(decided, { ok: true, value: 'done' })
  assert.equal(await doing(tx => personOf(tx, recordId)), IFAN)
  assert.deepEqual(await seen(taskId), [undefined, undefined])
  assert.equal(problem(await decide(candidateId, 'different')), 'identity.alreadyDecided')
  const { id: decisionId } = await onlyDecision(taskId)
  const words = 'The landlord has found the other Mr Watkin'
  assert.ok((await doing(tx => reverseDecision(tx, IDWAL, { decisionId, words }))).ok)
  assert.notEqual(await doing(tx => personOf(tx, recordId)), IFAN)
  assert.equal(
    problem(await doing(tx => reverseDecision(tx, IDWAL, { decisionId, words }))),
    'identity.nothingToReverse',
  )
})

test('a decision without a reason is none', async () => {
  const { candidateId } = await asked('b')
  assert.equal(problem(await decide(candidateId, 'same', '  ')), 'identity.wordsMissing')
  assert.equal(problem(await decide(candidateId, 'same', 'x'.repeat(1001))), 'identity.wordsTooLong')
})

test('told apart they are not asked about again, until that is taken back', async () => {
  const { taskId, candidateId, recordId } = await asked('b')
  assert.ok((await decide(candidateId, 'different')).ok)
  assert.equal(await raise(recordId), 0)
  const { id: decisionId } = await onlyDecision(taskId)
  assert.ok((await doing(tx => reverseDecision(tx, GWYNETH, { decisionId, words: 'They are one after all' }))).ok)
  assert.equal(await raise(recordId), 1)
})

test('two who each have records of several agencies are joined by two officers, and never by one twice', async () => {
  const { taskId, candidateId, recordId } = await asked('c')
  const sibling = await newcomer('c2')
  await doing(tx => linkRecords(tx, recordId, sibling, { decidedBy: 'Steffan Howells', reason: 'asked at the house' }))
  await doing(tx => takeTask(tx, GWYNETH, taskId))
  const compared = await doing(tx => readTask(tx, GWYNETH, taskId))
  assert.deepEqual(compared.ok && compared.value.pairs[0]?.risks, ['bothSeveral'])
  assert.deepEqual(await decide(candidateId, 'same'), { ok: true, value: 'waitsForSecond' })
  assert.notEqual(await doing(tx => personOf(tx, recordId)), IFAN, 'nothing is joined yet')
  const { id: decisionId } = await onlyDecision(taskId)
  const word = { decisionId, confirms: true, words: 'So do I' }
  assert.equal(problem(await doing(tx => speakSecond(tx, GWYNETH, word))), 'identity.yourOwn')
  assert.ok((await doing(tx => speakSecond(tx, IDWAL, word))).ok)
  assert.equal(await doing(tx => personOf(tx, recordId)), IFAN)
  assert.equal(await doing(tx => personOf(tx, sibling)), IFAN)
})

test('a second officer may stop it, and the pair waits anew', async () => {
  const { taskId, candidateId, recordId } = await asked('d')
  const sibling = await newcomer('d2')
  await doing(tx => linkRecords(tx, recordId, sibling, { decidedBy: 'Steffan Howells', reason: 'asked at the house' }))
  await decide(candidateId, 'same')
  const { id: decisionId } = await onlyDecision(taskId)
  assert.ok((await doing(tx => speakSecond(tx, IDWAL, { decisionId, confirms: false, words: 'I know them both' }))).ok)
  assert.notEqual(await doing(tx => personOf(tx, recordId)), IFAN)
  assert.ok((await decide(candidateId, 'different')).ok)
})

test('what a join would open is told before it is made, and looking does not make it', async () => {
  const { taskId, recordId } = await asked('e', 'bwrdd-iechyd')
  await doing(tx => takeTask(tx, GWYNETH, taskId))
  const compared = await doing(tx => readTask(tx, GWYNETH, taskId))
  assert.ok(compared.ok)
  const opened = compared.value.pairs[0]?.exposure ?? []
  assert.ok(opened.length > 0 && opened.every(({ workers }) => workers > 0))
  assert.notEqual(await doing(tx => personOf(tx, recordId)), IFAN)
})

test('a pair that nobody weighed when it was asked about is weighed when it is looked at', async () => {
  const { taskId } = await asked('e', 'bwrdd-iechyd')
  const compared = await doing(tx => readTask(tx, GWYNETH, taskId))
  assert.ok(compared.ok)
  const [pair] = compared.value.pairs
  assert.equal(pair?.explanation, null)
  assert.deepEqual(
    pair?.weighed?.parts.map(({ comparison, level }) => `${comparison} ${level}`),
    ['given same', 'surname same'],
  )
})

test('a doubt that was right takes the record from whoever it was joined to', async () => {
  const recordId = await newcomer('f')
  await doing(tx => linkRecords(tx, recordId, IFANS!, { decidedBy: 'model', reason: 'match.likely' }))
  const doubt = { reason: 'said.notMine', isDoubt: true, ownerTeamId: OWNER } as const
  await doing(tx => raiseReview(tx, { ...doubt, sourceRecordId: recordId, candidates: [{ recordId: IFANS! }] }))
  const { candidateId } = await waiting(recordId)
  await doing(tx => decidePair(tx, GWYNETH, { candidateId, said: 'different', words: 'Not his', language: 'en' }))
  assert.notEqual(await doing(tx => personOf(tx, recordId)), IFAN)
})

/** A record, the charity's unless another is named, that may be Ifan's, and the task about it. */
async function asked(localId: string, organisation?: string): Promise<Asked> {
  const recordId = await newcomer(localId, organisation)
  await raise(recordId)
  return { recordId, ...(await waitingOrOver(recordId)) }
}

interface Asked {
  readonly recordId: string
  readonly taskId: string
  readonly candidateId: string
}

function raise(recordId: string): Promise<number> {
  const review = { sourceRecordId: recordId, reason: 'match.likely', candidates: [{ recordId: IFANS! }] } as const
  return doing(tx => raiseReview(tx, { ...review, ownerTeamId: OWNER }))
}

function decide(candidateId: string, said: 'same' | 'different', words = 'Asked at the house') {
  return doing(tx => decidePair(tx, GWYNETH, { candidateId, said, words, language: 'en' }))
}

async function newcomer(localId: string, organisation = 'canolfan-gofalwyr'): Promise<string> {
  const key = { organisationId: seedId.organisation(organisation), localId: `identity ${localId}` }
  const patient: Patient = { resourceType: 'Patient', name: [{ use: 'official', family: 'Watkin', given: ['Ifan'] }] }
  return (await doing(tx => keepSourceRecord(tx, key, () => patient, undefined))).id
}

async function waiting(recordId: string) {
  const row = await here.store.db
    .selectFrom('reviewCandidateNow')
    .select(['id as candidateId', 'reviewTaskId as taskId'])
    .where('recordId', '=', recordId)
    .executeTakeFirstOrThrow()
  return { candidateId: row.candidateId!, taskId: row.taskId! }
}

async function waitingOrOver(recordId: string) {
  return here.store.db
    .selectFrom('reviewCandidate as candidate')
    .innerJoin('reviewTask as task', 'task.id', 'candidate.reviewTaskId')
    .select(['candidate.id as candidateId', 'task.id as taskId'])
    .where('task.sourceRecordId', '=', recordId)
    .orderBy('candidate.raisedAt', 'desc')
    .executeTakeFirstOrThrow()
}

function onlyDecision(taskId: string) {
  return here.store.db
    .selectFrom('reviewDecision as decision')
    .innerJoin('reviewCandidate as candidate', 'candidate.id', 'decision.reviewCandidateId')
    .select(['decision.id', 'decision.needsSecond'])
    .where('candidate.reviewTaskId', '=', taskId)
    .executeTakeFirstOrThrow()
}

async function seen(taskId: string): Promise<(string | undefined)[]> {
  const compared = await doing(tx => readTask(tx, GWYNETH, taskId))
  assert.ok(compared.ok)
  const records = [compared.value.record, compared.value.pairs[0]?.record]
  return records.map(record => record?.content.name?.[0]?.family)
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
