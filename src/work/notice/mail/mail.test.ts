import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { peopleOf } from '#record/sharing/relationship/ties.ts'
import { actorOf, asSent, personId, region } from '#test/kit.ts'
import { queueMail, readMail } from '#work/outbox/mail.ts'
import { findMailChoice, turnOffMail } from './choice.ts'
import { enterMailCode, findWaitingCode, sendMailCode } from './code.ts'
import { mailNotices } from './tell.ts'

// Four people ask to be told by mail: Mair’s social worker, her daughter, her befriender, whose agreement is not signed,
// and her housing officer, who thinks better of it.
const here = await region()
const BEFRIENDER = 'glenys-tudge'
const ORIGIN = 'https://cydofal.example'
const TEXT: Readonly<Record<Language, { subject: string; text: string }>> = {
  en: {
    subject: 'Something you follow in Cydofal has changed',
    text: 'Something you follow in Cydofal has changed. Sign in to read it.\n\nhttps://cydofal.example\n\nTo get no more of these: https://cydofal.example/my-notices\n',
  },
  cy: {
    subject: 'Mae rhywbeth rydych chi’n ei ddilyn yn Cydofal wedi newid',
    text: 'Mae rhywbeth rydych chi’n ei ddilyn yn Cydofal wedi newid. Mewngofnodwch i’w ddarllen.\n\nhttps://cydofal.example\n\nI beidio â chael rhagor o’r rhain: https://cydofal.example/my-notices\n',
  },
}

test('nobody is mailed before they have typed the code that came to their address', async () => {
  await ask('sioned-evans')
  assert.equal(await choiceOf('sioned-evans'), undefined)
  const code = await codeSentTo('sioned-evans')
  assert.match(code, /^\d{6}$/)
  assert.deepEqual(await enter('sioned-evans', other(code)), { ok: false, problem: 'noticeMail.codeWrong' })
  assert.equal(await choiceOf('sioned-evans'), undefined)
  assert.ok((await enter('sioned-evans', ` ${code.slice(0, 3)} ${code.slice(3)}`)).ok)
  assert.equal((await choiceOf('sioned-evans'))?.address, 'sioned-evans@example.org')
})

test('after three wrong codes the right one is refused too, and so is one that is half an hour old, or somebody else’s', async () => {
  await ask('elin-pritchard')
  const first = await codeSentTo('elin-pritchard')
  for (const problem of ['codeWrong', 'codeWrong', 'codeOver'])
    assert.deepEqual(await enter('elin-pritchard', other(first)), { ok: false, problem: `noticeMail.${problem}` })
  assert.deepEqual(await enter('elin-pritchard', first), { ok: false, problem: 'noticeMail.codeOver' })
  wait(1)
  await ask('elin-pritchard')
  const second = await codeSentTo('elin-pritchard')
  assert.deepEqual(await enter('ffion-gittins', second), { ok: false, problem: 'noticeMail.codeOver' })
  wait(30)
  assert.deepEqual(await enter('elin-pritchard', second), { ok: false, problem: 'noticeMail.codeOver' })
  await turnOn('elin-pritchard', 'cy')
  assert.equal((await choiceOf('elin-pritchard'))?.language, 'cy')
})

test('five codes a day are sent, and no sixth', async () => {
  for (let sent = 0; sent < 5; sent++) assert.ok((await ask('catrin-morgan')).ok)
  assert.deepEqual(await ask('catrin-morgan'), { ok: false, problem: 'noticeMail.tooManyCodes' })
})

test('once Mair is in hospital, whoever may know it is mailed once, by however many at once, and nothing of her is in it', async () => {
  await turnOn(BEFRIENDER, 'en')
  await turnOn('ffion-gittins', 'en')
  wait(1)
  await here.send('mair-admitted.hl7')
  await off('ffion-gittins')
  await Promise.all([1, 2, 3].map(() => mailNotices(here.store, ORIGIN)))
  assert.deepEqual(await mailed(), [
    { to: 'elin-pritchard@example.org', ...TEXT.cy },
    { to: 'sioned-evans@example.org', ...TEXT.en },
  ])
})

test('the befriender has a tie to her and may not know; would she have been told, it would have been seen', async () => {
  const tied = await transaction(here.store, tx => peopleOf(tx, actorOf(BEFRIENDER)))
  assert.ok(tied.includes(personId('mair-pritchard')))
  assert.ok(await choiceOf(BEFRIENDER))
  // The seeded fault: her mail, as it would have been queued had nobody decided whether she may know.
  const fault = new Error('undone')
  await assert.rejects(
    transactionInTurn(here.store, async tx => {
      await queueMail(tx, { key: 'notice seeded', to: addressOf(BEFRIENDER), ...TEXT.en })
      assert.equal((await mailed(tx)).length, 3)
      throw fault
    }),
    fault,
  )
})

