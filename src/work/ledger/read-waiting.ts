import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { peekHeader } from '#ground/hl7/peek.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { dueAt } from './due.ts'
import type { MessageSender, WaitingMessage } from './ledger.ts'

/** How many waiting messages one page shows. */
export const WAITING_SHOWN_MAX = 50

/** How many messages are replayed together at most, those that came first. */
const REPLAYED_MAX = 10_000

/** Enough of an unknown sender's message to read its first line, bytes. */
const HEADER_BYTES = 1024

/** Which of what waits is asked for; all of it when nothing is named. */
export interface WaitingWanted {
  readonly reason?: string | undefined
  /** As its system names itself. */
  readonly sender?: { readonly application: string; readonly facility: string } | undefined
  readonly ownerTeamId?: string | undefined
}

interface WaitingRow extends Omit<WaitingMessage, 'sender' | 'type' | 'controlId' | 'dueAt' | 'takenBy'> {
  readonly takenBy: string | null
  readonly type: string | null
  readonly controlId: string | null
  readonly isKnown: boolean
  readonly application: string | null
  readonly facility: string | null
  readonly beginning: Buffer | null
}

/** One page of what waits in quarantine, the longest wait first and on it the late ones, with whether this officer may open each. */
export async function readWaiting(
  tx: Tx,
  officer: WorkerActor,
  wanted: WaitingWanted = {},
  page = 1,
): Promise<WaitingMessage[]> {
  const { rows } = await sql<WaitingRow>`
    select message.id, message.type, message.control_id, outcome.reason, message.received_at as since,
           jsonb_build_object(
             'team', jsonb_build_object('en', team.name_en, 'cy', team.name_cy),
             'organisation', jsonb_build_object('en', body.name_en, 'cy', body.name_cy)) as owner,
           sender.id is not null as is_known,
           coalesce(sender.application, message.stated_application) as application,
           coalesce(sender.facility, message.stated_facility) as facility,
           case when sender.id is null then substring(message.raw from 1 for ${HEADER_BYTES}) end as beginning,
           taking.taken_by, ${mayOpenIt(officer)} as may_open
    from ${waitingMessages()}
    join organisation as body on body.id = team.organisation_id
    left join lateral (
      select taken_by from message_taking
      where message_taking.message_id = message.id
      order by taken_at desc
      limit 1
    ) as taking on true
    where ${isWanted(wanted)}
    order by message.received_at, message.sequence
    limit ${WAITING_SHOWN_MAX} offset ${(page - 1) * WAITING_SHOWN_MAX}`.execute(tx.db)
  const waiting = rows.map(({ application, facility, isKnown, beginning, ...row }) => ({
    ...row,
    dueAt: dueAt(row.type ?? undefined, row.since),
    takenBy: row.takenBy ?? undefined,
    sender: senderFrom({ application, facility, isKnown }, beginning),
    type: row.type ?? undefined,
    controlId: row.controlId ?? undefined,
  }))
  return waiting.toSorted((one, other) => Number(other.dueAt <= tx.now) - Number(one.dueAt <= tx.now))
}

/** The ids of what is wanted and this officer may open, in order of arrival. */
export async function findWaiting(tx: Tx, officer: WorkerActor, wanted: WaitingWanted): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select message.id
    from ${waitingMessages()}
    where ${isWanted(wanted)} and ${mayOpenIt(officer)}
    order by message.sequence
    limit ${REPLAYED_MAX}`.execute(tx.db)
  return rows.map(({ id }) => id)
}

/** Messages that wait for the same reason, from the same system, for the same team. */
export interface WaitingKind {
  readonly reason: string
  readonly sender: MessageSender
  readonly owner: { readonly id: string; readonly team: Bilingual }
  readonly count: number
  /** How many of them this officer may open, and so replay. */
  readonly mine: number
}

/** All that waits, by reason, system and owner: what can be asked for, and how much of each there is. */
export async function readWaitingKinds(tx: Tx, officer: WorkerActor): Promise<WaitingKind[]> {
  const { rows } = await sql<WaitingKind>`
    select outcome.reason,
           jsonb_build_object(
             'application', coalesce(sender.application, message.stated_application, ''),
             'facility', coalesce(sender.facility, message.stated_facility, ''),
             'isKnown', sender.id is not null) as sender,
           jsonb_build_object('id', team.id, 'team', jsonb_build_object('en', team.name_en, 'cy', team.name_cy)) as owner,
           count(*) as count, count(*) filter (where ${mayOpenIt(officer)}) as mine
    from ${waitingMessages()}
    group by outcome.reason, 2, 3
    order by count(*) desc, outcome.reason`.execute(tx.db)
  return rows
}

/** Whether a message of that kind is asked for. */
export function isOfKind(wanted: WaitingWanted, { reason, sender, owner }: WaitingKind): boolean {
  return (
    (wanted.reason === undefined || wanted.reason === reason) &&
    (wanted.ownerTeamId === undefined || wanted.ownerTeamId === owner.id) &&
    (wanted.sender === undefined ||
      (wanted.sender.application === sender.application && wanted.sender.facility === sender.facility))
  )
}

/** A system by its names; what is not known of them is looked for in the first line of what it sent. */
export function senderFrom(
  named: { readonly application: string | null; readonly facility: string | null; readonly isKnown: boolean },
  raw: Uint8Array | null,
): MessageSender {
  const { application, facility, isKnown } = named
  if (application !== null && facility !== null) return { application, facility, isKnown }
  const header = raw === null ? undefined : peekHeader(raw)
  const said = (field: number) => header?.fields[field]?.split(header.component)[0]?.trim() ?? ''
  return { application: said(3), facility: said(4), isKnown: false }
}

function waitingMessages(): RawBuilder<unknown> {
  return sql`message_outcome_now as outcome
    join message on message.id = outcome.message_id and outcome.outcome = 'quarantined'
    join team on team.id = outcome.owner_team_id
    left join sender on sender.id = coalesce(message.sender_id, outcome.sender_id)`
}

function mayOpenIt({ organisationId }: WorkerActor): RawBuilder<unknown> {
  return sql`${organisationId} in (team.organisation_id, coalesce(sender.organisation_id, team.organisation_id))`
}

function isWanted({ reason, sender, ownerTeamId }: WaitingWanted): RawBuilder<unknown> {
  return sql`(${reason ?? null}::text is null or outcome.reason = ${reason ?? null})
    and (${ownerTeamId ?? null}::uuid is null or team.id = ${ownerTeamId ?? null})
    and (${sender?.application ?? null}::text is null
      or (coalesce(sender.application, message.stated_application, ''),
          coalesce(sender.facility, message.stated_facility, '')) = (${sender?.application ?? null}, ${sender?.facility ?? null}))`
}
