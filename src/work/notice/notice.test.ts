import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Announcement, listen } from '#ground/db/announce.ts'
import { transaction } from '#ground/db/store.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { actorOf, asSent, personId, region } from '#test/kit.ts'
import type { Notice } from './notice.ts'
import { noticesOf, peopleOfNotices } from './read.ts'
import { takeNotice } from './take.ts'

// Mair was taken into hospital in the night. What each of those around her is told of it:
const here = await region()
const MAIR = personId('mair-pritchard')
const HOSPITAL = 'Ysbyty Glan Hafren'

test('before the message has come nobody has anything to be told', async () => {
  assert.deepEqual(await told('sioned-evans'), [])
  assert.deepEqual(await told('catrin-morgan'), 'nothing of them')
  await here.send('mair-admitted.hl7')
})

test('her social worker is told at once: where, on which ward, why, and when she may be home', async () => {
  assert.deepEqual(await told('sioned-evans'), [
    { kind: 'admitted', hospital: HOSPITAL, ward: 'Ward Dyfi', reason: 'Fall at home, hip pain', home: '2026-11-29' },
  ])
})

test('her reablement worker is told the same', async () => {
  assert.deepEqual(await told('aled-jenkins'), await told('sioned-evans'))
})

test('her housing officer is told that she is in hospital and the expected day, and neither ward nor reason', async () => {
  assert.deepEqual(await told('ffion-gittins'), [
    { kind: 'admitted', hospital: HOSPITAL, ward: undefined, reason: undefined, home: '2026-11-29' },
  ])
})

test('nothing that is hidden from the housing officer is in what her page is made of', async () => {
  const seen = await here.look('ffion-gittins', 'mair-pritchard', (tx, access) => noticesOf(tx, [access]))
  assert.doesNotMatch(JSON.stringify(seen), /Dyfi|Fall|hip|DYFI/)
})

test('her daughter is told all of it, by her mother’s own choice', async () => {
  assert.deepEqual(await told('elin-pritchard'), await told('sioned-evans'))
})

test('the nurse on her ward is told from the admission on', async () => {
  assert.deepEqual(await told('catrin-morgan'), await told('sioned-evans'))
})

test('nobody else is told: another ward, a stranger in the same council, a carer who does not come to her', async () => {
  for (const account of ['olumide-adeyemi', 'dewi-prosser', 'kasia-nowak', 'alun-meredith', 'owen-griffiths']) {
    assert.equal(await told(account), 'nothing of them', account)
  }
})

test('the befriender knows Mair and is not told, because the agreement lacks a signature', async () => {
  assert.deepEqual(await told('glenys-tudge'), [])
})

test('Mair reads what the others were told', async () => {
  assert.deepEqual(await told('mair-pritchard'), await told('sioned-evans'))
})

test('Owen’s landlord is told nothing of his admission, because Owen said so; his social worker is', async () => {
  await here.send('owen-admitted.hl7')
  assert.equal(await told('marc-bennett', 'owen-griffiths'), 'nothing of them')
  assert.equal((await told('sioned-evans', 'owen-griffiths')).length, 1)
})

test('a whole list is told in one go, and each of it is still decided alone', async () => {
  const people = ['mair-pritchard', 'owen-griffiths', 'non-tilsley'].map(personId)
  const pairs = people.map(person => ({ actor: actorOf('sioned-evans'), personId: person }))
  const notices = await transaction(here.store, tx =>
    lookAtMany(tx, pairs, { doing: 'list', place: 'people' }, accesses => noticesOf(tx, accesses)),
  )
  assert.deepEqual(
    notices.map(([notice]) => notice?.personId),
    [MAIR, personId('owen-griffiths')],
  )
})

test('her social worker takes notice once, however often she says so, and nobody else’s page changes', async () => {
  const take = () =>
    here.look('sioned-evans', 'mair-pritchard', async (tx, access) => takeNotice(tx, access, await firstId()))
  assert.deepEqual(await take(), { ok: true, value: { ok: true, value: undefined } })
  assert.deepEqual(await take(), { ok: true, value: { ok: true, value: undefined } })
  const takenAt = async (account: string) => (await noticesFor(account))[0]?.takenAt
  assert.deepEqual(await takenAt('sioned-evans'), here.clock.now())
  assert.equal(await takenAt('ffion-gittins'), undefined)
})

