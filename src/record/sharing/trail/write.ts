import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { Released } from '../because.ts'
import type { Failure } from '../decision/decide.ts'
import type { Doing } from '../doing.ts'
import type { Through } from '../through.ts'
import type { Purpose } from '../vocabulary.ts'

/** What is written of one look. The moment is the transaction's own. */
export interface NewTrailEntry {
  readonly actor: Actor
  readonly personId: string
  readonly purpose: Purpose
  readonly doing: Doing
  readonly place: string
  readonly allowed: boolean
  readonly released: readonly Released[]
  readonly failed: readonly Failure[]
  readonly through?: Through
}

/**
 * Writes the trail in the transaction that decided and read. A person id that belongs to nobody is kept as text in no
 * entry of theirs: the entry stands under the actor alone.
 */
export async function writeTrail(tx: Tx, entries: readonly NewTrailEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(entry => ({
    id: tx.newId(),
    person_id: entry.personId,
    account_id: entry.actor.kind === 'system' ? null : entry.actor.accountId,
    sender_id: entry.actor.kind === 'system' ? entry.actor.senderId : null,
    actor_name: entry.actor.name,
    organisation_id: entry.actor.kind === 'citizen' ? null : entry.actor.organisationId,
    role: entry.actor.kind === 'worker' ? entry.actor.role : null,
    action: entry.doing,
    place: entry.place,
    purpose: entry.purpose,
    allowed: entry.allowed,
    released: entry.released,
    failed: entry.failed,
    through: entry.through ?? null,
  }))
  tx.send(sql`
    insert into trail_entry (id, at, person_id, account_id, sender_id, actor_name, organisation_id, role, action, place,
                             purpose, allowed, released, failed, through)
    select entry.id, ${tx.now}, (select id from person where person.id = entry.person_id), entry.account_id, entry.sender_id, entry.actor_name, entry.organisation_id,
           entry.role, entry.action, entry.place, entry.purpose, entry.allowed, entry.released, entry.failed,
           entry.through
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as entry (id uuid, person_id uuid, account_id uuid, sender_id uuid, actor_name text, organisation_id uuid, role text,
                action text, place text, purpose text, allowed boolean, released jsonb, failed text[],
                through jsonb)`)
}
