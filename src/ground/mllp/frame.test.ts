import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { frameOf, frameReader, isFrameable } from './frame.ts'

const limits = { frameBytesMax: 100, garbageBytesMax: 8 }

function fedAll(chunks: readonly Uint8Array[], reader = frameReader(limits)) {
  const frames: string[] = []
  let fault: string | undefined
  for (const chunk of chunks) {
    const fed = reader.feed(chunk)
    frames.push(...fed.frames.map(frame => frame.toString('latin1')))
    fault = fed.fault
  }
  return { frames, fault, unfinished: reader.unfinished().toString('latin1'), midFrame: reader.midFrame }
}

test('a message comes out of its frame as it went in', () => {
  assert.deepEqual(fedAll([frameOf(Buffer.from('MSH|1'))]).frames, ['MSH|1'])
  assert.deepEqual(fedAll([frameOf(Buffer.alloc(0))]).frames, [''])
})

test('however the network cuts a stream, the same messages come out', () => {
  const content = fc.uint8Array({ maxLength: 40 }).filter(isFrameable)
  const messages = fc.array(content, { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(messages, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sent, sizes) => {
      const stream = Buffer.concat(sent.flatMap(message => [frameOf(message), Buffer.from('\r\n')]))
      const chunks: Buffer[] = []
      for (let from = 0, turn = 0; from < stream.length; turn++) {
        const size = sizes[turn % sizes.length] ?? 1
        chunks.push(stream.subarray(from, from + size))
        from += size
      }
      const fed = fedAll(chunks)
      assert.deepEqual(
        fed.frames,
        sent.map(message => Buffer.from(message).toString('latin1')),
      )
      assert.deepEqual([fed.fault, fed.unfinished, fed.midFrame], [undefined, '', false])
    }),
    { numRuns: 500 },
  )
})

test('an end mark without its return is part of the message', () => {
  assert.deepEqual(fedAll([Buffer.from('\va\x1cb\x1c\x1c\r')]).frames, ['a\x1cb\x1c'])
  assert.deepEqual(fedAll([Buffer.from('\va\x1c'), Buffer.from('b\x1c'), Buffer.from('\r')]).frames, ['a\x1cb'])
})

test('a message cut off half-way is kept for the record, and is no message', () => {
  assert.deepEqual(fedAll([frameOf(Buffer.from('one')), Buffer.from('\vMSH|ha')]), {
    frames: ['one'],
    fault: undefined,
    unfinished: 'MSH|ha',
    midFrame: true,
  })
  assert.equal(fedAll([Buffer.from('\vMSH|ha\x1c')]).unfinished, 'MSH|ha\x1c')
})

test('line ends between messages are passed over, and anything longer is a fault', () => {
  const frame = frameOf(Buffer.from('m'))
  assert.deepEqual(fedAll([Buffer.from('\r\n'), frame, Buffer.from('\r\n\r\n'), frame]).frames, ['m', 'm'])
  const web = fedAll([frame, Buffer.from('GET / HTTP/1.1\r\n'), frame])
  assert.deepEqual([web.frames, web.fault, web.unfinished], [['m'], 'mllp.garbage', 'GET / HT'])
  assert.equal(fedAll([...'123456789'].map(one => Buffer.from(one))).fault, 'mllp.garbage')
  assert.equal(fedAll([Buffer.concat([Buffer.from('123456789'), frame])]).fault, 'mllp.garbage')
})

test('a message at the limit is read and one byte more is a fault, in whatever pieces', () => {
  const largest = frameOf(Buffer.alloc(100, 'x'))
  const tooLarge = frameOf(Buffer.alloc(101, 'x'))
  const bytesOf = (frame: Buffer) => [...frame].map(byte => Buffer.of(byte))
  for (const chunks of [[largest], bytesOf(largest)]) assert.equal(fedAll(chunks).frames.length, 1)
  for (const chunks of [[tooLarge], bytesOf(tooLarge)]) {
    const fed = fedAll(chunks)
    assert.deepEqual([fed.frames.length, fed.fault, fed.unfinished.length], [0, 'mllp.tooLarge', 100])
  }
})

test('a start inside a message is a fault: two halves must never be read as one', () => {
  const fed = fedAll([frameOf(Buffer.from('one')), Buffer.from('\vMSH|half'), frameOf(Buffer.from('MSH|whole'))])
  assert.deepEqual([fed.frames, fed.fault], [['one'], 'mllp.startInside'])
})

test('after a fault nothing more is read', () => {
  const reader = frameReader(limits)
  reader.feed(Buffer.alloc(200, 'x'))
  assert.deepEqual(reader.feed(frameOf(Buffer.from('m'))), { frames: [], fault: 'mllp.garbage' })
})

test('a message that holds the marks of a frame cannot be sent in one', () => {
  assert.equal(isFrameable(Buffer.from('MSH|a\x1cb')), true)
  assert.equal(isFrameable(Buffer.from('MSH|a\x1c\rb')), false)
  assert.equal(isFrameable(Buffer.from('MSH|a\vb')), false)
})

test('a large message byte by byte, and many small ones at once, are read in three seconds at most', () => {
  const large = frameOf(Buffer.alloc(1_000_000, 'x'))
  const small = Buffer.concat(Array.from({ length: 100_000 }, () => frameOf(Buffer.from('MSH|^~\\&|small'))))
  const ends = frameOf(Buffer.alloc(1_000_000, 0x1c))
  const start = performance.now()
  const reader = frameReader()
  let frames = 0
  for (let from = 0; from < large.length; from++) frames += reader.feed(large.subarray(from, from + 1)).frames.length
  frames += reader.feed(small).frames.length
  frames += reader.feed(ends).frames.length
  assert.equal(frames, 100_002)
  assert.ok(performance.now() - start < 3000)
})
