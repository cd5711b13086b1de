import { transaction } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { anotherRecordOf } from '#record/person/link/test-join.ts'
import { unlinkRecords } from '#record/person/link/unlink.ts'
import { personNow } from '#record/person/person-now.ts'
import { look } from '#record/sharing/look.ts'
import { beginRelationship, type With } from '#record/sharing/relationship/relationship.ts'
import { DATA_CLASSES, RELATIONSHIPS } from '#record/sharing/vocabulary.ts'
import { carryObjection } from '#record/sharing/wish/carry.ts'
import { organisations } from '#seed/region/organisations.ts'
import { people } from '#seed/region/people/index.ts'
import { accounts } from '#seed/region/staff.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, type Region } from '#test/kit.ts'
import type { Draw } from '../draw.ts'

const MESSAGES = [
  'mair-admitted.hl7',
  'owen-admitted.hl7',
  'mair-moved-ward.hl7',
  'mair-expected-home.hl7',
  'mair-home.hl7',
]
const MINUTE_MS = 60_000
const FEW_PEOPLE = 4

/** So many things happen in the region, minutes or hours apart: looks for the most part, and what changes their answer. */
export async function letThingsHappen(here: Region, draw: Draw, count: number): Promise<void> {
  const known = people.slice(0, FEW_PEOPLE).map(({ key }) => personId(key))
  for (const organisation of ['cartrefi-gwennol', 'cyngor-dyffryn-banadl'])
    known.push((await anotherRecordOf(here.store, organisation)).personId)
  await pauseAndThinkBetter(here)
  for (let number = 0; number < count; number++) {
    here.clock.move(new Date(here.clock.now().getTime() + (1 + draw.below(300)) * MINUTE_MS).toISOString())
    const message = MESSAGES[number / Math.ceil(count / MESSAGES.length)]
    if (message !== undefined) await here.send(message)
    const person = draw.one(known)
    if (draw.percent(70)) await lookAround(here, draw, person)
    else if (draw.percent(15)) await findToBeOne(here, person, draw.one(known))
    else if (draw.percent(10)) await tellApartAgain(here, draw)
    else await draw.one([makeWish, withdrawWish, beginTie, endTie, openEmergency, findCapacity])(here, draw, person)
  }
}

const AS_DRAWN = { decidedBy: 'as drawn', reason: 'as drawn' }

/** Refused for most, who have verified numbers of their own. */
async function findToBeOne({ store }: Region, one: string, other: string): Promise<void> {
  await transaction(store, async tx => {
    const [[a], [b]] = [await membersOf(tx, one), await membersOf(tx, other)]
    if (a !== undefined && b !== undefined && a !== b) await linkRecords(tx, a, b, AS_DRAWN)
  })
}

async function tellApartAgain({ store }: Region, draw: Draw): Promise<void> {
  await transaction(store, async tx => {
    const links = await tx.db
      .selectFrom('recordLink')
      .select('id')
      .where('reason', '=', AS_DRAWN.reason)
      .orderBy('id')
      .execute()
    if (links.length > 0) await unlinkRecords(tx, draw.one(links).id, AS_DRAWN)
  })
}

/** Certain, and before anything is drawn: a withdrawal that a look rests on. Mair’s social worker looks on either side of it. */
async function pauseAndThinkBetter(here: Region): Promise<void> {
  const [mair, madeBy, sioned] = [personId('mair-pritchard'), seedId.account('mair-pritchard'), actorOf('sioned-evans')]
  const wish = {
    id: here.chance.id(),
    personId: mair,
    kind: 'pause',
    dataClasses: [],
    madeBy,
    madeAt: here.clock.now(),
  }
  await transaction(here.store, tx => tx.db.insertInto('wish').values(wish).execute())
  await lookAs(here, 'look', mair, sioned)
  here.clock.move(new Date(here.clock.now().getTime() + MINUTE_MS).toISOString())
  const end = { wishId: wish.id, personId: mair, endedBy: madeBy, endedAt: here.clock.now() }
  await transaction(here.store, tx => tx.db.insertInto('wishEnd').values(end).execute())
  await lookAs(here, 'look', mair, sioned)
}

type Happening = (here: Region, draw: Draw, person: string) => Promise<void>

/** Somebody looks, and reads or adds to everything that is open to them. */
const lookAround: Happening = async (here, draw, person) => {
  const actor = actorOf(draw.one(accounts).key)
  await lookAs(here, drawDoing(draw), person, actor)
}

function drawDoing(draw: Draw): 'look' | 'write' {
  return draw.percent(25) ? 'write' : 'look'
}

async function lookAs({ store }: Region, doing: 'look' | 'write', person: string, actor: Actor): Promise<void> {
  await transaction(store, tx =>
    look(tx, actor, person, { doing, place: 'record' }, async access => {
      for (const { contributorId, dataClass } of access.grants) {
        if (doing === 'look') access.release(contributorId, dataClass)
        else if (access.mayContribute(contributorId, dataClass)) access.contribute(contributorId, dataClass)
      }
    }),
  )
}

