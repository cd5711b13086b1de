import assert from 'node:assert/strict'
import { connect as connectPlain, createServer } from 'node:net'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type ConnectionOptions, connect } from 'node:tls'
import { inventedAuthority } from '#test/certificates.ts'
import type { MllpFault } from './conversation.ts'
import { frameOf, frameReader } from './frame.ts'
import { isAmong, type Peer } from './peer.ts'
import { type Keys, listenMllp } from './server.ts'

const authority = inventedAuthority()
const ours = authority.issue('cydofal.example')
const hospital = authority.issue('pas.ysbyty.example')

async function listening(t: TestContext, keys: Keys = { ...ours, ca: authority.cert }) {
  const peers: Peer[] = []
  const faults: [MllpFault, string][] = []
  const listener = await listenMllp({
    ...{ port: 0, host: '127.0.0.1', keys },
    limits: { frameBytesMax: 1000, connectionsMax: 20, connectionsPerAddressMax: 4, idleSecondsMax: 5 },
    async receive(frame, peer) {
      peers.push(peer)
      await pause(20)
      return [Buffer.from(`ok:${frame}`)]
    },
    async fault(fault, partial) {
      faults.push([fault, String(partial)])
      return []
    },
  })
  t.after(() => listener.close())
  return { ...listener, peers, faults }
}

/** A sender over TLS; `answers` collects what comes back until the connection ends. */
function sender(port: number, options: ConnectionOptions = hospital) {
  const socket = connect({
    host: '127.0.0.1',
    port,
    ca: authority.cert,
    allowHalfOpen: true,
    ...options,
  } as ConnectionOptions)
  const reader = frameReader()
  const answers: string[] = []
  socket.on('data', chunk => answers.push(...reader.feed(chunk).frames.map(String)))
  socket.on('error', () => socket.destroy())
  socket.on('end', () => socket.destroy())
  return { socket, answers, ended: new Promise<void>(resolve => socket.once('close', () => resolve())) }
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 5) {
    assert.ok(waited < 4000, 'what the test waits for never came')
    await pause(5)
  }
}

test('messages are answered over TLS, and who sent them is known by the names of their certificate', async t => {
  const { port, peers } = await listening(t)
  const { socket, answers } = sender(port)
  socket.write(frameOf(Buffer.from('one')))
  socket.write(frameOf(Buffer.from('two')))
  await until(() => answers.length === 2)
  assert.deepEqual(answers, ['ok:one', 'ok:two'])
  const [fingerprint, ...names] = peers[0]?.certificate ?? []
  assert.match(fingerprint ?? '', /^SHA256:[0-9A-F]{64}$/)
  assert.deepEqual(names, ['CN:pas.ysbyty.example', 'DNS:pas.ysbyty.example', 'IP Address:127.0.0.1'])
  assert.equal(peers[0]?.address, '127.0.0.1')
  socket.destroy()
})

test('a sender that closes its half after its last message still gets its answer over TLS', async t => {
  const { port } = await listening(t)
  const { socket, answers, ended } = sender(port)
  socket.write(frameOf(Buffer.from('last but one')))
  socket.end(frameOf(Buffer.from('last')))
  await ended
  assert.deepEqual(answers, ['ok:last but one', 'ok:last'])
})

test('a sender nobody vouches for is not heard, nor one without a certificate, nor one that speaks in the clear', async t => {
  const { port, peers } = await listening(t)
  const stranger = inventedAuthority('Somebody else').issue('pas.ysbyty.example')
  for (const options of [stranger, {}]) {
    const { socket, answers, ended } = sender(port, options)
    socket.write(frameOf(Buffer.from('hello')))
    await ended
    assert.deepEqual(answers, [])
  }
  const plain = connectPlain({ port, host: '127.0.0.1' })
  plain.resume().on('error', () => undefined)
  plain.write(frameOf(Buffer.from('hello')))
  await new Promise(resolve => plain.once('close', resolve))
  assert.deepEqual(peers, [])
})

