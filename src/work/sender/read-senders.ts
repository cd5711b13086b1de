import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { WholeMap } from './map.ts'

/** A system that may send, for whoever looks after it. */
export interface ListedSender {
  readonly id: string
  readonly application: string
  readonly facility: string
  readonly organisation: Bilingual
  readonly owner: Bilingual
  readonly version: number
  readonly lastReceivedAt: Date | undefined
  /** How many of its messages wait in quarantine. */
  readonly waiting: number
  /** Whether the asking officer may change how it is read. */
  readonly mayTend: boolean
}

/** Every system that may send, by name. */
export async function readSenders(tx: Tx, officer: WorkerActor): Promise<ListedSender[]> {
  return listed(tx, officer, sql`true`)
}

/** One of them, or nothing. */
export async function findListed(tx: Tx, officer: WorkerActor, senderId: string): Promise<ListedSender | undefined> {
  return (await listed(tx, officer, sql`sender.id = ${senderId}`))[0]
}

async function listed(tx: Tx, officer: WorkerActor, which: RawBuilder<unknown>): Promise<ListedSender[]> {
  const { rows } = await sql<Omit<ListedSender, 'lastReceivedAt'> & { lastReceivedAt: Date | null }>`
    select sender.id, sender.application, sender.facility, map.version,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           jsonb_build_object('en', team.name_en, 'cy', team.name_cy) as owner,
           heard.received_at as last_received_at, coalesce(waiting.count, 0) as waiting,
           ${tends(officer)} as may_tend
    from sender
    join sender_map_now as map on map.sender_id = sender.id
    join organisation as body on body.id = sender.organisation_id
    join team on team.id = sender.owner_team_id
    left join lateral (
      select message.received_at from message
      where message.sender_id = sender.id
      order by message.received_at desc
      limit 1
    ) as heard on true
    left join (
      select coalesce(message.sender_id, let_in.id) as sender_id, count(*) as count
      from message_outcome_now as outcome
      join message on message.id = outcome.message_id
      left join sender as let_in
        on let_in.application = message.stated_application and let_in.facility = message.stated_facility
      where outcome.outcome = 'quarantined'
      group by 1
    ) as waiting on waiting.sender_id = sender.id
    where ${which}
    order by sender.application, sender.facility`.execute(tx.db)
  return rows.map(row => ({ ...row, lastReceivedAt: row.lastReceivedAt ?? undefined }))
}

/** Whether an officer may change how a system is read: it is their organisation's, or their organisation answers for it. */
export async function mayTend(tx: Tx, officer: WorkerActor, senderId: string): Promise<boolean> {
  if (officer.role !== 'integration-officer') return false
  const { rows } = await sql<{ may: boolean }>`
    select ${tends(officer)} as may
    from sender
    join team on team.id = sender.owner_team_id
    where sender.id = ${senderId}`.execute(tx.db)
  return rows[0]?.may === true
}

function tends({ organisationId }: WorkerActor): RawBuilder<unknown> {
  return sql`${organisationId} in (sender.organisation_id, team.organisation_id)`
}

/** One version of a map: who wrote it, when and why. */
export interface MapVersion {
  readonly version: number
  readonly map: WholeMap
  readonly reason: string
  readonly writtenBy: string
  readonly startedAt: Date
}

/** Every version of a sender's map, the newest first. What an older program wrote and this one does not know is left out. */
export async function readMapVersions(tx: Tx, senderId: string): Promise<MapVersion[]> {
  const rows = await tx.db
    .selectFrom('senderMap')
    .select(['version', 'map', 'reason', 'writtenBy', 'startedAt'])
    .where('senderId', '=', senderId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ map, ...row }) => ({ ...row, startedAt: row.startedAt as Date, map: knownParts(map) }))
}

function knownParts(map: unknown): WholeMap {
  const whole = WholeMap.safeParse(map)
  if (whole.success) return whole.data
  return Object.fromEntries(
    Object.entries((map ?? {}) as object).filter(([part, said]) => WholeMap.safeParse({ [part]: said }).success),
  )
}

/** A team that a ward's code may mean, or that may answer for a system. */
export interface NamedTeam {
  readonly id: string
  readonly code: string
  readonly name: Bilingual
  readonly organisationId: string
  readonly organisation: Bilingual
}

/** Every team of the region, by organisation and name. */
export async function readTeams(tx: Tx): Promise<NamedTeam[]> {
  const { rows } = await sql<NamedTeam>`
    select team.id, team.code, jsonb_build_object('en', team.name_en, 'cy', team.name_cy) as name,
           body.id as organisation_id, jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation
    from team
    join organisation as body on body.id = team.organisation_id
    order by body.name_en, team.name_en`.execute(tx.db)
  return rows
}
