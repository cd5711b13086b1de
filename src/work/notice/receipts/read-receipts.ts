import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Actor, WorkerActor } from '#record/organisation/actor.ts'
import { leadToldAt } from './clock.ts'

/** Who has taken a notice, as far as one worker is told. */
export interface Receipts {
  /** Those of the worker's own team who have, the first first. */
  readonly ownTeam: readonly { readonly name: string; readonly at: Date }[]
  /** Since when it is late that nobody of the own team has. */
  readonly lateSince: Date | undefined
  /** Of the sender's own data: the teams elsewhere of which somebody has. Names of teams alone. */
  readonly others: readonly { readonly team: Bilingual; readonly at: Date }[]
}

/** A notice that a worker is shown, and whose data it tells. */
export interface Taken {
  readonly id: string
  readonly contributorId: string
}

/** The receipts of what each actor is shown, in the order of the actors: each worker's post is asked about once. */
export async function receiptsForEach(
  tx: Tx,
  asked: readonly { readonly actor: Actor; readonly notices: readonly Taken[] }[],
): Promise<(ReadonlyMap<string, Receipts> | undefined)[]> {
  const byActor = new Map<Actor, ReadonlyMap<string, Receipts>>()
  for (const [actor, all] of Map.groupBy(asked, one => one.actor)) {
    if (actor.kind !== 'worker') continue
    byActor.set(
      actor,
      await receiptsOf(
        tx,
        actor,
        all.flatMap(({ notices }) => notices),
      ),
    )
  }
  return asked.map(({ actor }) => byActor.get(actor))
}

/**
 * Who has taken these notices, for a worker to whom each is shown. One's own team is told by name; whose data it is, and
 * its parts, such as the ward of a health board, are told which teams have seen it. Nobody else is told of anybody.
 */
async function receiptsOf(
  tx: Tx,
  { organisationId, teamId }: WorkerActor,
  notices: readonly Taken[],
): Promise<ReadonlyMap<string, Receipts>> {
  if (notices.length === 0) return new Map()
  const ids = notices.map(({ id }) => id)
  const isOwnTeam = sql`(hand.organisation_id = ${organisationId} and hand.team_id is not distinct from ${teamId ?? null}::uuid)`
  const { rows } = await sql<Row>`
    select receipt.notice_id, receipt.received_at as at, account.name, ${isOwnTeam} as is_own,
           jsonb_build_object('en', coalesce(team.name_en, body.name_en), 'cy', coalesce(team.name_cy, body.name_cy)) as team
    from notice_receipt as receipt
    join account on account.id = receipt.account_id
    join post as hand on hand.account_id = account.id and hand.started_at <= receipt.received_at
      and not exists (select from post_end as ended where ended.post_id = hand.id and ended.ended_at <= receipt.received_at)
    join organisation as body on body.id = hand.organisation_id
    left join team on team.id = hand.team_id
    where receipt.notice_id = any(${ids}::uuid[])
    order by receipt.received_at, account.name`.execute(tx.db)
  const { rows: raised } = await sql<{ noticeId: string; raisedAt: Date }>`
    select hand.notice_id, hand.raised_at from notice_escalation as hand
    where hand.notice_id = any(${ids}::uuid[]) and ${isOwnTeam}`.execute(tx.db)
  const home = rows.length === 0 ? [] : await partOf(tx, organisationId)
  return new Map(
    notices.map(({ id, contributorId }) => {
      const taken = rows.filter(({ noticeId }) => noticeId === id)
      const ownTeam = taken.filter(({ isOwn }) => isOwn).map(({ name, at }) => ({ name, at }))
      const mayKnow = home.includes(contributorId)
      return [
        id,
        {
          ownTeam,
          lateSince: ownTeam.length > 0 ? undefined : raised.find(({ noticeId }) => noticeId === id)?.raisedAt,
          others: mayKnow ? onceATeam(taken.filter(({ isOwn }) => !isOwn)) : [],
        },
      ]
    }),
  )
}

interface Row {
  readonly noticeId: string
  readonly at: Date
  readonly name: string
  readonly isOwn: boolean
  readonly team: Bilingual
}

function onceATeam(rows: readonly Row[]): { team: Bilingual; at: Date }[] {
  const first = new Map<string, Row>()
  for (const row of rows) if (!first.has(row.team.en)) first.set(row.team.en, row)
  return [...first.values()].map(({ team, at }) => ({ team, at }))
}

/** An organisation and the one it is a part of. */
async function partOf(tx: Tx, organisationId: string): Promise<string[]> {
  const body = await tx.db
    .selectFrom('organisation')
    .select('partOf')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return body.partOf === null ? [organisationId] : [organisationId, body.partOf]
}

/** A team of one's organisation that has left notices untaken for so long that whoever answers for it is told. */
export interface UntakenTeam {
  readonly team: Bilingual
  readonly count: number
  /** Since when the one that has waited longest is late. */
  readonly since: Date
}

/** The teams that whoever answers for an organisation is told of. Counts, and nothing of whom they are about. */
export async function untakenTeams(tx: Tx, { role, organisationId }: WorkerActor): Promise<UntakenTeam[]> {
  if (role !== 'signatory') return []
  const { rows } = await sql<{ teamId: string; team: Bilingual; raisedAt: Date }>`
    select coalesce(raised.team_id, raised.organisation_id) as team_id, raised.raised_at, 
           jsonb_build_object('en', coalesce(team.name_en, body.name_en), 'cy', coalesce(team.name_cy, body.name_cy)) as team
    from notice_escalation as raised
    join organisation as body on body.id = raised.organisation_id
    left join team on team.id = raised.team_id
    where ${organisationId} in (body.id, coalesce(body.part_of, body.id))
      and not exists (
        select from notice_receipt as receipt
        join post as hand on hand.account_id = receipt.account_id
        where receipt.notice_id = raised.notice_id and hand.organisation_id = raised.organisation_id
          and hand.team_id is not distinct from raised.team_id)
    order by raised.raised_at`.execute(tx.db)
  const late = rows.filter(({ raisedAt }) => leadToldAt(raisedAt) <= tx.now)
  return [...Map.groupBy(late, ({ teamId }) => teamId).values()].map(([first, ...others]) => ({
    team: first!.team,
    count: others.length + 1,
    since: first!.raisedAt,
  }))
}
