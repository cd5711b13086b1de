import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AllergyIntolerance, Encounter, Patient } from 'fhir/r4.js'
import { region } from '#test/kit.ts'
import { expectedHomeOn } from '#work/notice/expected-home.ts'

const here = await region()
let sent = 0

/** One event of somebody's stay: the trigger, when it happened, and what else it says. */
interface Said {
  readonly at?: string
  readonly planned?: string
  /** PV1-3, PV1-11 and PV1-42. */
  readonly where?: string
  readonly forNow?: string
  readonly toBe?: string
  readonly home?: string
}

test('a leave of absence is not a discharge: the bed is kept, the ward still sees them, and it is told that they are away', async () => {
  await tells('LEAVE', 'A01', { at: '0900' })
  await tells('LEAVE', 'A21', { at: '1000' })
  assert.deepEqual(await stands('LEAVE'), ['onleave', ['ward-dyfi'], ['admitted', 'on-leave']])
  await tells('LEAVE', 'A22', { at: '1700' })
  assert.deepEqual(await stands('LEAVE'), ['in-progress', ['ward-dyfi'], ['admitted', 'on-leave', 'back-from-leave']])
})

test('a leave that was cancelled was none, and a return that was cancelled means that they are still away', async () => {
  await tells('LEAVE2', 'A01', { at: '0900' })
  await tells('LEAVE2', 'A21', { at: '1000' })
  await tells('LEAVE2', 'A52', { at: '1010' })
  assert.equal((await stands('LEAVE2'))[0], 'in-progress')
  await tells('LEAVE2', 'A21', { at: '1100' })
  await tells('LEAVE2', 'A22', { at: '1200' })
  await tells('LEAVE2', 'A53', { at: '1210' })
  assert.equal((await stands('LEAVE2'))[0], 'onleave')
})

test('a discharge that is pending gives a day, from PV2-9 or else when it is planned; no longer pending, it takes it away', async () => {
  await tells('PENDING', 'A01', { at: '0900' })
  await tells('PENDING', 'A16', { at: '1000', planned: '20261126' })
  assert.equal(await homeOn('PENDING'), '2026-11-26')
  await tells('PENDING', 'A16', { at: '1100', planned: '20261126', home: '20261127' })
  assert.equal(await homeOn('PENDING'), '2026-11-27')
  await tells('PENDING', 'A25', { at: '1200', home: '20261127' })
  assert.equal(await homeOn('PENDING'), undefined)
  const [, , notices] = await stands('PENDING')
  assert.deepEqual(notices, ['admitted', 'expected-home', 'expected-home', 'not-home-yet'])
})

test('an admission that is only planned is told to nobody, and the ward sees nothing of it', async () => {
  await tells('PLANNED', 'A14', { at: '0900', planned: '20261201' })
  assert.deepEqual(await stands('PLANNED'), ['planned', [], []])
  assert.deepEqual(await placesOf('PLANNED'), ['planned Ward Dyfi, 1'])
  await tells('PLANNED', 'A27', { at: '1000' })
  assert.deepEqual(await stands('PLANNED'), ['cancelled', [], []])
  await tells('PLANNED', 'A05', { at: '1100', planned: '20261202' })
  await tells('PLANNED', 'A38', { at: '1200' })
  assert.deepEqual(await stands('PLANNED'), ['cancelled', [], []])
})

test('a transfer that is pending moves nobody; it is where they are to be, until it is cancelled or they have moved', async () => {
  await tells('TRANSFER', 'A01', { at: '0900' })
  await tells('TRANSFER', 'A15', { at: '1000', toBe: 'BANW^^2' })
  assert.deepEqual(await placesOf('TRANSFER'), ['active Ward Dyfi, 1', 'planned Ward Banw, 2'])
  assert.deepEqual(await stands('TRANSFER'), ['in-progress', ['ward-dyfi'], ['admitted']])
  await tells('TRANSFER', 'A26', { at: '1100' })
  assert.deepEqual(await placesOf('TRANSFER'), ['active Ward Dyfi, 1'])
  await tells('TRANSFER', 'A15', { at: '1200', toBe: 'BANW^^2' })
  await tells('TRANSFER', 'A02', { at: '1300', where: 'BANW^^2' })
  assert.deepEqual(await placesOf('TRANSFER'), ['completed Ward Dyfi, 1', 'active Ward Banw, 2'])
  assert.deepEqual(await stands('TRANSFER'), ['in-progress', ['ward-banw'], ['admitted', 'moved']])
})

