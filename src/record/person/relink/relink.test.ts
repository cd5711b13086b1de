import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { linkAll } from '../matching/bulk/link-all.ts'
import { codesOf } from '../matching/bulk/patterns.ts'
import { decideTwo, ready } from '../matching/decide.ts'
import { matcherOf } from '../matching/matcher.ts'
import { onlyStandard } from '../matching/record.ts'
import { score } from '../matching/score.ts'
import type { Standard } from '../standard/standard.ts'
import { relink } from './relink.ts'
import { type Agencies, agencies, allStandards, NO_AGENCIES } from './test-agencies.ts'

const given = NO_AGENCIES === false ? {} : { skip: NO_AGENCIES }
let here: Agencies

/** Of a thousand records so many may be with others than in a bulk run of all: who came first had not all to choose from. */
const ASTRAY_MAX = 1

test('half of the records are loaded at once, and a second run of it does nothing', given, async () => {
  here = await agencies(/2$/)
  for (const number of inTurn(here.records).slice(0, here.records / 2)) await here.arrives(number, 'kept')
  const done = await relink(here.store, here.matcher)
  assert.ok(done.linked > 100 && done.asked > 0 && done.doubted === 0, JSON.stringify(done))
  const again = await relink(here.store, here.matcher)
  assert.deepEqual(again, { records: done.records, linked: 0, asked: 0, doubted: 0 })
})

test('the others come one by one, in any order, and end with whom a bulk run of all puts them', given, async t => {
  for (const number of inTurn(here.records).slice(here.records / 2)) await here.arrives(number, 'identified')
  const astray = await here.astray()
  const people = new Set(here.bulk.clusters.first).size
  t.diagnostic(`${here.records} records of ${people} people; with others: ${astray.length} (${astray})`)
  assert.ok(people < here.records * 0.8)
  assert.ok(astray.length * 1000 <= here.records * ASTRAY_MAX)
})

test(
  'a hundred thousand pairs score to the bit as in a bulk run when PostgreSQL has kept their records',
  given,
  async t => {
    const standards = await allStandards()
    const { pairs, model } = linkAll(standards.map(onlyStandard), { others: [] })
    const matcher = matcherOf(model)
    const { rows } = await sql<{ content: Standard }>`
    select content from unnest(${standards.map(one => JSON.stringify(one))}::jsonb[]) with ordinality as kept (content, place)
    order by place`.execute(here.store.db)
    const kept = rows.map(({ content }) => ready(matcher, onlyStandard(content)))
    const { left, right, pattern, patterns } = pairs
    const differing = Array.from(left, (one, pair) => {
      const codes = codesOf(patterns, pattern[pair]!)
      const online = decideTwo(matcher, kept[one]!, kept[right[pair]!]!)
      return Buffer.compare(online.codes, codes) !== 0 || !Object.is(online.score.weight, score(matcher, codes).weight)
    })
    t.diagnostic(`${left.length} pairs scored both ways`)
    assert.ok(left.length > 100_000)
    assert.equal(differing.filter(Boolean).length, 0)
  },
)

test('nobody has come to hold two different NHS numbers', given, async () => {
  const numbers = Map.groupBy(await here.held(), ({ personId }) => personId)
  const several = [...numbers.values()].filter(records => distinctNumbers(records.map(({ content }) => content)) > 1)
  assert.deepEqual(several, [])
  const [one, other] = (await here.held()).filter(({ content }) => content.nhsNumber !== undefined)
  assert.equal(distinctNumbers([one!.content, other!.content]), 2, 'two would be noticed')
})

function distinctNumbers(standards: readonly Standard[]): number {
  return new Set(standards.flatMap(({ nhsNumber }) => nhsNumber ?? [])).size
}

/** Numbers in an order that has nothing to do with them. */
function inTurn(count: number): number[] {
  return Array.from({ length: count }, (_, number) => number).sort((one, other) => mixed(one) - mixed(other))
}

function mixed(number: number): number {
  return Math.imul(number + 1, 2654435761) >>> 0
}
