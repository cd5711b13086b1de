import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { citizenOf, personId, region } from '#test/kit.ts'
import type { DataClass } from '../vocabulary.ts'
import { makeWish } from '../wish/make.ts'
import { liftPause, pauseSharing } from '../wish/pause.ts'
import { withdrawWish } from '../wish/withdraw.ts'
import { recordAdvanceDecision, recordAdvanceStatement, withdrawAdvanceDecision } from './ahead.ts'
import { recordFinding } from './find-capacity.ts'
import { readActing } from './read-acting.ts'
import { endRepresentative, type NewRepresentative, recordRepresentative } from './record.ts'
import { actsFor } from './representatives-of.ts'

const here = await region()
const IVOR = personId('ivor-llewelyn-price')
const MAIR = personId('mair-pritchard')
const POWER: NewRepresentative = {
  accountId: seedId.account('elin-pritchard'),
  kind: 'health-attorney',
  acts: 'alone',
  reference: '7000-0000-0001',
  registeredOn: '2025-01-20',
}
const LACKS = {
  decision: 'health-and-care',
  hasCapacity: false,
  evidence: 'Ni allai gofio.',
  reviewOn: '2027-02-01',
} as const

test('Elin is next of kin, and that gives her nothing: she sees what her mother chose, and not a class more', async () => {
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'clinical-summary'), false)
  assert.deepEqual(await transaction(here.store, tx => actsFor(tx, seedId.account('elin-pritchard'))), [])
})

test('a registered power waits while Mair can decide; found that she cannot, it opens what the office is for, and no more', async () => {
  assert.ok((await records(POWER)).ok)
  assert.equal((await office('elin-pritchard')).waits, true)
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'clinical-summary'), false)
  assert.ok((await finds('sioned-evans', 'mair-pritchard', LACKS)).ok)
  assert.equal((await office('elin-pritchard')).waits, false)
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'clinical-summary'), true)
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'finance'), false)
})

test('capacity is for one decision: that she cannot decide on her care says nothing of her money', async () => {
  assert.ok((await records({ ...POWER, kind: 'property-attorney' })).ok)
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'finance'), false)
})

test('a later finding takes the place of an earlier one, and after its review day capacity is presumed again', async () => {
  assert.ok((await finds('sioned-evans', 'mair-pritchard', { ...LACKS, hasCapacity: true })).ok)
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'clinical-summary'), false)
  here.clock.move('2026-11-22T10:00:00Z')
  assert.ok((await finds('sioned-evans', 'mair-pritchard', { ...LACKS, reviewOn: '2026-12-01' })).ok)
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'clinical-summary'), true)
  here.clock.move('2026-12-02T10:00:00Z')
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'clinical-summary'), false)
  here.clock.move('2026-11-22T10:00:00Z')
})

test('only those whose work it is find capacity, with evidence, and for a year at most', async () => {
  const before = await count('capacityFinding')
  for (const [account, finding, problem] of [
    ['aled-jenkins', LACKS, 'capacity.notYourJob'],
    ['sioned-evans', { ...LACKS, evidence: '  ' }, 'capacity.evidenceMissing'],
    ['sioned-evans', { ...LACKS, evidence: 'x'.repeat(2001) }, 'capacity.evidenceTooLong'],
    ['sioned-evans', { ...LACKS, reviewOn: '2026-11-22' }, 'capacity.reviewOn'],
    ['sioned-evans', { ...LACKS, reviewOn: '2027-11-23' }, 'capacity.reviewOn'],
  ] as const)
    assert.deepEqual(await finds(account, 'mair-pritchard', finding), { ok: false, problem }, account)
  assert.deepEqual(await finds('ffion-gittins', 'mair-pritchard', LACKS), { ok: false, problem: 'capacity.notYours' })
  assert.equal(await count('capacityFinding'), before)
})

test('a power is recorded only by whoever adds to her care, with its reference and day, for somebody who is known', async () => {
  const before = await count('representative')
  for (const [power, problem] of [
    [{ ...POWER, kind: 'health-deputy', reference: ' ' }, 'representative.referenceMissing'],
    [{ ...POWER, kind: 'health-deputy', registeredOn: '2026-11-23' }, 'representative.registeredLater'],
    [{ ...POWER, accountId: seedId.account('owen-griffiths') }, 'representative.unknownPerson'],
    [POWER, 'representative.already'],
  ] as const)
    assert.deepEqual(await records(power), { ok: false, problem })
  const byLandlord = await here.look('ffion-gittins', 'mair-pritchard', (tx, access) =>
    recordRepresentative(tx, access, { ...POWER, kind: 'advocate' }),
  )
  assert.deepEqual(byLandlord, { ok: true, value: { ok: false, problem: 'representative.notYours' } })
  assert.equal(await count('representative'), before)
})

