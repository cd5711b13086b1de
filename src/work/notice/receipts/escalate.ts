import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { workersOfTeam, workersWithoutTeam } from '#record/organisation/workers-of-team.ts'
import type { NoticeKind } from '../notice-kind.ts'
import { noticesOpenTo } from '../open-to.ts'
import { NOTICE_TOPIC } from '../raise.ts'
import { CLOCKS, takeBy } from './clock.ts'

/** How far back it is looked, days: what nobody has taken by then has been late for all but the first of them. */
const LOOKED_BACK_DAYS = 14

/**
 * Writes down of each notice that matters that nobody of a team with a tie to the person has taken it in time, once for
 * each team, and tells the team's open pages. A team of which nobody may see the notice has none to take.
 */
export async function escalateNotices(store: Store): Promise<void> {
  await transactionInTurn(store, async tx => {
    await holdAlone(tx, 'escalating notices')
    const late = (await untaken(tx)).filter(({ kind, recordedAt, visits }) => {
      const due = takeBy(kind, recordedAt, { visits })
      return due !== undefined && due <= tx.now
    })
    const byTeam = Map.groupBy(late, ({ organisationId, teamId }) => teamId ?? organisationId)
    for (const notices of byTeam.values()) {
      const shown = await shownToTeam(tx, notices)
      for (const notice of notices) if (shown.has(notice.noticeId)) await escalate(tx, notice)
    }
  })
}

async function escalate(tx: Tx, { noticeId, organisationId, teamId }: Untaken): Promise<void> {
  await tx.db.insertInto('noticeEscalation').values({ noticeId, organisationId, teamId, raisedAt: tx.now }).execute()
  await announce(tx, { topic: NOTICE_TOPIC, id: noticeId })
}

/** Those of a team's notices that somebody of it may see. */
async function shownToTeam(tx: Tx, notices: readonly Untaken[]): Promise<ReadonlySet<string>> {
  const [{ organisationId, teamId } = { organisationId: '', teamId: null }] = notices
  const workers = teamId === null ? await workersWithoutTeam(tx, organisationId) : await workersOfTeam(tx, teamId)
  const ids = notices.map(({ noticeId }) => noticeId)
  const shown = new Set<string>()
  for (const worker of workers) for (const id of await noticesOpenTo(tx, worker, ids)) shown.add(id)
  return shown
}

interface Untaken {
  readonly noticeId: string
  readonly kind: NoticeKind
  readonly recordedAt: Date
  readonly organisationId: string
  /** Null for those of an organisation who belong to no team. */
  readonly teamId: string | null
  /** Whether the organisation has visits planned to the person. */
  readonly visits: boolean
}

/**
 * By team, and for whoever works in none by organisation. The ward that somebody lies on has no need to be told of them.
 * What has been taken back or is over needs nobody's notice any more. One receipt is enough for all that tell of one death.
 */
async function untaken(tx: Tx): Promise<Untaken[]> {
  const since = new Date(tx.now.getTime() - LOOKED_BACK_DAYS * 24 * 60 * 60 * 1000)
  const { rows } = await sql<Untaken>`
    with told as materialized (
      select notice.id, notice.kind, notice.recorded_at, notice.person_id
      from notice_now as notice
      where notice.kind = any(${Object.keys(CLOCKS)}::text[]) and notice.recorded_at > ${since}
        and not exists (
          select from notice as later
          where later.recorded_at > notice.recorded_at
            and ((later.resource_id = notice.resource_id and later.kind in ('went-home', 'admission-cancelled', 'admitted'))
                 or (notice.kind = 'died' and later.source_record_id = notice.source_record_id and later.kind = 'death-withdrawn')))
    ), hand as (
      select post.account_id, post.organisation_id, post.team_id
      from post
      where post.started_at <= ${tx.now}
        and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
    ), team_told as (
      select told.id, told.kind, told.recorded_at, told.person_id, hand.organisation_id, hand.team_id
      from told
      join relationship_now as tie on tie.person_id = told.person_id
        and tie.kind not in ('admission', 'identity-review', 'family') and tie.started_at <= told.recorded_at
        and (tie.ends_at is null or tie.ends_at > ${tx.now})
      join hand on hand.account_id = tie.account_id or hand.team_id = tie.team_id or hand.organisation_id = tie.organisation_id
      group by told.id, told.kind, told.recorded_at, told.person_id, hand.organisation_id, hand.team_id
    )
    select team_told.id as notice_id, team_told.kind, team_told.recorded_at, team_told.organisation_id, team_told.team_id,
           exists (
             select from resource as visit
             join person_link_now as link on link.source_record_id = visit.source_record_id
             where link.person_id = team_told.person_id and visit.contributor_id = team_told.organisation_id
               and visit.type = 'Appointment' and visit.content ->> 'status' in ('proposed', 'pending', 'booked')
               and (visit.content ->> 'start')::timestamptz > ${tx.now}) as visits
    from team_told
    where not exists (
        select from notice_escalation as raised
        where raised.notice_id = team_told.id and raised.organisation_id = team_told.organisation_id
          and raised.team_id is not distinct from team_told.team_id)
      and not exists (
        select from notice_now as same
        join notice_receipt as receipt on receipt.notice_id = same.id
        join hand on hand.account_id = receipt.account_id
        where (same.id = team_told.id
               or (team_told.kind = 'died' and same.kind = 'died' and same.person_id = team_told.person_id))
          and hand.organisation_id = team_told.organisation_id and hand.team_id is not distinct from team_told.team_id)
    order by team_told.recorded_at, team_told.id`.execute(tx.db)
  return rows
}
