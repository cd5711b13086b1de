import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { actorOf, type Region, region } from '#test/kit.ts'
import { tellApart } from '../link/apart.ts'
import { matcherOf } from '../matching/matcher.ts'
import { modelInForce } from '../model/in-force.ts'
import { SHIPPED } from '../model/shipped.ts'
import { neighbours } from '../model/test-neighbours.ts'
import { relink } from '../relink/relink.ts'
import { drawAudit } from './draw-audit.ts'
import { type Drawn, drawRecords, hideNumber, type Trial } from './hide-number.ts'
import { keepEstimates } from './keep-estimates.ts'
import { readEstimates } from './read-estimates.ts'
import { binOf, tallyTrials } from './tally.ts'

const BECAUSE = { decidedBy: 'Steffan Howells', reason: 'asked them' }

let here: Region
before(async () => {
  here = await region()
  await neighbours(here.store, 240)
})
after(() => here.close())

test('only records are drawn whose verified number another record has too, each once', async () => {
  const drawn = await doing(tx => drawRecords(tx, 1000))
  assert.ok(drawn.length > 200, `${drawn.length} drawn`)
  assert.equal(new Set(drawn.map(({ recordId }) => recordId)).size, drawn.length)
  for (const { number } of drawn) assert.ok(drawn.filter(one => one.number === number).length >= 2)
})

test('without numbers most are found by name, birth date and home, and nothing of it is written', async () => {
  const before = await written()
  const trials = await trialsOf(await doing(tx => drawRecords(tx, 200)))
  assert.deepEqual(await written(), before)
  const ones = trials.filter(({ areOne }) => areOne)
  assert.ok(ones.length >= 200)
  assert.ok(ones.filter(({ came }) => came !== 'apart').length / ones.length > 0.8)
  const wrong = trials.filter(({ areOne, came }) => !areOne && came === 'linked')
  assert.ok(wrong.length <= 2, `${wrong.length} links of two people`)
})

test('a model that links nobody is seen to', async () => {
  const matcher = matcherOf({ ...SHIPPED, thresholds: { ...SHIPPED.thresholds, link: 0.999999999999 } })
  const drawn = await doing(tx => drawRecords(tx, 30))
  for (const one of drawn) {
    const { trials } = await doing(tx => hideNumber(tx, matcher, one))
    assert.ok(trials.every(({ came }) => came !== 'linked'))
  }
})

test('two who were told apart are no trial, whatever their numbers say', async () => {
  const [one] = await doing(tx => drawRecords(tx, 1))
  const other = (await doing(tx => drawRecords(tx, 1000))).find(
    ({ number, recordId }) => number === one!.number && recordId !== one!.recordId,
  )
  assert.ok((await trialsOf([one!])).some(({ areOne }) => areOne))
  await inTurn(tx => tellApart(tx, one!.recordId, other!.recordId, BECAUSE))
  assert.ok(!(await trialsOf([one!])).some(({ areOne }) => areOne))
})

test('what came of a trial is counted where it belongs', () => {
  const trial: Trial = {
    areOne: true,
    came: 'linked',
    probability: 0.97,
    areCandidates: true,
    levels: {},
    organisationIds: ['a', 'b'],
    isUnguarded: true,
    sources: 'council hospital',
    name: 'common',
    age: 'under-18',
  }
  const trials: Trial[] = [trial, { ...trial, came: 'asked', probability: 0.6 }, { ...trial, areOne: false }]
  const of = (measure: string, dimension = 'all', stratum = '') => {
    const found = tallyTrials(trials).find(
      one => one.measure === measure && one.dimension === dimension && one.stratum === stratum,
    )
    return found && [found.hits, found.trials]
  }
  assert.deepEqual(of('recall'), [1, 2])
  assert.deepEqual(of('found'), [2, 2])
  assert.deepEqual(of('precision'), [1, 2])
  assert.deepEqual(of('recall', 'name', 'common'), [1, 2])
  assert.deepEqual(of('calibration', 'all', '0.95'), [1, 2])
  assert.deepEqual(of('calibration', 'all', '0.5'), [1, 1])
  assert.deepEqual([0, 0.2, 0.9499, 1].map(binOf), [0, 0.2, 0.8, 0.999])
})