test('being on the way to an X-ray is no move', async () => {
  await tells('XRAY', 'A01', { at: '0900' })
  for (const [hour, end] of Object.entries({ 10: 'A10', 11: 'A32', 12: 'A33' })) {
    await tells('XRAY', 'A09', { at: `${hour}00`, forNow: 'XRAY' })
    assert.deepEqual(await placesOf('XRAY'), ['active Ward Dyfi, 1', 'planned XRAY'], end)
    await tells('XRAY', end, { at: `${hour}10` })
    assert.deepEqual(await placesOf('XRAY'), ['active Ward Dyfi, 1'], end)
  }
  assert.deepEqual(await stands('XRAY'), ['in-progress', ['ward-dyfi'], ['admitted']])
})

test('a move taken back leaves no trace but in the versions', async () => {
  await tells('BACK', 'A01', { at: '0900' })
  await tells('BACK', 'A02', { at: '1000', where: 'BANW^^2' })
  await tells('BACK', 'A12', { at: '1010', where: 'DYFI^^1' })
  assert.deepEqual(await placesOf('BACK'), ['active Ward Dyfi, 1'])
  assert.deepEqual(await stands('BACK'), ['in-progress', ['ward-dyfi'], ['admitted', 'moved', 'moved']])
})

test('another bed on the same ward is no news', async () => {
  await tells('BED', 'A01', { at: '0900' })
  await tells('BED', 'A02', { at: '1000', where: 'DYFI^^4' })
  assert.deepEqual(await stands('BED'), ['in-progress', ['ward-dyfi'], ['admitted']])
})

test('an hour in the emergency department is told to nobody, and those who are then taken in are told of', async () => {
  await tells('HOUR', 'A04', { at: '0900', where: 'AAB' })
  assert.deepEqual(await stands('HOUR'), ['in-progress', ['adran-frys'], []])
  await tells('HOUR', 'A03', { at: '1000' })
  assert.deepEqual(await stands('HOUR'), ['finished', [], []])
  await tells('STAYED', 'A04', { at: '0900', where: 'AAB' })
  await tells('STAYED', 'A06', { at: '1000' })
  assert.deepEqual(await stands('STAYED'), ['in-progress', ['ward-dyfi'], ['admitted']])
})

test('an update after the discharge, and a move, put nobody back to bed; a discharge taken back does', async () => {
  await tells('HOME', 'A01', { at: '0900' })
  await tells('HOME', 'A03', { at: '1100' })
  await tells('HOME', 'A08', { at: '1200' })
  await tells('HOME', 'A02', { at: '1300', where: 'BANW^^2' })
  assert.deepEqual(await stands('HOME'), ['finished', [], ['admitted', 'went-home']])
  await tells('HOME', 'A13', { at: '1400' })
  assert.deepEqual(await stands('HOME'), ['in-progress', ['ward-dyfi'], ['admitted', 'went-home', 'admitted']])
})

test('of a visit that was deleted there is only that it was entered in error', async () => {
  await tells('DELETED', 'A01', { at: '0900' })
  await tells('DELETED', 'A23', { at: '1000' })
  assert.deepEqual(await stands('DELETED'), ['entered-in-error', [], ['admitted', 'admission-cancelled']])
  for (const { period, location, reasonCode } of await staysOf('DELETED')) {
    assert.deepEqual([period, location, reasonCode], [undefined, undefined, undefined])
  }
})

test('two people change beds: both are where the message says, each ward sees its own, and both are told', async () => {
  await here.send('owen-admitted.hl7')
  await here.send('no-nhs-number.hl7')
  await here.send('owen-and-ifan-change-beds.hl7')
  assert.deepEqual(await stands('H2088079'), ['in-progress', ['ward-banw'], ['admitted', 'moved']])
  assert.deepEqual(await stands('H2088088'), ['in-progress', ['ward-twymyn'], ['admitted', 'moved']])
})

test('two who change beds move together or not at all', async () => {
  await tells('SWAP1', 'A01', { at: '0900' })
  await tells('OTHERS', 'A01', { at: '0900', where: 'BANW^^2' })
  const beds = (one: string, its: string) => `PID|1||${one}^^^GHB^PI\nPV1|1|I|${its}${'|'.repeat(16)}`
  const swap = `${beds('SWAP1', 'BANW^^2')}V-SWAP1\n${beds('NOT-THEIRS', 'DYFI^^1')}V-OTHERS`
  assert.equal(await says('A17', '1000', swap), 'feed.visitOfAnother')
  assert.deepEqual(await stands('SWAP1'), ['in-progress', ['ward-dyfi'], ['admitted']])
})

