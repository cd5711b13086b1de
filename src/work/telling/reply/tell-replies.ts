import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { queueOutgoing } from '#work/outbox/queue.ts'
import { CONTROL_ID_LENGTH_MAX, HL7_TYPE } from '../hl7.ts'
import { findReplies, keyOfReply, type ReplyToSend } from './find-replies.ts'
import { rriOf } from './rri.ts'

/**
 * Queues the answer to each referral for the system that wants to be told of it, once, whoever looks. It leaves in the order
 * in which people were answered for, as everything else about one person does.
 */
export async function tellReplies(store: Store): Promise<void> {
  await transactionInTurn(store, async tx => {
    await holdAlone(tx, 'telling senders of answers')
    for (const reply of await findReplies(tx)) await queueReply(tx, reply)
  })
}

async function queueReply(tx: Tx, reply: ReplyToSend): Promise<void> {
  const { handOverId, destinationId, to, personId, sourceRecordId, released } = reply
  const controlId = tx.newId().replaceAll('-', '').slice(0, CONTROL_ID_LENGTH_MAX)
  await queueOutgoing(tx, {
    destinationId,
    key: keyOfReply(handOverId),
    kind: 'referral-answer',
    body: rriOf(reply, { controlId, at: tx.now, to }),
    contentType: HL7_TYPE,
    order: `person ${personId}`,
    about: { personId, sourceRecordId, released, isAnswer: true },
  })
}