test('within the hour nobody is mailed again; her housing officer and Mair herself, who have turned it on since, are', async () => {
  await turnOn('ffion-gittins', 'en')
  await turnOn('mair-pritchard', 'cy')
  wait(8)
  await here.send('mair-home.hl7')
  await mailNotices(here.store, ORIGIN)
  assert.deepEqual((await mailed()).slice(2), [
    { to: addressOf('ffion-gittins'), ...TEXT.en },
    { to: addressOf('mair-pritchard'), ...TEXT.cy },
  ])
})

test('after the hour the others are mailed of what is new, and then of nothing any more', async () => {
  wait(51)
  await mailNotices(here.store, ORIGIN)
  assert.equal((await mailed()).length, 6)
  wait(61)
  await mailNotices(here.store, ORIGIN)
  assert.equal((await mailed()).length, 6)
})

test('when Mair has died her family is mailed that something has changed, and nothing is written to her', async () => {
  const pid =
    asSent('mair-home.hl7')
      .split('\r')
      .find(line => line.startsWith('PID')) ?? ''
  const died = [
    'MSH|^~\\&|GHPAS|YGH|CYDOFAL|GLANHAFREN|20261126130000+0000||ADT^A31^ADT_A05|DIED1|P|2.5.1|||AL||GBR|UNICODE UTF-8',
    'EVN|A31|20261126130000+0000',
    pid.replace(/\|\|N$/, '|20261126110000|Y'),
    'PV1|1|N',
  ]
  assert.match(await here.send(died.join('\r')), /MSA\|AA/)
  await mailNotices(here.store, ORIGIN)
  const to = (await mailed()).slice(6).map(mail => mail.to)
  assert.ok(to.includes(addressOf('elin-pritchard')))
  assert.ok(!to.includes(addressOf('mair-pritchard')))
})

test('whoever turns it off is not sent what was queued and has not left; the others still are', async () => {
  const [hers = 0, others = 0] = await waitingFor('elin-pritchard', 'sioned-evans')
  assert.ok(hers > 0 && others > 0)
  await off('elin-pritchard')
  assert.deepEqual(await waitingFor('elin-pritchard', 'sioned-evans'), [0, others])
})

/** How many mails of notices to each of them have not left. */
async function waitingFor(...accounts: readonly string[]): Promise<number[]> {
  const waiting = here.store.db
    .selectFrom('outgoingWaiting as waiting')
    .innerJoin('outgoing', 'outgoing.id', 'waiting.outgoingId')
    .select('outgoing.recipient')
    .where('outgoing.key', 'like', 'notice %')
  const to = (await waiting.execute()).map(({ recipient }) => recipient)
  return accounts.map(account => to.filter(one => one === addressOf(account)).length)
}

function addressOf(account: string): string {
  return `${account}@example.org`
}

function ask(account: string) {
  const asking = { address: addressOf(account), language: 'en' } as const
  return transactionInTurn(here.store, tx => sendMailCode(tx, actorOf(account).accountId, asking))
}

function enter(account: string, typed: string, language: Language = 'en') {
  return transactionInTurn(here.store, tx => enterMailCode(tx, actorOf(account).accountId, { typed, language }))
}

async function turnOn(account: string, language: Language): Promise<void> {
  wait(1)
  await ask(account)
  assert.ok((await enter(account, await codeSentTo(account), language)).ok)
}

async function off(account: string): Promise<void> {
  await transactionInTurn(here.store, tx => turnOffMail(tx, actorOf(account).accountId))
  assert.equal(await choiceOf(account), undefined)
}

function choiceOf(account: string) {
  return transaction(here.store, tx => findMailChoice(tx, actorOf(account).accountId))
}

/** The code as its mail tells it. */
async function codeSentTo(account: string): Promise<string> {
  const id = (await transaction(here.store, tx => findWaitingCode(tx, actorOf(account).accountId)))?.id
  const sent = here.store.db.selectFrom('outgoing').select(['body', 'recipient']).where('key', '=', `mail code ${id}`)
  const { body, recipient } = await sent.executeTakeFirstOrThrow()
  assert.equal(recipient, addressOf(account))
  return /\d{6}/.exec(readMail(body).text)?.[0] ?? ''
}

function other(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0')
}

function wait(minutes: number): void {
  here.clock.move(new Date(here.clock.now().getTime() + minutes * 60_000).toISOString())
}

/** What has been queued of notices, to whom. */
async function mailed(tx: Pick<Tx, 'db'> = here.store) {
  const sent = tx.db.selectFrom('outgoing').select(['body', 'recipient as to']).where('key', 'like', 'notice %')
  return (await sent.orderBy('outgoing.queuedAt').orderBy('recipient').execute()).map(({ to, body }) => ({
    to,
    ...readMail(body),
  }))
}
