import { createHash } from 'node:crypto'
import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Channel } from './channel.ts'

/** One arrival, as it is kept. */
export interface NewMessage {
  readonly channel: Channel
  readonly senderId: string | undefined
  /** What it calls itself, when nobody has let it in. */
  readonly stated?: { readonly application: string; readonly facility: string } | undefined
  readonly controlId: string | undefined
  readonly type: string | undefined
  readonly raw: Uint8Array
  readonly receivedFrom: string
  /** The names of the certificate that its connection showed. */
  readonly certificate?: readonly string[] | undefined
}

/** What arrived before under the same name: the very same bytes, or other bytes under a control id already used. */
export type Earlier = { readonly kind: 'same'; readonly messageId: string } | { readonly kind: 'other' } | undefined

/** What a message is known by: what its sender calls itself, and its own control id. */
export interface MessageName {
  readonly application: string
  readonly facility: string
  readonly controlId: string
}

/** A message that came before, and may be the same. */
export interface Namesake {
  readonly id: string
  readonly senderId: string | null
  readonly contentHash: string
}

export type MessageOutcome =
  | { readonly outcome: 'applied' | 'duplicate' }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'quarantined'; readonly reason: string; readonly detail?: string; readonly ownerTeamId: string }

/** SHA-256 of the bytes as they came, in hexadecimal. */
export function contentHash(raw: Uint8Array): string {
  return createHash('sha256').update(raw).digest('hex')
}

/**
 * What came before under this control id from the sender that is called so; and, with these very bytes, from nobody who
 * was let in. It must be found by an index, however many messages there are.
 */
export async function findNamesakes(
  tx: Tx,
  { application, facility, controlId }: MessageName,
  raw: Uint8Array,
): Promise<Namesake[]> {
  const { rows } = await sql<Namesake>`
    select id, sender_id, content_hash
    from message
    where duplicate_of is null and control_id = ${controlId}
      and sender_id = (select id from sender where application = ${application} and facility = ${facility})
    union all
    select id, sender_id, content_hash
    from message
    where duplicate_of is null and sender_id is null and content_hash = ${contentHash(raw)} and control_id = ${controlId}`.execute(
    tx.db,
  )
  return rows
}

/**
 * Whether this sender used this control id before, and for what. A message of nobody who is let in is told by its bytes; so
 * is one that came before its sender was let in.
 */
export function earlierAmong(namesakes: readonly Namesake[], { senderId, raw }: NewMessage): Earlier {
  const hash = contentHash(raw)
  const own = namesakes.filter(one => one.senderId === null || one.senderId === senderId)
  const same = own.find(one => one.contentHash === hash)
  if (same !== undefined) return { kind: 'same', messageId: same.id }
  return own.length > 0 ? { kind: 'other' } : undefined
}

/**
 * Keeps an arrival and what became of it, in one statement: every message is in exactly one state, and a quarantined
 * one has a reason and an owner. A repeat keeps no bytes: it points to the first. Answers what became of it.
 */
export async function keepMessage(
  tx: Tx,
  message: NewMessage,
  became: MessageOutcome,
  { id = tx.newId(), duplicateOf }: { readonly id?: string; readonly duplicateOf?: string } = {},
): Promise<MessageOutcome> {
  const raw = duplicateOf === undefined ? Buffer.from(message.raw) : null
  const reason = 'reason' in became ? became.reason : null
  const detail = 'detail' in became ? (became.detail ?? null) : null
  const ownerTeamId = 'ownerTeamId' in became ? became.ownerTeamId : null
  tx.send(sql`
    with kept as (
      insert into message (id, channel, sender_id, stated_application, stated_facility, control_id, content_hash, type,
                           raw, duplicate_of, received_at, received_from, certificate)
      values (${id}, ${message.channel}, ${message.senderId ?? null}, ${message.stated?.application ?? null},
              ${message.stated?.facility ?? null}, ${message.controlId ?? null}, ${contentHash(message.raw)},
              ${message.type ?? null}, ${raw}, ${duplicateOf ?? null}, ${tx.now}, ${message.receivedFrom},
              ${message.certificate ?? null})
      returning id
    )
    insert into message_outcome (id, message_id, outcome, reason, detail, owner_team_id, decided_at)
    select ${tx.newId()}, kept.id, ${became.outcome}, ${reason}, ${detail}, ${ownerTeamId}::uuid, ${tx.now}
    from kept`)
  return became
}
