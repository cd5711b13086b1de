import { idFor } from '#ground/chance.ts'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { afterWorkingDays, isWorkingDay } from '#ground/working-days.ts'
import { reviews, type SeedReview, type SeedReviewResult } from './region/reviews.ts'
import { accounts } from './region/staff.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Plants the reviews of plans, held and to come. A review that was held leaves the next one to the list. */
export async function plantReviews(tx: Tx): Promise<void> {
  const numbers = new Map<string, number>()
  for (const review of reviews) {
    const number = (numbers.get(review.person) ?? 0) + 1
    numbers.set(review.person, number)
    await plantReview(tx, review, number)
  }
}

async function plantReview(tx: Tx, review: SeedReview, number: number): Promise<void> {
  const id = idFor(`plan review ${review.person} ${number}`)
  const arrangedAt = daysAgo(tx.now, review.arrangedDaysAgo)
  const planId = idFor(`plan ${review.person}`)
  await tx.db.insertInto('planReview').values({ id, planId, number, openedAt: arrangedAt }).execute()
  const { name, post } = workerOf(review.responsible)
  await tx.db
    .insertInto('planReviewArrangement')
    .values({
      planReviewId: id,
      version: 1,
      reason: review.cause,
      dueOn: workingDay(tx.now, review.dueInWorkingDays),
      responsibleId: idFor(`account ${review.responsible}`),
      responsibleName: name,
      organisationId: idFor(`organisation ${post.organisation}`),
      teamId: post.team === undefined ? null : idFor(`team ${post.team}`),
      attending: review.attending ?? null,
      words: review.words ?? null,
      language: review.words === undefined ? null : review.language,
      arrangedBy: idFor(`account ${review.by}`),
      arrangedByName: nameOf(review.by),
      arrangedAt,
    })
    .execute()
  if (review.result !== undefined) await plantResult(tx, id, review, review.result)
}

async function plantResult(tx: Tx, id: string, review: SeedReview, result: SeedReviewResult): Promise<void> {
  const { kind, reasons, need, achieved = [], stance } = result
  await tx.db
    .insertInto('planReviewResult')
    .values({
      planReviewId: id,
      result: kind,
      reasons,
      language: review.language,
      changes: null,
      needRemains: kind === 'close' ? need !== undefined : null,
      metHow: need?.metHow ?? null,
      metBy: need?.metBy ?? null,
      endedBy: idFor(`account ${review.responsible}`),
      endedByName: nameOf(review.responsible),
      endedAt: daysAgo(tx.now, result.daysAgo),
    })
    .execute()
  for (const { item, words, score } of achieved)
    await tx.db
      .insertInto('planReviewAchievement')
      .values({
        planReviewId: id,
        planItemId: idFor(`plan item ${review.person} ${item}`),
        words,
        score: score ?? null,
      })
      .execute()
  if (stance === undefined) return
  await tx.db
    .insertInto('planReviewStance')
    .values({
      id: idFor(`plan review stance ${id}`),
      planReviewId: id,
      agrees: stance.agrees,
      words: stance.words,
      language: review.language,
      takenBy: idFor(`account ${stance.account}`),
      takenByName: nameOf(stance.account),
      takenAt: daysAgo(tx.now, stance.daysAgo),
    })
    .execute()
}

function workerOf(key: string) {
  const account = accounts.find(each => each.key === key)
  const [post] = account?.posts ?? []
  if (account === undefined || post === undefined) throw new Error(`${key} has no post`)
  return { name: account.name, post }
}

function nameOf(key: string): string {
  const account = accounts.find(each => each.key === key)
  if (account === undefined) throw new Error(`nobody in the region has the key ${key}`)
  return account.name
}

function daysAgo(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS)
}

/** The day that so many working days lie after now, or before it; ISO 8601. */
function workingDay(now: Date, days: number): string {
  if (days >= 0) return afterWorkingDays(dayOf(now), days)
  let day = now
  for (let left = -days; left > 0; ) {
    day = daysAgo(day, 1)
    if (isWorkingDay(dayOf(day))) left--
  }
  return dayOf(day)
}
