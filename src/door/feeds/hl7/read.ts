import type { Tx } from '#ground/db/store.ts'
import { readAdt } from '#ground/hl7/adt.ts'
import type { MessageHeader } from '#ground/hl7/header.ts'
import type { Hl7Message } from '#ground/hl7/message.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Applied, Reading } from '../take-in.ts'
import { applyAdt } from './adt/apply.ts'

/** What an HL7 v2 message is known by, and what is done with it, by its type (MSH-9). */
export function readingOf(message: Hl7Message, header: MessageHeader): Reading {
  return {
    application: header.sendingApplication ?? '',
    facility: header.sendingFacility ?? '',
    controlId: header.controlId,
    type: header.trigger === undefined ? header.type : `${header.type}^${header.trigger}`,
    apply: (tx, as) => apply(tx, message, as),
  }
}

async function apply(tx: Tx, message: Hl7Message, { sender, messageId }: Applied): Promise<Outcome<undefined, string>> {
  const event = readAdt(message, sender.map)
  if (!event.ok) return event
  return applyAdt(tx, { sender, event: event.value, messageId })
}
