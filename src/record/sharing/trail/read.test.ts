import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openOwnerStore } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { seedId } from '#seed/seed-id.ts'
import { region } from '#test/kit.ts'
import { TRAIL_PAGE_ENTRIES, type TrailEntry, type TrailWanted } from './entry.ts'
import { readTrail } from './read.ts'

// Who looked at Mair this morning, in this order.
const here = await region()
await here.send('mair-admitted.hl7')
await looksAt('sioned-evans', [
  ['bwrdd-iechyd', 'hospital-care'],
  ['bwrdd-iechyd', 'presence-in-hospital'],
  ['person', 'plan'],
])
await looksAt('dewi-prosser', [])
await looksAt('elin-pritchard', [['bwrdd-iechyd', 'presence-in-hospital']])
await looksAt('mair-pritchard', [['person', 'about-me']])

test('Mair reads who looked, for whom, in which job and what for, the newest first', async () => {
  assert.deepEqual(
    (await trail()).map(({ who, organisation, role, purpose }) => [who, organisation?.cy, role, purpose]),
    [
      ['Elin Pritchard', undefined, undefined, 'family'],
      ['Dewi Prosser', 'Cyngor Sir Dyffryn Banadl', 'social-worker', 'direct-care'],
      ['Sioned Evans', 'Cyngor Sir Dyffryn Banadl', 'social-worker', 'direct-care'],
      ['GHPAS', 'Bwrdd Iechyd Glan Hafren', undefined, 'direct-care'],
    ],
  )
})

test('of her social worker’s look she reads each clause once, in both languages, with what it opened', async () => {
  const { clauses } = await entryOf('Sioned Evans')
  assert.deepEqual(
    clauses.map(({ number, classes, agreement }) => [agreement.en, number, classes]),
    [
      ['Knowing at once when somebody goes into hospital', 2, ['hospital-care', 'presence-in-hospital']],
      ['One plan, in the person’s own words', 2, ['plan']],
    ],
  )
  assert.match(clauses[0]?.words.cy ?? '', /gweithiwr cymdeithasol/)
})

test('she reads that a stranger asked, that he saw nothing, and why not', async () => {
  const { allowed, released, failed, clauses } = await entryOf('Dewi Prosser')
  assert.deepEqual([allowed, released, failed, clauses], [false, [], ['relationship-holds'], []])
})

test('her daughter’s look rests on her own choice, and on no clause', async () => {
  const { released, clauses } = await entryOf('Elin Pritchard')
  assert.deepEqual(
    released.map(({ because }) => because.kind),
    ['wish'],
  )
  assert.deepEqual(clauses, [])
})

test('what a hospital’s system wrote is there too, and is told from a person', async () => {
  const { isMachine, doing, released } = await entryOf('GHPAS')
  assert.deepEqual([isMachine, doing], [true, 'write'])
  assert.ok(
    released.every(({ contributor, because }) => contributor === 'bwrdd-iechyd' && because.kind === 'contributor'),
  )
})

test('her own looks are left out unless she asks for them', async () => {
  assert.ok((await trail()).every(({ isThePerson }) => !isThePerson))
  const [own] = (await trail({ withOwn: true })).filter(({ isThePerson }) => isThePerson)
  assert.equal(own?.who, 'Mair Pritchard')
})

test('nobody but Mair reads it: not those who may see the rest, not her daughter', async () => {
  for (const account of ['sioned-evans', 'elin-pritchard', 'catrin-morgan']) {
    const asked = await here.look(account, 'mair-pritchard', (tx, access) => readTrail(tx, access, { withOwn: true }))
    assert.deepEqual(asked, { ok: true, value: { ok: false, problem: 'record.notShown' } }, account)
  }
})

test('nothing of anybody else’s trail is in it', async () => {
  await here.look('sioned-evans', 'owen-griffiths', async (_, access) =>
    access.release(seedId.organisation('person'), 'plan'),
  )
  const before = (await trail()).length
  await here.look('marc-bennett', 'owen-griffiths', async () => {})
  assert.equal((await trail()).length, before)
})

test('a long trail is read page by page, and none is left out or told twice', async () => {
  for (let looks = 0; looks < TRAIL_PAGE_ENTRIES + 5; looks++)
    await here.look('sioned-evans', 'mair-pritchard', async () => {})
  const first = await trail()
  assert.equal(first.length, TRAIL_PAGE_ENTRIES)
  const rest = await trail({ beforeEntry: first.at(-1)?.id })
  const whole = [...first, ...rest].map(({ sequence }) => sequence)
  assert.equal(new Set(whole).size, whole.length)
  assert.deepEqual(
    whole,
    whole.toSorted((one, other) => other - one),
  )
  assert.ok(
    rest.some(({ who }) => who === 'GHPAS'),
    'the last page reaches back to the first look',
  )
})

test('no row of the trail can be changed, removed or swept away: not by the program, and not by a slip of the owner’s', async () => {
  const owner = openOwnerStore(here.url, here)
  for (const [{ db }, why] of [
    [here.store, /permission denied/],
    [owner, /never changed or removed/],
  ] as const) {
    await assert.rejects(db.updateTable('trailEntry').set({ allowed: true }).execute(), why)
    await assert.rejects(db.deleteFrom('trailEntry').execute(), why)
    await assert.rejects(sql`truncate trail_entry`.execute(db), why)
  }
  await owner.close()
})

async function looksAt(
  account: string,
  shown: readonly (readonly [of: string, dataClass: DataClass])[],
): Promise<void> {
  await here.look(account, 'mair-pritchard', async (_, access) => {
    for (const [of, dataClass] of shown) access.release(seedId.organisation(of), dataClass)
  })
}

async function trail(wanted: Partial<TrailWanted> = {}): Promise<TrailEntry[]> {
  const read = await here.look('mair-pritchard', 'mair-pritchard', (tx, access) =>
    readTrail(tx, access, { withOwn: false, ...wanted }),
  )
  assert(read.ok && read.value.ok)
  return read.value.value
}

async function entryOf(who: string): Promise<TrailEntry> {
  return (await trail()).find(entry => entry.who === who) ?? assert.fail(`${who} is in the trail`)
}
