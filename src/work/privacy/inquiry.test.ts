import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { look } from '#record/sharing/look.ts'
import { readTrail } from '#record/sharing/trail/read.ts'
import { writeTrail } from '#record/sharing/trail/write.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import type { Finding, Flag } from './finding.ts'
import { inquire, inquiriesBy, unexplainedFor } from './inquiry.ts'
import { openFinding } from './open-finding.ts'
import { isPrivacyOfficer, type PrivacyOfficer } from './privacy-team.ts'

// One council's month: ordinary work, and what is planted into it.
const here = await region()
await here.send('mair-admitted.hl7')
const gwenno = officer('gwenno-pryce')
for (let time = 0; time < 5; time++) await here.look('sioned-evans', 'mair-pritchard', releasePlan)
await here.look('catrin-morgan', 'mair-pritchard', releasePlan)

test('a month of ordinary work at the council and on the ward is explained by what is held, and nothing stands out', async () => {
  for (const one of [gwenno, officer('meinir-ellis'), officer('idris-lloyd')]) {
    const { findings } = await transaction(here.store, tx => unexplainedFor(tx, one))
    assert.deepEqual(findings, [], one.name)
  }
  const { looks, explained } = await transaction(here.store, tx => unexplainedFor(tx, gwenno))
  assert.deepEqual([looks, explained], [5, 5])
})

test('Dewi tries Mair’s record three times: it stands out at his council, and at no other', async () => {
  for (let time = 0; time < 3; time++) await here.look('dewi-prosser', 'mair-pritchard', async () => {})
  assert.deepEqual(await flags(gwenno), [['Dewi Prosser', ['refused-repeatedly']]])
  assert.deepEqual(await flags(officer('idris-lloyd')), [])
})

test('Sioned opens her own record, and it stands out', async () => {
  await transaction(here.store, async tx => {
    await tx.db
      .insertInto('personAccount')
      .values({
        accountId: seedId.account('sioned-evans'),
        personId: personId('owen-griffiths'),
        startedAt: tx.now,
      })
      .execute()
  })
  await planted('sioned-evans', 'owen-griffiths')
  const found = await flags(gwenno)
  assert.ok(
    found.some(([who, all]) => who === 'Sioned Evans' && all.includes('own-record')),
    JSON.stringify(found),
  )
})

test('Tomos opens the record of somebody at his own address, and it stands out', async () => {
  await transaction(here.store, async tx => {
    const own = { accountId: seedId.account('tomos-rees'), personId: personId('evan-morris-mab'), startedAt: tx.now }
    await tx.db.insertInto('personAccount').values(own).execute()
  })
  await planted('tomos-rees', 'evan-morris-tad')
  const [, all = []] = (await flags(gwenno)).find(([who]) => who === 'Tomos Rees') ?? []
  assert.ok(all.includes('same-address') && all.includes('same-surname'), all.join())
})

test('a colleague’s record stands out: Nerys opens that of Sioned, who works for the same council', async () => {
  await planted('nerys-bevan', 'owen-griffiths')
  const found = await flags(gwenno)
  assert.ok(
    found.some(([who, all]) => who === 'Nerys Bevan' && all.includes('colleague')),
    JSON.stringify(found),
  )
})

test('a look that nothing held explains stands out by itself, and a tie that has ended since explains it', async () => {
  await planted('nerys-bevan', 'mair-pritchard')
  const found = await flags(gwenno)
  assert.ok(
    found.some(([who, all]) => who === 'Nerys Bevan' && all.join() === 'unexplained'),
    JSON.stringify(found),
  )
  await here.send('mair-home.hl7')
  await planted('catrin-morgan', 'mair-pritchard')
  assert.deepEqual(
    await flags(officer('meinir-ellis')),
    [['Catrin Morgan', ['unexplained']]],
    'after she has gone home',
  )
})

test('the officer sees who, when and at what kinds, and of the person only her own organisation’s number', async () => {
  const { id } = await finding('Dewi Prosser')
  const opened = await transaction(here.store, tx => openFinding(tx, gwenno, id))
  assert.ok(opened.ok)
  const { looks, localIds } = opened.value
  assert.deepEqual([looks.length, looks[0]?.who, looks[0]?.allowed], [3, 'Dewi Prosser', false])
  assert.deepEqual(localIds, ['DB-104217'])
  assert.doesNotMatch(JSON.stringify(opened.value), /Pritchard|9990000042|Ffordd/)
  const trail = await here.look('mair-pritchard', 'mair-pritchard', (tx, access) =>
    readTrail(tx, access, { withOwn: false }),
  )
  assert.ok(trail.ok && trail.value.ok)
  assert.equal(trail.value.value[0]?.who, 'Gwenno Pryce')
})

