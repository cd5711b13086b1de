import { asSent, type Region } from '#test/kit.ts'
import { receiveFrame } from './receive.ts'

let told = 0

/**
 * Sends segments as a system of the region would, said at an hour of the day of the tests. Answers why the message was
 * put aside, if it was. For tests.
 */
export async function tell(
  { store }: Pick<Region, 'store'>,
  { from, type, hour }: { readonly from: string; readonly type: string; readonly hour: string },
  segments: readonly string[],
): Promise<string | undefined> {
  const controlId = `TOLD${++told}`
  const said = `20261122${hour}0000+0000`
  const msh = `MSH|^~\\&|${from}|YGH|CYDOFAL|GLANHAFREN|${said}||${type}|${controlId}|P|2.5.1|||||||UNICODE UTF-8`
  await receiveFrame(store, Buffer.from(asSent(`${[msh, ...segments].join('\n')}\n`)), '127.0.0.1')
  const { reason } = await store.db
    .selectFrom('messageOutcome as became')
    .innerJoin('message', 'message.id', 'became.messageId')
    .select('became.reason')
    .where('message.controlId', '=', controlId)
    .executeTakeFirstOrThrow()
  return reason ?? undefined
}

/** Mair, as the hospital knows her. For tests. */
export const MAIR = 'PID|1||H2088071^^^GHB^PI~9990000042^01^^NHS^NH||PRITCHARD^MAIR||19420317|F'
