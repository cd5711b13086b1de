import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { linesOf, saidIn } from './sent-text.ts'

const MSH = String.raw`MSH|^~\&|GHPAS|YGH|||20261122114655+0000||ADT^A01^ADT_A01|1|P|2.5.1`

test('Each line is shown just as it was sent', () => {
  const pid = String.raw`PID|1||H1^^^GHB^PI~9990000042^^^NHS^NH||O\T\BRIEN^SIÂN`
  const lines = linesOf(Buffer.from(`${MSH}\r${pid}\r`))
  assert.deepEqual(
    lines.map(({ text }) => text),
    [MSH, pid],
  )
})

test('A field is read with a line for each time it is given, and its marks undone', () => {
  const [, pid] = linesOf(Buffer.from(`${MSH}\rPID|1||H1^^^GHB^PI~9990000042^^^NHS^NH||O\\T\\BRIEN^SIÂN^""\r`))
  assert.ok(pid?.segment)
  assert.deepEqual(saidIn(pid.segment, 3), ['H1 GHB PI', '9990000042 NHS NH'])
  assert.deepEqual(saidIn(pid.segment, 5), ['O&BRIEN SIÂN'])
  assert.deepEqual(saidIn(pid.segment, 30), [])
})

test('What is no message is shown all the same, without anything that could disturb the page', () => {
  const lines = linesOf(Buffer.from('Dear all,\r\n\r\nthe list is attached\u0007.\n'))
  assert.deepEqual(lines, [
    { text: 'Dear all,', segment: undefined },
    { text: 'the list is attached·.', segment: undefined },
  ])
})

test('A document inside a message does not bury the rest of it', () => {
  const [, obx, last] = linesOf(Buffer.from(`${MSH}\rOBX|1|ED|${'A'.repeat(100_000)}\rZZZ|1\r`))
  assert.ok(obx && obx.text.length < 5000 && obx.text.endsWith('…'))
  assert.equal(last?.text, 'ZZZ|1')
})

test('Whatever bytes came, they can be shown', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, withHeader) => {
      const raw = withHeader ? Buffer.concat([Buffer.from(`${MSH}\r`), bytes]) : bytes
      for (const { text, segment } of linesOf(raw)) {
        assert.doesNotMatch(text, /\p{Cc}/u)
        if (segment !== undefined) for (const number of segment.fields.keys()) assert.ok(saidIn(segment, number))
      }
    }),
  )
})
