import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { compare, take } from '../codes.ts'
import { decideTwo, ready } from '../decide.ts'
import { explain } from '../explain.ts'
import { matcherOf } from '../matcher.ts'
import { parseModel } from '../parse-model.ts'
import { score } from '../score.ts'
import { drawing, knownRecords } from '../test-people.ts'
import { blocksOf } from './blocks.ts'
import { compareRecords, comparingFrom, joinPairs, rangesOf } from './compare-records.ts'
import { decideAll, type Linked, linkAll } from './link-all.ts'
import { blocksOfRule } from './rule-blocks.ts'

const KNOWN = knownRecords(900, 5)
const RECORDS = KNOWN.map(({ record }) => record)
const PAIRS_BOTH_WAYS = 100_000

let linked: Linked
before(() => {
  linked = linkAll(RECORDS, { others: [] })
})

const areOne = (left: number, right: number) => KNOWN[left]?.person === KNOWN[right]?.person

test('one hundred thousand pairs score alike, to the bit, whether they come in bulk or one by one', () => {
  // As a region keeps it: the model is read again from its JSON.
  const online = matcherOf(parseModel(JSON.parse(JSON.stringify(linked.model))))
  const bulk = matcherOf(linked.model)
  const comparing = comparingFrom(bulk, linked.columns)
  const readied = RECORDS.map(record => ready(online, record))
  const candidates = Array.from(linked.pairs.left, (left, pair) => [left, linked.pairs.right[pair] ?? 0] as const)
  const draw = drawing(7)
  while (candidates.length < PAIRS_BOTH_WAYS) candidates.push([draw.below(RECORDS.length), draw.below(RECORDS.length)])
  let differences = 0
  for (const [one, other] of candidates) {
    const here = comparing(one)(other)
    const there = decideTwo(online, readied[one]!, readied[other]!)
    const [mine, theirs] = [score(bulk, here), there.score]
    const isSame =
      here.every((code, at) => code === there.codes[at]) &&
      Object.is(mine.weight, theirs.weight) &&
      Object.is(mine.against.stranger, theirs.against.stranger) &&
      Object.is(mine.against.household, theirs.against.household)
    if (!isSame) differences++
  }
  assert.ok(candidates.length >= PAIRS_BOTH_WAYS)
  assert.equal(differences, 0)
})

test('a column that loses a value is found by the same comparison', () => {
  const [names] = linked.columns.fields
  const blunted = {
    ...linked.columns,
    fields: linked.columns.fields.with(0, { ...names!, numbers: names!.numbers.slice().fill(-1, 0, 50) }),
  }
  const matcher = matcherOf(linked.model)
  const here = comparingFrom(matcher, blunted)(1)(0)
  assert.notDeepEqual(here, compare(matcher, take(matcher, RECORDS[1]!), take(matcher, RECORDS[0]!)))
})

test('every explanation sums to the score of its link', () => {
  const matcher = matcherOf(linked.model)
  for (const { left, right, own } of linked.decided) {
    const { prior, parts, against, weight } = explain(
      matcher,
      decideTwo(matcher, ready(matcher, RECORDS[left]!), ready(matcher, RECORDS[right]!)),
    )
    const stranger = parts.reduce((sum, part) => sum + part.against.stranger + part.rarity, prior.stranger)
    const household = parts.reduce((sum, part) => sum + part.against.household, prior.household)
    assert.ok(Math.abs(stranger - against.stranger) < 1e-9 && Math.abs(household - against.household) < 1e-9)
    assert.equal(weight, own)
  }
})

test('however many ranges the records are compared in, the pairs are the same, in the same order', () => {
  const matcher = matcherOf(linked.model)
  const rules = linked.columns.keys.map(keys => blocksOfRule(keys, 180))
  const blocks = blocksOf(rules, linked.columns.records)
  const whole = compareRecords(matcher, linked.columns, blocks, { from: 0, to: linked.columns.records })
  const ranges = rangesOf(blocks, 7)
  assert.equal(ranges.length, 7)
  const parts = ranges.map(range => compareRecords(matcher, linked.columns, blocks, range))
  assert.deepEqual(joinPairs(matcher, parts), whole)
  const keys = Array.from(whole.left, (left, pair) => left * 2 ** 26 + (whole.right[pair] ?? 0))
  assert.equal(new Set(keys).size, keys.length, 'each pair once')
  const joined = decideAll(linked.model, linked.columns, joinPairs(matcher, parts))
  assert.deepEqual(joined, decideAll(linked.model, linked.columns, whole))
})

test('who is one person is found without having been told, and hardly anybody is joined with somebody else', () => {
  const links = linked.decided.filter(({ decision }) => decision === 'link')
  const wrong = links.filter(({ left, right }) => !areOne(left, right))
  const people = new Map<number, number>()
  for (const { person } of KNOWN) people.set(person, (people.get(person) ?? 0) + 1)
  const pairs = [...people.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  assert.ok(wrong.length / links.length < 0.003, `${wrong.length} of ${links.length} are wrong`)
  assert.ok((links.length - wrong.length) / pairs > 0.85, `${links.length - wrong.length} of ${pairs} are found`)
})

test('nobody comes to have two NHS numbers, and every link lies within one cluster', () => {
  const numbers = new Map<number, Set<string>>()
  for (const [record, { standard }] of RECORDS.entries()) {
    const first = linked.clusters.first[record] ?? record
    const known = numbers.get(first) ?? new Set()
    if (standard.nhsNumber !== undefined) known.add(standard.nhsNumber)
    numbers.set(first, known)
  }
  assert.deepEqual(
    [...numbers.values()].filter(known => known.size > 1),
    [],
  )
  for (const { left, right, decision } of linked.decided) {
    assert.equal(decision === 'link', linked.clusters.first[left] === linked.clusters.first[right])
  }
})

test('what a person has said no to is never compared', () => {
  const [said] = linked.decided.filter(({ decision }) => decision === 'link')
  assert.ok(said !== undefined)
  const isExcluded = (left: number, right: number) => left === said.left && right === said.right
  const again = linkAll(RECORDS, { others: [], model: linked.model, isExcluded })
  const pairs = Array.from(again.pairs.left, (left, pair) => isExcluded(left, again.pairs.right[pair] ?? 0))
  assert.ok(!pairs.includes(true))
})
