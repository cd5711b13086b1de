import type { Tx } from '#ground/db/store.ts'
import { findSender, type Sender } from './sender.ts'

/** As what whoever sends files is known, whichever system wrote them: in the place of MSH-3. */
export const FILES = 'FILES'

/** Those whose files an organisation answers for, by name. */
export async function fileSendersOf(tx: Tx, organisationId: string): Promise<Sender[]> {
  const rows = await tx.db
    .selectFrom('sender')
    .select('facility')
    .where('application', '=', FILES)
    .where('organisationId', '=', organisationId)
    .orderBy('facility')
    .execute()
  const senders: Sender[] = []
  for (const { facility } of rows) {
    const sender = await findSender(tx, FILES, facility)
    if (sender !== undefined) senders.push(sender)
  }
  return senders
}
