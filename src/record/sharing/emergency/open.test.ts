import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOwnerStore, transaction } from '#ground/db/store.ts'
import { ROLES } from '#record/organisation/role.ts'
import { SENSITIVE_CLASSES } from '#record/sharing/vocabulary.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { look } from '../look.ts'
import { closeEmergency } from './close.ts'
import { EMERGENCY_ROLES } from './roles.ts'
import { EMERGENCY_CLASSES } from './scope.ts'
import { opened, opens, SENSITIVE_WORDS, WORDS, workerOf } from './test-emergency.ts'
import { TRIES_MAX } from './tries.ts'

const here = await region()
const THREE_IN_THE_MORNING = '2026-11-23T03:00:00Z'
here.clock.move(THREE_IN_THE_MORNING)

test('a ward nurse at three in the morning, with no tie to Owen, sees nothing of him until she says why', async () => {
  assert.deepEqual(await classesSeen('catrin-morgan', 'owen-griffiths'), [])
  await opened(here, 'catrin-morgan', 'owen-griffiths')
  assert.deepEqual(await classesSeen('catrin-morgan', 'owen-griffiths'), [...EMERGENCY_CLASSES].toSorted())
})

test('it is open to her and to nobody beside her on the ward', async () => {
  assert.deepEqual(await classesSeen('olumide-adeyemi', 'owen-griffiths'), [])
})

test('she may read, and write nothing', async () => {
  const may = await here.look('catrin-morgan', 'owen-griffiths', async (_, access) =>
    EMERGENCY_CLASSES.some(dataClass => access.mayContribute(seedId.organisation('person'), dataClass)),
  )
  assert.deepEqual(may, { ok: true, value: false })
})

test('it closes by itself after four hours, to the minute, and is never made longer', async () => {
  here.clock.move('2026-11-23T06:59:59Z')
  assert.notDeepEqual(await classesSeen('catrin-morgan', 'owen-griffiths'), [])
  here.clock.move('2026-11-23T07:00:00Z')
  assert.deepEqual(await classesSeen('catrin-morgan', 'owen-griffiths'), [])
  here.clock.move(THREE_IN_THE_MORNING)
})

test('on the nights when the clocks change it is four hours all the same', async () => {
  for (const [from, until] of [
    ['2027-03-28T00:30:00Z', '2027-03-28T04:30:00Z'],
    ['2027-10-31T00:30:00Z', '2027-10-31T04:30:00Z'],
  ] as const) {
    here.clock.move(from)
    const { closesAt } = await opened(here, 'catrin-morgan', 'mair-pritchard')
    assert.equal(closesAt.toISOString(), new Date(until).toISOString())
  }
  here.clock.move(THREE_IN_THE_MORNING)
})

test('a landlord’s officer to whom Owen said no may in an emergency learn who he is and whom to ring, and no more', async () => {
  await opened(here, 'marc-bennett', 'owen-griffiths', { category: 'danger-at-home' })
  const seen = await here.look('marc-bennett', 'owen-griffiths', async (_, access) =>
    access.grants.filter(({ because }) => because.kind === 'emergency').map(({ dataClass }) => dataClass),
  )
  assert.deepEqual(seen.ok && [...new Set(seen.value)].toSorted(), ['contacts', 'demographics'])
})

test('where Rhiannon lives stays hidden unless it is asked for by itself', async () => {
  await opened(here, 'catrin-morgan', 'rhiannon-vaughan')
  assert.ok(!(await classesSeen('catrin-morgan', 'rhiannon-vaughan')).includes('protected-address'))
  const sensitive = { sensitive: ['protected-address'], sensitiveWords: SENSITIVE_WORDS } as const
  await opened(here, 'menna-rosser', 'rhiannon-vaughan', { category: 'safeguarding', ...sensitive })
  assert.ok((await classesSeen('menna-rosser', 'rhiannon-vaughan')).includes('protected-address'))
})

