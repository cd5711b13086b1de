import type { Tx } from '#ground/db/store.ts'
import { readAdt } from '#ground/hl7/adt.ts'
import type { Batch } from '#ground/hl7/batch.ts'
import type { MessageHeader } from '#ground/hl7/header.ts'
import { readMdm } from '#ground/hl7/mdm.ts'
import type { Hl7Message } from '#ground/hl7/message.ts'
import { readOru } from '#ground/hl7/oru.ts'
import { peekControlId } from '#ground/hl7/peek.ts'
import type { BatchProblem } from '#ground/hl7/problem.ts'
import { readRef } from '#ground/hl7/ref.ts'
import type { SenderMap } from '#ground/hl7/sender.ts'
import { readSiu } from '#ground/hl7/siu.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import { own } from '#ground/own.ts'
import type { Applied, Reading } from '../take-in.ts'
import type { Told } from '../told.ts'
import { applyAdt } from './adt/apply.ts'
import { applyMdm } from './mdm/apply.ts'
import { applyOru } from './oru/apply.ts'
import { applyRef } from './ref/apply.ts'
import { applySiu } from './siu/apply.ts'

/** What an HL7 v2 message is known by, and what is done with it, by its type (MSH-9). */
export function readingOf(message: Hl7Message, header: MessageHeader): Reading {
  return {
    application: header.sendingApplication ?? '',
    facility: header.sendingFacility ?? '',
    controlId: header.controlId,
    type: header.trigger === undefined ? header.type : `${header.type}^${header.trigger}`,
    apply: async (tx, as) => own(ACTS, header.type)?.(tx, message, as) ?? refused('adt.notAdt'),
  }
}

/** How a type of message is read, and what is then done with it. */
const ACTS: Readonly<
  Record<string, (tx: Tx, message: Hl7Message, as: Applied) => Promise<Outcome<undefined, string>>>
> = {
  ADT: act(readAdt, applyAdt),
  ORU: act(readOru, applyOru),
  MDM: act(readMdm, applyMdm),
  SIU: act(readSiu, applySiu),
  REF: act(readRef, applyRef),
}

function act<Event>(
  read: (message: Hl7Message, map: SenderMap) => Outcome<Event, string>,
  apply: (tx: Tx, told: Told<Event>) => Promise<Outcome<undefined, string>>,
) {
  return async (tx: Tx, message: Hl7Message, { sender, messageId }: Applied): Promise<Outcome<undefined, string>> => {
    const event = read(message, sender.map)
    return event.ok ? apply(tx, { sender, event: event.value, messageId }) : event
  }
}

/**
 * What a batch that is not what its trailers say is known by: its own id, or else that of its first message. Nothing is
 * done with it: its messages are taken in by themselves.
 */
export function readingOfBatch({ header, messages }: Batch, problem: BatchProblem): Reading {
  const named = header[11]?.trim() || `${header[0]} ${peekControlId(messages[0] ?? Buffer.alloc(0))}`.trim()
  return {
    application: header[3]?.trim() ?? '',
    facility: header[4]?.trim() ?? '',
    controlId: named,
    type: header[0] ?? '',
    apply: async () => refused(problem),
  }
}