test('a visit under a number that the hospital has given up in favour of another is still one visit', async () => {
  const known = (id: string) => `PID|1||${id}^^^GHB^PI||BEYNON^MEGAN||19380606`
  for (const id of ['OLD', 'NEW']) await says('A28', '0800', known(id))
  await tells('OLD', 'A01', { at: '0900' })
  assert.equal(await says('A40', '1000', `${known('NEW')}\nMRG|OLD^^^GHB^PI`), 'applied')
  assert.equal(await says('A02', '1100', `${known('NEW')}\nPV1|1|I|BANW^^2${'|'.repeat(16)}V-OLD`), 'applied')
  assert.deepEqual((await stands('NEW')).slice(0, 2), ['in-progress', ['ward-banw']])
  assert.deepEqual(await placesOf('NEW'), ['completed Ward Dyfi, 1', 'active Ward Banw, 2'])
  assert.deepEqual(await staysOf('OLD'), [])
})

test('a record that its hospital has deleted stays, marked, with its stay and its link; it is not, once the hospital writes of it', async () => {
  await tells('GONE', 'A01', { at: '0900' })
  assert.equal(await says('A29', '1000', 'PID|1||GONE^^^GHB^PI'), 'applied')
  assert.equal((await patientOf('GONE')).active, false)
  assert.deepEqual(await stands('GONE'), ['in-progress', ['ward-dyfi'], ['admitted']])
  await tells('GONE', 'A08', { at: '1100' })
  assert.equal((await patientOf('GONE')).active, undefined)
  assert.equal(await says('A29', '1000', 'PID|1||NEVER-CAME^^^GHB^PI'), 'feed.withdrawsNobody')
})

test('several merges in one message are all applied, or none', async () => {
  for (const id of ['K1', 'K2', 'K3']) await says('A28', '0900', `PID|1||${id}^^^GHB^PI||ROWLANDS^GWEN||19500505`)
  assert.equal(await says('A40', '1000', 'PID|1||K1^^^GHB^PI\nMRG|K2^^^GHB^PI\nMRG|WHOSE'), 'feed.mergeBareNumber')
  assert.notEqual(await personKnownAs('K2'), await personKnownAs('K1'))
  assert.equal(await says('A40', '1100', 'PID|1||K1^^^GHB^PI\nMRG|K2^^^GHB^PI\nMRG|K3^^^GHB^PI'), 'applied')
  assert.equal(await personKnownAs('K2'), await personKnownAs('K1'))
  assert.equal(await personKnownAs('K3'), await personKnownAs('K1'))
})

test('allergies are kept one by one: what is not named stays, what is taken back is entered in error, older news changes nothing', async () => {
  const pid = 'PID|1||ALLERGIC^^^GHB^PI\n'
  await says('A60', '1000', `${pid}IAM|1|DA|P1^Penicillin^L|SV|Rash|A|77^GHB\nIAM|2|FA|N1^Nuts^L|MI||A`)
  await says('A60', '1200', `${pid}IAM|1|FA|N1^Nuts^L|||D`)
  await says('A60', '1100', `${pid}IAM|1|FA|N1^Nuts^L|SV||U`)
  await says('A60', '1300', `${pid}IAM|1|DA|P1^Penicillin^L|||X|77^GHB`)
  const rows = await here.store.db
    .selectFrom('resource')
    .select(['content', 'dataClass', 'version'])
    .where('type', '=', 'AllergyIntolerance')
    .orderBy('businessKey')
    .execute()
  assert.deepEqual(
    rows.map(({ content, dataClass, version }) => {
      const { code, clinicalStatus, verificationStatus, reaction } = content as unknown as AllergyIntolerance
      const status = clinicalStatus?.coding?.[0]?.code ?? verificationStatus?.coding?.[0]?.code
      return [code?.coding?.[0]?.display, status, reaction?.[0]?.severity, dataClass, version]
    }),
    [
      ['Penicillin', 'active', 'severe', 'clinical-summary', 1],
      ['Nuts', 'entered-in-error', undefined, 'clinical-summary', 2],
    ],
  )
})

