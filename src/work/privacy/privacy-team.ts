import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Actor, WorkerActor } from '#record/organisation/actor.ts'

/** A privacy officer acting in a post of a team, which is what answers. */
export type PrivacyOfficer = WorkerActor & { readonly teamId: string }

/** Whether somebody's work is to answer for what others looked at. */
export function isPrivacyOfficer(actor: Actor): actor is PrivacyOfficer {
  return actor.kind === 'worker' && actor.role === 'privacy-officer' && actor.teamId !== undefined
}

/**
 * The team that answers for what somebody of an organisation looked at; for whoever looked as nobody's worker, the
 * partnership's. An organisation that names none is answered for by the partnership too: no question is left lying.
 * Throws where the partnership itself names none: then nobody may be promised an answer.
 */
export async function answeringTeam(tx: Tx, organisationId: string | undefined): Promise<string> {
  const { rows } = await sql<{ teamId: string }>`
    select answering.team_id
    from privacy_team as answering
    join organisation as body on body.id = answering.organisation_id
    where body.id = ${organisationId ?? null} or body.kind = 'partnership'
    order by body.id is distinct from ${organisationId ?? null}::uuid, body.code
    limit 1`.execute(tx.db)
  const [answering] = rows
  if (answering === undefined) throw new Error('no team answers for the privacy of the partnership')
  return answering.teamId
}

/** The organisations that a team answers for. Ids. */
export async function answeredFor(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.db.selectFrom('privacyTeam').select('organisationId').where('teamId', '=', teamId).execute()
  return rows.map(({ organisationId }) => organisationId)
}

/** What a team and its organisation are called. */
export async function teamNames(
  tx: Tx,
  teamId: string,
): Promise<{ readonly team: Bilingual; readonly organisation: Bilingual }> {
  const row = await tx.db
    .selectFrom('team')
    .innerJoin('organisation as body', 'body.id', 'team.organisationId')
    .select(['team.nameEn', 'team.nameCy', 'body.nameEn as bodyEn', 'body.nameCy as bodyCy'])
    .where('team.id', '=', teamId)
    .executeTakeFirstOrThrow()
  return { team: { en: row.nameEn, cy: row.nameCy }, organisation: { en: row.bodyEn, cy: row.bodyCy } }
}

/** The organisations that a team answers for, by name. The kind of contributor that people are is no organisation. */
export async function answeredForNames(
  tx: Tx,
  teamId: string,
): Promise<{ readonly id: string; readonly name: Bilingual }[]> {
  const rows = await tx.db
    .selectFrom('privacyTeam as answering')
    .innerJoin('organisation as body', 'body.id', 'answering.organisationId')
    .select(['body.id', 'body.nameEn', 'body.nameCy'])
    .where('answering.teamId', '=', teamId)
    .where('body.kind', '<>', 'person')
    .orderBy('body.nameEn')
    .execute()
  return rows.map(({ id, nameEn, nameCy }) => ({ id, name: { en: nameEn, cy: nameCy } }))
}

/** The ids of the organisations that a team answers for. */
export async function answeredForIds(tx: Tx, teamId: string): Promise<string[]> {
  const rows = await tx.db.selectFrom('privacyTeam').select('organisationId').where('teamId', '=', teamId).execute()
  return rows.map(({ organisationId }) => organisationId)
}
