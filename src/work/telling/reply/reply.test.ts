import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { look } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, asSent, personId, region } from '#test/kit.ts'
import { answerHandOver } from '#work/hand-over/answer.ts'
import type { Carrier } from '#work/outbox/carrier.ts'
import { sendNext } from '#work/outbox/send-next.ts'
import { letIn } from '#work/outbox/test-outbox.ts'
import type { WholeMap } from '#work/sender/map.ts'
import { readMapVersions } from '#work/sender/read-senders.ts'
import { writeMap } from '#work/sender/write-map.ts'
import { arrivedAt } from '../test-partner.ts'
import { replyStateOf } from './reply-state.ts'
import { tellReplies } from './tell-replies.ts'

// The ward's system refers Mair to the reablement team, and wants to be told what it says.
const here = await region()
const MAIR = personId('mair-pritchard')
const SENDER = seedId.sender('GHPAS', 'YGH')
const settings = { toldFor: 'ward-nurse' }
const PAS = await transaction(here.store, tx => letIn(tx, { name: 'GHPAS-IN', organisation: 'bwrdd-iechyd', settings }))
const others = await transaction(here.store, tx => letIn(tx, { name: 'ROTA-IN', settings }))
await here.send('mair-referral.hl7')

test('a system whose map names no destination is told nothing, and nor is one of another organisation that it names', async () => {
  await answer(await askedOf('R0033107'), 'accepted')
  await tellReplies(here.store)
  assert.deepEqual(await arrivedAt(here, PAS), [])
  await wants('ROTA-IN')
  await tellReplies(here.store)
  assert.deepEqual(await arrivedAt(here, others), [])
})

test('the ward’s system is told that the team has accepted, by its own numbers, once', async () => {
  await wants('GHPAS-IN')
  await tellReplies(here.store)
  await tellReplies(here.store)
  const [told, ...more] = await arrivedAt(here, PAS)
  assert.deepEqual(more, [])
  isGolden('mair-accepted.hl7', told)
  assert.equal((await transaction(here.store, async tx => replyStateOf(tx, await askedOf('R0033107'))))?.is, 'told')
})

test('that it was answered is in Mair’s trail, as the hospital’s own data', async () => {
  const entry = await here.store.db
    .selectFrom('trailEntry')
    .select(['actorName', 'released'])
    .where('senderId', '=', PAS)
    .executeTakeFirstOrThrow()
  assert.equal(entry.actorName, 'GHPAS-IN')
  assert.match(JSON.stringify(entry.released), /"care-and-support".*"contributor"/)
})

test('a team that cannot take somebody on says why, and what the ward’s system will not take waits for somebody', async () => {
  const again = asSent('mair-referral.hl7')
    .replaceAll('R0033107', 'R0033108')
    .replaceAll('YGH0000419310', 'YGH0000419311')
  await here.send(again)
  await answer(await askedOf('R0033108'), 'declined', 'Dim lle tan ddydd Llun; ffoniwch y nyrsys ardal')
  await tellReplies(here.store)
  const told: string[] = []
  const rejects: Carrier = async ({ body }) => {
    told.push(body.toString().replaceAll('\r', '\n'))
    return { result: 'rejected', code: 'AR', said: 'no such referral' }
  }
  await sendNext(here.store, { mllp: rejects }, PAS)
  isGolden('mair-declined.hl7', told[0])
  assert.equal((await transaction(here.store, async tx => replyStateOf(tx, await askedOf('R0033108'))))?.is, 'failed')
})

async function askedOf(number: string): Promise<string> {
  const { id } = await here.store.db
    .selectFrom('handOver')
    .select('id')
    .where('formKey', 'like', `%${number}`)
    .executeTakeFirstOrThrow()
  return id
}

async function answer(handOverId: string, kind: 'accepted' | 'declined', reason = ''): Promise<void> {
  const worker = actorOf('aled-jenkins')
  const said = await transactionInTurn(here.store, tx =>
    look(tx, worker, MAIR, { doing: 'write', place: 'hand-over' }, access =>
      answerHandOver(tx, access, { handOverId, kind, reason }),
    ),
  )
  assert.ok(said.ok && said.value.ok)
}

/** Has the ward's system be told of answers at that destination. */
async function wants(repliesTo: string): Promise<void> {
  const officer = actorOf('steffan-howells') as WorkerActor
  await transactionInTurn(here.store, async tx => {
    const [newest] = await readMapVersions(tx, SENDER)
    const map = { ...(newest?.map as WholeMap), repliesTo }
    const from = newest?.version ?? 0
    assert.ok((await writeMap(tx, officer, { senderId: SENDER, from, map, reason: 'They want to be told' })).ok)
  })
}

/** The message as somebody has read it and found right; MSH-10 is new each time. */
function isGolden(name: string, message: string | undefined): void {
  const file = new URL(`golden/${name}`, import.meta.url)
  const text = (message ?? '').replace(/(\|RRI\^I12\^RRI_I12\|)[0-9a-f]{20}\|/, '$1MSH-10|')
  if (process.env.GOLDEN === 'write') writeFileSync(file, text)
  assert.equal(text, readFileSync(file, 'utf8'))
}
