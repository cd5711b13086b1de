import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { actorOf, region } from '#test/kit.ts'
import type { Answer, Carrier } from './carrier.ts'
import { giveUp, sendAgain } from './put-right.ts'
import { queueOutgoing } from './queue.ts'
import { sendNext } from './send-next.ts'
import { takeNext } from './take.ts'
import { letIn } from './test-outbox.ts'

const here = await region()
after(() => here.close())

/** How one try goes. `silent` took it in and said nothing; `killed` is our own end, after the receiver took it in or before. */
const MANNERS = ['takes', 'silent', 'away', 'wrong', 'refuses', 'killed', 'killed before'] as const
type Manner = (typeof MANNERS)[number]

const ANSWERS: Readonly<Record<Exclude<Manner, 'killed' | 'killed before'>, Answer['result']>> = {
  takes: 'accepted',
  silent: 'unknown',
  away: 'unknown',
  wrong: 'error',
  refuses: 'rejected',
}
const TAKEN_IN: readonly Manner[] = ['takes', 'silent', 'killed']

/** Three things each in two orders, queued one after the other. */
const QUEUED = ['Mair', 'Owen', 'Mair', 'Owen', 'Mair', 'Owen'].map((order, place) => ({
  order,
  key: `${order} ${place}`,
}))
/** More tries than any schedule below needs. */
const STEPS_MAX = 60
let run = 0

test('whatever goes wrong in whatever order, each thing arrives, in its order, or is a dead letter with an owner', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...MANNERS), { maxLength: 20 }), async manners => {
      assert.deepEqual(await faultsOf(manners), [])
    }),
    { numRuns: 25 },
  )
})

test('a sender that takes silence for an answer is caught by the same look: something never arrives', async () => {
  const credulous =
    (carry: Carrier): Carrier =>
    async parcel => {
      const answer = await carry(parcel)
      return answer.result === 'unknown' ? { ...answer, result: 'accepted' } : answer
    }
  assert.match((await faultsOf(['away'], credulous)).join(), /never arrived/)
})

test('two officers who send the same dead letter again at once, or give it up, do it once', async () => {
  const { id } = await queued()
  let dead: string | undefined
  const carry: Carrier = async ({ id: parcel }) => {
    dead = parcel
    return { result: 'rejected', code: 'AR', said: '' }
  }
  await sendNext(here.store, { mllp: carry }, id)
  const officer = actorOf('steffan-howells') as WorkerActor
  const acts = [1, 2, 3].map(() => transactionInTurn(here.store, tx => sendAgain(tx, officer, dead!)))
  const giving = transactionInTurn(here.store, tx => giveUp(tx, officer, dead!, 'They were told by telephone'))
  const answers = await Promise.all([...acts, giving])
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
})

/** Everything that is wrong at the end of a schedule of faults, after which all goes well. */
async function faultsOf(
  manners: readonly Manner[],
  wrapped: (carry: Carrier) => Carrier = carry => carry,
): Promise<string[]> {
  const { id, keys } = await queued()
  const arrived: string[] = []
  for (let step = 0; step < STEPS_MAX; step++) {
    here.clock.move(new Date(here.clock.now().getTime() + 11 * 60_000).toISOString())
    const manner = manners[step] ?? 'takes'
    if (manner === 'killed' || manner === 'killed before') {
      const taken = await transactionInTurn(here.store, tx => takeNext(tx, id))
      if (taken !== undefined && manner === 'killed') arrived.push(keys.get(taken.parcel.id) ?? '')
      continue
    }
    const carry: Carrier = async parcel => {
      if (TAKEN_IN.includes(manner)) arrived.push(keys.get(parcel.id) ?? '')
      return { result: ANSWERS[manner], code: manner, said: '' }
    }
    await sendNext(here.store, { mllp: wrapped(carry) }, id)
  }
  return [...(await unsettledOf(id, arrived)), ...outOfOrder(arrived)]
}

async function unsettledOf(id: string, arrived: readonly string[]): Promise<string[]> {
  const rows = await here.store.db
    .selectFrom('outgoing')
    .leftJoin('outgoingOutcome as became', 'became.outgoingId', 'outgoing.id')
    .select(['outgoing.key', 'became.outcome', 'became.ownerTeamId'])
    .where('outgoing.destinationId', '=', id)
    .execute()
  assert.equal(rows.length, QUEUED.length)
  return rows.flatMap(({ key, outcome, ownerTeamId }) => {
    if (outcome === 'delivered') return arrived.includes(key) ? [] : [`${key} never arrived`]
    if (outcome === 'dead') return ownerTeamId === null ? [`nobody owns ${key}`] : []
    return [`${key} is ${outcome ?? 'nowhere'}`]
  })
}

/** Of one order, what arrives for the first time after something that was queued later. */
function outOfOrder(arrived: readonly string[]): string[] {
  return ['Mair', 'Owen'].flatMap(order => {
    const first = [...new Set(arrived.filter(key => key.startsWith(order)))]
    return first.some((key, place) => key < (first[place - 1] ?? '')) ? [`out of order: ${first.join(', ')}`] : []
  })
}

/** A destination of its own with the six things, and what each is called by its id. */
async function queued(): Promise<{ id: string; keys: ReadonlyMap<string, string> }> {
  const id = await transaction(here.store, tx => letIn(tx, { name: `FAULTS${++run}` }))
  const keys = new Map<string, string>()
  for (const { order, key } of QUEUED) {
    const outgoing = { destinationId: id, key, order, kind: 'stay-message', contentType: 'text/plain' } as const
    const body = Buffer.from(key)
    const outgoingId = await transactionInTurn(here.store, tx => queueOutgoing(tx, { ...outgoing, body }))
    keys.set(outgoingId ?? '', key)
  }
  return { id, keys }
}
