import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { whyAllowed } from '../decision/decide.ts'
import type { AppliedWish, Facts } from '../decision/facts.ts'
import { loadFacts } from '../decision/load-facts.ts'
import { purposeOf } from '../decision/purpose.ts'
import type { With } from '../relationship/relationship.ts'
import { DATA_CLASSES, type DataClass } from '../vocabulary.ts'
import { makeWish } from './make.ts'
import { liftPause, pauseSharing } from './pause.ts'
import { withdrawWish } from './withdraw.ts'

const here = await region()
await here.send('mair-admitted.hl7')
const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const CONTRIBUTORS = ['person', 'bwrdd-iechyd', 'cyngor-dyffryn-banadl', 'cartrefi-gwennol']

/** Those who have to do with Mair, and what names each: themselves, their team, their organisation. */
const EVERYBODY = ['sioned-evans', 'aled-jenkins', 'ffion-gittins', 'glenys-tudge', 'catrin-morgan', 'elin-pritchard']
const NAMED: readonly With[] = EVERYBODY.flatMap(account => withs(actorOf(account)))

/** What was wished and still stands, kept here by a few lines that share nothing with the product. */
type Standing = { readonly with: With; readonly kind: 'allow' | 'refuse' } & Pick<AppliedWish, 'id' | 'dataClasses'>

test('after any wishes, whatever is decided is what those that stand say, and no refusal ever opens anything', async () => {
  let drawn = 0
  const draw = (below: number) => Number.parseInt(seedId.person(`draw ${drawn++}`).slice(0, 7), 16) % below
  let standing: Standing[] = []
  let isPaused = false
  const base = await openToEverybody()
  const seeded = await here.store.db.selectFrom('wish').selectAll().where('personId', '=', MAIR).execute()
  for (const { id, accountId, dataClasses } of seeded)
    standing.push({ id, kind: 'allow', with: { accountId: accountId! }, dataClasses: dataClasses as DataClass[] })

  for (let step = 0; step < 60; step++) {
    const before = await openToEverybody()
    const act = draw(10)
    let mayOpen = true
    if (act === 0) {
      mayOpen = isPaused
      await transaction(here.store, tx => (isPaused ? liftPause(tx, mair, MAIR) : pauseSharing(tx, mair, MAIR)))
      isPaused = !isPaused
    } else if (act === 1 && standing.length > 0) {
      const { id } = standing[draw(standing.length)]!
      assert.ok((await transaction(here.store, tx => withdrawWish(tx, mair, MAIR, id))).ok)
      standing = standing.filter(one => one.id !== id)
    } else {
      const kind = act < 7 ? 'refuse' : 'allow'
      mayOpen = kind === 'allow'
      const wish = { kind, with: NAMED[draw(NAMED.length)]!, dataClasses: classes(draw) } as const
      const made = await transaction(here.store, tx => makeWish(tx, mair, MAIR, wish))
      if (made.ok) standing = [...without(standing, wish), { ...wish, id: made.value }]
      else assert.deepEqual([wish.kind, made.problem], ['allow', 'wish.refusedMoreWidely'])
      standing = await withIdsOfTheRest(standing)
    }
    const after = await openToEverybody()
    assert.deepEqual(after, await expected(standing, isPaused), `step ${step}`)
    if (!mayOpen)
      assert.deepEqual(
        [...after].filter(open => !before.has(open)),
        [],
        `step ${step} opened something`,
      )
  }
  assert.ok(base.size > 20, 'something was open to begin with')
})

test('the comparison itself sees a refusal that is overlooked', async () => {
  const ffion = { accountId: seedId.account('ffion-gittins') }
  await transaction(here.store, tx => liftPause(tx, mair, MAIR))
  const wish = { kind: 'refuse', with: ffion, dataClasses: DATA_CLASSES } as const
  assert.ok((await transaction(here.store, tx => makeWish(tx, mair, MAIR, wish))).ok)
  const opened = await openToEverybody()
  assert.ok(![...opened].some(open => open.startsWith('ffion-gittins ')))
  assert.ok([...(await expected([], false))].some(open => open.startsWith('ffion-gittins ')))
})

function classes(draw: (below: number) => number): DataClass[] {
  const chosen = DATA_CLASSES.filter(() => draw(3) === 0)
  return chosen.length > 0 ? chosen : ['plan']
}

function withs(actor: Actor): With[] {
  if (actor.kind === 'system') return []
  const own = [{ accountId: actor.accountId }]
  if (actor.kind === 'citizen') return own
  const team = actor.teamId === undefined ? [] : [{ teamId: actor.teamId }]
  return [...own, ...team, { organisationId: actor.organisationId }]
}

function isSame(one: With, other: With): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** A wish takes the place of what was said before of the same classes to the same people. */
function without(standing: readonly Standing[], wish: Pick<Standing, 'with' | 'dataClasses'>): Standing[] {
  return standing.flatMap(one => {
    if (!isSame(one.with, wish.with)) return [one]
    const dataClasses = one.dataClasses.filter(dataClass => !wish.dataClasses.includes(dataClass))
    return dataClasses.length === 0 ? [] : [{ ...one, dataClasses }]
  })
}

/** What is left of a wish is another row: found by whom and what it is about, for withdrawing it. */
async function withIdsOfTheRest(standing: readonly Standing[]): Promise<Standing[]> {
  const rows = await here.store.db
    .selectFrom('wishNow')
    .select(['id', 'kind', 'accountId', 'teamId', 'organisationId', 'dataClasses'])
    .where('personId', '=', MAIR)
    .where('kind', '<>', 'pause')
    .execute()
  assert.equal(rows.length, standing.length)
  return standing.map(one => {
    const row = rows.find(
      ({ kind, accountId, teamId, organisationId, dataClasses }) =>
        kind === one.kind &&
        Object.values(one.with)[0] === (accountId ?? teamId ?? organisationId) &&
        JSON.stringify(dataClasses!.toSorted()) === JSON.stringify(one.dataClasses!.toSorted()),
    )
    return { ...one, id: row?.id ?? assert.fail('a wish that stands is there') }
  })
}

/** `account contributor class` of everything open to anybody for reading, by the facts in the database. */
function openToEverybody(): Promise<Set<string>> {
  return opened(facts => facts)
}

/** The same, by the wishes kept here in place of those in the database. */
function expected(standing: readonly Standing[], isPaused: boolean): Promise<Set<string>> {
  return opened((facts, actor) => ({
    ...facts,
    wishes: [
      ...standing.filter(wish => withs(actor).some(named => isSame(named, wish.with))),
      ...(isPaused ? [{ id: 'a pause', kind: 'pause', dataClasses: [] } as const] : []),
    ],
  }))
}

function opened(seenBy: (facts: Facts, actor: Actor) => Facts): Promise<Set<string>> {
  return transaction(here.store, async tx => {
    const actors = EVERYBODY.map(account => actorOf(account))
    const loaded = await loadFacts(
      tx,
      actors.map(actor => ({ actor, personId: MAIR })),
    )
    const open = actors.flatMap((actor, at) => {
      const facts = seenBy(loaded.facts[at]!, actor)
      const purpose = purposeOf(actor, facts)
      return CONTRIBUTORS.flatMap(contributor =>
        DATA_CLASSES.filter(dataClass =>
          whyAllowed({ actor, purpose, action: 'read', contributor, dataClass }, facts),
        ).map(dataClass => `${EVERYBODY[at]} ${contributor} ${dataClass}`),
      )
    })
    return new Set(open.toSorted())
  })
}
