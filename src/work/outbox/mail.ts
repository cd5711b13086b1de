import type { Tx } from '#ground/db/store.ts'
import { dropWaiting } from './drop-waiting.ts'
import { queueOutgoing } from './queue.ts'

/** The region's own mail relay, as a destination. Where it is and who mails come from are settings. */
const RELAY = 'mail'
const CONTENT_TYPE = 'text/plain; charset=utf-8'

/** A mail in plain text. What it says must not tell anything about a person: mail is read by whoever has the box. */
export interface NewMail {
  /** Known by it: the same key is mailed once. */
  readonly key: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Mails that its receiver may turn off, all of them at once, have the same; one waits for the one before it. */
  readonly series?: string
}

/**
 * Queues a mail in the transaction of what caused it. Where no relay is set, it waits and is shown as waiting. Answers
 * its id among what is sent, or undefined when its key was mailed before. Mails of no series overtake one another.
 */
export async function queueMail(tx: Tx, mail: NewMail): Promise<string | undefined> {
  return queueOutgoing(tx, {
    destinationId: await relayOf(tx),
    key: mail.key,
    kind: 'mail',
    ...(mail.series !== undefined && { order: mail.series }),
    recipient: oneLine(mail.to),
    contentType: CONTENT_TYPE,
    body: Buffer.from(`${oneLine(mail.subject)}\n\n${mail.text}`),
  })
}

/** Sends none of a series that has not left yet. Run it in turn. */
export async function dropMails(tx: Tx, series: string): Promise<void> {
  await dropWaiting(tx, `${await relayOf(tx)} ${series}`, 'mail.turnedOff')
}

/** What a mail is made of, from its bytes. */
export function readMail(body: Uint8Array): { readonly subject: string; readonly text: string } {
  const whole = Buffer.from(body).toString('utf8')
  const end = whole.indexOf('\n\n')
  return { subject: whole.slice(0, end), text: whole.slice(end + 2) }
}

/** A line break in an address or a subject would begin a header of somebody else's. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

async function relayOf(tx: Tx): Promise<string> {
  await tx.db
    .insertInto('destination')
    .values({ id: tx.newId(), name: RELAY, carrier: 'smtp', address: '', settings: '{}', registeredAt: tx.now })
    .onConflict(conflict => conflict.column('name').doNothing())
    .execute()
  const relay = tx.db.selectFrom('destination').select('id').where('name', '=', RELAY)
  return (await relay.executeTakeFirstOrThrow()).id
}
