import { type Region, region } from '#test/kit.ts'
import type { SenderLine } from '#work/sender/line.ts'

/** The region, with the hospital's system bound to a line. */
export async function boundRegion(line: SenderLine): Promise<Region> {
  const here = await region()
  const { db } = here.store
  const { senderId, map } = await db
    .selectFrom('senderMapNow')
    .innerJoin('sender', 'sender.id', 'senderMapNow.senderId')
    .select(['senderId', 'map'])
    .where('application', '=', 'GHPAS')
    .where('facility', '=', 'YGH')
    .executeTakeFirstOrThrow()
  const written = { reason: 'bound to a line', writtenBy: 'the test', startedAt: here.clock.now() }
  const bounded = JSON.stringify({ ...(map as object), line })
  await db
    .insertInto('senderMap')
    .values({ id: here.chance.id(), senderId: senderId!, version: 2, map: bounded, ...written })
    .execute()
  return here
}

/** What became of each message in the order in which they came, and whether it is nobody's. */
export async function becameOf({ store }: Pick<Region, 'store'>): Promise<string[]> {
  const rows = await store.db
    .selectFrom('message')
    .innerJoin('messageOutcome as became', 'became.messageId', 'message.id')
    .select(['became.outcome', 'became.reason', 'message.senderId'])
    .orderBy('message.sequence')
    .execute()
  return rows.map(({ outcome, reason, senderId }) =>
    [outcome, ...(reason === null ? [] : [reason]), ...(senderId === null ? ['of nobody'] : [])].join(' '),
  )
}