test('once it is looked into it no longer waits, all of it stays, and a fourth try stands out anew', async () => {
  const { id, entries } = await finding('Dewi Prosser')
  const noted = {
    findingId: id,
    upTo: Math.max(...entries),
    outcome: 'spoken-to',
    words: 'Wrong number.',
    key: 'k',
  } as const
  assert.deepEqual(await asOfficer(gwenno, noted), { ok: true, value: undefined })
  assert.deepEqual(await asOfficer(gwenno, noted), { ok: true, value: undefined }, 'sent twice')
  assert.ok(!(await flags(gwenno)).some(([who]) => who === 'Dewi Prosser'))
  const [inquiry, ...others] = await transaction(here.store, tx => inquiriesBy(tx, gwenno))
  assert.deepEqual([inquiry?.who, inquiry?.outcome, others.length], ['Dewi Prosser', 'spoken-to', 0])
  await here.look('dewi-prosser', 'mair-pritchard', async () => {})
  assert.equal((await finding('Dewi Prosser')).refused, 4)
})

test('an inquiry needs words, a finding that is there, and somebody other than who looked', async () => {
  const { id, entries } = await finding('Dewi Prosser')
  const noted = { findingId: id, upTo: Math.max(...entries), outcome: 'in-order', words: '', key: 'other' } as const
  assert.deepEqual(await asOfficer(gwenno, noted), { ok: false, problem: 'inquiry.wordsMissing' })
  const elsewhere = { ...noted, words: 'Seen.' }
  assert.deepEqual(await asOfficer(officer('idris-lloyd'), elsewhere), { ok: false, problem: 'inquiry.notShown' })
  await planted('gwenno-pryce', 'mair-pritchard')
  const own = {
    ...elsewhere,
    findingId: (await finding('Gwenno Pryce', 'unexplained')).id,
    upTo: Number.MAX_SAFE_INTEGER,
  }
  assert.deepEqual(await asOfficer(gwenno, own), { ok: false, problem: 'inquiry.ownLooks' })
})

test('what an officer was refused herself is not among her findings: it would tell her whether there is such a person', async () => {
  const before = await flags(gwenno)
  for (let time = 0; time < 3; time++) await here.look('gwenno-pryce', 'owen-griffiths', async () => {})
  assert.deepEqual(await flags(gwenno), before)
})

async function releasePlan(_: unknown, access: Parameters<Parameters<typeof look>[4]>[0]): Promise<void> {
  access.release(seedId.organisation('person'), 'plan')
}

/** A look that was let through and cites nothing, as a fault of ours or a stolen session would leave it. */
async function planted(account: string, person: string): Promise<void> {
  const entry = {
    purpose: 'direct-care',
    doing: 'look',
    place: 'record',
    allowed: true,
    released: [],
    failed: [],
  } as const
  await transaction(here.store, tx =>
    writeTrail(tx, [{ ...entry, actor: actorOf(account), personId: personId(person) }]),
  )
}

function asOfficer(by: PrivacyOfficer, noted: Parameters<typeof inquire>[2]) {
  return transaction(here.store, tx => inquire(tx, by, noted))
}

async function flags(by: PrivacyOfficer): Promise<(readonly [string | undefined, readonly Flag[]])[]> {
  const { findings } = await transaction(here.store, tx => unexplainedFor(tx, by))
  return findings.map(({ worker, flags }) => [worker?.who, flags] as const)
}

async function finding(who: string, flag: Flag = 'refused-repeatedly'): Promise<Finding> {
  const { findings } = await transaction(here.store, tx => unexplainedFor(tx, gwenno))
  const found = findings.find(({ worker, flags }) => worker?.who === who && flags.includes(flag))
  assert.ok(found, who)
  return found
}

function officer(account: string): PrivacyOfficer {
  const actor = actorOf(account)
  assert.ok(isPrivacyOfficer(actor), account)
  return actor
}
