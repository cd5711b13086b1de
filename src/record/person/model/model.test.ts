import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openOwnerStore, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, type Region, region } from '#test/kit.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { tellApart } from '../link/apart.ts'
import { linkRecords } from '../link/link.ts'
import { personOf } from '../link/persons.ts'
import { relink } from '../relink/relink.ts'
import { modelInForce, readModel } from './in-force.ts'
import { fingerprintOf, keepModel } from './keep.ts'
import { learnModel } from './learn.ts'
import { SHIPPED } from './shipped.ts'
import { proposeModel, signModel } from './sign-off.ts'
import { type KnownNeighbour, neighbours } from './test-neighbours.ts'

const steffan = actorOf('steffan-howells') as WorkerActor
const alun = actorOf('alun-meredith') as WorkerActor
const BECAUSE = { words: 'It was learnt from our own records.', language: 'en' } as const
const BY = { by: 'program' }

let here: Region
let known: KnownNeighbour[]
before(async () => {
  here = await region()
  known = await neighbours(here.store, 300)
})
after(() => here.close())

test('until a region has learnt, what the program is shipped with decides, and it is surer than one that has', async () => {
  const { version, matcher } = await doing(modelInForce)
  assert.equal(version, 0)
  assert.deepEqual(matcher.model, SHIPPED)
  assert.ok(SHIPPED.thresholds.link > 0.99)
})

test('a region of too few records learns nothing', async () => {
  assert.equal(await learnModel(here.store, BY, 1_000_000), undefined)
})

test('what is learnt is kept to the bit, and learning it again changes nothing', async () => {
  const learnt = await learnModel(here.store, BY, 100)
  assert.equal(learnt?.version, 1)
  const model = await doing(tx => readModel(tx, 1))
  assert.equal(model.version, 'region-1')
  assert.ok(model.learntFrom.records >= 600)
  const { fingerprint } = await here.store.db
    .selectFrom('matchingModel')
    .select('fingerprint')
    .executeTakeFirstOrThrow()
  assert.equal(fingerprintOf(model), fingerprint)
  assert.equal((await learnModel(here.store, BY, 100))?.version, 1)
})

test('learning links nobody: every link that it would make is listed, with why', async () => {
  assert.equal(await linksOf('region-1'), 0)
  const run = await here.store.db.selectFrom('matchingShadowRun').selectAll().executeTakeFirstOrThrow()
  assert.ok(run.gained > 250, `${run.gained} of 300 people have two records`)
  const pairs = await here.store.db
    .selectFrom('matchingShadowPair')
    .selectAll()
    .where('change', '=', 'gained')
    .execute()
  assert.equal(pairs.length, run.gained)
  const personOfRecord = new Map(known.map(({ recordId, person }) => [recordId, person]))
  const wrong = pairs.filter(({ recordA, recordB }) => personOfRecord.get(recordA) !== personOfRecord.get(recordB))
  assert.ok(wrong.length <= 3, `${wrong.length} of ${pairs.length} are two people`)
  const said = JSON.stringify(pairs.map(({ explanation }) => explanation))
  assert.ok(!/Pritchard|Jones|Stryd|GH\d|-\d\d-\d\d/i.test(said), 'why names no value of anybody’s')
})

test('nobody puts a model in force alone, and none without a shadow run', async () => {
  const unrun = await inTurn(tx => keepModel(tx, { ...SHIPPED, prior: { match: 1e-6, household: 1e-5 } }, BY))
  assert.deepEqual(await propose(unrun), { ok: false, problem: 'matching.cannotPropose' })
  assert.deepEqual(await propose(99), { ok: false, problem: 'matching.cannotPropose' })
  assert.deepEqual(await propose(0), { ok: false, problem: 'matching.cannotPropose' }, 'it is in force')
  const proposal = await propose(1)
  assert.ok(proposal.ok)
  assert.deepEqual(await propose(1), { ok: false, problem: 'matching.anotherWaits' })
  const sign = (officer: WorkerActor) =>
    inTurn(tx => signModel(tx, officer, proposal.value, { ...BECAUSE, isAgreed: true }))
  assert.deepEqual(await sign(steffan), { ok: false, problem: 'matching.secondPerson' })
  assert.equal((await doing(modelInForce)).version, 0)
  assert.ok((await sign(alun)).ok)
  assert.equal((await doing(modelInForce)).version, 1)
  assert.deepEqual(await sign(alun), { ok: false, problem: 'matching.nothingWaits' })
})

test('the database itself refuses a signature of whoever put the model forward', async () => {
  const [proposal] = await here.store.db.selectFrom('matchingModelProposal').selectAll().execute()
  const owner = openOwnerStore(here.url, { clock: here.clock, chance: here.chance })
  const values = { ...BECAUSE, isAgreed: true, signedBy: steffan.accountId, signedByName: '-', signedAt: new Date() }
  const id = '00000000-0000-4000-8000-000000000001'
  await owner.db
    .insertInto('matchingModelProposal')
    .values({ ...proposal!, id })
    .execute()
  const alone = owner.db
    .insertInto('matchingModelSignOff')
    .values({ proposalId: id, ...values })
    .execute()
  await assert.rejects(alone, /a second person signs/)
  await owner.db
    .insertInto('matchingModelSignOff')
    .values({ ...values, proposalId: id, isAgreed: false, signedBy: alun.accountId })
    .execute()
  await owner.close()
})