test('nobody takes notice of what they are not shown', async () => {
  const id = await firstId()
  const taken = await here.look('marc-bennett', 'ieuan-davies', (tx, access) => takeNotice(tx, access, id))
  assert.deepEqual(taken, { ok: true, value: { ok: false, problem: 'notice.notShown' } })
  const befriender = await here.look('glenys-tudge', 'mair-pritchard', (tx, access) => takeNotice(tx, access, id))
  assert.deepEqual(befriender, { ok: true, value: { ok: false, problem: 'notice.notShown' } })
})

test('that she moved ward is told to those who know the ward, and the landlord learns nothing of it', async () => {
  here.clock.move('2026-11-23T15:00:00Z')
  await here.send('mair-moved-ward.hl7')
  assert.deepEqual(kindsOf(await told('sioned-evans')), ['moved', 'admitted'])
  assert.deepEqual(kindsOf(await told('ffion-gittins')), ['admitted'])
  assert.equal(await told('catrin-morgan'), 'nothing of them')
  assert.deepEqual(kindsOf(await told('olumide-adeyemi')), ['moved', 'admitted'])
})

test('a new day for home is news to all of them, the landlord too', async () => {
  here.clock.move('2026-11-24T11:00:00Z')
  await here.send('mair-expected-home.hl7')
  const [news] = await told('ffion-gittins')
  assert.deepEqual(news, {
    kind: 'expected-home',
    hospital: HOSPITAL,
    ward: undefined,
    reason: undefined,
    home: '2026-11-26',
  })
})

test('a correction that changes no day is no news', async () => {
  await here.send(asSent('mair-expected-home.hl7').replace('YGH0000419102', 'YGH0000419103'))
  assert.deepEqual(kindsOf(await told('sioned-evans')), ['expected-home', 'moved', 'admitted'])
})

test('when she is home they are told, and the wards see nothing more of her', async () => {
  here.clock.move('2026-11-26T11:15:00Z')
  await here.send('mair-home.hl7')
  assert.deepEqual(kindsOf(await told('ffion-gittins')), ['went-home', 'expected-home', 'admitted'])
  assert.equal(await told('olumide-adeyemi'), 'nothing of them')
})

test('a notice is announced by its id alone, and only when what happened has been kept', async () => {
  const heard: Announcement[] = []
  const listening = await listen(here.url, { announced: one => heard.push(one), missed: () => {} })
  await here.send('wrong-person.hl7')
  await here.send('someone-unknown.hl7')
  for (let looks = 0; heard.length === 0 && looks < 100; looks++) await sleep(20)
  await listening.stop()
  assert.deepEqual(
    heard.map(({ topic }) => topic),
    ['notice'],
  )
  const about = await transaction(here.store, tx => peopleOfNotices(tx, [heard[0]?.id ?? '']))
  assert.equal(about.length, 1)
  assert.notEqual(about[0], MAIR)
})

test('after a month a notice is no longer shown, and the record still holds it', async () => {
  here.clock.move('2027-01-15T09:00:00Z')
  assert.deepEqual(await told('sioned-evans'), [])
  assert.ok((await here.store.db.selectFrom('notice').select('id').execute()).length >= 5)
})

interface Told {
  readonly kind: string
  readonly hospital: string | undefined
  readonly ward: string | undefined
  readonly reason: string | undefined
  readonly home: string | undefined
}

/** What somebody is told of a person, the newest first. */
async function told(account: string, person = 'mair-pritchard'): Promise<readonly Told[] | 'nothing of them'> {
  const seen = await here.look(account, person, (tx, access) => noticesOf(tx, [access]))
  if (!seen.ok) return 'nothing of them'
  return (seen.value[0] ?? []).map(({ kind, hospital, ward, reason, expectedHomeOn }) => ({
    kind,
    hospital: hospital?.cy,
    ward: ward?.cy,
    reason,
    home: expectedHomeOn,
  }))
}

function kindsOf(notices: readonly Told[] | 'nothing of them'): string[] | string {
  return typeof notices === 'string' ? notices : notices.map(({ kind }) => kind)
}

async function noticesFor(account: string): Promise<Notice[]> {
  const seen = await here.look(account, 'mair-pritchard', (tx, access) => noticesOf(tx, [access]))
  return seen.ok ? (seen.value[0] ?? []) : []
}

async function firstId(): Promise<string> {
  return (await noticesFor('sioned-evans')).at(-1)?.id ?? assert.fail('nothing was told')
}