test('what is sensitive asks for danger to life or safeguarding, for words of its own, and for a job that may', async () => {
  const sensitive = ['mental-health'] as const
  const asks = async (who: string, changed: Parameters<typeof opens>[3]) => {
    const outcome = await opens(here, who, 'cadi-prydderch', { sensitive, sensitiveWords: SENSITIVE_WORDS, ...changed })
    return outcome.ok ? 'open' : outcome.problem
  }
  assert.equal(await asks('catrin-morgan', { category: 'missing' }), 'emergency.sensitiveCategory')
  assert.equal(await asks('catrin-morgan', { sensitiveWords: '' }), 'emergency.sensitiveWordsTooFew')
  assert.equal(await asks('catrin-morgan', { sensitive: ['finance'] }), 'emergency.sensitiveNotYours')
  assert.equal(await asks('aled-jenkins', {}), 'emergency.sensitiveNotYours')
  assert.equal(await asks('catrin-morgan', {}), 'open')
})

test('Cadi’s mental health is open for one hour, and not a minute longer', async () => {
  assert.ok((await classesSeen('catrin-morgan', 'cadi-prydderch')).includes('mental-health'))
  here.clock.move('2026-11-23T04:00:00Z')
  assert.deepEqual(await classesSeen('catrin-morgan', 'cadi-prydderch'), [])
  here.clock.move(THREE_IN_THE_MORNING)
})

test('no reason, no record', async () => {
  const outcome = await opens(here, 'catrin-morgan', 'mair-pritchard', { words: 'care care care care care care' })
  assert.deepEqual(outcome, { ok: false, problem: 'emergency.wordsTooFew' })
})

test('those whose work never waits on a life may not: boards, signatories, officers of systems and of privacy', async () => {
  for (const who of ['alun-meredith', 'huw-tanat', 'steffan-howells', 'meinir-ellis', 'glenys-tudge', 'lowri-hughes'])
    assert.deepEqual(await opens(here, who, 'mair-pritchard'), { ok: false, problem: 'emergency.notYourJob' }, who)
})

test('no job opens anything sensitive by the way, and every job has been thought of', () => {
  assert.deepEqual(Object.keys(EMERGENCY_ROLES).toSorted(), [...ROLES].toSorted())
  const byTheWay = Object.values(EMERGENCY_ROLES).flatMap(scope => scope?.classes ?? [])
  assert.ok(byTheWay.length > 0)
  assert.deepEqual(
    byTheWay.filter(dataClass => (SENSITIVE_CLASSES as readonly string[]).includes(dataClass)),
    [],
  )
})

test('a birth date that is not his, and a number that is nobody’s, are answered in the same words', async () => {
  const wrongDay = await opens(here, 'rhian-tudor', 'owen-griffiths', { birthDate: '1958-01-30' })
  const nobody = await opens(here, 'rhian-tudor', 'owen-griffiths', { nhsNumber: '9990099995' })
  assert.deepEqual(wrongDay, { ok: false, problem: 'emergency.nobodyFound' })
  assert.deepEqual(nobody, wrongDay)
})

test('every try is in the trail, under the worker, and after five of them nobody is found until the next day', async () => {
  for (let tried = await triesOf('rhian-tudor'); tried < TRIES_MAX; tried++)
    await opens(here, 'rhian-tudor', 'owen-griffiths', { birthDate: '1958-01-30' })
  assert.equal(await triesOf('rhian-tudor'), TRIES_MAX)
  const right = await opens(here, 'rhian-tudor', 'owen-griffiths')
  assert.deepEqual(right, { ok: false, problem: 'emergency.tooManyTries' })
  assert.equal(await triesOf('rhian-tudor'), TRIES_MAX + 1)
  here.clock.move('2026-11-24T00:00:00Z')
  await opened(here, 'rhian-tudor', 'owen-griffiths')
  here.clock.move(THREE_IN_THE_MORNING)
})