test('a night is counted once, and told with how sure it is; too few trials are not told', async () => {
  assert.equal(await keepEstimates(here.store, 2), true)
  assert.equal(await keepEstimates(here.store, 200), false)
  assert.equal((await doing(readEstimates)).all.recall, undefined, 'of two records nothing is told')
  here.clock.move('2026-11-23T00:05:00Z')
  assert.equal(await keepEstimates(here.store, 200), true)
  const { all, nights, modelNumber } = await doing(readEstimates)
  assert.deepEqual([nights, modelNumber], [2, 0])
  const { recall, found } = all
  assert.ok(recall !== undefined && found !== undefined)
  assert.ok(recall.low < recall.share && recall.share < recall.high && found.share >= recall.share)
})

test('what another model did is not told of this one, nor what was counted more than four weeks ago', async () => {
  here.clock.move('2026-12-25T00:05:00Z')
  assert.equal((await doing(readEstimates)).nights, 0)
  here.clock.move('2026-11-24T00:05:00Z')
  assert.equal((await doing(readEstimates)).nights, 2)
  await sql`insert into matching_estimate_day (day, model_version, drawn, crowded, counted_at)
    values ('2026-11-21', 'region-7', 5, 0, now())`.execute(here.store.db)
  assert.equal((await doing(readEstimates)).nights, 2)
})

test('each month some of the links that the model made are drawn for people to look at, and none twice', async () => {
  const { matcher } = await doing(modelInForce)
  const { linked } = await relink(here.store, matcher)
  assert.ok(linked > 60, `${linked} links`)
  const asked = await drawAudit(here.store)
  assert.ok(asked >= 3 && asked <= linked / 20, `${asked} of ${linked}`)
  assert.equal(await drawAudit(here.store), 0)
  here.clock.move('2026-12-01T00:05:00Z')
  assert.ok((await drawAudit(here.store)) >= 3)
  const drawn = await here.store.db.selectFrom('matchingAudit').select('recordLinkId').execute()
  assert.equal(new Set(drawn.map(({ recordLinkId }) => recordLinkId)).size, drawn.length)
  const waiting = await here.store.db
    .selectFrom('reviewCandidate')
    .select('isDoubt')
    .where('reason', '=', 'match.sampled')
    .execute()
  assert.ok(waiting.length === drawn.length && waiting.every(({ isDoubt }) => isDoubt))
})

test('what people say of drawn links counts for as many as each was drawn from', async () => {
  const audits = await here.store.db.selectFrom('matchingAudit').selectAll().orderBy('drawnAt').execute()
  const { accountId, name } = actorOf('sioned-evans')
  for (const [at, { reviewCandidateId }] of audits.entries()) {
    const said = { id: here.chance.id(), words: 'I asked them.', language: 'en', needsSecond: false }
    const by = { decidedBy: accountId, decidedByName: name, decidedAt: here.clock.now() }
    await here.store.db
      .insertInto('reviewDecision')
      .values({ ...said, ...by, reviewCandidateId, decision: at === 0 ? 'different' : 'same' })
      .execute()
  }
  const { audit } = await doing(readEstimates)
  assert.deepEqual([audit.asked, audit.answered], [audits.length, audits.length])
  assert.equal(audit.precision, undefined, 'so few are not told')
})

async function trialsOf(drawn: readonly Drawn[]): Promise<Trial[]> {
  const { matcher } = await doing(modelInForce)
  const trials: Trial[] = []
  for (const one of drawn) trials.push(...(await doing(tx => hideNumber(tx, matcher, one))).trials)
  return trials
}

/** How much is in every table that finding somebody could write. */
async function written() {
  const { rows } = await sql`
    select (select count(*) from record_link) as links, (select count(*) from review_candidate) as asked,
           (select count(*) from record_key) as keys, (select count(*) from person_now) as people,
           (select count(*) from trail_entry) as trail`.execute(here.store.db)
  return rows
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}

function inTurn<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transactionInTurn(here.store, work)
}
