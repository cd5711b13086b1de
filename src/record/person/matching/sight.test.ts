import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RawIdentity } from '../standard/standard.ts'
import { clusterPairs } from './cluster.ts'
import { mair } from './compare/example.ts'
import { decideTwo, type Ready, ready } from './decide.ts'
import { matcherOf } from './matcher.ts'
import { Meetings } from './meetings.ts'
import { startingModel } from './model-start.ts'
import { type Pair, pairOf } from './pair.ts'
import { lookAround } from './sight.ts'

const SHIPPED = startingModel([], { records: 3000, pairs: 4_498_500 })
const UNLEARNT = matcherOf(SHIPPED)
const LEARNT = matcherOf({ ...SHIPPED, learntFrom: { records: 3000, pairs: 4_498_500, fingerprint: 'f' } })

/** Decides about all pairs among these records, as a bulk run does. */
function settled(said: readonly RawIdentity[], matcher = LEARNT) {
  const records: Ready[] = said.map(raw => ready(matcher, mair(raw)))
  const readyOf = (record: number) => records[record]!
  const pairs: Pair[] = []
  for (let left = 0; left < records.length; left++) {
    for (let right = left + 1; right < records.length; right++) {
      const decided = decideTwo(matcher, readyOf(left), readyOf(right))
      if (decided.decision !== 'none') pairs.push(pairOf(left, right, decided, decided.score))
    }
  }
  const meetings = new Meetings(matcher, pairs, readyOf)
  lookAround(meetings, pairs)
  const { pairs: all, clusters } = clusterPairs(meetings, records.length, pairs)
  const of = (left: number, right: number) => {
    const pair = all.find(one => one.left === left && one.right === right)
    return pair === undefined ? ['none'] : [pair.decision, ...pair.guards]
  }
  return { of, first: [...clusters.first], all }
}

const PHONE = { phones: ['01632 960101'] }
const UNDATED = { ...PHONE, born: '' }

test('of a mother and a daughter of one name, a record without a birth date may be either', () => {
  const { of } = settled([PHONE, { ...PHONE, born: '1968-08-02' }, UNDATED])
  assert.notEqual(of(0, 1)[0], 'link')
  assert.ok(of(0, 2).includes('review') && of(1, 2).includes('review'))
})

test('where a region has learnt and no other of that name is in sight, a birth date may be missing', () => {
  assert.deepEqual(settled([PHONE, UNDATED]).of(0, 1), ['link'])
  assert.deepEqual(settled([PHONE, UNDATED], UNLEARNT).of(0, 1), ['review', 'fatherAndSon'])
})

test('two candidates who are as good as each other and cannot both be it are asked about', () => {
  const nowhere = { addresses: [], sex: '' }
  const here = { nhsNumber: '9434765919', phones: ['01632 960102'] }
  const there = { nhsNumber: '9434765870', phones: ['01632 960103'] }
  const { of } = settled([here, there, { ...nowhere, phones: ['01632 960102', '01632 960103'] }])
  assert.deepEqual(
    [of(0, 2), of(1, 2)],
    [
      ['review', 'rivals'],
      ['review', 'rivals'],
    ],
  )
})

test('one who has moved and married is one person through a record that knows of both', () => {
  const before = { ...PHONE, surname: 'Evans' }
  const after = { surname: 'Pritchard', addresses: [], emails: ['mair@post.example'], given: 'Mary' }
  const both = { ...PHONE, surname: 'Evans', emails: ['mair@post.example'] }
  const { first, of } = settled([before, after, both])
  assert.deepEqual(first, [0, 0, 0])
  assert.equal(of(0, 1)[0], 'link')
})

test('a link that would bring two NHS numbers together is not made, however sure it is', () => {
  const bridge = { ...PHONE, emails: ['mair@post.example'] }
  const one = { ...bridge, nhsNumber: '9434765919' }
  const other = { ...bridge, nhsNumber: '9434765870' }
  const { first, all } = settled([one, other, bridge])
  assert.notEqual(first[0], first[1])
  assert.ok(all.filter(({ decision }) => decision === 'link').length <= 1)
})

test('nothing of this depends on the order in which records come', () => {
  const said: RawIdentity[] = [PHONE, UNDATED, { ...PHONE, born: '1968-08-02' }, { ...PHONE, nhsNumber: '9434765919' }]
  const [once, again] = [settled(said), settled(said.toReversed())]
  const last = said.length - 1
  for (let left = 0; left < last; left++) {
    for (let right = left + 1; right <= last; right++) {
      assert.deepEqual(once.of(left, right), again.of(last - right, last - left))
    }
  }
})
