import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Access } from '../access.ts'
import type { Purpose } from '../vocabulary.ts'
import { isOwn, redactionFor } from './read.ts'
import { type Deferrable, isPutOff, type Redaction } from './redact.ts'

/** How many weeks of looks are drawn: this one and those before it. */
export const WEEKS_DRAWN = 8
/** How many months back somebody may choose one. */
const MONTHS_MAX = 24
const DAY_MS = 24 * 60 * 60 * 1000

/** What the trail holds on the whole, without what is put off: for choosing a part of it, and for drawing it. */
export interface TrailSummary {
  /** Every organisation that is in the trail, by id. */
  readonly organisations: readonly LookingOrganisation[]
  /** Every month that the trail reaches, `2026-11`, the latest first, at most 24. */
  readonly months: readonly string[]
  /** The Mondays of the weeks drawn, ISO 8601, the earliest first. */
  readonly weeks: readonly string[]
  /** How often each organisation looked in each of those weeks, the most frequent first. Somebody without one is last. */
  readonly lines: readonly WeeklyLooks[]
}

export interface LookingOrganisation {
  readonly id: string
  readonly name: Bilingual
}

export interface WeeklyLooks {
  /** Undefined for those who looked as nobody's worker: family, friends. */
  readonly organisation: LookingOrganisation | undefined
  readonly counts: readonly number[]
  readonly total: number
}

/** Sums up the person's own trail, without their own looks. Nothing for anybody else. */
export async function summariseTrail(tx: Tx, access: Access): Promise<TrailSummary> {
  const weeks = weeksUntil(dayOf(tx.now))
  if (!isOwn(access) || access.actor.kind === 'system') return { organisations: [], months: [], weeks, lines: [] }
  const redaction = await redactionFor(tx, access.personId)
  const first = await firstLooks(tx, access.personId, access.actor.accountId, redaction)
  const names = new Map(
    first.flatMap(({ organisationId, name }) => (organisationId && name ? [[organisationId, name]] : [])),
  )
  const recent = await recentLooks(tx, access.personId, access.actor.accountId, weeks[0] ?? '', redaction)
  return {
    organisations: [...names].map(([id, name]) => ({ id, name })),
    months: monthsSince(first, tx.now),
    weeks,
    lines: linesOf(recent, weeks, names),
  }
}

/** A look as the database has it, which knows no undefined. */
interface LookRow {
  readonly organisationId: string | null
  readonly accountId: string | null
  readonly purpose: Purpose
  readonly at: Date
}

type FirstLook = Deferrable & { readonly name: Bilingual | null }

/** The first look of each worker of each organisation for each purpose: if that one is put off, so are all after it. */
async function firstLooks(tx: Tx, personId: string, own: string, redaction: Redaction): Promise<FirstLook[]> {
  const { rows } = await sql<LookRow & { readonly name: Bilingual | null }>`
    select entry.organisation_id, entry.account_id, entry.purpose, min(entry.at) as at,
           case when body.id is null then null else jsonb_build_object('en', body.name_en, 'cy', body.name_cy) end as name
    from trail_entry as entry
    left join organisation as body on body.id = entry.organisation_id
    where entry.person_id in ${everyIdOf(personId)} and entry.account_id is distinct from ${own}::uuid
    group by entry.organisation_id, entry.account_id, entry.purpose, body.id
    order by body.name_en`.execute(tx.db)
  return rows.map(deferrable).filter(row => !isPutOff(row, redaction))
}

async function recentLooks(
  tx: Tx,
  personId: string,
  own: string,
  since: string,
  redaction: Redaction,
): Promise<Deferrable[]> {
  const { rows } = await sql<LookRow>`
    select organisation_id, account_id, purpose, at
    from trail_entry
    where person_id in ${everyIdOf(personId)} and account_id is distinct from ${own}::uuid
      and at >= ${since}::timestamp at time zone 'Europe/London'`.execute(tx.db)
  return rows.map(deferrable).filter(row => !isPutOff(row, redaction))
}

function deferrable<Row extends LookRow>(row: Row): Row & Deferrable {
  return { ...row, organisationId: row.organisationId ?? undefined, accountId: row.accountId ?? undefined } as Row &
    Deferrable
}

function linesOf(
  looks: readonly Deferrable[],
  weeks: readonly string[],
  names: ReadonlyMap<string, Bilingual>,
): WeeklyLooks[] {
  const lines = [...Map.groupBy(looks, ({ organisationId }) => organisationId)].map(([id, ofOne]): WeeklyLooks => {
    const counts = weeks.map(week => ofOne.filter(({ at }) => mondayOf(dayOf(at)) === week).length)
    const name = id === undefined ? undefined : names.get(id)
    return { organisation: id && name ? { id, name } : undefined, counts, total: ofOne.length }
  })
  return lines.sort((one, other) => rankOf(other) - rankOf(one))
}

function rankOf({ organisation, total }: WeeklyLooks): number {
  return organisation === undefined ? -1 : total
}

function weeksUntil(today: string): string[] {
  const last = Date.parse(mondayOf(today))
  return Array.from({ length: WEEKS_DRAWN }, (_, back) => isoDay(last - (WEEKS_DRAWN - 1 - back) * 7 * DAY_MS))
}

function mondayOf(day: string): string {
  const moment = new Date(day)
  return isoDay(moment.getTime() - ((moment.getUTCDay() + 6) % 7) * DAY_MS)
}

function isoDay(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10)
}

function monthsSince(looks: readonly Deferrable[], now: Date): string[] {
  if (looks.length === 0) return []
  const earliest = dayOf(new Date(Math.min(...looks.map(({ at }) => at.getTime())))).slice(0, 7)
  const months: string[] = []
  for (let month = dayOf(now).slice(0, 7); month >= earliest && months.length < MONTHS_MAX; month = monthBefore(month))
    months.push(month)
  return months
}

function monthBefore(month: string): string {
  return isoDay(Date.parse(`${month}-01`) - DAY_MS).slice(0, 7)
}