test('an authority that ends opens nothing from the same second', async () => {
  const { id } = await office('elin-pritchard')
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'clinical-summary'), true)
  const ended = await here.look('sioned-evans', 'mair-pritchard', (tx, access) =>
    endRepresentative(tx, access, { representativeId: id, reason: 'Wedi’i ddirymu.' }),
  )
  assert.ok(ended.ok && ended.value.ok)
  assert.equal(await sees('elin-pritchard', 'mair-pritchard', 'clinical-summary'), false)
})

test('Carys decides about sharing for her uncle only while he cannot decide that itself, and not what he chose himself', async () => {
  const carys = citizenOf('carys-llewelyn')
  const kasia = { kind: 'refuse', with: { accountId: seedId.account('kasia-nowak') }, dataClasses: ['plan'] } as const
  const tries = () => transaction(here.store, tx => makeWish(tx, carys, IVOR, kasia))
  assert.deepEqual(await tries(), { ok: false, problem: 'wish.capacityHolds' })
  assert.ok((await finds('sioned-evans', 'ivor-llewelyn-price', { ...LACKS, decision: 'sharing-information' })).ok)
  const made = await tries()
  assert.ok(made.ok)
  const row = await here.store.db.selectFrom('wish').selectAll().where('id', '=', made.value).executeTakeFirstOrThrow()
  assert.deepEqual([row.madeBy, row.representativeId !== null], [carys.accountId, true])
  const finance = { ...kasia, dataClasses: ['finance'] } as const
  const beyond = await transaction(here.store, tx => makeWish(tx, carys, IVOR, finance))
  assert.deepEqual(beyond, { ok: false, problem: 'wish.notYoursToDecide' })
  const his = await here.store.db
    .selectFrom('wish')
    .select('id')
    .where('personId', '=', IVOR)
    .where('madeBy', '<>', carys.accountId)
    .executeTakeFirstOrThrow()
  const undone = await transaction(here.store, tx => withdrawWish(tx, carys, IVOR, his.id))
  assert.deepEqual(undone, { ok: false, problem: 'wish.notYoursToDecide' })
  assert.ok((await transaction(here.store, tx => pauseSharing(tx, carys, IVOR))).ok)
  assert.equal(await sees('carys-llewelyn', 'ivor-llewelyn-price', 'plan'), true, 'a pause does not close an office')
  assert.ok((await transaction(here.store, tx => liftPause(tx, carys, IVOR))).ok)
})

test('those appointed to act together decide together: one of them alone may read, and is refused', async () => {
  const { id } = (await transaction(here.store, tx => actsFor(tx, seedId.account('carys-llewelyn'))))[0]!
  await here.look('sioned-evans', 'ivor-llewelyn-price', (tx, access) =>
    endRepresentative(tx, access, { representativeId: id, reason: 'Dau bellach.' }),
  )
  const jointly = { ...POWER, accountId: seedId.account('carys-llewelyn'), acts: 'jointly' } as const
  const recorded = await here.look('sioned-evans', 'ivor-llewelyn-price', (tx, access) =>
    recordRepresentative(tx, access, jointly),
  )
  assert.ok(recorded.ok && recorded.value.ok)
  assert.equal(await sees('carys-llewelyn', 'ivor-llewelyn-price', 'clinical-summary'), true)
  const alone = await transaction(here.store, tx => pauseSharing(tx, citizenOf('carys-llewelyn'), IVOR))
  assert.deepEqual(alone, { ok: false, problem: 'wish.actTogether' })
})

