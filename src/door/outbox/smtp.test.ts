import assert from 'node:assert/strict'
import { createServer, type Socket } from 'node:net'
import { type TestContext, test } from 'node:test'
import type { Parcel } from '#work/outbox/carrier.ts'
import { smtpCarrier } from './smtp.ts'

/** A relay that says to RCPT what it is told to, and keeps what it is sent. */
async function relay(t: TestContext, toRecipient: string) {
  const heard: string[] = []
  const talk = (socket: Socket) => {
    let isData = false
    socket.on('error', () => undefined)
    socket.write('220 relay.example\r\n')
    socket.on('data', chunk => {
      heard.push(String(chunk))
      if (isData) {
        if (!heard.join('').endsWith('\r\n.\r\n')) return
        isData = false
        return void socket.write('250 2.0.0 queued as 1\r\n')
      }
      const word = String(chunk).slice(0, 4).toUpperCase()
      isData = word === 'DATA'
      socket.write({ DATA: '354 go on\r\n', RCPT: `${toRecipient}\r\n`, QUIT: '221 bye\r\n' }[word] ?? '250 ok\r\n')
    })
  }
  const server = createServer(talk)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const at = server.address()
  return { heard, url: `smtp://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}` }
}

const FROM = 'Cydofal <cydofal@glan-hafren.example>'
const parcel = (recipient: string): Parcel => ({
  id: '3f8e',
  destination: { id: 'mail', address: '', settings: {} },
  recipient,
  contentType: 'text/plain; charset=utf-8',
  body: Buffer.from('Mae rhywbeth i’w weld\n\nMewngofnodwch i Cydofal.\n'),
})

test('a mail is taken by the relay, with its subject, its text and an id that stays the same', async t => {
  const { url, heard } = await relay(t, '250 ok')
  const answer = await smtpCarrier({ url, from: FROM })(parcel('kasia@cannwyll.example'))
  assert.deepEqual([answer.result, answer.code], ['accepted', '250'])
  const said = heard.join('')
  assert.match(said, /RCPT TO:<kasia@cannwyll\.example>/)
  assert.match(said, /Message-ID: <3f8e@glan-hafren\.example>/)
  assert.match(said, /Subject: =\?UTF-8\?/)
  assert.match(said, /Mewngofnodwch i Cydofal\./)
})

test('a mailbox that there is not is a dead letter; one that is full may not stay so', async t => {
  const gone = await relay(t, '550 5.1.1 no such user')
  assert.equal((await smtpCarrier({ url: gone.url, from: FROM })(parcel('x@cannwyll.example'))).result, 'rejected')
  const full = await relay(t, '452 4.2.2 mailbox full')
  assert.equal((await smtpCarrier({ url: full.url, from: FROM })(parcel('x@cannwyll.example'))).result, 'unknown')
})

test('what is written for one address goes to one address', async t => {
  const { url, heard } = await relay(t, '250 ok')
  await smtpCarrier({ url, from: FROM })(parcel('a@cannwyll.example, b@elsewhere.example'))
  assert.doesNotMatch(heard.join(''), /RCPT TO:<b@elsewhere\.example>/)
})

test('a relay that is not there has said nothing', async () => {
  const answer = await smtpCarrier({ url: 'smtp://127.0.0.1:1', from: FROM })(parcel('kasia@cannwyll.example'))
  assert.deepEqual([answer.result, answer.code], ['unknown', 'smtp.noConnection'])
})
