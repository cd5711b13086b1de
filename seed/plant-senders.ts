import type { Tx } from '#ground/db/store.ts'
import { senders } from './region/senders.ts'
import type { seedId } from './seed-id.ts'

/** Every system of the region that may send, with the map it was let in with. */
export async function plantSenders(
  tx: Tx,
  idOf: Pick<typeof seedId, 'sender' | 'organisation' | 'team'>,
): Promise<void> {
  for (const { application, facility, organisation, ownerTeam, map } of senders) {
    const id = idOf.sender(application, facility)
    await tx.db
      .insertInto('sender')
      .values({
        id,
        application,
        facility,
        organisationId: idOf.organisation(organisation),
        ownerTeamId: idOf.team(ownerTeam),
      })
      .execute()
    await tx.db
      .insertInto('senderMap')
      .values({
        id: tx.newId(),
        senderId: id,
        version: 1,
        map: JSON.stringify(map),
        reason: 'The map it was let in with',
        writtenBy: 'Cydofal',
        startedAt: tx.now,
      })
      .execute()
  }
}