test('sent twice, it is opened once', async () => {
  const id = here.chance.id()
  const [one, other] = await Promise.all([
    opened(here, 'bethan-price', 'mair-pritchard', { id }),
    opened(here, 'bethan-price', 'mair-pritchard', { id }),
  ])
  assert.deepEqual(one, other)
})

test('closed by hand it is closed at once, and only by whoever opened it', async () => {
  const { id } = await opened(here, 'sioned-evans', 'cadi-prydderch')
  const closes = (who: string) => transaction(here.store, tx => closeEmergency(tx, workerOf(who), id))
  assert.deepEqual(await closes('dewi-prosser'), { ok: false, problem: 'record.notShown' })
  assert.notDeepEqual(await classesSeen('sioned-evans', 'cadi-prydderch'), [])
  assert.deepEqual(await closes('sioned-evans'), { ok: true, value: undefined })
  assert.deepEqual(await closes('sioned-evans'), { ok: true, value: undefined })
  assert.deepEqual(await classesSeen('sioned-evans', 'cadi-prydderch'), [])
})

test('somebody with two employers has it open in the one they acted for, and closed in the other', async () => {
  const council = workerOf('tomos-rees')
  const board = {
    ...council,
    organisationId: seedId.organisation('bwrdd-iechyd'),
    organisationCode: 'bwrdd-iechyd',
    teamId: seedId.team('tim-adnoddau-cymunedol'),
  }
  await opened(here, council, 'cadi-prydderch')
  const open = async (actor: typeof council) => {
    const seen = await transaction(here.store, tx =>
      look(tx, actor, personId('cadi-prydderch'), { doing: 'look', place: 'record' }, async () => 'open'),
    )
    return seen.ok
  }
  assert.deepEqual([await open(council), await open(board)], [true, false])
})

test('when the post ends, what was opened in it closes in the same moment', async () => {
  await opened(here, 'nerys-bevan', 'cadi-prydderch')
  assert.notDeepEqual(await classesSeen('nerys-bevan', 'cadi-prydderch'), [])
  await leaves('nerys-bevan', here.clock.now())
  assert.deepEqual(await classesSeen('nerys-bevan', 'cadi-prydderch'), [])
  assert.deepEqual(await opens(here, 'nerys-bevan', 'cadi-prydderch'), {
    ok: false,
    problem: 'emergency.notYourJob',
  })
})

test('who leaves at four can open it until four', async () => {
  await leaves('hannah-whitfield', new Date('2026-11-23T04:00:00Z'))
  const { closesAt } = await opened(here, 'hannah-whitfield', 'cadi-prydderch')
  assert.equal(closesAt.toISOString(), '2026-11-23T04:00:00.000Z')
})

test('nobody can rub out that it was opened, nor why', async () => {
  const { db } = here.store
  await assert.rejects(db.updateTable('emergencyAccess').set({ words: WORDS }).execute(), /permission denied/)
  await assert.rejects(db.deleteFrom('emergencyReviewTask').execute(), /permission denied/)
})

async function classesSeen(account: string, person: string): Promise<string[]> {
  const seen = await here.look(account, person, async (_, access) =>
    access.grants.filter(({ because }) => because.kind === 'emergency').map(({ dataClass }) => dataClass),
  )
  return seen.ok ? [...new Set(seen.value)].toSorted() : []
}

async function triesOf(account: string): Promise<number> {
  const entries = await here.store.db
    .selectFrom('trailEntry')
    .select('personId')
    .where('accountId', '=', seedId.account(account))
    .where('action', '=', 'emergency')
    .where('allowed', '=', false)
    .execute()
  assert.ok(entries.every(entry => entry.personId === null))
  return entries.length
}

async function leaves(account: string, endedAt: Date): Promise<void> {
  const owner = openOwnerStore(here.url, here)
  const post = await owner.db
    .selectFrom('post')
    .select('id')
    .where('accountId', '=', seedId.account(account))
    .executeTakeFirstOrThrow()
  await owner.db.insertInto('postEnd').values({ postId: post.id, endedAt, reason: 'left' }).execute()
  await owner.close()
}