const makeWish: Happening = async (here, draw, person) => {
  const kind = draw.percent(10) ? 'pause' : draw.one(['allow', 'refuse'] as const)
  await transaction(here.store, async tx => {
    const wish = {
      id: tx.newId(),
      personId: person,
      ...(kind !== 'pause' && drawWith(draw)),
      dataClasses: kind === 'pause' ? [] : draw.some(DATA_CLASSES, 40),
      madeBy: seedId.account(draw.one(accounts).key),
      madeAt: tx.now,
    }
    await tx.db
      .insertInto('wish')
      .values({ ...wish, kind })
      .execute()
    if (kind !== 'allow') await carryObjection(tx, { ...wish, kind })
  })
  await whoeverIsTiedLooks(here, draw, person)
}

/** A wish that nobody met, made or withdrawn, would tell nothing. */
async function whoeverIsTiedLooks(here: Region, draw: Draw, person: string): Promise<void> {
  const tied = await here.store.db
    .selectFrom('relationshipNow')
    .select('accountId')
    .where('personId', '=', personNow(person))
    .execute()
  const known = accounts.filter(({ key }) => tied.some(({ accountId }) => accountId === seedId.account(key)))
  if (known.length === 0) return
  const actor = actorOf(draw.one(known).key)
  await lookAs(here, drawDoing(draw), person, actor)
}

const withdrawWish: Happening = async (here, draw) => {
  const whose = await transaction(here.store, async tx => {
    const standing = await tx.db
      .selectFrom('wish')
      .leftJoin('wishEnd', 'wishId', 'id')
      .select(['id', 'wish.personId', 'madeBy'])
      .where('wishId', 'is', null)
      .where('carriedFrom', 'is', null)
      .orderBy('id')
      .execute()
    if (standing.length === 0) return undefined
    const { id, personId, madeBy } = draw.one(standing)
    await tx.db.insertInto('wishEnd').values({ wishId: id, personId, endedBy: madeBy, endedAt: tx.now }).execute()
    return personId
  })
  if (whose !== undefined) await whoeverIsTiedLooks(here, draw, whose)
}

const beginTie: Happening = async ({ store }, draw, person) => {
  const tie = { kind: draw.one(RELATIONSHIPS), with: drawWith(draw), source: 'case-system' }
  await transaction(store, tx => beginRelationship(tx, { personId: person }, tie))
}

const endTie: Happening = async ({ store }, draw) => {
  await transaction(store, async tx => {
    const standing = await tx.db.selectFrom('relationshipNow').select('id').orderBy('id').execute()
    const { id } = draw.one(standing)
    await tx.db
      .insertInto('relationshipEnd')
      .values({ relationshipId: id!, source: 'case-system', endedAt: tx.now })
      .execute()
  })
}

/** Whoever opens one looks, before it is over. */
const openEmergency: Happening = async (here, draw, person) => {
  const actor = actorOf(draw.one(accounts.filter(({ posts }) => posts !== undefined)).key)
  if (actor.kind !== 'worker') return
  await transaction(here.store, tx =>
    tx.db
      .insertInto('emergencyAccess')
      .values({
        id: tx.newId(),
        personId: person,
        accountId: actor.accountId,
        organisationId: actor.organisationId,
        actorName: actor.name,
        role: actor.role,
        category: 'life-at-risk',
        words: 'as drawn',
        dataClasses: draw.some(DATA_CLASSES, 40),
        isSensitive: false,
        openedAt: tx.now,
        closesAt: new Date(tx.now.getTime() + 240 * MINUTE_MS),
      })
      .execute(),
  )
  await lookAs(here, drawDoing(draw), person, actor)
}

const findCapacity: Happening = async ({ store }, draw, person) => {
  const foundBy = seedId.account(draw.one(accounts).key)
  await transaction(store, tx =>
    tx.db
      .insertInto('capacityFinding')
      .values({
        id: tx.newId(),
        personId: person,
        decision: draw.one(['health-and-care', 'money']),
        hasCapacity: draw.percent(40),
        evidence: 'as drawn',
        foundBy,
        foundByName: 'as drawn',
        reviewOn: new Date(tx.now.getTime() + 30 * 24 * 60 * MINUTE_MS).toISOString().slice(0, 10),
        foundAt: tx.now,
      })
      .execute(),
  )
}

function drawWith(draw: Draw): With {
  const teams = organisations.flatMap(({ teams = [] }) => teams)
  const kind = draw.below(3)
  if (kind === 0) return { accountId: seedId.account(draw.one(accounts).key) }
  if (kind === 1) return { teamId: seedId.team(draw.one(teams).code) }
  return { organisationId: seedId.organisation(draw.one(organisations).code) }
}
