import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findUnexplained, type LookFacts } from './find.ts'
import { SURGE_PEOPLE_MIN, SURGE_WORKERS_MIN } from './find-surge.ts'
import type { Flag, WorkerLooks } from './finding.ts'

const COUNCIL = { en: 'Dyffryn Banadl County Council', cy: 'Cyngor Sir Dyffryn Banadl' }
const AT = new Date('2026-11-22T10:00:00Z')
const HOUR = Math.floor(AT.getTime() / 3_600_000)
const HOME = { homes: new Set(['GH21AA 3']), familyKeys: new Set(['evans']) }

test('a social worker’s looks at somebody on her caseload are ordinary work, and are not told', () => {
  assert.deepEqual(flagsOf({ looks: [looks({ looks: 40, explained: 40 })] }), [])
})

test('somebody who opens their own record stands out, whatever clause lets them', () => {
  assert.deepEqual(flagsOf({ looks: [looks()], ownRecords: new Map([['sioned', 'mair']]) }), [['own-record']])
})

test('somebody at the worker’s own address stands out; their surname is said beside it', () => {
  const facts = {
    ownRecords: new Map([['sioned', 'self']]),
    households: new Map([
      ['self', HOME],
      ['mair', HOME],
    ]),
  }
  assert.deepEqual(flagsOf({ looks: [looks()], ...facts }), [['same-address', 'same-surname']])
})

test('the same surname alone is nothing: in Wales half the valley shares it', () => {
  const elsewhere = { homes: new Set(['GH99ZZ 1']), familyKeys: new Set(['evans']) }
  const facts = {
    ownRecords: new Map([['sioned', 'self']]),
    households: new Map([
      ['self', HOME],
      ['mair', elsewhere],
    ]),
  }
  assert.deepEqual(flagsOf({ looks: [looks()], ...facts }), [])
})

test('somebody who chose the worker as family stands out', () => {
  assert.deepEqual(flagsOf({ looks: [looks()], families: new Set(['sioned mair']) }), [['family']])
})

test('a colleague of the same organisation stands out; somebody who works elsewhere does not', () => {
  const at = (organisation: string) => ({ looks: [looks()], employers: new Map([['mair', new Set([organisation])]]) })
  assert.deepEqual(flagsOf(at('council')), [['colleague']])
  assert.deepEqual(flagsOf(at('landlord')), [])
})

test('three refused tries stand out, and two do not; nor need the record exist', () => {
  assert.deepEqual(flagsOf({ looks: [looks({ looks: 0, explained: 0, refused: 2 })] }), [])
  assert.deepEqual(flagsOf({ looks: [looks({ looks: 0, explained: 0, refused: 3 })] }), [['refused-repeatedly']])
  assert.deepEqual(flagsOf({ looks: [looks({ personId: undefined, looks: 0, explained: 0, refused: 3 })] }), [
    ['refused-repeatedly'],
  ])
})

test('a look that no tie and no clause explains stands out by that alone', () => {
  assert.deepEqual(flagsOf({ looks: [looks({ looks: 2, explained: 1 })] }), [['unexplained']])
})

test('many workers at one person within a day are a surge, told once, of nobody in particular', () => {
  const crowd = (size: number, hour = (one: number) => HOUR + one) =>
    Array.from({ length: size }, (_, one) => looks({ accountId: `worker ${one}`, hours: [hour(one)], entries: [one] }))
  assert.deepEqual(flagsOf({ looks: crowd(SURGE_WORKERS_MIN - 1) }), [])
  const [surge] = findUnexplained({ ...NOTHING, looks: crowd(SURGE_WORKERS_MIN) })
  assert.deepEqual(
    [surge?.flags, surge?.worker, surge?.personId, surge?.others],
    [['surge-at-person'], undefined, 'mair', 8],
  )
  assert.deepEqual(flagsOf({ looks: crowd(SURGE_WORKERS_MIN, one => HOUR + one * 24) }), [], 'spread over as many days')
})

test('a ward on which so many come every day has no surge', () => {
  const everyDay = Array.from({ length: 31 }, (_, day) => HOUR - day * 24)
  const ward = Array.from({ length: 12 }, (_, one) => looks({ accountId: `nurse ${one}`, hours: everyDay }))
  assert.deepEqual(flagsOf({ looks: ward }), [])
})

test('one worker at very many people within a day is a surge', () => {
  const round = (size: number) =>
    Array.from({ length: size }, (_, one) => looks({ personId: `person ${one}`, entries: [one] }))
  assert.deepEqual(flagsOf({ looks: round(SURGE_PEOPLE_MIN - 1) }), [])
  const [surge] = findUnexplained({ ...NOTHING, looks: round(SURGE_PEOPLE_MIN) })
  assert.deepEqual(
    [surge?.flags, surge?.worker?.who, surge?.personId],
    [['surge-by-worker'], 'Sioned Evans', undefined],
  )
})

test('what nothing explains comes first, then the weightier, then the latest', () => {
  const facts: LookFacts = {
    ...NOTHING,
    looks: [
      looks({ accountId: 'colleague', personId: 'tomos' }),
      looks({ accountId: 'own', personId: 'own' }),
      looks({ accountId: 'tries', personId: 'mair', looks: 0, explained: 0, refused: 5 }),
    ],
    ownRecords: new Map([['own', 'own']]),
    employers: new Map([['tomos', new Set(['council'])]]),
  }
  assert.deepEqual(
    findUnexplained(facts).map(({ worker }) => worker?.accountId),
    ['tries', 'own', 'colleague'],
  )
})

const NOTHING: LookFacts = {
  looks: [],
  ownRecords: new Map(),
  households: new Map(),
  families: new Set(),
  employers: new Map(),
}

function flagsOf(facts: Partial<LookFacts>): (readonly Flag[])[] {
  return findUnexplained({ ...NOTHING, ...facts }).map(({ flags }) => flags)
}

function looks(told: Partial<WorkerLooks> = {}): WorkerLooks {
  return {
    accountId: 'sioned',
    who: 'Sioned Evans',
    role: 'social-worker',
    organisationId: 'council',
    organisation: COUNCIL,
    personId: 'mair',
    looks: 1,
    explained: 1,
    refused: 0,
    hours: [HOUR],
    classes: ['plan'],
    firstAt: AT,
    lastAt: AT,
    entries: [1],
    ...told,
  }
}
