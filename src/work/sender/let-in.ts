import { sql } from 'kysely'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { WholeMap } from './map.ts'
import { readMapVersions } from './read-senders.ts'
import { keepMap } from './write-map.ts'

/** A system that is to be let in: what it calls itself, whose it is, who answers for it, and how it is read at first. */
export interface ToLetIn {
  readonly application: string
  readonly facility: string
  readonly organisationId: string
  readonly ownerTeamId: string
  /** The sender whose map it begins with; undefined for the one by which every sender is read. */
  readonly mapOf: string | undefined
  readonly reason: string
}

export type LetInProblem =
  /** Nothing that this officer may open waits from such a system. */
  | 'sender.notShown'
  | 'sender.alreadyIn'
  /** It is another organisation's, and the officer is not of the team that answers for the whole region. */
  | 'sender.notYours'
  | 'sender.teamElsewhere'

/**
 * Lets a system in whose messages wait, so that they can be replayed. An officer lets in the systems of their own
 * organisation; one of the team that answers for whatever nobody else does lets in any.
 */
export async function letIn(tx: Tx, officer: WorkerActor, asked: ToLetIn): Promise<Outcome<string, LetInProblem>> {
  const { application, facility, organisationId, ownerTeamId } = asked
  if (officer.role !== 'integration-officer') return refused('sender.notShown')
  await holdAlone(tx, `sender ${application} ${facility}`)
  const known = await tx.db
    .selectFrom('sender')
    .select('id')
    .where('application', '=', application)
    .where('facility', '=', facility)
    .executeTakeFirst()
  if (known !== undefined) return refused('sender.alreadyIn')
  const owners = await ownersOfWaiting(tx, asked)
  if (!owners.some(owner => owner.organisationId === officer.organisationId)) return refused('sender.notShown')
  const answersForAll = owners.some(owner => owner.teamId === officer.teamId)
  if (organisationId !== officer.organisationId && !answersForAll) return refused('sender.notYours')
  const team = await tx.db.selectFrom('team').select('organisationId').where('id', '=', ownerTeamId).executeTakeFirst()
  const bodies = [organisationId, officer.organisationId]
  if (team === undefined || !bodies.includes(team.organisationId)) return refused('sender.teamElsewhere')
  const id = tx.newId()
  await tx.db.insertInto('sender').values({ id, application, facility, organisationId, ownerTeamId }).execute()
  await keepMap(tx, officer, { senderId: id, version: 1, map: await mapFrom(tx, asked.mapOf), reason: asked.reason })
  return done(id)
}

/** How the other is read now, wards and all: what does not fit is changed before anything is replayed. */
async function mapFrom(tx: Tx, senderId: string | undefined): Promise<WholeMap> {
  if (senderId === undefined) return {}
  const [newest] = await readMapVersions(tx, senderId)
  return newest?.map ?? {}
}

/** The teams that answer for what waits from an unknown system. */
async function ownersOfWaiting(
  tx: Tx,
  { application, facility }: Pick<ToLetIn, 'application' | 'facility'>,
): Promise<{ readonly teamId: string; readonly organisationId: string }[]> {
  const { rows } = await sql<{ teamId: string; organisationId: string }>`
    select distinct team.id as team_id, team.organisation_id
    from message_outcome_now as outcome
    join message on message.id = outcome.message_id
    join team on team.id = outcome.owner_team_id
    where outcome.outcome = 'quarantined' and message.sender_id is null
      and message.stated_application = ${application} and message.stated_facility = ${facility}`.execute(tx.db)
  return rows
}
