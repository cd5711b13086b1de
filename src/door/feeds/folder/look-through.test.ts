import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { type Region, region } from '#test/kit.ts'
import { dropsToTake } from '#work/drop/read-drop.ts'
import { takeDrop } from '../csv/take-drop.ts'
import { sampleFile } from '../csv/test-drops.ts'
import { folderWatch } from './look-through.ts'

let here: Region
let root: string
let place: string
before(async () => {
  here = await region()
  root = mkdtempSync(join(tmpdir(), 'drops-'))
  place = join(root, 'cartrefi-gwennol/tenancies')
  mkdirSync(place, { recursive: true })
})
after(async () => {
  rmSync(root, { recursive: true })
  await here.close()
})

const TENANCIES = sampleFile('cartrefi-gwennol', 'tenancies')
let minute = 0

test('a file is taken when it has been as it is for a while, and what is being written is left alone', async () => {
  const look = folderWatch(here.store, root)
  writeFileSync(join(place, 'monday.csv'), TENANCIES.slice(0, 300))
  writeFileSync(join(place, 'later.csv.part'), 'half a f')
  writeFileSync(join(place, 'batch.hl7'), 'not ours')
  symlinkSync('/etc/hostname', join(place, 'link.csv'))
  await lookLater(look)
  writeFileSync(join(place, 'monday.csv'), TENANCIES)
  await lookLater(look)
  assert.ok(filesIn('.').includes('monday.csv'))
  await lookLater(look)
  assert.deepEqual(filesIn('.'), ['batch.hl7', 'later.csv.part', 'link.csv', 'taken', 'taking'])
  const [taken = ''] = filesIn('taken')
  assert.equal(readFileSync(join(place, 'taken', taken), 'utf8'), TENANCIES)
})

test('beside it stands what became of it, in both languages', async () => {
  await takeAll()
  await lookLater(folderWatch(here.store, root))
  const [result = ''] = filesIn('taken').filter(name => name.endsWith('.result.txt'))
  const text = readFileSync(join(place, 'taken', result), 'utf8')
  assert.match(text, /something is new: 6/)
  assert.match(text, /mae rhywbeth yn newydd: 6/)
})

test('killed after it was kept and before it was moved on, it is moved on and not kept again', async () => {
  const [taken = ''] = filesIn('taken').filter(name => name.endsWith('.csv'))
  writeFileSync(join(place, 'taking', 'monday.csv'), TENANCIES)
  await lookLater(folderWatch(here.store, root))
  assert.equal(await dropCount(), 1)
  assert.deepEqual(filesIn('taking'), [])
  assert.deepEqual(
    filesIn('taken').filter(name => name.endsWith('.csv')),
    [taken],
  )
})

test('killed after it was claimed and before it was kept, it is kept when the program runs again', async () => {
  writeFileSync(join(place, 'taking', 'tuesday.csv'), TENANCIES)
  await lookLater(folderWatch(here.store, root))
  assert.equal(await dropCount(), 2)
})

test('of a sender that nobody has let in, it is refused and kept, and why stands beside it', async () => {
  const strange = join(root, 'who-is-this/tenancies')
  mkdirSync(strange, { recursive: true })
  writeFileSync(join(strange, 'a.csv'), TENANCIES)
  const look = folderWatch(here.store, root)
  await lookLater(look)
  await lookLater(look)
  assert.deepEqual(readdirSync(join(strange, 'refused')).toSorted(), ['a.csv', 'a.csv.result.txt'])
})

/** Looks a minute later. */
async function lookLater(look: () => Promise<void>): Promise<void> {
  here.clock.move(`2026-11-22T10:${String(minute++).padStart(2, '0')}:00Z`)
  await look()
}

async function takeAll(): Promise<void> {
  for (const id of await transaction(here.store, dropsToTake)) await takeDrop(here.store, id, () => true)
}

function filesIn(folder: string): string[] {
  return readdirSync(join(place, folder)).toSorted()
}

async function dropCount(): Promise<number> {
  return (await here.store.db.selectFrom('fileDrop').select('id').execute()).length
}
