import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import Client, { Batch, Message } from 'node-hl7-client'
import { exampleAdmission, read } from '#ground/hl7/example.ts'
import { field } from '#ground/hl7/field.ts'
import { frameReader } from '#ground/mllp/frame.ts'
import { region } from '#test/kit.ts'
import { feedsDoor } from './feeds.ts'

const run = promisify(execFile)

/** From Debian's python3-hl7: an MLLP client that nobody here wrote. */
const MLLP_SEND = '/usr/bin/mllp_send'
const leftOut =
  existsSync(MLLP_SEND) || process.env.CI === 'true'
    ? false
    : `${MLLP_SEND} is not on this machine (apt-get install python3-hl7), so its test is left out`

const NAMES = ['Gŵyneth', 'Siân', 'Llŷr', 'Mâr Ïona', 'Êfa']

/** News of five people new to the hospital, each under an id of its own. */
function messages(series: string): string[] {
  return NAMES.map((name, index) =>
    exampleAdmission({
      MSH: `MSH|^~\\&|GHPAS|YGH|CYDOFAL|RPB|20261122080000||ADT^A28^ADT_A05|${series}${index}|P|2.5.1|||||GBR|UNICODE UTF-8`,
      PID: `PID|1||${series}${index}^^^GHPAS^PI||Tŷ-Hâf^${name}||19${40 + index}0311|F`,
      PD1: '',
      PV1: '',
      PV2: '',
    }),
  )
}

async function listening(t: TestContext) {
  const here = await region()
  const door = await feedsDoor(here.store, { port: 0, host: '127.0.0.1' }, fault => assert.fail(String(fault)))
  t.after(async () => {
    await door.close()
    await here.close()
  })
  /** The names that the record holds of those people now. */
  const names = async (series: string) => {
    const rows = await here.store.db
      .selectFrom('sourceRecord')
      .select(['localId', 'content'])
      .where('localId', 'like', `${series}%`)
      .orderBy('localId')
      .execute()
    return rows.map(({ content }) => JSON.stringify(content)).map(text => NAMES.find(name => text.includes(`"${name}`)))
  }
  return { port: door.port, names }
}

test('mllp_send of python3-hl7 sends five messages over one connection, and five over five, and reads each answer', {
  skip: leftOut,
}, async t => {
  assert.ok(existsSync(MLLP_SEND), `${MLLP_SEND} is not there: .ci/run installs python3-hl7`)
  const { port, names } = await listening(t)
  const folder = mkdtempSync(join(tmpdir(), 'mllp-send-'))
  t.after(() => rmSync(folder, { recursive: true }))
  async function send(name: string, texts: readonly string[]): Promise<string[]> {
    const file = join(folder, name)
    writeFileSync(file, texts.join(''))
    const sent = await run(MLLP_SEND, ['--port', String(port), '--loose', '--file', file, '127.0.0.1'], {
      encoding: 'buffer',
      timeout: 30_000,
    })
    const answers = frameReader({ frameBytesMax: 10_000, garbageBytesMax: 64 }).feed(sent.stdout).frames
    return answers.map(answer => `${field(read(answer), 'MSA', 1)} ${field(read(answer), 'MSA', 2)}`)
  }
  assert.deepEqual(await send('one', messages('PA')), ['AA PA0', 'AA PA1', 'AA PA2', 'AA PA3', 'AA PA4'])
  const each = await Promise.all(messages('PB').map((text, index) => send(`many${index}`, [text])))
  assert.deepEqual(each, [['AA PB0'], ['AA PB1'], ['AA PB2'], ['AA PB3'], ['AA PB4']])
  assert.deepEqual([await names('PA'), await names('PB')], [NAMES, NAMES])
})

test('node-hl7-client sends five messages over one connection, five over five, and a batch, and reads the answers', async t => {
  const { port, names } = await listening(t)
  /** One after the other: it queues what waits for an answer in a way that never comes to rest. */
  async function send(items: readonly (Message | Batch)[]): Promise<string[]> {
    const client = new Client({ host: '127.0.0.1', version: '2.5.1' })
    const answers: string[] = []
    let heard = () => undefined as unknown
    const connection = client.createConnection({ port, version: '2.5.1' }, response => {
      answers.push(answerOf(Buffer.from(response.getMessage().toString())))
      heard()
    })
    for (const item of items) {
      const answered = new Promise<void>(resolve => {
        heard = resolve
      })
      await connection.sendMessage(item)
      await answered
    }
    await connection.close()
    return answers
  }
  const asMessages = (series: string) => messages(series).map(text => new Message({ text }))
  assert.deepEqual(await send(asMessages('NA')), ['AA NA0', 'AA NA1', 'AA NA2', 'AA NA3', 'AA NA4'])
  const each = await Promise.all(asMessages('NB').map(message => send([message])))
  assert.deepEqual(each, [['AA NB0'], ['AA NB1'], ['AA NB2'], ['AA NB3'], ['AA NB4']])
  const batch = new Batch()
  batch.start()
  batch.set('BHS.3', 'GHPAS')
  batch.set('BHS.4', 'YGH')
  for (const message of asMessages('NC')) batch.add(message)
  batch.end()
  assert.deepEqual((await send([batch])).slice(0, 1), ['AA NC0'])
  assert.deepEqual([await names('NA'), await names('NB'), await names('NC')], [NAMES, NAMES, NAMES])
})

function answerOf(bytes: Buffer): string {
  return `${field(read(bytes), 'MSA', 1)} ${field(read(bytes), 'MSA', 2)}`
}
