import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { MllpFault } from './conversation.ts'
import { frameOf, frameReader } from './frame.ts'
import { type ListenOptions, listenMllp } from './server.ts'

/** A listener that answers each frame with `ok:` and the frame, and notes what it hears. */
async function listening(t: TestContext, changes: Partial<ListenOptions> = {}) {
  const heard: string[] = []
  const faults: [MllpFault, string][] = []
  const failures: unknown[] = []
  const listener = await listenMllp({
    port: 0,
    host: '127.0.0.1',
    limits: { frameBytesMax: 1000, connectionsMax: 10, connectionsPerAddressMax: 10, idleSecondsMax: 5 },
    async receive(frame) {
      heard.push(frame.toString())
      return [Buffer.from(`ok:${frame}`)]
    },
    async fault(fault, partial) {
      faults.push([fault, partial.toString()])
      return [Buffer.from(fault)]
    },
    failed: error => failures.push(error),
    ...changes,
  })
  t.after(() => listener.close())
  return { ...listener, heard, faults, failures }
}

/** A sender on a socket of its own; `answers` collects what comes back until the connection ends. */
function sender(port: number) {
  const socket = connect({ port, host: '127.0.0.1' })
  const reader = frameReader()
  const answers: string[] = []
  socket.on('data', chunk => answers.push(...reader.feed(chunk).frames.map(String)))
  socket.on('error', () => undefined)
  return { socket, answers, ended: new Promise<void>(resolve => socket.once('close', () => resolve())) }
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 5) {
    assert.ok(waited < 4000, 'what the test waits for never came')
    await pause(5)
  }
}

function send(socket: Socket, ...messages: string[]): void {
  socket.write(Buffer.concat(messages.map(message => frameOf(Buffer.from(message)))))
}

test('each message is answered, in the order sent', async t => {
  const { port, heard } = await listening(t)
  const { socket, answers } = sender(port)
  send(socket, 'one', 'two')
  send(socket, 'three')
  await until(() => answers.length === 3)
  assert.deepEqual(answers, ['ok:one', 'ok:two', 'ok:three'])
  assert.deepEqual(heard, ['one', 'two', 'three'])
  socket.destroy()
})

test('one message is finished before the next of the same sender is begun, while another sender goes on', async t => {
  const steps: string[] = []
  const { port } = await listening(t, {
    async receive(frame) {
      steps.push(`${frame} begun`)
      await pause(String(frame).startsWith('slow') ? 60 : 1)
      steps.push(`${frame} done`)
      return [frame]
    },
  })
  const slow = sender(port)
  send(slow.socket, 'slow1', 'slow2')
  await until(() => steps.length > 0)
  const quick = sender(port)
  send(quick.socket, 'quick')
  await until(() => slow.answers.length === 2 && quick.answers.length === 1)
  const ofSlow = steps.filter(step => step.startsWith('slow'))
  assert.deepEqual(ofSlow, ['slow1 begun', 'slow1 done', 'slow2 begun', 'slow2 done'])
  assert.ok(steps.indexOf('quick done') < steps.indexOf('slow2 done'))
  slow.socket.destroy()
  quick.socket.destroy()
})

test('no more is read from a sender than can be handled', async t => {
  let release = (): void => undefined
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const { port } = await listening(t, {
    async receive() {
      await held
      return []
    },
  })
  const { socket } = sender(port)
  const message = 'x'.repeat(900)
  let sent = 0
  const stalled = () => socket.writableLength > 200_000
  while (!stalled() && sent < 200_000) {
    send(socket, message)
    sent++
    if (sent % 100 === 0) await pause(1)
  }
  assert.ok(stalled(), `${sent} messages were swallowed`)
  release()
  socket.destroy()
})

test('a message that arrives one byte at a time is a message', async t => {
  const { port } = await listening(t)
  const { socket, answers } = sender(port)
  socket.setNoDelay(true)
  for (const byte of frameOf(Buffer.from('drop by drop'))) {
    socket.write(Buffer.of(byte))
    await pause(1)
  }
  await until(() => answers.length === 1)
  assert.deepEqual(answers, ['ok:drop by drop'])
  socket.destroy()
})

test('a sender that closes its half after the last message still gets its answer', async t => {
  const { port } = await listening(t, {
    async receive(frame) {
      await pause(50)
      return [frame]
    },
  })
  const { socket, answers, ended } = sender(port)
  send(socket, 'last but one')
  socket.end(frameOf(Buffer.from('last')))
  await ended
  assert.deepEqual(answers, ['last but one', 'last'])
})

