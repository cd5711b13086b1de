import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Case, Meeting } from './meeting.ts'

/** How long a meeting that is over is still listed, days. */
const LISTED_DAYS = 30

/** The meetings of a worker's team and those they were asked to, the next first, then those that are over. */
export async function meetingsOf(tx: Tx, worker: WorkerActor): Promise<Meeting[]> {
  const since = new Date(tx.now.getTime() - LISTED_DAYS * 24 * 3_600_000)
  const { rows } = await sql<Meeting>`
    ${MEETING} where meeting.begins_at > ${since} and ${isOpenTo(worker)}
    order by meeting.begins_at < ${startOfDay(tx.now)}, abs(extract(epoch from meeting.begins_at - ${tx.now})), meeting.id`.execute(
    tx.db,
  )
  return rows
}

/** One meeting, if the worker was asked to it or it is their team's. It tells of nobody it is about. */
export async function findMeeting(tx: Tx, worker: WorkerActor, meetingId: string): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`${MEETING} where meeting.id = ${meetingId} and ${isOpenTo(worker)}`.execute(tx.db)
  return rows[0]
}

/** Everybody a meeting is about, in the order they were put on its agenda. Each reader is shown those open to them. */
export async function casesOf(tx: Tx, meetingId: string): Promise<Case[]> {
  const { rows } = await sql<Case>`
    select about.id, now.person_id
    from meeting_case as about
    join person_now as now on now.id = about.person_id
    where about.meeting_id = ${meetingId}
    order by about.added_at, about.id`.execute(tx.db)
  return rows
}

/** The case of that id, and the meeting it is of. */
export async function findCase(tx: Tx, caseId: string): Promise<(Case & { readonly meetingId: string }) | undefined> {
  const { rows } = await sql<Case & { readonly meetingId: string }>`
    select about.id, now.person_id, about.meeting_id
    from meeting_case as about
    join person_now as now on now.id = about.person_id
    where about.id = ${caseId}`.execute(tx.db)
  return rows[0]
}

/** What is listed as over begins with the day before today. */
function startOfDay(now: Date): Date {
  return new Date(now.getTime() - 12 * 3_600_000)
}

function isOpenTo({ accountId, teamId }: WorkerActor) {
  return sql`(meeting.team_id = ${teamId ?? null}::uuid
    or exists (select from meeting_attendance as own where own.meeting_id = meeting.id and own.account_id = ${accountId}))`
}

const MEETING = sql`
  select meeting.id, meeting.team_id, meeting.begins_at,
         jsonb_build_object('en', team.name_en, 'cy', team.name_cy) as team,
         jsonb_build_object('accountId', taker.account_id, 'name', taker.name) as note_taker,
         (select coalesce(jsonb_agg(jsonb_build_object(
                   'accountId', last.account_id, 'name', last.name, 'role', last.role, 'way', last.way,
                   'organisation', jsonb_build_object('en', body.name_en, 'cy', body.name_cy)) order by body.name_cy, last.name), '[]')
          from (
            select distinct on (account_id) * from meeting_attendance as said
            where said.meeting_id = meeting.id
            order by account_id, step desc
          ) as last
          join organisation as body on body.id = last.organisation_id) as attendees
  from meeting
  join team on team.id = meeting.team_id
  join lateral (
    select * from meeting_note_taker as taking where taking.meeting_id = meeting.id order by taking.step desc limit 1
  ) as taker on true`