test('in force, a re-link makes the links that the shadow run listed, but none that was told apart since', async () => {
  const gained = await here.store.db
    .selectFrom('matchingShadowPair')
    .selectAll()
    .where('change', '=', 'gained')
    .orderBy('recordA')
    .execute()
  const [apart, ...others] = gained
  const because = { decidedBy: 'Steffan Howells', reason: 'asked them' }
  await inTurn(tx => tellApart(tx, apart!.recordA, apart!.recordB, because))
  await relinkNow()
  const areOne = async ({ recordA, recordB }: { recordA: string; recordB: string }) =>
    (await doing(tx => personOf(tx, recordA))) === (await doing(tx => personOf(tx, recordB)))
  assert.equal(await areOne(apart!), false)
  for (const pair of others) assert.ok(await areOne(pair))
  assert.equal(await linksOf('region-1'), others.length)
  assert.equal((await relinkNow()).linked, 0, 'and nothing twice')
})

test('a model that would not link what is linked parts nobody: somebody is asked', async () => {
  const [one, other, third, fourth] = [
    await loner('Dilwyn'),
    await loner('Beca'),
    await loner('Rhun'),
    await loner('Gwen'),
  ]
  await inTurn(tx => linkRecords(tx, one, other, { decidedBy: 'model', reason: 'match.sure' }))
  const byHand = { decidedBy: 'Steffan Howells', accountId: steffan.accountId, reason: 'asked them' }
  await inTurn(tx => linkRecords(tx, third, fourth, byHand))
  const model = await doing(tx => readModel(tx, 1))
  const stricter = { ...model, thresholds: { ...model.thresholds, link: 0.99 } }
  const version = await inTurn(tx =>
    keepModel(tx, stricter, { by: steffan.name, accountId: steffan.accountId, madeFrom: 1 }),
  )
  assert.ok(((await learnModel(here.store, BY, 100))?.runs ?? 0) >= 2, 'the one that waited, and this one')
  const lost = await here.store.db
    .selectFrom('matchingShadowPair')
    .select(['recordA', 'recordB'])
    .where('version', '=', version)
    .where('change', '=', 'lost')
    .execute()
  const isLost = (a: string, b: string) =>
    lost.some(pair => [pair.recordA, pair.recordB].sort().join() === [a, b].sort().join())
  assert.ok(isLost(one, other))
  assert.ok(!isLost(third, fourth), 'what somebody decided is not lost')
  const proposal = await propose(version)
  assert.ok(proposal.ok)
  here.clock.move('2026-11-22T10:00:00Z')
  assert.ok((await inTurn(tx => signModel(tx, alun, proposal.value, { ...BECAUSE, isAgreed: true }))).ok)
  assert.ok((await relinkNow()).doubted >= 1)
  assert.equal(
    await doing(tx => personOf(tx, one)),
    await doing(tx => personOf(tx, other)),
    'they are one person still',
  )
  const waiting = await here.store.db
    .selectFrom('reviewCandidateNow')
    .select('isDoubt')
    .where(({ or, and, eb }) =>
      or([
        and([eb('recordId', '=', one), eb('candidateRecordId', '=', other)]),
        and([eb('recordId', '=', other), eb('candidateRecordId', '=', one)]),
      ]),
    )
    .execute()
  assert.deepEqual(waiting, [{ isDoubt: true }])
})

test('a region may go back to what the program was shipped with', async () => {
  const proposal = await propose(0)
  assert.ok(proposal.ok)
  here.clock.move('2026-11-23T09:00:00Z')
  assert.ok((await inTurn(tx => signModel(tx, alun, proposal.value, { ...BECAUSE, isAgreed: true }))).ok)
  assert.equal((await doing(modelInForce)).version, 0)
})

test('a model that somebody changed in the database is found out, and decides about nobody', async () => {
  const owner = openOwnerStore(here.url, { clock: here.clock, chance: here.chance })
  await sql`alter table matching_model disable trigger kept`.execute(owner.db)
  await sql`update matching_model set content = jsonb_set(content, '{thresholds,link}', '0.5') where version = 1`.execute(
    owner.db,
  )
  await sql`alter table matching_model enable trigger kept`.execute(owner.db)
  await owner.close()
  await assert.rejects(
    doing(tx => readModel(tx, 1)),
    /not as it was kept/,
  )
})

/** A record of somebody without a number, who is like nobody. */
async function loner(given: string): Promise<string> {
  const key = { organisationId: seedId.organisation('tai-clicied'), localId: given }
  const name = [{ family: `${given}ddu`, given: [given] }]
  const { id } = await inTurn(tx => keepSourceRecord(tx, key, () => ({ resourceType: 'Patient', name }), undefined))
  return id
}

/** As `npm run relink` does. */
async function relinkNow() {
  const { matcher } = await doing(modelInForce)
  return relink(here.store, matcher)
}

function propose(version: number) {
  return inTurn(tx => proposeModel(tx, steffan, version, BECAUSE))
}

async function linksOf(modelVersion: string): Promise<number> {
  const { count } = await here.store.db
    .selectFrom('recordLink')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('modelVersion', '=', modelVersion)
    .executeTakeFirstOrThrow()
  return count
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}

function inTurn<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transactionInTurn(here.store, work)
}
