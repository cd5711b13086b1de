import { idFor } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import type { SeedPerson, SeedPlanItem, SeedState } from './region/shape.ts'
import { accounts } from './region/staff.ts'

/** Plants somebody's plan as it stood when the region began: the first words of every item. */
export async function plantPlan(
  tx: Tx,
  personId: string,
  items: readonly SeedPlanItem[],
  person: SeedPerson,
): Promise<void> {
  const planId = idFor(`plan ${person.key}`)
  await tx.db.insertInto('plan').values({ id: planId, personId, openedAt: tx.now }).execute()
  for (const [place, item] of items.entries()) await plantItem(tx, planId, place, item, person)
}

async function plantItem(tx: Tx, planId: string, place: number, item: SeedPlanItem, person: SeedPerson): Promise<void> {
  const id = itemId(person, place)
  const writer = item.owner === 'person' ? person.knownAs : (item.helpedBy ?? person.knownAs)
  await tx.db
    .insertInto('planItem')
    .values({
      id,
      planId,
      kind: item.kind,
      partOf: item.goal === undefined ? null : itemId(person, item.goal),
      ownerId: idFor(`organisation ${item.owner}`),
      dataClass: item.dataClass,
      place,
    })
    .execute()
  if (item.said !== undefined) await plantState(tx, id, item.said)
  await tx.db
    .insertInto('planItemVersion')
    .values({
      planItemId: id,
      version: 1,
      words: item.words,
      language: item.language,
      dueOn: item.dueInDays === undefined ? null : dayAfter(tx.now, item.dueInDays),
      details: JSON.stringify(item.details ?? {}),
      why: null,
      helpedBy: item.owner === 'person' ? (item.helpedBy ?? null) : null,
      writtenBy: accountOf(item, person, writer),
      writtenByName: writer,
      writtenAt: tx.now,
    })
    .execute()
}

async function plantState(tx: Tx, planItemId: string, { state, words, by, daysAgo }: SeedState): Promise<void> {
  const account = accounts.find(({ name }) => name === by)?.key
  await tx.db
    .insertInto('planActionState')
    .values({
      id: idFor(`state of ${planItemId}`),
      planItemId,
      state,
      words: words ?? null,
      saidBy: account === undefined ? null : idFor(`account ${account}`),
      saidByName: by,
      saidAt: new Date(tx.now.getTime() - daysAgo * 24 * 60 * 60_000),
    })
    .execute()
}

/** Somebody without an account had their words taken down on paper. */
function accountOf(item: SeedPlanItem, person: SeedPerson, writer: string): string | null {
  const key = item.owner === 'person' ? person.account : accounts.find(({ name }) => name === writer)?.key
  return key === undefined ? null : idFor(`account ${key}`)
}

function itemId(person: SeedPerson, place: number): string {
  return idFor(`plan item ${person.key} ${place}`)
}

function dayAfter(now: Date, days: number): string {
  return new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
