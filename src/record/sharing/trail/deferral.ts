import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Purpose } from '../vocabulary.ts'

/** The longest that looks may be kept from the person, days. The database refuses more as well. */
export const DEFERRAL_DAYS_MAX = 90
const DAY_MS = 24 * 60 * 60 * 1000

/** Whose looks are put off: every one of these that is set must fit. Ids. */
export interface DeferredLooks {
  readonly organisationId: string | undefined
  readonly accountId: string | undefined
  readonly purpose: Purpose | undefined
}

/** Some looks that the person is not told of until a day. They begin with the deferral: what was shown stays shown. */
export interface Deferral extends DeferredLooks {
  readonly id: string
  readonly personId: string
  readonly reason: string
  /** The statute that lets it be put off, as somebody wrote it. */
  readonly power: string
  readonly madeBy: string
  readonly startedAt: Date
  /** When it ends, or was ended before its day. */
  readonly endsAt: Date
}

/** A deferral as an officer asks for it. */
export interface NewDeferral extends DeferredLooks {
  readonly personId: string
  readonly reason: string
  readonly power: string
  readonly endsAt: Date | undefined
}

export type DeferralProblem =
  | 'deferral.notYours'
  | 'deferral.nothingNamed'
  | 'deferral.whyMissing'
  | 'deferral.powerMissing'
  | 'deferral.endMissing'
  | 'deferral.endPassed'
  | 'deferral.tooLong'

/**
 * Puts off telling the person of some looks. Only a privacy officer may, for organisations their team answers for, or
 * for safeguarding by anybody. Refused without a reason, a statutory power or an end within 90 days.
 */
export async function deferTrail(
  tx: Tx,
  officer: WorkerActor,
  asked: NewDeferral,
): Promise<Outcome<string, DeferralProblem>> {
  const { personId, organisationId, accountId, purpose, endsAt } = asked
  const [reason, power] = [asked.reason.trim(), asked.power.trim()]
  if (organisationId === undefined && accountId === undefined && purpose === undefined)
    return refused('deferral.nothingNamed')
  if (officer.role !== 'privacy-officer' || officer.teamId === undefined) return refused('deferral.notYours')
  if (purpose !== 'safeguarding' && !(await answersFor(tx, officer.teamId, asked))) return refused('deferral.notYours')
  if (reason === '') return refused('deferral.whyMissing')
  if (power === '') return refused('deferral.powerMissing')
  if (endsAt === undefined) return refused('deferral.endMissing')
  if (endsAt <= tx.now) return refused('deferral.endPassed')
  if (endsAt.getTime() > tx.now.getTime() + DEFERRAL_DAYS_MAX * DAY_MS) return refused('deferral.tooLong')
  const id = tx.newId()
  await tx.db
    .insertInto('trailDeferral')
    .values({
      id,
      personId,
      organisationId: organisationId ?? null,
      accountId: accountId ?? null,
      purpose: purpose ?? null,
      reason,
      power,
      teamId: officer.teamId,
      madeBy: officer.accountId,
      madeByName: officer.name,
      startedAt: tx.now,
      endsAt,
    })
    .execute()
  return done(id)
}

/** Ends a deferral before its day. Only an officer of the team that made it may; one that has ended stays ended. */
export async function endDeferral(
  tx: Tx,
  officer: WorkerActor,
  deferralId: string,
): Promise<Outcome<undefined, 'deferral.notYours'>> {
  const deferral = await tx.db
    .selectFrom('trailDeferral')
    .select('teamId')
    .where('id', '=', deferralId)
    .executeTakeFirst()
  if (officer.role !== 'privacy-officer' || deferral?.teamId !== officer.teamId) return refused('deferral.notYours')
  await tx.db
    .insertInto('trailDeferralEnd')
    .values({ trailDeferralId: deferralId, endedBy: officer.accountId, endedByName: officer.name, endedAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return done(undefined)
}

/** Every deferral about one person, those that are over as well: which of them hides something is asked of each look. */
export async function deferralsAbout(tx: Tx, personId: string): Promise<Deferral[]> {
  return read(tx, { personId })
}

/** Every deferral that a team of privacy officers has made, the latest first. */
export async function deferralsBy(tx: Tx, teamId: string): Promise<Deferral[]> {
  return read(tx, { teamId })
}

async function read(tx: Tx, by: { personId: string } | { teamId: string }): Promise<Deferral[]> {
  const which =
    'personId' in by ? sql`deferral.person_id in ${everyIdOf(by.personId)}` : sql`deferral.team_id = ${by.teamId}`
  const { rows } = await sql<DeferralRow>`
    select deferral.id, deferral.person_id, deferral.organisation_id, deferral.account_id, deferral.purpose,
           deferral.reason, deferral.power, deferral.made_by_name as made_by, deferral.started_at,
           least(deferral.ends_at, ended.ended_at) as ends_at
    from trail_deferral as deferral
    left join trail_deferral_end as ended on ended.trail_deferral_id = deferral.id
    where ${which}
    order by deferral.started_at desc, deferral.id`.execute(tx.db)
  return rows.map(({ organisationId, accountId, purpose, ...row }) => ({
    ...row,
    organisationId: organisationId ?? undefined,
    accountId: accountId ?? undefined,
    purpose: purpose ?? undefined,
  }))
}

type DeferralRow = Omit<Deferral, keyof DeferredLooks> & {
  readonly organisationId: string | null
  readonly accountId: string | null
  readonly purpose: Purpose | null
}

/** Whether the team answers for the organisation named, or for every employer of the worker who is named alone. */
async function answersFor(tx: Tx, teamId: string, { organisationId, accountId }: DeferredLooks): Promise<boolean> {
  const { rows } = await sql<{ teamId: string | null }>`
    select distinct answering.team_id
    from (
      select ${organisationId ?? null}::uuid as organisation_id
      union
      select post.organisation_id
      from post
      where post.account_id = ${accountId ?? null} and ${organisationId === undefined}
        and not exists (select from post_end as ended where ended.post_id = post.id)
    ) as named
    left join privacy_team as answering on answering.organisation_id = named.organisation_id
    where named.organisation_id is not null`.execute(tx.db)
  return rows.length > 0 && rows.every(row => row.teamId === teamId)
}
