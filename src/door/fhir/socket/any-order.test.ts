import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { Bundle } from 'fhir/r4.js'
import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import { SUBSCRIPTION_TOPIC } from '#work/telling/subscription/subscription.ts'
import { tellNotices } from '#work/telling/tell-notices.ts'
import { letInLandlord } from '#work/telling/test-partner.ts'
import { notified, type TestListener } from './test-listener.ts'
import { openSockets } from './test-open.ts'
import { happensAgain, listenedTo, raiseAnother, systemToken, until } from './test-subscribed.ts'

// However much happens at once, and however often a listener comes and goes: it hears of each thing, in its order.
const here = await region()
await transaction(here.store, tx =>
  letInLandlord(tx, { carrier: 'https', address: 'https://gwennol.example/hooks/', settings: { client: 'gwennol' } }),
)
const { door, bound, stop } = await openSockets(here)
after(stop)
await here.send('mair-admitted.hl7')
await tellNotices(here.store)
const token = systemToken(door, here)

const STEPS = ['once', 'much at once', 'goes and comes back'] as const
type Step = (typeof STEPS)[number]

test('whatever happens at once is told to whoever listens in the order of its numbers, and what was missed can be asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { minLength: 3, maxLength: 7 }), async steps => {
      assert.deepEqual(await faultsOf(steps), [])
    }),
    { numRuns: 12 },
  )
})

test('numbers that are not drawn one after another are caught by the same look: what commits late is never told', async () => {
  const id = await listenedTo(door, token)
  const listener = await bound(id)
  await happensAgain(here, 1)
  await listener.hears(2)
  const [first, second] = await otherNotices(id)
  await transactionInTurn(here.store, async late => {
    await numberBeside(late, id, [2, first])
    await transactionInTurn(here.store, tx => numberBeside(tx, id, [3, second]))
    await listener.hears(3)
  })
  listener.socket.close()
  assert.deepEqual(faultsIn(listener), ['3 was told after 1'])
})

/** All that is wrong after these steps. */
async function faultsOf(steps: readonly Step[]): Promise<string[]> {
  const id = await listenedTo(door, token)
  let listener = await bound(id)
  let happened = 0
  const heard: number[] = []
  const faults: string[] = []

  async function leave(): Promise<void> {
    listener.socket.close()
    await listener.closed
    faults.push(...faultsIn(listener))
    heard.push(...numbersIn(listener))
  }
  for (const step of steps) {
    if (step === 'goes and comes back') {
      await leave()
      listener = await bound(id)
      const last = Math.max(0, ...heard)
      const asked = await door.ask(`/fhir/Subscription/${id}/$events?eventsSinceNumber=${last + 1}`, token)
      const counted = notified(listener.said[0]).total
      const missed = notified(JSON.stringify(asked.resource as Bundle)).numbers
      heard.push(...missed.filter(number => number <= counted))
      continue
    }
    const count = step === 'once' ? 1 : 4
    happened += count
    await Promise.all(Array.from({ length: count }, () => happensAgain(here)))
  }
  await until(async () => (numbersIn(listener).at(-1) ?? notified(listener.said[0]).total) === happened)
  await leave()
  const all = Array.from({ length: happened }, (_, at) => at + 1)
  const isWhole = JSON.stringify(heard) === JSON.stringify(all)
  if (!isWhole) faults.push(`it heard ${heard.join(' ')} of ${happened}`)
  await door.ask(`/fhir/Subscription/${id}`, token, { method: 'DELETE' })
  return faults
}

function numbersIn({ said }: TestListener): number[] {
  return said.flatMap(text => notified(text).numbers)
}

/** Whatever on one socket does not follow what came before it. */
function faultsIn(listener: TestListener): string[] {
  const all = [notified(listener.said[0]).total, ...numbersIn(listener)]
  return all.slice(1).flatMap((number, at) => {
    const before = all[at] ?? 0
    return number === before + 1 ? [] : [`${number} was told after ${before}`]
  })
}

/** Two notices that a subscription has not been told of. */
async function otherNotices(id: string): Promise<string[]> {
  return transactionInTurn(here.store, async tx => {
    for (let raised = 0; raised < 2; raised++) await raiseAnother(tx)
    const { rows } = await sql<{ id: string }>`
      select notice.id from notice
      where not exists (
        select from subscription_event as event where event.notice_id = notice.id and event.subscription_id = ${id})
      order by notice.recorded_at desc, notice.id
      limit 2`.execute(tx.db)
    return rows.map(row => row.id)
  })
}

/** Numbers a notice in a transaction of its own, without taking turns. */
async function numberBeside(tx: Tx, id: string, [number, noticeId]: [number, string | undefined]): Promise<void> {
  await sql`
    insert into subscription_event (subscription_id, number, notice_id, at)
    values (${id}, ${number}, ${noticeId}, ${tx.now})`.execute(tx.db)
  await announce(tx, { topic: SUBSCRIPTION_TOPIC, id })
}