test('without an authority for senders nobody is asked for a certificate, and nobody is known by one', async t => {
  const { port, peers } = await listening(t, ours)
  const { socket, answers } = sender(port)
  socket.write(frameOf(Buffer.from('one')))
  await until(() => answers.length === 1)
  assert.equal(peers[0]?.certificate, undefined)
  socket.destroy()
})

test('a connection cut within a message is told of, with what came, wherever in the encrypted stream it is cut', async t => {
  const { port, faults } = await listening(t)
  const line = await cuttableLine(t, port)
  for (const [index, bytes] of [0, 3, 20].entries()) {
    const { socket, ended } = sender(line.port)
    await new Promise(resolve => socket.once('secureConnect', resolve))
    socket.write(`\vMSH|half${index}`)
    await pause(50)
    line.cutAfter(bytes)
    socket.write('|which never comes whole')
    await ended
    await until(() => faults.length === index + 1)
    assert.deepEqual(faults.at(-1), ['mllp.unfinished', `MSH|half${index}`])
  }
})

test('a sender that closes within a message is told of too', async t => {
  const { port, faults } = await listening(t)
  const { socket } = sender(port)
  socket.end('\vMSH|half')
  await until(() => faults.length === 1)
  assert.deepEqual(faults, [['mllp.unfinished', 'MSH|half']])
})

/** A network between sender and listener that can be cut after so many more of the sender's bytes, in mid-record. */
async function cuttableLine(t: TestContext, to: number) {
  let left = Number.POSITIVE_INFINITY
  const server = createServer(near => {
    left = Number.POSITIVE_INFINITY
    const far = connectPlain({ port: to, host: '127.0.0.1' })
    far.pipe(near)
    near.on('data', chunk => {
      const passed = chunk.subarray(0, left)
      if (passed.length === chunk.length) return far.write(chunk)
      return far.write(passed, () => {
        far.destroy()
        near.destroy()
      })
    })
    for (const end of [near, far]) end.on('error', () => undefined)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  return {
    port: address.port,
    cutAfter(bytes: number) {
      left = bytes
    },
  }
}

test('more connections from one address than allowed are turned away, and others come in when some have gone', async t => {
  const { port } = await listening(t)
  const allowed = Array.from({ length: 4 }, () => sender(port))
  for (const { socket } of allowed) socket.write(frameOf(Buffer.from('in')))
  await until(() => allowed.every(({ answers }) => answers.length === 1))
  await sender(port).ended
  allowed[0]?.socket.destroy()
  await pause(50)
  const next = sender(port)
  next.socket.write(frameOf(Buffer.from('in')))
  await until(() => next.answers.length === 1)
  for (const { socket } of [...allowed, next]) socket.destroy()
})

test('a certificate that was renewed is shown from then on, and connections that are open go on', async t => {
  const { port, renew } = await listening(t)
  const before = sender(port)
  await new Promise(resolve => before.socket.once('secureConnect', resolve))
  const renewed = authority.issue('renewed.example')
  renew({ ...renewed, ca: authority.cert })
  const after = sender(port, { ...hospital, checkServerIdentity: () => undefined })
  await new Promise(resolve => after.socket.once('secureConnect', resolve))
  assert.equal(after.socket.getPeerCertificate().subject.CN, 'renewed.example')
  before.socket.write(frameOf(Buffer.from('still here')))
  await until(() => before.answers.length === 1)
  assert.throws(() => renew({ cert: 'none', key: 'none' }))
  before.socket.destroy()
  after.socket.destroy()
})

test('keys that are none are said to be none at once', async t => {
  await assert.rejects(listening(t, { cert: 'none', key: 'none' }))
})

test('an address is among those listed, or in a network that is', () => {
  const listed = ['10.1.0.0/16', ' 192.0.2.7', '2001:db8::/32', 'pas.example', '10.0.0.0/99', '']
  const found = (address: string) => isAmong(address, listed)
  assert.deepEqual(['10.1.255.3', '192.0.2.7', '2001:db8::5'].map(found), [true, true, true])
  assert.deepEqual(['10.2.0.1', '192.0.2.8', '2001:db9::5', 'pas.example', ''].map(found), Array(5).fill(false))
})
