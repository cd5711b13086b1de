import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { markSensitiveRecord } from '#record/person/sensitive/mark.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { seedId } from '#seed/seed-id.ts'
import { asSent, personId, region } from '#test/kit.ts'
import type { Notice } from './notice.ts'
import { raiseOfRecord } from './raise-of-record.ts'
import { noticesOf } from './read.ts'

// What changes in a sender's record of somebody, and who is told. Idris has a carer from the provider and a landlord;
// a district nurse comes to him too. Nesta lives in a refuge.
const here = await region()
const IDRIS = { id: 'H2002217', nhs: '9990015430', name: 'CADWALADR^IDRIS', born: '19390621' }
const NESTA = { id: 'H2048805', nhs: '9990455538', name: 'GWYTHER^NESTA^ANN', born: '19880614' }
let sent = 0

await transaction(here.store, tx =>
  beginRelationship(
    tx,
    { personId: personId('idris-cadwaladr') },
    { kind: 'caseload', with: { accountId: seedId.account('rhian-tudor') }, source: 'case-system' },
  ),
)

test('that Idris has a new GP is told to his nurse and his carer, and to nobody who does not know whose patient he is', async () => {
  await update(IDRIS, { gp: '^^W95001' })
  assert.deepEqual(await kinds('rhian-tudor'), [], 'the first practice that is known is no change')
  await update(IDRIS, { gp: 'Meddygfa Llanfeilir^^W95002' })
  const [notice] = await told('rhian-tudor')
  assert.deepEqual([notice?.kind, notice?.practice], ['changed-gp', 'Meddygfa Llanfeilir'])
  assert.deepEqual(await kinds('kasia-nowak'), ['changed-gp'])
  assert.deepEqual(await kinds('ffion-gittins'), [], 'the landlord reads its own record of him alone')
})

test('that he has moved is told with the new address; the same address in other words is not', async () => {
  await update(IDRIS, { home: '5 HEOL NEWYDD^^ABERELWYN^^GH1 5XX' })
  const [notice] = await told('rhian-tudor')
  assert.deepEqual(
    [notice?.kind, notice?.newHome?.lines, notice?.newHome?.isProtected],
    ['moved-home', ['5 HEOL NEWYDD', 'ABERELWYN', 'GH1 5XX'], false],
  )
  await update(IDRIS, { home: '5 New Road^^Aberelwyn^^GH15XX' })
  assert.deepEqual(await kinds('rhian-tudor'), ['moved-home', 'changed-gp'])
})

test('once his address must not become known, not even that he has moved is told but to whoever may see it', async () => {
  const mark = { decidedBy: 'test', reason: 'test' }
  await transactionInTurn(here.store, async tx => {
    const [record] = await membersOf(tx, personId('idris-cadwaladr'))
    await markSensitiveRecord(tx, record!, 'own-request', mark)
  })
  assert.deepEqual(await kinds('kasia-nowak'), ['changed-gp'])
  assert.deepEqual(await told('rhian-tudor').then(([notice]) => notice?.newHome?.isProtected), true)
})

test('out of a refuge, into another home: neither is told to those who might not know of either', async () => {
  await update(NESTA, { home: '2 STRYD Y BONT^^PONT-Y-CELYN^^GH3 3AA' })
  assert.deepEqual(await kinds('lowri-hughes', 'nesta-gwyther'), [])
  const [notice] = await told('hannah-whitfield', 'nesta-gwyther')
  assert.deepEqual([notice?.kind, notice?.newHome?.isProtected], ['moved-home', true])
})

test('nor when the protection is lifted later: what was secret as it changed stays so', async () => {
  const rows = await here.store.db.selectFrom('notice').select('dataClass').where('kind', '=', 'moved-home').execute()
  assert.deepEqual(rows.map(({ dataClass }) => dataClass).sort(), ['contacts', 'protected-address'])
})

test('that he has died is told to his nurse and his carer at once, with the day; the landlord reads only its own record', async () => {
  await update(IDRIS, { died: '20261121^Y' })
  for (const account of ['rhian-tudor', 'kasia-nowak']) {
    const [notice] = await told(account)
    assert.deepEqual(
      [notice?.kind, notice?.diedOn, notice?.toldBy?.en],
      ['died', '2026-11-21', 'Glan Hafren Health Board'],
      account,
    )
  }
  assert.deepEqual(await kinds('ffion-gittins'), [])
})

