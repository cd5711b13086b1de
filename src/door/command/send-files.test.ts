import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { acksFor, nakForUnreadable } from '#ground/hl7/ack.ts'
import { batchOfAcks } from '#ground/hl7/ack-batch.ts'
import { readBatch } from '#ground/hl7/batch.ts'
import { exampleAdmission, read } from '#ground/hl7/example.ts'
import { parseMessage } from '#ground/hl7/parse-message.ts'
import { sayIn } from '#ground/language/say.ts'
import { listenMllp } from '#ground/mllp/server.ts'
import { sendFiles } from './send-files.ts'

const own = () => ({ controlId: 'A1', at: new Date('2026-07-01T08:00:00Z') })
const message = (controlId: string, asks = 'AL|NE') =>
  exampleAdmission().replace('GH0001', controlId).replace('|||AL|NE|', `|||${asks}|`)
const BHS = 'BHS|^~\\&|PAS|GLANHAFREN|CYDOFAL|RPB|20260701||||B1\r'
const XML = `<ADT_A05 xmlns="urn:hl7-org:v2xml"><MSH><MSH.9><MSG.1>ADT</MSG.1></MSH.9><MSH.10>X1</MSH.10></MSH></ADT_A05>`

/** A receiver that accepts what it can read; `frames` is what it was sent. */
async function receiver(t: TestContext) {
  const frames: string[] = []
  const listener = await listenMllp({
    ...{ port: 0, host: '127.0.0.1' },
    limits: { frameBytesMax: 2_000_000, connectionsMax: 4, connectionsPerAddressMax: 4, idleSecondsMax: 5 },
    receive: async frame => {
      frames.push(String(frame))
      const batch = readBatch(frame)
      if (batch)
        return [
          batchOfAcks(
            batch,
            batch.messages.flatMap(one => acksFor(read(one), 'accepted', own)),
            own,
          ),
        ]
      const parsed = parseMessage(frame)
      return parsed.ok ? acksFor(parsed.value, 'accepted', own) : [nakForUnreadable(frame, own(), parsed)]
    },
    fault: async () => [],
  })
  t.after(() => listener.close())
  async function send(...files: string[]) {
    const lines: string[] = []
    const named = files.map((text, index) => ({ name: `f${index}`, bytes: Buffer.from(text) }))
    const sent = await sendFiles(
      { host: '127.0.0.1', port: listener.port },
      named,
      line => lines.push(line),
      sayIn('en'),
    )
    return { lines, sent: sent.ok ? sent.value : sent.problem }
  }
  return { frames, send }
}

test('a batch is sent whole, and what each of its messages was answered is said', async t => {
  const { frames, send } = await receiver(t)
  const { lines, sent } = await send(`${BHS}${message('M1')}${message('M2')}BTS|2\n`.replaceAll('\r', '\n'))
  assert.equal(frames.length, 1)
  assert.deepEqual(lines, ['1/1  f0  M1  CA', '1/1  f0  M2  CA'])
  assert.deepEqual(sent, { accepted: 2, refused: 0 })
})

test('a batch that is short is said to be refused by its name', async t => {
  const { send } = await receiver(t)
  const { lines, sent } = await send(`${BHS}${message('M1')}BTS|2\r`)
  assert.deepEqual(lines, ['1/1  f0  M1  CA', '1/1  f0  B1  AE'])
  assert.deepEqual(sent, { accepted: 1, refused: 1 })
})

test('a batch too long for a frame is sent message by message', async t => {
  const { frames, send } = await receiver(t)
  const many = Array.from({ length: 2_000 }, (_, index) => message(`M${index}`))
  const { lines, sent } = await send(`${BHS}${many.join('')}BTS|2000\r`)
  assert.deepEqual([frames.length, sent], [2_000, { accepted: 2_000, refused: 0 }])
  assert.equal(lines.length, 20, 'every hundredth is said')
})

test('XML is sent as it is, known by its own id, and refused in words', async t => {
  const { frames, send } = await receiver(t)
  const { lines, sent } = await send(XML, XML.replace('</ADT_A05>', ''))
  assert.equal(frames[0], XML)
  assert.deepEqual(lines, ['1/2  f0  X1  AA', '2/2  f1  –  AR'])
  assert.deepEqual(sent, { accepted: 1, refused: 1 })
})

test('however many answers a message asks for, the next is sent after the last of them', async t => {
  const { send } = await receiver(t)
  const asked = ['AL|AL', 'AL|NE', 'NE|AL', 'NE|NE', 'AL|']
  const { lines, sent } = await send(asked.map((asks, index) => message(`M${index}`, asks)).join(''))
  const codes = ['AA', 'CA', 'AA', 'sent; no answer asked for', 'AA']
  assert.deepEqual(
    lines,
    codes.map((code, index) => `${index + 1}/5  f0  M${index}  ${code}`),
  )
  assert.deepEqual(sent, { accepted: 5, refused: 0 })
})
