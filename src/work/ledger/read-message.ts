import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { type Outcome as Answer, done, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { type NewTrailEntry, writeTrail } from '#record/sharing/trail/write.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { CLASSES_IN_A_FILE } from '#work/drop/open-drop.ts'
import { readRowMessage } from '#work/drop/row-message.ts'
import { dueAt } from './due.ts'
import { type MessageSender, mayOpen, type Outcome } from './ledger.ts'
import { type BecameOf, readHistory } from './read-history.ts'
import { senderFrom } from './read-waiting.ts'
import { linesOf, type SentLine } from './sent-text.ts'
import { readTakings, type Taking } from './take-message.ts'

/** One message as it was sent, and what became of it. */
export interface SentMessage {
  readonly id: string
  readonly sender: MessageSender
  readonly type: string | undefined
  readonly controlId: string | undefined
  readonly receivedAt: Date
  /** Network address. */
  readonly receivedFrom: string
  readonly outcome: Outcome | undefined
  readonly decidedAt: Date | undefined
  readonly reason: string | undefined
  readonly owner: { readonly team: Bilingual; readonly organisation: Bilingual } | undefined
  /** By when somebody must have dealt with it, while it waits. */
  readonly dueAt: Date | undefined
  /** Who has said that they are on it, the latest first. */
  readonly takings: readonly Taking[]
  /** Of a row of a file: each heading and what stands under it. */
  readonly cells: readonly { readonly heading: string; readonly value: string }[]
  /** All that has become of it until now, the first first. */
  readonly history: readonly BecameOf[]
  /** The message it repeats, which has the bytes. */
  readonly repeats: string | undefined
  readonly lines: readonly SentLine[]
}

/** The one answer for a message that may not be opened and for one that does not exist. */
export type NotShown = 'message.notShown'

/**
 * Opens one message for an integration officer of the organisation that sent it or answers for it, and writes the
 * trail in the same transaction. A refusal is written too, in the same way for a message that does not exist.
 */
export async function readMessage(
  tx: Tx,
  officer: WorkerActor,
  messageId: string,
): Promise<Answer<SentMessage, NotShown>> {
  const row = await findMessage(tx, messageId)
  if (row === undefined || !mayOpen(officer, [row.senderOrganisationId, row.ownerOrganisationId])) {
    await writeTrail(tx, [{ ...trailOf(officer, messageId), allowed: false, failed: ['organisation-receives'] }])
    return refused('message.notShown')
  }
  const people = await peopleToldOf(tx, messageId)
  const contributor = row.senderCode ?? officer.organisationCode
  const released = classesIn(row).map(
    dataClass => ({ contributor, dataClass, because: { kind: 'contributor' } }) as const,
  )
  const about = people.length > 0 ? people : [messageId]
  await writeTrail(
    tx,
    about.map(id => ({ ...trailOf(officer, id), released })),
  )
  const beside = { history: await readHistory(tx, messageId), takings: await readTakings(tx, messageId) }
  return done({ ...messageFrom(row), ...beside })
}

function classesIn({ type }: MessageRow): readonly DataClass[] {
  return type?.startsWith('CSV^') ? CLASSES_IN_A_FILE : CLASSES_IN_A_MESSAGE
}

/** What an ADT message may hold of somebody. Nobody can say which of it a message that was not understood does hold. */
const CLASSES_IN_A_MESSAGE: readonly DataClass[] = ['demographics', 'contacts', 'presence-in-hospital', 'hospital-care']

interface MessageRow {
  readonly id: string
  readonly type: string | null
  readonly controlId: string | null
  readonly receivedAt: Date
  readonly receivedFrom: string
  readonly duplicateOf: string | null
  readonly raw: Buffer | null
  readonly application: string | null
  readonly facility: string | null
  readonly isKnown: boolean
  readonly senderCode: string | null
  readonly senderOrganisationId: string | null
  readonly ownerOrganisationId: string | null
  readonly outcome: Outcome | null
  readonly decidedAt: Date | null
  readonly reason: string | null
  readonly owner: { readonly team: Bilingual; readonly organisation: Bilingual } | null
}

async function findMessage(tx: Tx, messageId: string): Promise<MessageRow | undefined> {
  const { rows } = await sql<MessageRow>`
    select message.id, message.type, message.control_id, message.received_at, message.received_from,
           message.duplicate_of, message.raw, source.code as sender_code, sender.id is not null as is_known,
           coalesce(sender.application, message.stated_application) as application,
           coalesce(sender.facility, message.stated_facility) as facility,
           sender.organisation_id as sender_organisation_id, team.organisation_id as owner_organisation_id,
           outcome.outcome, outcome.decided_at, outcome.reason,
           case when team.id is null then null else jsonb_build_object(
             'team', jsonb_build_object('en', team.name_en, 'cy', team.name_cy),
             'organisation', jsonb_build_object('en', body.name_en, 'cy', body.name_cy)) end as owner
    from message
    left join message_outcome_now as outcome on outcome.message_id = message.id
    left join sender on sender.id = coalesce(message.sender_id, outcome.sender_id)
    left join organisation as source on source.id = sender.organisation_id
    left join team on team.id = outcome.owner_team_id
    left join organisation as body on body.id = team.organisation_id
    where message.id = ${messageId}`.execute(tx.db)
  return rows[0]
}

/** Everybody of whose record this message brought something, by the id of each record: the look stays with it. */
async function peopleToldOf(tx: Tx, messageId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct record.home_person_id as person_id
    from (
      select source_record_id from source_record_version where message_id = ${messageId}
      union
      select resource.source_record_id
      from resource_version as version
      join resource on resource.id = version.resource_id
      where version.message_id = ${messageId}
    ) as brought
    join source_record as record on record.id = brought.source_record_id`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

/**
 * The trail of opening a message. It is kept under the person the message is about; one about nobody who is known gives
 * the message's own id, which is nobody's, so that it stands under the officer alone.
 */
function trailOf(officer: WorkerActor, id: string): NewTrailEntry {
  return {
    actor: officer,
    personId: id,
    purpose: 'service-planning',
    doing: 'look',
    place: 'message',
    allowed: true,
    released: [],
    failed: [],
  }
}

function messageFrom(row: MessageRow): Omit<SentMessage, 'history' | 'takings'> {
  return {
    id: row.id,
    sender: senderFrom(row, row.raw),
    type: row.type ?? undefined,
    controlId: row.controlId ?? undefined,
    receivedAt: row.receivedAt,
    receivedFrom: row.receivedFrom,
    outcome: row.outcome ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
    reason: row.reason ?? undefined,
    owner: row.owner ?? undefined,
    dueAt: row.outcome === 'quarantined' ? dueAt(row.type ?? undefined, row.receivedAt) : undefined,
    cells: row.raw === null ? [] : cellsOf(row.raw),
    repeats: row.duplicateOf ?? undefined,
    lines: row.raw === null ? [] : linesOf(row.raw),
  }
}

/** Nothing for what is no row of a file. */
function cellsOf(raw: Buffer): SentMessage['cells'] {
  const row = readRowMessage(raw)
  if (!row.ok) return []
  return row.value.heading.map((heading, place) => ({ heading, value: row.value.values[place] ?? '' }))
}
