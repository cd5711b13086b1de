import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import { look } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, type Region, region } from '#test/kit.ts'
import { answerHandOver, type NewAnswer, seeAnswer } from './answer.ts'
import { escalateHandOvers, overdueTeams } from './escalate.ts'
import { handOver, type NewHandOver } from './hand.ts'
import { answerBy, type HandOver, type Urgency } from './hand-over.ts'
import { handOversAbout, peopleHandedOn } from './read.ts'

// Mair is on Dyfi Ward from nine on Sunday 22 November. Catrin, a nurse there, hands her on to the district nurses.
const MAIR = personId('mair-pritchard')
const DISTRICT_NURSES = seedId.team('nyrsys-ardal')
const WARD = seedId.team('ward-dyfi')
const LANDLORD = seedId.team('gwennol-llanfeilir')
let here: Region
before(async () => {
  here = await region()
  await here.send('mair-admitted.hl7')
})
after(() => here.close())

test('whoever is asked has a tie to her from then on, and reads who she is and what is asked', async () => {
  assert.deepEqual(await readBy('rhian-tudor'), 'record.notShown')
  const handed = await hand('catrin-morgan', { key: 'dressing', asks: 'Dressing on her left shin, daily.' })
  assert.ok(handed.ok)
  const [asked] = await openedBy('rhian-tudor')
  assert.equal(asked?.asks, 'Dressing on her left shin, daily.')
  assert.equal(asked?.fromName, 'Catrin Morgan')
  assert.equal(asked?.to.team.en, 'District Nursing Team')
  assert.equal(asked?.answer, undefined)
  assert.deepEqual(await waitingFor(DISTRICT_NURSES), [MAIR])
})

test('the same form sent again is the same hand-over', async () => {
  const again = await hand('catrin-morgan', { key: 'dressing', asks: 'Dressing on her left shin, daily.' })
  assert.equal(again.ok && again.value, (await openedBy('catrin-morgan'))[0]?.id)
  assert.equal((await openedBy('catrin-morgan')).length, 1)
})

test('Mair reads that she was handed on and who is waited for', async () => {
  const [hers] = await openedBy('mair-pritchard')
  assert.equal(hers?.to.team.cy, 'Tîm Nyrsys Ardal')
})

test('nobody is handed on to a team that no clause lets know of it, and nothing of it is left behind', async () => {
  const ties = await tiesOf(LANDLORD)
  assert.deepEqual(await hand('catrin-morgan', { key: 'landlord', toTeamId: LANDLORD }), {
    ok: false,
    problem: 'handOver.teamMayNotKnow',
  })
  assert.deepEqual(await tiesOf(LANDLORD), ties)
})

test('a hand-over says what is asked, and is to another team', async () => {
  assert.deepEqual(await problemOf({ key: 'empty', asks: '  ' }), 'handOver.asksMissing')
  assert.deepEqual(await problemOf({ key: 'long', asks: 'x'.repeat(2001) }), 'handOver.asksTooLong')
  assert.deepEqual(await problemOf({ key: 'own', toTeamId: WARD }), 'handOver.ownTeam')
})

test('only the team that was asked accepts it, and only those who asked take it back', async () => {
  assert.equal(await answer('catrin-morgan', { kind: 'accepted' }), 'handOver.notShown')
  assert.equal(await answer('rhian-tudor', { kind: 'withdrawn', reason: 'Not needed' }), 'handOver.notShown')
  assert.equal(await answer('sioned-evans', { kind: 'accepted' }), 'handOver.notShown')
})

test('declining needs a reason, ends the tie, and waits until those who asked have seen it', async () => {
  assert.equal(await answer('rhian-tudor', { kind: 'declined' }), 'handOver.reasonMissing')
  const declined = { kind: 'declined', reason: 'She lives in the other team’s area.' } as const
  assert.equal(await answer('rhian-tudor', declined), undefined)
  assert.equal(await readBy('rhian-tudor'), 'record.notShown')
  assert.deepEqual(await waitingFor(DISTRICT_NURSES), [])
  const [seen] = await openedBy('catrin-morgan')
  assert.equal(seen?.answer?.reason, 'She lives in the other team’s area.')
  assert.deepEqual(await waitingFor(WARD), [MAIR])
  await transaction(here.store, tx =>
    look(tx, actorOf('catrin-morgan'), MAIR, ASKING, access => seeAnswer(tx, access, seen!.id)),
  )
  assert.deepEqual(await waitingFor(WARD), [])
})

test('what was accepted stays accepted: the tie holds, and another answer is refused', async () => {
  const handed = await hand('catrin-morgan', { key: 'again', asks: 'Dressing at home from Thursday.' })
  assert.ok(handed.ok)
  assert.equal(await answer('rhian-tudor', { kind: 'accepted', handOverId: handed.value }), undefined)
  assert.equal(await answer('rhian-tudor', { kind: 'accepted', handOverId: handed.value }), undefined)
  const late = { kind: 'declined', reason: 'We are full.', handOverId: handed.value } as const
  assert.equal(await answer('rhian-tudor', late), 'handOver.answered')
  assert.notEqual(await readBy('rhian-tudor'), 'record.notShown')
})

