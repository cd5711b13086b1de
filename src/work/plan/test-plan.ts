import assert from 'node:assert/strict'
import { idFor, machineChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { openStore, type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import { PROCEDURES } from '#record/sharing/agreement/agreement.ts'
import { enterAgreement } from '#record/sharing/agreement/agreements.ts'
import { signAgreement } from '#record/sharing/agreement/sign.ts'
import { look } from '#record/sharing/look.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { freshDatabase } from '#test/database.ts'
import { addItem, openPlan, type Writer } from './open-plan.ts'

/** Somebody who may see Mair's plan, and whose hand may write in it. */
export type Hand = CitizenActor | WorkerActor

export const MAIR = idFor('person mair')
export const THE_PERSON = idFor('organisation person')
const COUNCIL = idFor('organisation council')
const LANDLORD = idFor('organisation landlord')

export const mair: CitizenActor = { kind: 'citizen', accountId: idFor('account mair'), name: 'Mair Pritchard' }
export const elin: CitizenActor = { kind: 'citizen', accountId: idFor('account elin'), name: 'Elin Pritchard' }
export const sioned: WorkerActor = {
  kind: 'worker',
  accountId: idFor('account sioned'),
  name: 'Sioned Evans',
  organisationId: COUNCIL,
  organisationCode: 'council',
  teamId: undefined,
  role: 'social-worker',
}

const BOTH = { en: 'A', cy: 'B' }
const signatories = [signatoryOf(COUNCIL, 'council'), signatoryOf(LANDLORD, 'landlord')]

function signatoryOf(organisationId: string, organisationCode: string): WorkerActor {
  const accountId = idFor(`account signatory ${organisationCode}`)
  const name = `signatory ${organisationCode}`
  return { kind: 'worker', accountId, name, organisationId, organisationCode, teamId: undefined, role: 'signatory' }
}

/** A database of its own with Mair's plan in it: a goal of hers, what the council does for it, what the landlord does. */
export interface TestPlan {
  readonly store: Store
  readonly clock: ReturnType<typeof stoppedClock>
  readonly goal: string
  readonly action: string
  readonly tenancy: string
  drop(): Promise<void>
}

export async function testPlan(): Promise<TestPlan> {
  const database = await freshDatabase('tables')
  const clock = stoppedClock('2026-11-22T09:00:00Z')
  const store = openStore(database.url, { clock, chance: machineChance })
  const items = await transaction(store, plantMair)
  return {
    store,
    clock,
    ...items,
    async drop() {
      await store.close()
      await database.drop()
    },
  }
}

export function writerOf({ accountId, name }: Hand): Writer {
  return { accountId, name }
}

async function plantMair(tx: Tx): Promise<Items> {
  const organisations = [
    { id: THE_PERSON, code: 'person', kind: 'person', nameEn: 'Mair', nameCy: 'Mair', partOf: null },
    { id: COUNCIL, code: 'council', kind: 'council', nameEn: 'Council', nameCy: 'Cyngor', partOf: null },
    {
      id: LANDLORD,
      code: 'landlord',
      kind: 'housing-association',
      nameEn: 'Landlord',
      nameCy: 'Landlord',
      partOf: null,
    },
  ]
  await tx.db.insertInto('organisation').values(organisations).execute()
  const accounts = [mair, elin, sioned, ...signatories].map(({ accountId, name }) => ({
    id: accountId,
    subject: name,
    name,
    language: 'cy',
  }))
  await tx.db.insertInto('account').values(accounts).execute()
  for (const { accountId, organisationId, role } of signatories) {
    const post = { id: tx.newId(), accountId, organisationId, teamId: null, role, titleEn: BOTH.en, titleCy: BOTH.cy }
    await tx.db
      .insertInto('post')
      .values({ ...post, startedAt: tx.now })
      .execute()
  }
  await tx.db.insertInto('person').values({ id: MAIR, recordedAt: tx.now }).execute()
  const own = { accountId: mair.accountId, personId: MAIR, startedAt: tx.now }
  await tx.db.insertInto('personAccount').values(own).execute()
  await plantSharing(tx)
  return plantItems(tx)
}

/** Elin was chosen by her mother; the council's social workers read the plan, and not what the landlord does. */
async function plantSharing(tx: Tx): Promise<void> {
  const family = { kind: 'family', with: { accountId: elin.accountId }, source: 'own-choice' } as const
  await beginRelationship(tx, { personId: MAIR }, family)
  const caseload = { kind: 'caseload', with: { accountId: sioned.accountId }, source: 'case-system' } as const
  await beginRelationship(tx, { personId: MAIR }, caseload)
  const wish = {
    kind: 'allow',
    with: { accountId: elin.accountId },
    dataClasses: ['plan', 'care-and-support'],
  } as const
  assert((await makeWish(tx, mair, MAIR, wish)).ok)
  const entered = await enterAgreement(tx, {
    code: 'TEST-1',
    title: BOTH,
    benefit: BOTH,
    parties: ['council', 'landlord'].map(organisation => ({ organisation, signatory: BOTH })),
    from: '2026-01-01',
    reviewOn: '2026-12-31',
    until: '2027-12-31',
    procedures: Object.fromEntries(PROCEDURES.map(heading => [heading, BOTH])),
    cases: [],
    clauses: [
      {
        number: 1,
        words: BOTH,
        givers: ['person', 'council'],
        receivers: ['council'],
        roles: ['social-worker'],
        relationships: ['caseload'],
        cohort: 'everybody',
        classes: ['plan', 'care-and-support'],
        purpose: 'direct-care',
        may: ['read', 'contribute'],
        basis: { article6: '6(1)(e)', article9: '9(2)(h)', power: BOTH },
      },
    ],
  })
  assert(entered.ok)
  for (const signatory of signatories) assert((await signAgreement(tx, signatory, entered.value)).ok)
}

type Items = Pick<TestPlan, 'goal' | 'action' | 'tenancy'>

async function plantItems(tx: Tx): Promise<Items> {
  const first = { place: 1, language: 'cy' } as const
  const looked = await look(tx, mair, MAIR, { doing: 'write', place: 'plan' }, async access => {
    const planId = await openPlan(tx, MAIR)
    const own = { ...first, kind: 'goal', ownerId: THE_PERSON, dataClass: 'plan' } as const
    const goal = await addItem(tx, access, planId, { ...own, words: 'Cerdded', helpedBy: 'Aled' }, writerOf(mair))
    const council = { ...first, kind: 'action', ownerId: COUNCIL, dataClass: 'care-and-support' } as const
    const action = await addItem(tx, access, planId, { ...council, words: 'Galwad', partOf: goal }, writerOf(sioned))
    const landlord = { ...first, kind: 'action', ownerId: LANDLORD, dataClass: 'housing-and-tenancy' } as const
    const tenancy = await addItem(tx, access, planId, { ...landlord, words: 'Canllaw' }, writerOf(sioned))
    return { goal, action, tenancy }
  })
  assert(looked.ok)
  return looked.value
}
