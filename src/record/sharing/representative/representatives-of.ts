import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { personNow } from '#record/person/person-now.ts'
import { bornBetween } from '../agreement/cohort.ts'
import { AUTHORITIES } from './authority.ts'
import { decisionsLacked } from './capacity.ts'
import type { CapacityDecision, RepresentativeKind } from './office.ts'

/** How those who hold an office together act: each by themselves, or only with the others. */
export const ACTS = ['alone', 'jointly', 'severally'] as const
export type Acts = (typeof ACTS)[number]

/** Somebody who may lawfully act for a person, as it stands now. */
export interface Representative {
  readonly id: string
  readonly personId: string
  readonly accountId: string
  readonly name: string
  readonly kind: RepresentativeKind
  readonly acts: Acts
  /** Of the registered power or order. */
  readonly reference: string
  /** ISO 8601. */
  readonly registeredOn: string
  readonly recordedByName: string
  readonly startedAt: Date
  /** Whether it waits, because the person can make the decision themselves as far as anybody has found. */
  readonly waits: boolean
}

/** Everybody who may lawfully act for a person now, longest first; whoever waits for a loss of capacity among them. */
export async function representativesOf(tx: Tx, personId: string): Promise<Representative[]> {
  const lacked = await decisionsLacked(tx, personId)
  const offices = await standing(tx, sql`office.person_id = ${personNow(personId)}`)
  return offices.map(office => ({ ...office, waits: waits(office, lacked) }))
}

/** The people somebody may lawfully act for, longest first. That they may opens nothing while it waits. */
export async function actsFor(tx: Tx, accountId: string): Promise<Representative[]> {
  const offices = await standing(tx, sql`office.account_id = ${accountId}`)
  const people = new Map<string, Awaited<ReturnType<typeof decisionsLacked>>>()
  for (const { personId } of offices) people.set(personId, await decisionsLacked(tx, personId))
  return offices.map(office => ({ ...office, waits: waits(office, people.get(office.personId) ?? new Set()) }))
}

/** One of those who hold an office together. */
export interface Holder {
  readonly id: string
  readonly accountId: string
  readonly name: string
}

/**
 * Everybody who may act only together with the holder of an office, the holder among them, longest first. One who is left
 * alone may act no more: Mental Capacity Act 2005, section 13(6), unless the instrument says otherwise.
 */
export async function holdersWith(tx: Tx, personId: string, officeId: string): Promise<Holder[]> {
  const offices = await standing(tx, sql`office.person_id = ${personNow(personId)} and office.acts = 'jointly'`)
  const kind = offices.find(({ id }) => id === officeId)?.kind
  return offices.filter(office => office.kind === kind).map(({ id, accountId, name }) => ({ id, accountId, name }))
}

type Standing = Omit<Representative, 'waits'> & { readonly isOfChild: boolean }

function waits({ kind, isOfChild }: Standing, lacked: ReadonlySet<CapacityDecision>): boolean {
  if (kind === 'parent') return !isOfChild
  return AUTHORITIES[kind].every(({ inertWhileCapacityFor: needs }) => needs !== undefined && !lacked.has(needs))
}

async function standing(tx: Tx, whose: ReturnType<typeof sql>): Promise<Standing[]> {
  const { after = null } = bornBetween('children', dayOf(tx.now))
  const { rows } = await sql<Standing>`
    select office.id, office.person_id, office.account_id, account.name, office.kind, office.acts, office.reference,
           office.registered_on, office.recorded_by_name, office.started_at,
           coalesce((select bool_and(record.birth_date > ${after}::date)
                     from person_link_now as link join source_record as record on record.id = link.source_record_id
                     where link.person_id = office.person_id and record.birth_date is not null), false) as is_of_child
    from representative_now as office
    join account on account.id = office.account_id
    where ${whose}
    order by office.started_at, account.name, office.id`.execute(tx.db)
  return rows
}
