import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Region, region } from '#test/kit.ts'
import { type Cursor, newestFirst, type TimelineEntry } from './entry.ts'
import type { TimelineKind } from './kinds/index.ts'
import { readTimeline } from './read-timeline.ts'

// Mair on the day she was taken into hospital: her plan is written, looked at and scored since the summer.
let here: Region
before(async () => {
  here = await region()
  await here.send('mair-admitted.hl7')
})
after(() => here.close())

test('Mair reads that she is in hospital, why, how she felt and what the review came to, in her own words', async () => {
  const entries = await all('mair-pritchard')
  const stay = entries.find(({ what }) => what === 'in-hospital')
  assert.equal(stay?.isOngoing, true)
  assert.ok((stay?.title ?? '').length > 0)
  assert.ok(entries.some(({ what, words }) => what === 'scored' && words?.startsWith('At y gris cefn')))
  const review = entries.find(({ what }) => what === 'review-confirm')
  assert.equal(review?.language, 'cy')
  assert.ok(entries.some(({ what, words }) => what === 'added' && words?.startsWith('Yr ieir')))
})

test('her housing officer reads that she is in hospital and not why, and nothing of her scores', async () => {
  const entries = await all('ffion-gittins')
  const stay = entries.find(({ what }) => what === 'in-hospital')
  assert(stay)
  assert.equal(stay.title, undefined)
  const hers = await all('mair-pritchard')
  assert.notEqual(hers.find(({ what }) => what === 'in-hospital')?.title, undefined)
  assert.deepEqual(
    entries.filter(({ what }) => what === 'scored' || what.startsWith('review')),
    [],
  )
})

test('whoever does not work with her is told nothing at all', async () => {
  const read = await here.look('dewi-prosser', 'mair-pritchard', (tx, access) =>
    readTimeline(tx, access, { kind: undefined, before: undefined }),
  )
  assert.deepEqual(read, { ok: false, problem: 'record.notShown' })
})

test('page after page tells everything once, newest first', async () => {
  const whole = await all('mair-pritchard', undefined, 1000)
  const entries = await all('mair-pritchard', undefined, 4)
  assert.ok(whole.length > 12, 'there are several pages')
  assert.deepEqual(entries, whole)
  assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length)
  assert.deepEqual(
    entries.map(({ id }) => id),
    entries.toSorted(newestFirst).map(({ id }) => id),
  )
})

test('one kind of thing alone is what the whole has of it', async () => {
  const scored = (await all('mair-pritchard')).filter(({ what }) => what === 'scored')
  assert.deepEqual(await all('mair-pritchard', 'scores'), scored)
  assert.ok(scored.length > 5)
})

/** All of somebody's timeline of Mair, page after page. */
async function all(account: string, kind?: TimelineKind, pageEntries = 5): Promise<TimelineEntry[]> {
  const entries: TimelineEntry[] = []
  let before: Cursor | undefined
  do {
    const asked = { kind, before, pageEntries }
    const read = await here.look(account, 'mair-pritchard', (tx, access) => readTimeline(tx, access, asked))
    assert(read.ok)
    entries.push(...read.value.entries)
    before = read.value.next
  } while (before !== undefined)
  return entries
}
