import assert from 'node:assert/strict'
import { createServer, type Socket } from 'node:net'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { type AckFault, acksFor, nakForUnreadable } from '#ground/hl7/ack.ts'
import type { Verdict } from '#ground/hl7/ack-codes.ts'
import { exampleAdmission, read } from '#ground/hl7/example.ts'
import { connectMllp, sendMllp } from './client.ts'
import { frameOf, frameReader } from './frame.ts'
import { listenMllp } from './server.ts'

const host = '127.0.0.1'
const own = { controlId: 'A1', at: new Date('2026-07-01T08:00:00Z') }
const ackFor = (frame: Buffer, verdict: Verdict, fault?: AckFault) =>
  acksFor(read(frame), verdict, () => own, fault)[0] ?? Buffer.alloc(0)
const message = (controlId: string) => Buffer.from(exampleAdmission().replace('GH0001', controlId))

/** The other end, written by hand: what it does with each frame is the test's business. */
async function otherEnd(t: TestContext, hear: (socket: Socket, frame: Buffer) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    const reader = frameReader()
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('data', chunk => {
      for (const frame of reader.feed(chunk).frames) hear(socket, frame)
    })
  })
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  assert.ok(typeof address === 'object' && address)
  return address.port
}

test('messages sent over a link are acknowledged by a listener of ours', async t => {
  const listener = await listenMllp({
    port: 0,
    host,
    limits: { frameBytesMax: 100_000, connectionsMax: 4, connectionsPerAddressMax: 10, idleSecondsMax: 5 },
    receive: async frame => acksFor(read(frame), 'accepted', () => own),
    fault: async () => [],
  })
  t.after(() => listener.close())
  const link = await connectMllp({ host, port: listener.port, timeoutSeconds: 2 })
  assert.ok(link.ok)
  for (const controlId of ['M1', 'M2', 'M3']) {
    const sent = await link.value.send(message(controlId))
    assert.equal(sent.ok && sent.value.code, 'CA')
  }
  link.value.close()
  const alone = await sendMllp({ host, port: listener.port, timeoutSeconds: 2 }, message('M4'))
  assert.equal(alone.ok && alone.value.code, 'CA')
})

test('a refusal comes back with its reason', async t => {
  const port = await otherEnd(t, (socket, frame) => {
    const text = 'The date of birth is missing'
    socket.write(frameOf(ackFor(frame, 'error', { problem: 'adt.noPatientId', text })))
  })
  const sent = await sendMllp({ host, port, timeoutSeconds: 2 }, message('M1'))
  assert.deepEqual(sent.ok && [sent.value.code, sent.value.text], ['CE', 'The date of birth is missing'])
})

test('even what is no message at all can be sent, and its refusal heard', async t => {
  const port = await otherEnd(t, (socket, frame) => {
    socket.write(frameOf(nakForUnreadable(frame, own, { problem: 'hl7.notHl7' })))
  })
  const sent = await sendMllp({ host, port, timeoutSeconds: 2 }, Buffer.from('hello'))
  assert.deepEqual(sent.ok && [sent.value.code, sent.value.text], ['AR', 'hl7.notHl7'])
})

test('an acknowledgement that comes too late never counts for the next message', async t => {
  const port = await otherEnd(t, (socket, frame) => {
    void pause(120).then(() => socket.write(frameOf(ackFor(frame, 'accepted'))))
  })
  const link = await connectMllp({ host, port, timeoutSeconds: 0.05 })
  assert.ok(link.ok)
  assert.deepEqual(await link.value.send(message('M1')), { ok: false, problem: 'mllp.timeout' })
  assert.equal(link.value.isOpen, false)
  assert.deepEqual(await link.value.send(message('M2')), { ok: false, problem: 'mllp.cut' })
})

test('an acknowledgement of another message is none', async t => {
  const port = await otherEnd(t, socket => {
    socket.write(frameOf(ackFor(message('OTHER'), 'accepted')))
  })
  const link = await connectMllp({ host, port, timeoutSeconds: 2 })
  assert.ok(link.ok)
  assert.deepEqual(await link.value.send(message('M1')), { ok: false, problem: 'mllp.wrongAck' })
  assert.equal(link.value.isOpen, false)
})

test('a connection cut before the acknowledgement leaves the message unanswered', async t => {
  const port = await otherEnd(t, socket => socket.destroy())
  assert.deepEqual(await sendMllp({ host, port, timeoutSeconds: 2 }, message('M1')), { ok: false, problem: 'mllp.cut' })
})

test('an answer that is no acknowledgement is said to be none', async t => {
  for (const answer of ['\vhello\x1c\r', '\vMSH|^~\\&|\rMSA|OK|M1\x1c\r', 'HTTP/1.1 400 Bad Request\r\n'.repeat(4)]) {
    const port = await otherEnd(t, socket => socket.write(answer))
    const sent = await sendMllp({ host, port, timeoutSeconds: 2 }, message('M1'))
    assert.deepEqual(sent, { ok: false, problem: 'mllp.badAck' })
  }
})

test('a message with the marks of a frame inside is not sent, and the link stays good', async t => {
  const port = await otherEnd(t, (socket, frame) => socket.write(frameOf(ackFor(frame, 'accepted'))))
  const link = await connectMllp({ host, port, timeoutSeconds: 2 })
  assert.ok(link.ok)
  const broken = Buffer.from(`${message('M1')}\x1c\r`)
  assert.deepEqual(await link.value.send(broken), { ok: false, problem: 'mllp.notFrameable' })
  assert.equal((await link.value.send(message('M2'))).ok, true)
  link.value.close()
})

test('a listener that is not there is said so', async t => {
  const port = await otherEnd(t, () => undefined)
  const free = await listenMllp({
    port: 0,
    host,
    limits: { frameBytesMax: 1, connectionsMax: 1, connectionsPerAddressMax: 10, idleSecondsMax: 1 },
    receive: async () => [],
    fault: async () => [],
  })
  await free.close()
  assert.notEqual(free.port, port)
  const sent = await sendMllp({ host, port: free.port, timeoutSeconds: 2 }, message('M1'))
  assert.deepEqual(sent, { ok: false, problem: 'mllp.noConnection' })
})

test('sending before the last message is answered is a mistake, and says so', async t => {
  const port = await otherEnd(t, () => undefined)
  const link = await connectMllp({ host, port, timeoutSeconds: 0.2 })
  assert.ok(link.ok)
  const first = link.value.send(message('M1'))
  await assert.rejects(link.value.send(message('M2')), /one message at a time/)
  assert.deepEqual(await first, { ok: false, problem: 'mllp.timeout' })
})
