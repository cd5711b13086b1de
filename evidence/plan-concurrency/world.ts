import assert from 'node:assert/strict'
import { idFor, repeatableChance } from '#ground/chance.ts'
import type { Clock } from '#ground/clock.ts'
import { openOwnerStore, openStore, type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import { PROCEDURES } from '#record/sharing/agreement/agreement.ts'
import { enterAgreement } from '#record/sharing/agreement/agreements.ts'
import { signAgreement } from '#record/sharing/agreement/sign.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { freshDatabase } from '#test/database.ts'
import { AGREED, accountOf, CHOSEN, HANDS, type Hand, type Owner } from './hands.ts'

const BEGINS = '2026-11-22T09:00:00Z'
const TICK_MS = 1000
const BOTH = { en: 'A', cy: 'B' }
const ORGANISATIONS = ['council', 'board', 'landlord'] as const

/** A clock on which no two moments are the same, and which can be put forward. */
export interface Ticking extends Clock {
  forward(ms: number): void
}

/** A database with the agencies, their workers and what they agreed. */
export interface World {
  /** For whoever asks the database what its transactions do. */
  readonly owner: Store
  /** A Mair of its own for each history, with her family, her workers, and what she lets whom see. */
  mair(history: number): Promise<Mair>
  close(): Promise<void>
}

/** One Mair, in a history whose time and whose ids are the same whenever it is tried. */
export interface Mair {
  readonly personId: string
  readonly store: Store
  readonly clock: Ticking
}

export async function world(): Promise<World> {
  const database = await freshDatabase('tables')
  const means = { clock: ticking(), chance: repeatableChance('agencies') }
  const [store, owner] = [openStore(database.url, means), openOwnerStore(database.url, means)]
  await transaction(store, plantAgencies)
  return {
    owner,
    async mair(history) {
      const clock = ticking()
      const own = { ...store, clock, chance: repeatableChance(`history ${history}`) }
      return { personId: await transaction(own, tx => plantMair(tx, history)), store: own, clock }
    },
    async close() {
      await store.close()
      await owner.close()
      await database.drop()
    },
  }
}

export function organisationId(code: Owner): string {
  return idFor(`organisation ${code}`)
}

/** Somebody who acts in a history: the workers are the same in all of them, the family is each Mair's own. */
export function actorOf(hand: Hand, history: number): CitizenActor | WorkerActor {
  const account = accountOf(hand)
  const agreed = AGREED[hand]
  const name = account
  if (agreed === undefined) return { kind: 'citizen', accountId: idFor(`account ${account} ${history}`), name }
  return workerOf(account, agreed.organisation, agreed.role)
}

function workerOf(name: string, organisation: Owner, role: WorkerActor['role']): WorkerActor {
  const [accountId, post] = [idFor(`account ${name}`), { organisationCode: organisation, role, teamId: undefined }]
  return { kind: 'worker', accountId, name, organisationId: organisationId(organisation), ...post }
}

function ticking(): Ticking {
  let moment = Date.parse(BEGINS)
  return {
    now() {
      moment += TICK_MS
      return new Date(moment)
    },
    forward(ms) {
      moment += ms
    },
  }
}

async function plantAgencies(tx: Tx): Promise<void> {
  const organisations = (['person', ...ORGANISATIONS] as const).map(code => ({
    id: organisationId(code),
    code,
    kind: { person: 'person', council: 'council', board: 'health-board', landlord: 'housing-association' }[code],
    nameEn: code,
    nameCy: code,
    partOf: null,
  }))
  await tx.db.insertInto('organisation').values(organisations).execute()
  const workers = HANDS.flatMap(hand => {
    const agreed = AGREED[hand]
    return agreed === undefined ? [] : [workerOf(hand, agreed.organisation, agreed.role)]
  })
  const signatories = ORGANISATIONS.map(code => workerOf(`signatory ${code}`, code, 'signatory'))
  for (const worker of [...workers, ...signatories]) await plantWorker(tx, worker)
  const entered = await enterAgreement(tx, AGREEMENT)
  assert(entered.ok, 'the agreement is one')
  for (const signatory of signatories) assert((await signAgreement(tx, signatory, entered.value)).ok)
}

async function plantWorker(tx: Tx, { accountId, name, organisationId: at, role }: WorkerActor): Promise<void> {
  await tx.db.insertInto('account').values({ id: accountId, subject: name, name, language: 'cy' }).execute()
  const post = { id: tx.newId(), accountId, organisationId: at, teamId: null, role, titleEn: 'A', titleCy: 'B' }
  await tx.db
    .insertInto('post')
    .values({ ...post, startedAt: tx.now })
    .execute()
}

const AGREEMENT = {
  code: 'PLAN-1',
  title: BOTH,
  benefit: BOTH,
  parties: ORGANISATIONS.map(organisation => ({ organisation, signatory: BOTH })),
  from: '2026-01-01',
  reviewOn: '2035-12-31',
  until: '2036-12-31',
  procedures: Object.fromEntries(PROCEDURES.map(heading => [heading, BOTH])),
  cases: [],
  clauses: HANDS.flatMap(hand => {
    const agreed = AGREED[hand]
    if (agreed === undefined) return []
    return (['reads', 'addsTo'] as const).flatMap(what =>
      Object.entries(agreed[what]).map(([giver, classes]) => ({ hand, agreed, giver, classes, what })),
    )
  }).map(({ agreed, giver, classes, what }, index) => ({
    number: index + 1,
    words: BOTH,
    givers: [giver],
    receivers: [agreed.organisation],
    roles: [agreed.role],
    relationships: ['caseload' as const],
    cohort: 'everybody' as const,
    classes: [...classes],
    purpose: agreed.purpose,
    may: [what === 'reads' ? ('read' as const) : ('contribute' as const)],
    basis: { article6: '6(1)(e)', article9: '9(2)(h)', power: BOTH },
  })),
}

async function plantMair(tx: Tx, history: number): Promise<string> {
  const personId = tx.newId()
  await tx.db.insertInto('person').values({ id: personId, recordedAt: tx.now }).execute()
  const family = ['phone', 'daughter', 'son'] as const
  for (const hand of family) {
    const { accountId, name } = actorOf(hand, history)
    await tx.db
      .insertInto('account')
      .values({ id: accountId, subject: `${name} ${history}`, name, language: 'cy' })
      .execute()
  }
  const { accountId } = actorOf('phone', history)
  await tx.db.insertInto('personAccount').values({ accountId, personId, startedAt: tx.now }).execute()
  for (const hand of HANDS.filter(one => accountOf(one) !== 'mair')) {
    const kind = AGREED[hand] === undefined ? 'family' : 'caseload'
    const tie = { kind, with: { accountId: actorOf(hand, history).accountId }, source: 'evidence' } as const
    await beginRelationship(tx, { personId }, tie)
  }
  for (const [hand, dataClasses] of Object.entries(CHOSEN)) {
    const wish = { kind: 'allow', with: { accountId: actorOf(hand as Hand, history).accountId }, dataClasses } as const
    const made = await makeWish(tx, actorOf('phone', history) as CitizenActor, personId, wish)
    assert(made.ok, 'she may choose')
  }
  return personId
}