test('a connection cut within a message is told of, and what came is kept', async t => {
  const { port, faults, heard } = await listening(t)
  const { socket } = sender(port)
  send(socket, 'whole')
  socket.write('\vMSH|half')
  await until(() => heard.length === 1)
  await pause(20)
  socket.resetAndDestroy()
  await until(() => faults.length === 1)
  assert.deepEqual(faults, [['mllp.unfinished', 'MSH|half']])
})

test('what is too large or no frame at all is refused, and the connection ended', async t => {
  const { port, faults } = await listening(t)
  for (const [bytes, fault] of [
    [`\v${'x'.repeat(5000)}`, 'mllp.tooLarge'],
    ['GET / HTTP/1.1\r\nHost: glan-hafren.example\r\nAccept: text/html, */*\r\n\r\n', 'mllp.garbage'],
    ['\vMSH|half\vMSH|whole\x1c\r', 'mllp.startInside'],
  ] as const) {
    const { socket, answers, ended } = sender(port)
    socket.write(bytes)
    await ended
    assert.deepEqual(answers, [fault])
    assert.equal(faults.at(-1)?.[0], fault)
  }
})

test('a gigabyte without end is given up at the limit, not gathered', async t => {
  const { port, faults } = await listening(t)
  const { socket, ended } = sender(port)
  const piece = Buffer.alloc(1_000_000, 'x')
  let sent = 0
  socket.write('\v')
  const more = () => {
    while (!socket.destroyed && sent < 1000 && socket.write(piece)) sent++
  }
  socket.on('drain', more)
  more()
  await ended
  assert.ok(sent < 1000)
  assert.deepEqual([faults[0]?.[0], faults[0]?.[1].length], ['mllp.tooLarge', 1000])
})

test('a sender that is silent, or never ends its message, is let go in time', async t => {
  const limits = { frameBytesMax: 1000, connectionsMax: 10, connectionsPerAddressMax: 10, idleSecondsMax: 0.15 }
  const { port, faults } = await listening(t, { limits })
  const silent = sender(port)
  const slow = sender(port)
  slow.socket.write('\vMSH')
  const dripping = setInterval(() => slow.socket.write('|'), 20)
  await Promise.all([silent.ended, slow.ended])
  clearInterval(dripping)
  await until(() => faults.length === 1)
  assert.equal(faults[0]?.[0], 'mllp.slow')
})

test('time spent handling a message does not count as the sender’s silence', async t => {
  const { port } = await listening(t, {
    limits: { frameBytesMax: 1000, connectionsMax: 10, connectionsPerAddressMax: 10, idleSecondsMax: 0.1 },
    async receive(frame) {
      await pause(250)
      return [frame]
    },
  })
  const { socket, answers } = sender(port)
  send(socket, 'patient')
  await until(() => answers.length === 1)
  socket.destroy()
})

test('a message that could not be kept is not acknowledged, and the listener goes on', async t => {
  const { port, failures } = await listening(t, {
    async receive(frame) {
      if (String(frame) === 'bad') throw new Error('the database is away')
      return [frame]
    },
  })
  const first = sender(port)
  send(first.socket, 'good', 'bad', 'never reached')
  await first.ended
  assert.deepEqual(first.answers, ['good'])
  assert.equal((failures[0] as Error).message, 'the database is away')
  const second = sender(port)
  send(second.socket, 'again')
  await until(() => second.answers.length === 1)
  second.socket.destroy()
})

test('more connections than allowed are turned away', async t => {
  const { port } = await listening(t, {
    limits: { frameBytesMax: 1000, connectionsMax: 2, connectionsPerAddressMax: 10, idleSecondsMax: 5 },
  })
  const allowed = [sender(port), sender(port)]
  for (const { socket } of allowed) send(socket, 'in')
  await until(() => allowed.every(({ answers }) => answers.length === 1))
  await sender(port).ended
  for (const { socket } of allowed) socket.destroy()
})

test('on closing, the message in hand is finished and answered, and no other begun', async t => {
  const { port, close, heard } = await listening(t, {
    async receive(frame) {
      heard.push(String(frame))
      await pause(80)
      return [Buffer.from(`ok:${frame}`)]
    },
  })
  const busy = sender(port)
  const idle = sender(port)
  send(busy.socket, 'in hand', 'next')
  await until(() => heard.length === 1)
  await close()
  await Promise.all([busy.ended, idle.ended])
  assert.deepEqual(heard, ['in hand'])
  assert.deepEqual(busy.answers, ['ok:in hand'])
  await sender(port).ended
})

test('a port that is taken is said so at once', async t => {
  const { port } = await listening(t)
  await assert.rejects(listening(t, { port }), /EADDRINUSE/)
})