test('a refusal of treatment that risks life has to be written, signed and witnessed; the database refuses it too', async () => {
  const ahead = {
    refuses: 'Dim adfywio.',
    isLifeSustaining: true,
    isWritten: true,
    isSigned: true,
    witness: '',
    madeOn: '2026-01-10',
  }
  const tries = (madeOf: typeof ahead) =>
    here.look('sioned-evans', 'mair-pritchard', (tx, access) => recordAdvanceDecision(tx, access, madeOf))
  assert.deepEqual(await tries(ahead), { ok: true, value: { ok: false, problem: 'ahead.needsWitness' } })
  assert.deepEqual(await tries({ ...ahead, isSigned: false, witness: 'N. Tilsley' }), {
    ok: true,
    value: { ok: false, problem: 'ahead.needsWitness' },
  })
  const row = {
    id: seedId.person('a decision'),
    personId: MAIR,
    refuses: 'x',
    isLifeSustaining: true,
    isWritten: true,
    isSigned: false,
    witness: 'N',
    madeOn: '2026-01-10',
    recordedBy: seedId.account('sioned-evans'),
    recordedByName: 'S',
    recordedAt: here.clock.now(),
  }
  await assert.rejects(here.store.db.insertInto('advanceDecision').values(row).execute(), /life_sustaining_is_written/)
  const witnessed = await tries({ ...ahead, witness: 'Non Tilsley' })
  assert.ok(witnessed.ok && witnessed.value.ok)
  const spoken = await tries({ ...ahead, isLifeSustaining: false, isWritten: false, isSigned: false })
  assert.ok(spoken.ok && spoken.value.ok)
})

test('what she would like is another record, in her own words and language, and binds nobody', async () => {
  const statement = { words: 'Ffenest ar agor yn y nos.', language: 'cy', madeOn: '2026-11-01' } as const
  const noted = await here.look('sioned-evans', 'mair-pritchard', (tx, access) =>
    recordAdvanceStatement(tx, access, statement),
  )
  assert.ok(noted.ok && noted.value.ok)
  const read = await acting('mair-pritchard')
  assert.ok(read.ok)
  assert.deepEqual([read.value.decisions.length, read.value.statements[0]?.words], [2, statement.words])
})

test('a refusal made ahead is withdrawn without writing, and is told of no more', async () => {
  const read = await acting('mair-pritchard')
  assert.ok(read.ok)
  const [first] = read.value.decisions
  assert(first)
  const withdraws = (account: string) =>
    here.look(account, 'mair-pritchard', (tx, access) => withdrawAdvanceDecision(tx, access, first.id))
  assert.deepEqual(await withdraws('ffion-gittins'), { ok: true, value: { ok: false, problem: 'ahead.notYours' } })
  for (let times = 0; times < 2; times++) assert.ok((await withdraws('sioned-evans')).ok)
  const left = await acting('mair-pritchard')
  assert.ok(left.ok && left.value.decisions.every(({ id }) => id !== first.id))
})

test('what a finding rests on is for her, and for those whose work it is; a befriender reads that there is one', async () => {
  const evidence = async (account: string) => {
    const read = await acting(account)
    return read.ok ? read.value.findings[0]?.evidence : read.problem
  }
  assert.equal(await evidence('mair-pritchard'), LACKS.evidence)
  assert.equal(await evidence('sioned-evans'), LACKS.evidence)
  assert.equal(await evidence('glenys-tudge'), undefined)
  assert.equal(await evidence('ffion-gittins'), 'record.notShown')
  assert.equal(await evidence('elin-pritchard'), 'record.notShown')
})

async function acting(account: string) {
  const read = await here.look(account, 'mair-pritchard', (tx, access) => readActing(tx, access))
  return read.ok ? read.value : read
}

async function records(power: NewRepresentative) {
  const recorded = await here.look('sioned-evans', 'mair-pritchard', (tx, access) =>
    recordRepresentative(tx, access, power),
  )
  return recorded.ok ? recorded.value : recorded
}

async function finds(account: string, person: string, finding: Parameters<typeof recordFinding>[2]) {
  const found = await here.look(account, person, (tx, access) => recordFinding(tx, access, finding))
  return found.ok ? found.value : found
}

async function office(account: string) {
  const offices = await transaction(here.store, tx => actsFor(tx, seedId.account(account)))
  return offices.find(({ kind }) => kind === 'health-attorney') ?? assert.fail(`${account} acts for somebody`)
}

async function sees(account: string, person: string, dataClass: DataClass): Promise<boolean> {
  const looked = await here.look(account, person, async (_, access) => access.opens(dataClass))
  return looked.ok && looked.value
}

async function count(table: 'capacityFinding' | 'representative'): Promise<number> {
  return (await here.store.db.selectFrom(table).select('id').execute()).length
}