test('a second sender that tells of the same death adds no second notice to anybody’s page', async () => {
  await died('cartrefi-gwennol', 'GW-21140')
  assert.deepEqual(await kinds('kasia-nowak'), ['died', 'changed-gp'])
  assert.deepEqual(await kinds('ffion-gittins'), ['died'], 'to the landlord it is the first')
  const rows = await here.store.db.selectFrom('notice').select('id').where('kind', '=', 'died').execute()
  assert.equal(rows.length, 2)
})

test('taken back by the one who told it, it is told that it was a mistake, and the death stands no more', async () => {
  await update(IDRIS, { died: '""^""' })
  assert.deepEqual(await kinds('rhian-tudor'), ['death-withdrawn', 'moved-home', 'changed-gp'])
  assert.deepEqual(await kinds('ffion-gittins'), ['died'], 'its own record says so still')
})

test('told again after that, it stands again', async () => {
  await update(IDRIS, { died: '20261122^Y' })
  assert.deepEqual(await kinds('rhian-tudor'), ['died', 'death-withdrawn', 'moved-home', 'changed-gp'])
})

test('whoever dies in hospital has not gone home: those who are told of the death are told of no leaving', async () => {
  await here.send('mair-admitted.hl7')
  tick()
  await here.send(asSent('mair-home.hl7').replace('||N\rPV1', '|20261126110000|Y\rPV1'))
  const kindsFor = async (account: string) => (await told(account, 'mair-pritchard')).map(({ kind }) => kind)
  assert.deepEqual(await kindsFor('sioned-evans'), ['died', 'admitted'])
  assert.deepEqual(
    await kindsFor('ffion-gittins'),
    ['went-home', 'admitted'],
    'she knows only that Mair is there no more',
  )
  assert.equal((await told('sioned-evans', 'mair-pritchard')).at(-1)?.expectedHomeOn, undefined)
})

interface Update {
  readonly gp?: string
  readonly home?: string
  /** PID-29 and PID-30. */
  readonly died?: string
}

/** The hospital's system tells what it holds of somebody now. */
async function update(who: typeof IDRIS, { gp = '', home = '', died = '^' }: Update): Promise<void> {
  const [day = '', flag = ''] = died.split('^')
  sent += 1
  tick()
  const pid = ['PID', '1', '', `${who.id}^^^GHB^PI~${who.nhs}^01^^NHS^NH`, '', who.name, '', who.born]
  pid[11] = home
  pid[29] = day
  pid[30] = flag
  const answer = await here.send(
    [
      `MSH|^~\\&|GHPAS|YGH|CYDOFAL|GLANHAFREN|202611220${800 + sent}00||ADT^A31^ADT_A05|N${sent}|P|2.5.1`,
      `EVN|A31|202611220${800 + sent}00`,
      Array.from(pid, field => field ?? '').join('|'),
      `PD1|||${gp}`,
      'PV1|1|N',
    ].join('\r'),
  )
  assert.match(answer, /MSA\|AA/)
}

/** An agency's own system, by whichever channel, tells that somebody has died. */
async function died(organisation: string, localId: string): Promise<void> {
  tick()
  const organisationId = seedId.organisation(organisation)
  await transactionInTurn(here.store, async tx => {
    const key = { organisationId, localId }
    const kept = await keepSourceRecord(tx, key, held => ({ ...held!, deceasedBoolean: true }), undefined)
    await raiseOfRecord(tx, { ...kept, organisationId })
  })
}

/** Nothing happens twice in one minute: what is newest is plain. */
function tick(): void {
  here.clock.move(new Date(here.clock.now().getTime() + 60_000).toISOString())
}

async function told(account: string, person = 'idris-cadwaladr'): Promise<Notice[]> {
  const seen = await here.look(account, person, (tx, access) => noticesOf(tx, [access]))
  return seen.ok ? (seen.value[0] ?? []) : assert.fail(`${account} sees nothing of ${person}`)
}

async function kinds(account: string, person?: string): Promise<string[]> {
  return (await told(account, person)).map(({ kind }) => kind)
}
