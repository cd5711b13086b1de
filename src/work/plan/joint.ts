import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { type Holder, holdersWith } from '#record/sharing/representative/representatives-of.ts'
import type { Writer } from './open-plan.ts'

/** What is decided together: other words for an item, or an item that is offered. */
export type Put = { readonly planProposalId: string } | { readonly planItemId: string }

/** What one of those who decide together says, with a word on why. */
export interface JointWord {
  readonly agrees: boolean
  readonly words: string
}

/** What each of those who decide together has said last; undefined of whoever has not said anything. */
export interface Heard {
  readonly holder: Holder
  readonly said: { readonly agrees: boolean; readonly words: string | undefined; readonly at: Date } | undefined
}

/**
 * Keeps what one of those who may act only together says. Answers whether it is decided with that: two of them or more, and
 * every one has said yes. A no keeps it waiting, and may become a yes.
 */
export async function sayJointly(
  tx: Tx,
  access: Access,
  { officeId, put, word }: { readonly officeId: string; readonly put: Put; readonly word: JointWord },
  by: Writer,
): Promise<boolean> {
  await tx.db
    .insertInto('planJointWord')
    .values({
      id: tx.newId(),
      planProposalId: null,
      planItemId: null,
      ...put,
      representativeId: officeId,
      agrees: word.agrees,
      words: word.words.trim() || null,
      saidBy: by.accountId,
      saidByName: by.name,
      saidAt: tx.now,
    })
    .execute()
  const heard = await heardOf(tx, access, officeId, put)
  return heard.length > 1 && heard.every(({ said }) => said?.agrees === true)
}

/** What each of those who decide together with the holder of an office has said to something, longest in office first. */
export async function heardOf(tx: Tx, access: Access, officeId: string, put: Put): Promise<Heard[]> {
  const holders = await holdersWith(tx, access.personId, officeId)
  const { planProposalId = null, planItemId = null } = put as Partial<Record<'planProposalId' | 'planItemId', string>>
  const { rows } = await sql<{ representativeId: string; agrees: boolean; words: string | null; saidAt: Date }>`
    select distinct on (representative_id) representative_id, agrees, words, said_at
    from plan_joint_word
    where plan_proposal_id = ${planProposalId}::uuid or plan_item_id = ${planItemId}::uuid
    order by representative_id, sequence desc`.execute(tx.db)
  return holders.map(holder => {
    const last = rows.find(({ representativeId }) => representativeId === holder.id)
    const said = last && { agrees: last.agrees, words: last.words ?? undefined, at: last.saidAt }
    return { holder, said }
  })
}
