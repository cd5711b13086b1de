import { idFor } from '#ground/chance.ts'
import { momentAt } from '#ground/closing-time.ts'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { answerBy } from '#work/conversation/clock.ts'
import { conversations, type SeedEntry } from './region/conversations.ts'
import { accounts } from './region/staff.ts'

const DAY_MS = 24 * 3_600_000

/** Plants what had been said about people before the region began, in the plans that are planted already. */
export async function plantConversations(tx: Tx): Promise<void> {
  for (const [person, entries] of Object.entries(conversations)) {
    for (const entry of entries) await plantEntry(tx, person, entry)
  }
}

async function plantEntry(tx: Tx, person: string, entry: SeedEntry): Promise<void> {
  const id = entryId(person, entry.key)
  const writtenAt = momentOf(tx.now, entry)
  const { name, post } = somebody(entry.by)
  const { answers, asks, became, about, dataClass, language, words } = entry
  const written = { writtenBy: idFor(`account ${entry.by}`), writtenByName: name, writtenAt }
  await tx.db
    .insertInto('conversationEntry')
    .values({
      ...{ id, dataClass, words, language, ...written },
      planId: idFor(`plan ${person}`),
      kind: kindOf(entry),
      questionId: answers === undefined ? null : entryId(person, answers),
      contributorId: idFor(`organisation ${post?.organisation ?? 'person'}`),
      writtenAs: post?.role ?? (entry.by === person ? 'person' : 'chosen'),
      formKey: id,
    })
    .execute()
  if (asks !== undefined) await plantAsking(tx, id, asks, written)
  if (about !== undefined) {
    const planItemId = idFor(`plan item ${person} ${about}`)
    await tx.db.insertInto('conversationAbout').values({ entryId: id, planItemId }).execute()
  }
  if (became !== undefined) {
    const planItemId = idFor(`plan item ${person} ${became}`)
    await tx.db.insertInto('conversationDecision').values({ entryId: id, planItemId }).execute()
  }
}

async function plantAsking(
  tx: Tx,
  id: string,
  { account, urgency }: NonNullable<SeedEntry['asks']>,
  asked: { readonly writtenBy: string; readonly writtenByName: string; readonly writtenAt: Date },
): Promise<void> {
  const organisation = somebody(account).post?.organisation
  await tx.db
    .insertInto('conversationQuestion')
    .values({ entryId: id, urgency, answerBy: answerBy(urgency, asked.writtenAt) })
    .execute()
  await tx.db
    .insertInto('conversationTurn')
    .values({
      questionId: id,
      step: 1,
      accountId: idFor(`account ${account}`),
      organisationId: organisation === undefined ? null : idFor(`organisation ${organisation}`),
      passedBy: asked.writtenBy,
      passedByName: asked.writtenByName,
      passedAt: asked.writtenAt,
    })
    .execute()
}

/** An hour of the region's clock, so many days ago. */
function momentOf(now: Date, { daysAgo, at }: SeedEntry): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return momentAt(dayOf(new Date(now.getTime() - daysAgo * DAY_MS)), hours * 60 + minutes)
}

function kindOf({ asks, answers, became }: SeedEntry): 'word' | 'question' | 'answer' | 'decision' {
  if (asks !== undefined) return 'question'
  if (answers !== undefined) return 'answer'
  return became === undefined ? 'word' : 'decision'
}

function entryId(person: string, key: string): string {
  return idFor(`conversation ${person} ${key}`)
}

function somebody(key: string) {
  const account = accounts.find(one => one.key === key)
  if (account === undefined) throw new Error(`nobody in the region has the key ${key}`)
  return { name: account.name, post: account.posts?.[0] }
}
