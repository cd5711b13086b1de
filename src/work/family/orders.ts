import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Access } from '#record/sharing/access.ts'
import { ACTING_CLASS, notingAs } from '#record/sharing/representative/acting-office.ts'
import { mayReadActing } from '#record/sharing/representative/read-acting.ts'
import { endRepresentative } from '#record/sharing/representative/record.ts'
import { representativesOf } from '#record/sharing/representative/representatives-of.ts'

/** The orders of a family court that bear on who decides for a child. Source: Children Act 1989, sections 8, 14A, 31. */
export const ORDER_KINDS = [
  'child-arrangements',
  'prohibited-steps',
  'specific-issue',
  'special-guardianship',
  'care-order',
  'other',
] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

/** The longest that an order may be told in, characters. */
export const ORDER_LENGTH_MAX = 2000

/** An order about a child, as whoever has seen it told it. */
export interface FamilyOrder {
  readonly id: string
  readonly kind: OrderKind
  readonly words: string
  readonly reference: string
  /** ISO 8601. */
  readonly madeOn: string
  readonly endsOn: string | undefined
  readonly recordedByName: string
}

export interface NewOrder {
  readonly kind: OrderKind
  readonly words: string
  readonly reference: string
  readonly madeOn: string
  /** The parent's office that the order ends; left out where it ends none. */
  readonly endsOffice: string | undefined
}

export type OrderProblem =
  | 'growingUp.notYours'
  | 'growingUp.orderMissing'
  | 'growingUp.wordsTooLong'
  | 'growingUp.orderLater'
  | 'growingUp.officeUnknown'

/**
 * Records that somebody has seen an order of a family court. Where it takes from a parent what that parent held, it ends the
 * office at once: what it opened is closed on pages that are open too.
 */
export async function recordOrder(tx: Tx, access: Access, order: NewOrder): Promise<Outcome<undefined, OrderProblem>> {
  const { actor } = access
  const contributorId = notingAs(access)
  if (contributorId === undefined || actor.kind !== 'worker') return refused('growingUp.notYours')
  const words = order.words.trim()
  const reference = order.reference.trim()
  if (words === '' || reference === '') return refused('growingUp.orderMissing')
  if (words.length > ORDER_LENGTH_MAX || reference.length > 100) return refused('growingUp.wordsTooLong')
  if (order.madeOn > dayOf(tx.now)) return refused('growingUp.orderLater')
  if (order.endsOffice !== undefined) {
    const parents = (await representativesOf(tx, access.personId)).filter(({ kind }) => kind === 'parent')
    if (!parents.some(({ id }) => id === order.endsOffice)) return refused('growingUp.officeUnknown')
    const ended = await endRepresentative(tx, access, { representativeId: order.endsOffice, reason: reference })
    if (!ended.ok) return refused('growingUp.officeUnknown')
  }
  await tx.db
    .insertInto('familyOrder')
    .values({
      id: tx.newId(),
      personId: access.keptUnder,
      representativeId: order.endsOffice ?? null,
      kind: order.kind,
      words,
      reference,
      madeOn: order.madeOn,
      endsOn: null,
      recordedBy: actor.accountId,
      recordedByName: actor.name,
      recordedAt: tx.now,
    })
    .execute()
  access.contribute(contributorId, ACTING_CLASS)
  return done(undefined)
}

/** The orders about a child, the latest first, for those who are told who may act. */
export async function ordersOf(tx: Tx, access: Access): Promise<FamilyOrder[]> {
  if (!mayReadActing(access)) return []
  const rows = await tx.db
    .selectFrom('familyOrder')
    .select(['id', 'kind', 'words', 'reference', 'madeOn', 'endsOn', 'recordedByName'])
    .where('personId', 'in', everyIdOf(access.personId))
    .orderBy('madeOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(row => ({ ...row, kind: row.kind as OrderKind, endsOn: row.endsOn ?? undefined }))
}
