import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { ConversationNotice } from './notice-kind.ts'
import { raiseNotice } from './raise.ts'

/** What was written in the conversation that stands in a plan, by whom, and whom it is to be told. */
export interface ToldToOne {
  readonly planId: string
  readonly contributorId: string
  readonly dataClass: DataClass
  readonly madeBy: string
  readonly toldTo: string
}

/** Tells one person, and nobody else, of something written in a conversation: if they may read it. Nobody is told of their own. */
export async function raiseToOne(tx: Tx, kind: ConversationNotice, told: ToldToOne): Promise<void> {
  if (told.toldTo === told.madeBy) return
  await raiseNotice(tx, { kind, ...told, happenedAt: tx.now })
}