test('a number of another’s visit is put aside, and nothing of the other’s stay changes', async () => {
  await tells('MINE', 'A01', { at: '0900' })
  const theirs = `PID|1||STRANGER^^^GHB^PI\nPV1|1|I|BANW^^2${'|'.repeat(16)}V-MINE`
  assert.equal(await says('A02', '1000', theirs), 'feed.visitOfAnother')
  assert.deepEqual(await stands('MINE'), ['in-progress', ['ward-dyfi'], ['admitted']])
})

/** An event of the stay of somebody known by this number, on 25 November. */
async function tells(who: string, trigger: string, said: Said): Promise<void> {
  const { at = '0900', where = 'DYFI^^1', forNow = '', toBe = '', home = '' } = said
  const pv1: string[] = ['PV1', '1', 'I', where, '', '', '', '', '', '', '', forNow]
  pv1[19] = `V-${who}`
  pv1[42] = toBe
  const visit = Array.from(pv1, field => field ?? '').join('|')
  const body = `PID|1||${who}^^^GHB^PI\n${visit}\nPV2|||^Chest pain||||||${home}`
  assert.equal(await says(trigger, at, body, said.planned), 'applied')
}

/** What became of a message. */
async function says(trigger: string, at: string, body: string, planned = ''): Promise<string> {
  const time = `20261125${at}00+0000`
  const header = `MSH|^~\\&|GHPAS|YGH|||${time}||ADT^${trigger}|STAY${++sent}|P|2.5.1||||||UNICODE UTF-8`
  assert.match(await here.send(`${header}\nEVN||${time}|${planned}\n${body}\n`), /\rMSA\|AA\|/)
  const { outcome, reason } = await here.store.db
    .selectFrom('messageOutcome as became')
    .innerJoin('message', 'message.id', 'became.messageId')
    .select(['became.outcome', 'became.reason'])
    .where('message.controlId', '=', `STAY${sent}`)
    .executeTakeFirstOrThrow()
  return reason ?? outcome
}

/** How a stay stands, which wards see the person, and what has been told of them. */
async function stands(who: string): Promise<[string | undefined, string[], string[]]> {
  const id = await recordOf(who)
  const ties = await here.store.db
    .selectFrom('relationshipNow as tie')
    .innerJoin('personLinkNow as link', 'link.personId', 'tie.personId')
    .innerJoin('team', 'team.id', 'tie.teamId')
    .select('team.code')
    .where('link.sourceRecordId', '=', id)
    .where('tie.kind', '=', 'admission')
    .execute()
  const notices = await here.store.db
    .selectFrom('notice')
    .innerJoin('resource', 'resource.id', 'notice.resourceId')
    .select('notice.kind')
    .where('notice.sourceRecordId', '=', id)
    .orderBy('notice.happenedAt')
    .execute()
  const [spell] = await staysOf(who)
  return [spell?.status, ties.map(({ code }) => code), notices.map(({ kind }) => kind)]
}

async function homeOn(who: string): Promise<string | undefined> {
  const [spell] = await staysOf(who)
  return spell && expectedHomeOn(spell)
}

async function placesOf(who: string): Promise<string[]> {
  const [, stay] = await staysOf(who)
  return (stay?.location ?? []).map(({ status, location }) => `${status} ${location.display}`)
}

async function staysOf(who: string): Promise<Encounter[]> {
  const rows = await here.store.db
    .selectFrom('resource')
    .select('content')
    .where('sourceRecordId', '=', await recordOf(who))
    .where('type', '=', 'Encounter')
    .orderBy('businessKey')
    .execute()
  return rows.map(({ content }) => content as unknown as Encounter)
}

async function patientOf(who: string): Promise<Patient> {
  const { content } = await here.store.db
    .selectFrom('sourceRecord')
    .select('content')
    .where('localId', '=', who)
    .executeTakeFirstOrThrow()
  return content as unknown as Patient
}

async function recordOf(who: string): Promise<string> {
  const record = here.store.db.selectFrom('sourceRecord').select('id').where('localId', '=', who)
  return (await record.executeTakeFirstOrThrow()).id
}

async function personKnownAs(who: string): Promise<string> {
  const { personId } = await here.store.db
    .selectFrom('personLinkNow')
    .select('personId')
    .where('sourceRecordId', '=', await recordOf(who))
    .executeTakeFirstOrThrow()
  return personId ?? assert.fail(who)
}
