import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { agreements } from '#seed/region/agreements/index.ts'
import { accountablePosts } from '#seed/region/staff/accountable-posts.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, region } from '#test/kit.ts'
import type { DataClass } from '../vocabulary.ts'
import { type AgreementContent, hashOf } from './agreement.ts'
import { enterAgreement, publishedAgreements, standing } from './agreements.ts'
import { signAgreement } from './sign.ts'

const here = await region()
const TODAY = '2026-11-22'
const VISITOR = agreements(TODAY)[3] ?? assert.fail('HAFREN-4 is the fourth')

/** An agreement of the council with its own housing officers, for as long as is asked. */
const OPENING_MORE: AgreementContent = {
  ...VISITOR,
  code: 'PRAWF-1',
  parties: [partyOf('cyngor-dyffryn-banadl'), partyOf('cartrefi-gwennol')],
  clauses: [
    {
      ...VISITOR.clauses[0]!,
      givers: ['cyngor-dyffryn-banadl'],
      receivers: ['cartrefi-gwennol'],
      roles: ['housing-officer'],
      relationships: ['tenancy'],
      classes: ['finance'],
      purpose: 'housing-support',
    },
  ],
  cases: [],
}

function partyOf(organisation: string): AgreementContent['parties'][number] {
  return { organisation, signatory: accountablePosts[organisation] ?? assert.fail(`nobody signs for ${organisation}`) }
}

test('the befrienders’ agreement, which their trustees have not signed, opens nothing', async () => {
  await here.send('mair-admitted.hl7')
  assert.equal(await standingOf('HAFREN-4'), 'unsigned')
  assert.equal(await opens('glenys-tudge', 'presence-in-hospital'), false)
})

test('it opens in the moment in which the last party signs', async () => {
  const hash = hashOf(VISITOR)
  assert.deepEqual(await signs(hash, 'beca-manuel'), { ok: true, value: undefined })
  assert.equal(await standingOf('HAFREN-4'), 'in-force')
  assert.equal(await opens('glenys-tudge', 'presence-in-hospital'), true)
})

test('nobody signs twice, nor what they are no party to, nor what nobody has entered', async () => {
  const hash = hashOf(VISITOR)
  assert.deepEqual(await signs(hash, 'beca-manuel'), { ok: false, problem: 'agreement.alreadySigned' })
  assert.deepEqual(await signs(hash, 'huw-tanat'), { ok: false, problem: 'agreement.notAParty' })
  assert.deepEqual(await signs('0'.repeat(64), 'beca-manuel'), { ok: false, problem: 'agreement.unknown' })
})

test('an agreement that has ended opens nothing, though all have signed', async () => {
  await enteredAndSigned({ ...OPENING_MORE, code: 'PRAWF-2', from: '2025-01-01', until: '2026-11-21' })
  assert.equal(await standingOf('PRAWF-2'), 'expired')
  assert.equal(await opens('ffion-gittins', 'finance'), false)
})

test('one that has not begun opens nothing', async () => {
  await enteredAndSigned({ ...OPENING_MORE, code: 'PRAWF-3', from: '2027-11-01', until: '2027-11-22' })
  assert.equal(await standingOf('PRAWF-3'), 'not-yet')
  assert.equal(await opens('ffion-gittins', 'finance'), false)
})

test('one that is in force opens what its clause says: the others were closed for their days alone', async () => {
  await enteredAndSigned({ ...OPENING_MORE, code: 'PRAWF-4', from: TODAY, until: TODAY })
  assert.equal(await standingOf('PRAWF-4'), 'in-force')
  assert.equal(await opens('ffion-gittins', 'finance'), true)
})

test('on the night after its last day it is closed, by the clocks of the region, which in summer are an hour on', async () => {
  await enteredAndSigned({ ...OPENING_MORE, code: 'PRAWF-5', from: '2027-06-01', until: '2027-07-01' })
  here.clock.move('2027-07-01T22:59:59Z')
  assert.equal(await opens('ffion-gittins', 'finance'), true)
  here.clock.move('2027-07-01T23:00:00Z')
  assert.equal(await opens('ffion-gittins', 'finance'), false)
  here.clock.move('2026-11-22T09:00:00Z')
})

test('to change a word of it is to enter another, which nobody has signed', async () => {
  const changed = { ...OPENING_MORE, code: 'PRAWF-4', from: TODAY, reviewOn: TODAY, until: '2027-11-22' }
  const entered = await transaction(here.store, tx => enterAgreement(tx, changed))
  assert.deepEqual(entered, { ok: true, value: hashOf(changed) })
  const both = (await published()).filter(({ content }) => content.code === 'PRAWF-4')
  assert.deepEqual(both.map(one => standing(one, TODAY)).toSorted(), ['in-force', 'unsigned'])
})

