import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { notingAs } from '#record/sharing/representative/acting-office.ts'
import { decisionsOf } from '#record/sharing/representative/authority.ts'
import type { CapacityDecision } from '#record/sharing/representative/office.ts'
import { mayReadActing, readActing } from '#record/sharing/representative/read-acting.ts'
import { type Representative, representativesOf } from '#record/sharing/representative/representatives-of.ts'
import { birthday, type ComingOfAge, comingsOfAge } from './coming-of-age.ts'
import { type FamilyOrder, ordersOf } from './orders.ts'
import { handOf, readVoices, type Voice } from './voice.ts'

/** Until this age somebody's growing up is shown: what was said then is theirs to read for a while after 18, years. */
const SHOWN_UNTIL_AGE = 25

/** All that is shown of somebody's growing up, as far as it is open to the reader. */
export interface ShownFamily {
  readonly voices: readonly Voice[]
  /** In whose voice the reader may speak; undefined for whoever may not. */
  readonly speaksAs: Voice['whose'] | undefined
  readonly birthdays: readonly ComingOfAge[]
  /** The decisions that those with parental responsibility make today. */
  readonly parentsDecide: ReadonlySet<CapacityDecision>
  readonly parents: readonly Representative[]
  readonly orders: readonly FamilyOrder[]
  readonly mayReadActing: boolean
  readonly mayNote: boolean
  readonly isOwn: boolean
}

/** Undefined for whoever may not read what the person says of themselves, and for somebody who grew up long ago. */
export async function showFamily(
  tx: Tx,
  access: Access,
  birthDate: string | undefined,
): Promise<ShownFamily | undefined> {
  if (birthDate === undefined || !access.opens('about-me')) return undefined
  const today = dayOf(tx.now)
  const birthdays = comingsOfAge(birthDate, today)
  if (birthday(birthDate, SHOWN_UNTIL_AGE) <= today) return undefined
  const hand = await handOf(tx, access)
  return {
    voices: await readVoices(tx, access),
    speaksAs: hand?.whose,
    birthdays,
    parentsDecide: new Set(await parentsDecide(tx, access, { birthDate, today })),
    parents: (await representativesOf(tx, access.personId)).filter(({ kind }) => kind === 'parent'),
    orders: await ordersOf(tx, access),
    mayReadActing: mayReadActing(access),
    mayNote: notingAs(access) !== undefined,
    isOwn: access.grants.some(({ because }) => because.kind === 'own'),
  }
}

async function parentsDecide(
  tx: Tx,
  access: Access,
  { birthDate, today }: { readonly birthDate: string; readonly today: string },
): Promise<CapacityDecision[]> {
  const acting = await readActing(tx, access)
  const findings = acting.ok ? acting.value.findings.filter(({ counts }) => counts) : []
  const found = (has: boolean) =>
    new Set(findings.flatMap(({ decision, hasCapacity }) => (hasCapacity === has ? [decision] : [])))
  const facts = { today, birthDates: [birthDate], lacksCapacityFor: found(false), ableFor: found(true) }
  return decisionsOf({ kind: 'parent' }, facts)
}
