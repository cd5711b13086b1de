import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { asSent } from '#test/kit.ts'
import { becameOf, boundRegion } from '../test-line.ts'
import { folderWatch } from './look-through.ts'

const admitted = asSent('mair-admitted.hl7')
const owen = asSent('owen-admitted.hl7')
const batch = (...messages: string[]) => ['BHS|^~\\&|GHPAS|YGH', ...messages, `BTS|${messages.length}`, ''].join('\r')

test('a night of messages in one file is taken in order, and what each was answered lies beside it', async t => {
  const here = await watched(t, ['pas-glan-hafren'])
  here.drop('night.hl7', admitted + owen)
  await here.look()
  assert.deepEqual(await becameOf(here), ['applied', 'applied'])
  const answers = here.read('taken', '.ack.hl7')
  assert.deepEqual(
    [...answers.matchAll(/MSA\|(\w\w)\|(\w+)/g)].map(([, code, id]) => [code, id]),
    [admitted, owen].map(message => ['AA', message.split('|')[9]]),
  )
})

test('a batch in a file is answered as a batch, and one that is cut short waits besides for somebody to ask', async t => {
  const here = await watched(t, ['pas-glan-hafren'])
  here.drop('whole.hl7', batch(admitted.trim()))
  await here.look()
  assert.match(here.read('taken', 'whole.hl7.ack.hl7'), /^BHS.*\rMSH.*\rMSA\|AA.*\rBTS\|1\r$/s)
  here.drop('short.hl7', batch(owen.trim()).replace('BTS|1', ''))
  await here.look()
  assert.deepEqual(await becameOf(here), ['applied', 'applied', 'quarantined hl7.batchUnfinished'])
})

test('killed after it was taken in and before it was moved on, all of it is a repeat', async t => {
  const here = await watched(t, ['pas-glan-hafren'])
  here.drop('night.hl7', admitted)
  await here.look()
  here.drop('taking/night.hl7', admitted)
  await here.look()
  assert.deepEqual(await becameOf(here), ['applied', 'duplicate'])
  assert.equal(here.names('taken').filter(name => name.endsWith('-night.hl7')).length, 1)
  assert.deepEqual(here.names('taking'), [])
})

test('whoever may write into another folder writes under the hospital’s name in vain', async t => {
  const here = await watched(t, ['somebody-else'])
  here.drop('night.hl7', admitted)
  await here.look()
  assert.deepEqual(await becameOf(here), ['quarantined feed.otherFolder of nobody'])
})

test('a hospital whose map names no folder is believed in none', async t => {
  const here = await watched(t, undefined)
  here.drop('night.hl7', admitted)
  await here.look()
  assert.deepEqual(await becameOf(here), ['quarantined feed.otherFolder of nobody'])
})

test('what is no message at all is kept, refused, and answered so', async t => {
  const here = await watched(t, ['pas-glan-hafren'])
  here.drop('letter.hl7', 'Annwyl Syr, dyma’r negeseuon.')
  await here.look()
  assert.deepEqual(await becameOf(here), ['refused hl7.notHl7 of nobody'])
  assert.match(here.read('taken', '.ack.hl7'), /MSA\|AR/)
})

/** The region with a watched folder `pas-glan-hafren/hl7`, and the hospital's system known by some folders. */
async function watched(t: TestContext, folders: readonly string[] | undefined) {
  const here = await boundRegion(folders === undefined ? {} : { folders })
  const root = mkdtempSync(join(tmpdir(), 'drops-'))
  const place = join(root, 'pas-glan-hafren/hl7')
  mkdirSync(place, { recursive: true })
  t.after(async () => {
    rmSync(root, { recursive: true })
    await here.close()
  })
  const look = folderWatch(here.store, root)
  let minute = 0
  const names = (folder: string) => readdirSync(join(place, folder))
  return {
    store: here.store,
    names,
    drop: (name: string, text: string) => writeFileSync(join(place, name), text),
    read: (folder: string, ending: string) =>
      readFileSync(join(place, folder, names(folder).find(name => name.endsWith(ending)) ?? ''), 'utf8'),
    /** Twice, a minute apart: a file is taken when it has not changed. */
    look: async () => {
      for (let turn = 0; turn < 2; turn++) {
        here.clock.move(`2026-11-22T10:${String(minute++).padStart(2, '0')}:00Z`)
        await look()
      }
    },
  }
}