test('the same text entered again is the same agreement, whatever the order it is written in', async () => {
  const turned = JSON.parse(JSON.stringify(VISITOR), (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  )
  const before = (await published()).length
  assert.deepEqual(await transaction(here.store, tx => enterAgreement(tx, turned)), {
    ok: true,
    value: hashOf(VISITOR),
  })
  assert.equal((await published()).length, before)
})

test('what is no agreement is not entered', async () => {
  for (const wrong of [
    {},
    { ...VISITOR, clauses: [] },
    { ...VISITOR, until: 'for ever' },
    { ...VISITOR, note: 'and more besides' },
    { ...VISITOR, clauses: [{ ...VISITOR.clauses[0], classes: ['everything'] }] },
    { ...VISITOR, title: { en: 'In English alone' } },
  ]) {
    const entered = await transaction(here.store, tx => enterAgreement(tx, wrong))
    assert.deepEqual(entered, { ok: false, problem: 'agreement.notAnAgreement' })
  }
})

/** For today alone, and what nothing else of the region opens to a housing officer. */
const OPENING_THE_MOST: AgreementContent = {
  ...OPENING_MORE,
  from: TODAY,
  reviewOn: TODAY,
  until: TODAY,
  clauses: OPENING_MORE.clauses.map(clause => ({ ...clause, classes: ['sexual-health'] })),
}

test('an agreement whose text is not the one that was signed opens nothing, and is shown to nobody', async () => {
  const changed = { ...OPENING_THE_MOST, code: 'PRAWF-6' }
  assert.equal(await opensUnder('0'.repeat(64), changed), false)
  assert.equal(
    (await published()).some(({ content }) => content.code === 'PRAWF-6'),
    false,
  )
  assert.equal(await opensUnder(hashOf(changed), changed), true)
})

test('an agreement that was entered in an earlier form of the language is closed, and nothing stops for it', async () => {
  const { procedures: _, ...earlier } = { ...OPENING_THE_MOST, code: 'PRAWF-7', clauses: OPENING_MORE.clauses }
  assert.equal(await opensUnder('1'.repeat(64), earlier), true, 'what PRAWF-6 opens stays open')
  assert.equal(
    (await published()).some(({ content }) => content.code === 'PRAWF-7'),
    false,
  )
})

test('neither an agreement nor a signature can be rewritten', async () => {
  const { db } = here.store
  await assert.rejects(db.updateTable('agreement').set({ code: 'HAFREN-9' }).execute(), /permission denied/)
  await assert.rejects(
    db.updateTable('agreementSignature').set({ signedBy: 'somebody' }).execute(),
    /permission denied/,
  )
  await assert.rejects(db.deleteFrom('agreementSignature').execute(), /permission denied/)
})

function signs(hash: string, account: string) {
  return transaction(here.store, tx => signAgreement(tx, workerOf(account), hash))
}

function workerOf(account: string): WorkerActor {
  const actor = actorOf(account)
  assert(actor.kind === 'worker')
  return actor
}

async function enteredAndSigned(content: AgreementContent): Promise<void> {
  const reviewed = { ...content, reviewOn: content.until }
  const entered = await transaction(here.store, tx => enterAgreement(tx, reviewed))
  assert(entered.ok)
  for (const account of ['idwal-corbett', 'huw-tanat']) {
    assert.deepEqual(await signs(entered.value, account), { ok: true, value: undefined })
  }
}

/** Whether the officer sees money, once a row with this hash and text stands in the database, signed by both parties. */
async function opensUnder(hash: string, content: object & { code: string }): Promise<boolean> {
  await transaction(here.store, async tx => {
    const agreementId = tx.newId()
    const row = { id: agreementId, code: content.code, content: JSON.stringify(content), enteredAt: tx.now }
    await tx.db
      .insertInto('agreement')
      .values({ ...row, contentHash: hash })
      .execute()
    for (const { organisation } of OPENING_MORE.parties) {
      const signature = { agreementId, organisationId: seedId.organisation(organisation), contentHash: hash }
      await tx.db
        .insertInto('agreementSignature')
        .values({ ...signature, signedBy: 'Prawf', signedAt: tx.now })
        .execute()
    }
  })
  return opens('ffion-gittins', 'sexual-health')
}

function published() {
  return transaction(here.store, publishedAgreements)
}

async function standingOf(code: string): Promise<string> {
  const agreement = (await published()).find(({ content }) => content.code === code)
  return standing(agreement ?? assert.fail(`${code} is not entered`), TODAY)
}

async function opens(account: string, dataClass: DataClass): Promise<boolean> {
  const looked = await here.look(account, 'mair-pritchard', async (_, access) => access.opens(dataClass))
  return looked.ok && looked.value
}