test('same-day means four hours, soon by the end of the next working day, routine within five', () => {
  const sunday = new Date('2026-11-22T09:00:00Z')
  const due = (urgency: Urgency) => answerBy(urgency, sunday).toISOString()
  assert.equal(due('same-day'), '2026-11-22T13:00:00.000Z')
  assert.equal(due('soon'), '2026-11-23T17:00:00.000Z')
  assert.equal(due('routine'), '2026-11-27T17:00:00.000Z')
})

test('unanswered, it is late for both teams, and later whoever answers for the organisation is told, of no name', async () => {
  const handed = await hand('catrin-morgan', { key: 'late', asks: 'Catheter change.', urgency: 'same-day' })
  assert.ok(handed.ok)
  assert.deepEqual(await stepsOf(handed.value), [])
  here.clock.move('2026-11-22T13:00:00Z')
  assert.deepEqual(await stepsOf(handed.value), [1])
  assert.equal((await openedBy('rhian-tudor')).find(({ id }) => id === handed.value)?.isLate, true)
  assert.deepEqual(await overdueAt('bwrdd-iechyd'), [])
  here.clock.move('2026-11-22T17:00:00Z')
  assert.deepEqual(await stepsOf(handed.value), [1, 2])
  assert.deepEqual(await overdueAt('bwrdd-iechyd'), [
    {
      team: { en: 'District Nursing Team', cy: 'Tîm Nyrsys Ardal' },
      count: 1,
      since: new Date('2026-11-22T13:00:00Z'),
    },
  ])
  assert.deepEqual(await overdueAt('tai-clicied'), [])
  assert.equal(await answer('rhian-tudor', { kind: 'accepted', handOverId: handed.value }), undefined)
  assert.deepEqual(await overdueAt('bwrdd-iechyd'), [])
})

const ASKING = { doing: 'write', place: 'hand-over' } as const

async function hand(
  as: string,
  asked: Partial<NewHandOver> & { readonly key: string },
): Promise<Outcome<string, string>> {
  const whole = {
    toTeamId: DISTRICT_NURSES,
    urgency: 'soon',
    asks: 'Please see her.',
    language: 'en',
    ...asked,
  } as const
  const handed = await transactionInTurn(here.store, tx =>
    look(tx, actorOf(as), MAIR, ASKING, access => handOver(tx, access, whole)),
  )
  return handed.ok ? handed.value : handed
}

async function problemOf(asked: Partial<NewHandOver> & { readonly key: string }): Promise<string | undefined> {
  const handed = await hand('catrin-morgan', asked)
  return handed.ok ? undefined : handed.problem
}

/** What the answer was refused for; of the first that is open to whoever answers, unless told which. */
async function answer(as: string, said: Partial<NewAnswer> & Pick<NewAnswer, 'kind'>): Promise<string | undefined> {
  const handOverId = said.handOverId ?? (await openedBy(as))[0]?.id ?? ''
  const answered = await transactionInTurn(here.store, tx =>
    look(tx, actorOf(as), MAIR, ASKING, access => answerHandOver(tx, access, { reason: '', ...said, handOverId })),
  )
  if (!answered.ok) return answered.problem
  return answered.value.ok ? undefined : answered.value.problem
}

async function readBy(as: string): Promise<HandOver[] | 'record.notShown'> {
  const read = await here.look(as, 'mair-pritchard', handOversAbout)
  return read.ok ? read.value : read.problem
}

async function openedBy(as: string): Promise<HandOver[]> {
  const read = await readBy(as)
  return read === 'record.notShown' ? [] : read
}

function waitingFor(teamId: string): Promise<string[]> {
  return transaction(here.store, tx => peopleHandedOn(tx, teamId))
}

async function tiesOf(teamId: string): Promise<unknown[]> {
  return here.store.db.selectFrom('relationship').select('id').where('teamId', '=', teamId).execute()
}

/** The steps taken of one, after it was looked twice whether anything is late. */
async function stepsOf(handOverId: string): Promise<number[]> {
  await escalateHandOvers(here.store)
  await escalateHandOvers(here.store)
  const rows = await here.store.db
    .selectFrom('handOverEscalation')
    .select('step')
    .where('handOverId', '=', handOverId)
    .orderBy('step')
    .execute()
  return rows.map(({ step }) => step)
}

function overdueAt(organisation: string) {
  const signatory = { ...actorOf('rhian-tudor'), role: 'signatory', organisationId: seedId.organisation(organisation) }
  return transaction(here.store, tx => overdueTeams(tx, signatory as Parameters<typeof overdueTeams>[1]))
}
