import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { liftPause, pauseSharing } from '#record/sharing/wish/pause.ts'
import { withdrawWish } from '#record/sharing/wish/withdraw.ts'
import { seedId } from '#seed/seed-id.ts'
import { citizenOf, personId, region } from '#test/kit.ts'
import type { Answer } from '#work/outbox/carrier.ts'
import { queueOutgoing } from '#work/outbox/queue.ts'
import { receiverOf } from '#work/outbox/receiver.ts'
import { sendNext } from '#work/outbox/send-next.ts'
import { aboutOf, findTellable } from './tellable.ts'
import { letInLandlord } from './test-partner.ts'

// Whatever Mair says, and whenever: nothing of hers leaves for her landlord's system after she has said no.
const here = await region()
await here.send('mair-admitted.hl7')
const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const { id: noticeId } = await here.store.db.selectFrom('notice').select('id').executeTakeFirstOrThrow()

/** Whom she may refuse so that it concerns the system: the landlord, a team of it, one who works there. */
const REFUSED = {
  organisation: { organisationId: seedId.organisation('cartrefi-gwennol') },
  team: { teamId: seedId.team('gwennol-llanfeilir') },
  worker: { accountId: seedId.account('ffion-gittins') },
} as const
type Refused = keyof typeof REFUSED

const STEPS = ['happens', 'organisation', 'team', 'worker', 'pauses', 'takes', 'away', 'wrong'] as const
type Step = (typeof STEPS)[number]
const ANSWERS = { takes: 'accepted', away: 'unknown', wrong: 'error' } as const
let run = 0

test('however she refuses, pauses and relents, nothing leaves while she has said no, and all else is settled in its order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...STEPS), { minLength: 4, maxLength: 16 }), async steps => {
      assert.deepEqual(await faultsOf(steps), [])
    }),
    { numRuns: 25 },
  )
})

test('what is queued without saying whom it tells of is caught by the same look: it leaves after she has refused it', async () => {
  const faults = await faultsOf(['happens', 'worker', 'takes'], { saysWhom: false })
  assert.deepEqual(faults, ['1 left while she had said no'])
})

/** All that is wrong after these steps. A refusal that stands is withdrawn by the same step again, and so is a pause. */
async function faultsOf(steps: readonly Step[], { saysWhom = true } = {}): Promise<string[]> {
  const destinationId = await transaction(here.store, tx => letInLandlord(tx, { name: `LANDLORD${++run}` }))
  const wishes = new Map<Refused, string>()
  let isPaused = false
  let queued = 0
  const arrived: string[] = []
  const faults: string[] = []
  const mayLeave = () => !isPaused && wishes.size === 0

  async function send(result: Answer['result']): Promise<void> {
    await sendNext(here.store, { mllp: async ({ body }) => heard(body.toString(), result) }, destinationId)
  }
  async function heard(key: string, result: Answer['result']): Promise<Answer> {
    if (!mayLeave()) faults.push(`${key} left while she had said no`)
    arrived.push(key)
    return { result, code: result, said: '' }
  }
  async function happens(): Promise<void> {
    const isQueued = await transactionInTurn(here.store, async tx => {
      const system = await receiverOf(tx, destinationId)
      const tellable = system && (await findTellable(tx, system, { noticeId, personId: MAIR }))
      if (tellable === undefined) return false
      const key = String(queued + 1)
      const about = saysWhom ? { about: aboutOf(tellable, { isNamed: true }) } : {}
      const what = { destinationId, key, kind: 'stay-message', order: 'Mair', contentType: 'text/plain' } as const
      return (await queueOutgoing(tx, { ...what, body: Buffer.from(key), ...about })) !== undefined
    })
    if (isQueued !== mayLeave()) faults.push(`queued: ${isQueued}, open: ${mayLeave()}`)
    if (isQueued) queued++
  }
  async function refuses(whom: Refused): Promise<void> {
    const standing = wishes.get(whom)
    if (standing !== undefined) {
      assert.ok((await transaction(here.store, tx => withdrawWish(tx, mair, MAIR, standing))).ok)
      return void wishes.delete(whom)
    }
    const wish = { kind: 'refuse', with: REFUSED[whom], dataClasses: ['presence-in-hospital'] } as const
    const made = await transaction(here.store, tx => makeWish(tx, mair, MAIR, wish))
    assert.ok(made.ok)
    wishes.set(whom, made.value)
  }
  async function pauses(): Promise<void> {
    await transaction(here.store, tx => (isPaused ? liftPause(tx, mair, MAIR) : pauseSharing(tx, mair, MAIR)))
    isPaused = !isPaused
  }

  for (const step of [...steps]) {
    here.clock.move(new Date(here.clock.now().getTime() + 11 * 60_000).toISOString())
    if (step === 'happens') await happens()
    else if (step === 'pauses') await pauses()
    else if (step === 'takes' || step === 'away' || step === 'wrong') await send(ANSWERS[step])
    else await refuses(step)
  }
  for (const whom of [...wishes.keys()]) await refuses(whom)
  if (isPaused) await pauses()
  for (let at = 0; at < queued + 1; at++) {
    here.clock.move(new Date(here.clock.now().getTime() + 11 * 60_000).toISOString())
    await send('accepted')
  }
  return [...faults, ...(await unsettledAt(destinationId, queued)), ...outOfOrder(arrived)]
}

async function unsettledAt(destinationId: string, queued: number): Promise<string[]> {
  const rows = await here.store.db
    .selectFrom('outgoing')
    .leftJoin('outgoingOutcome as became', 'became.outgoingId', 'outgoing.id')
    .select(['outgoing.key', 'became.outcome'])
    .where('outgoing.destinationId', '=', destinationId)
    .execute()
  assert.equal(rows.length, queued)
  return rows.flatMap(({ key, outcome }) =>
    outcome === 'delivered' || outcome === 'not-open' ? [] : [`${key} is ${outcome ?? 'nowhere'}`],
  )
}

/** What arrives for the first time after something that was queued later. */
function outOfOrder(arrived: readonly string[]): string[] {
  const first = [...new Set(arrived)].map(Number)
  return first.some((key, place) => key < (first[place - 1] ?? 0)) ? [`out of order: ${first.join()}`] : []
}
