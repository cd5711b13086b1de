import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { region } from '#test/kit.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { liftApart, tellApart } from './apart.ts'
import { linkRecords } from './link.ts'
import { linksOf } from './links-of.ts'
import { moveRecord } from './move.ts'
import { personOf } from './persons.ts'
import { peopleAgainstGuards, rebuildPersons } from './rebuild.ts'
import { separate, unlinkRecords } from './unlink.ts'

const here = await region()
const BECAUSE = { decidedBy: 'Steffan Howells', reason: 'asked' }
let kept = 0

test('however many join and part the same few at once, each id names whom the links say, and no guard is passed', async () => {
  const act = fc.record({
    kind: fc.constantFrom('link', 'link', 'link', 'unlink', 'separate', 'apart', 'lift', 'move'),
    one: fc.nat({ max: 5 }),
    other: fc.nat({ max: 5 }),
    isInTurn: fc.boolean(),
  })
  const history = fc.array(act, { minLength: 8, maxLength: 24 })
  await fc.assert(
    fc.asyncProperty(history, async acts => {
      const records = await doing(tx => newRecords(tx, 6))
      await Promise.all(
        acts.map(({ kind, one, other, isInTurn }) =>
          patiently(() =>
            (isInTurn ? transactionInTurn : transaction)(here.store, tx =>
              ACTS[kind]!(tx, records[one]!, records[other]!),
            ),
          ),
        ),
      )
      assert.deepEqual(await doing(rebuildPersons), [])
      assert.deepEqual(await doing(peopleAgainstGuards), [])
    }),
    { numRuns: 5 },
  )
})

test('of telling two apart and joining them, one is done and the other refused', async () => {
  for (let round = 0; round < 20; round++) {
    const [one, other] = await doing(tx => newRecords(tx, 2))
    const run = round % 2 === 0 ? transaction : transactionInTurn
    const both = await Promise.all([
      run(here.store, tx => linkRecords(tx, one!, other!, BECAUSE)),
      run(here.store, tx => tellApart(tx, one!, other!, BECAUSE)),
    ])
    assert.deepEqual(both.filter(({ ok }) => ok).length, 1)
  }
})

test('a record that is linked from many sides at once is about one person, whose id is the oldest', async () => {
  const records = await doing(tx => newRecords(tx, 10))
  await Promise.all(
    records
      .slice(1)
      .map((record, index) =>
        transactionInTurn(here.store, tx => linkRecords(tx, record, records[index % 3]!, BECAUSE)),
      ),
  )
  const people = await doing(async tx => {
    const found = []
    for (const record of records) found.push(await personOf(tx, record))
    return found
  })
  const { homePersonId } = await here.store.db
    .selectFrom('sourceRecord')
    .select('homePersonId')
    .where('id', '=', records[0]!)
    .executeTakeFirstOrThrow()
  assert.deepEqual([...new Set(people)], [homePersonId])
})

test('whoever waited while a record was joined to another begins again, and sees whose it is now', async () => {
  const [oldest, joined, late] = await doing(tx => newRecords(tx, 3))
  const hasJoined = Promise.withResolvers<void>()
  const first = transactionInTurn(here.store, async tx => {
    await linkRecords(tx, joined!, oldest!, BECAUSE)
    hasJoined.resolve()
    await sleep(200)
  })
  await hasJoined.promise
  let tries = 0
  const linked = await transactionInTurn(here.store, tx => {
    tries++
    return linkRecords(tx, late!, joined!, BECAUSE)
  })
  await first
  assert.deepEqual([tries, linked.ok && linked.value.records], [2, 3])
})

type Act = (tx: Tx, one: string, other: string) => Promise<unknown>

const ACTS: Readonly<Record<string, Act>> = {
  link: async (tx, one, other) => one !== other && linkRecords(tx, one, other, BECAUSE),
  move: async (tx, one, other) => one !== other && moveRecord(tx, one, other, BECAUSE),
  apart: async (tx, one, other) => one !== other && tellApart(tx, one, other, BECAUSE),
  separate: async (tx, one) => separate(tx, one, BECAUSE),
  unlink: async (tx, one) => {
    const links = await linksOf(tx, await personOf(tx, one))
    const standing = links.find(({ ended }) => ended === null)
    return standing && unlinkRecords(tx, standing.id, BECAUSE)
  },
  lift: async (tx, one) => {
    const aparts = await tx.db.selectFrom('recordApartNow').select('id').where('recordA', '=', one).execute()
    for (const { id } of aparts) await liftApart(tx, id!, BECAUSE)
  },
}

/** As whoever is told to try again would. */
async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tried = 1; ; tried++) {
    try {
      return await work()
    } catch (fault) {
      if (tried === 20 || !/got in the way|serialize|deadlock/.test(String(fault))) throw fault
    }
  }
}

async function newRecords(tx: Tx, count: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < count) {
    const key = { organisationId: seedId.organisation('tai-clicied'), localId: `together ${++kept}` }
    ids.push((await keepSourceRecord(tx, key, () => ({ resourceType: 'Patient' }), undefined)).id)
  }
  return ids
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
