import type { Appointment } from 'fhir/r4.js'
import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import { isOwn } from '#record/sharing/trail/read.ts'
import { findHolds, type OpenHold } from './find-holds.ts'
import type { Hold, PlannedVisit } from './visit.ts'

/** How far ahead planned visits are shown, days. */
const AHEAD_DAYS = 28
/** How many are shown at most, the soonest: four a day for all of that time. */
const SHOWN_MAX = 112
const DAY_MS = 24 * 60 * 60 * 1000

interface Row {
  readonly id: string
  readonly contributorId: string
  readonly provider: Bilingual
  readonly content: Appointment
  readonly startsAt: Date
}

/**
 * The visits that are planned from today on, of what this access opens, the soonest first, each with whether it is held.
 * Whoever may not know why learns of no hold, unless they work for the provider: they are not to go in vain.
 */
export async function plannedVisits(tx: Tx, access: Access): Promise<PlannedVisit[]> {
  const rows = await openVisits(tx, access)
  const holds = rows.length === 0 ? [] : await findHolds(tx, access.personId)
  return rows.map(({ id, contributorId, provider, content, startsAt }) => {
    access.release(contributorId, 'care-and-support')
    return {
      id,
      startsAt,
      endsAt: content.end === undefined ? undefined : new Date(content.end),
      description: content.description,
      providerId: contributorId,
      provider,
      hold: holdOf(tx, access, holds, { id, contributorId, startsAt }),
    }
  })
}

async function openVisits(tx: Tx, access: Access): Promise<Row[]> {
  const today = new Date(tx.now.getTime() - DAY_MS)
  const last = new Date(tx.now.getTime() + AHEAD_DAYS * DAY_MS)
  const { rows } = await sql<Row>`
    select visit.id, visit.contributor_id, visit.content, visit.starts_at,
           jsonb_build_object('en', provider.name_en, 'cy', provider.name_cy) as provider
    from ${openedBy([access])}
    join person_link_now as link on link.person_id = opened.person_id
    join lateral (
      select resource.id, resource.contributor_id, resource.content, (resource.content ->> 'start')::timestamptz as starts_at
      from resource
      where resource.source_record_id = link.source_record_id and resource.contributor_id = opened.contributor_id
        and resource.type = 'Appointment' and resource.data_class = opened.data_class
        and resource.content ->> 'status' in ('proposed', 'pending', 'booked')
    ) as visit on true
    join organisation as provider on provider.id = visit.contributor_id
    where opened.data_class = 'care-and-support' and visit.starts_at between ${today} and ${last}
    order by visit.starts_at, visit.id
    limit ${SHOWN_MAX}`.execute(tx.db)
  return rows.filter(({ startsAt }) => dayOf(startsAt) >= dayOf(tx.now))
}

type Visit = Pick<Row, 'id' | 'contributorId' | 'startsAt'>

/** A death before all else: after it no visit goes ahead. */
function holdOf(tx: Tx, access: Access, holds: readonly OpenHold[], visit: Visit): Hold | undefined {
  const mayKnow = (hold: OpenHold) => access.covers(hold.contributorId, hold.dataClass)
  const goesThere = access.actor.kind === 'worker' && access.actor.organisationId === visit.contributorId
  const held = holds.find(hold => covers(tx, hold, visit.startsAt) && (mayKnow(hold) || goesThere || isOwn(access)))
  if (held === undefined) return undefined
  const answer = held.answers.findLast(
    ({ organisationId, resourceId }) =>
      organisationId === visit.contributorId && (resourceId === null || resourceId === visit.id),
  )
  if (mayKnow(held)) access.release(held.contributorId, held.dataClass)
  return {
    noticeId: held.noticeId,
    because: mayKnow(held) ? (held.kind === 'died' ? 'died' : 'in-hospital') : undefined,
    answer: answer && { goesAhead: answer.goesAhead && held.kind !== 'died', by: answer.by, at: new Date(answer.at) },
  }
}

/**
 * From the admission to the day on which they are expected home, that day too, or tomorrow where it has passed and they
 * are in hospital still; while no day is known, and after a death, all of them.
 */
function covers(tx: Tx, { kind, beginsAt, expectedHomeOn }: OpenHold, startsAt: Date): boolean {
  if (kind === 'died') return true
  if (startsAt < beginsAt) return false
  if (expectedHomeOn === null) return true
  const tomorrow = dayOf(new Date(tx.now.getTime() + DAY_MS))
  const until = expectedHomeOn > tomorrow ? expectedHomeOn : tomorrow
  return dayOf(startsAt) <= until
}
