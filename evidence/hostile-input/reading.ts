import { stoppedClock } from '#ground/clock.ts'
import { type Change, sow } from '../sow.ts'

/** Reads a message as the door does, and answers it, without a database: for very many. */
export type Reading = (bytes: Buffer) => string | undefined

const OWN = { controlId: 'A1', at: stoppedClock('2026-11-22T09:00:00Z').now() }

/** The reading of messages of the product, or of a copy that was sown. It answers what was wrong with the answer. */
export async function openReading(changes: readonly Change[]): Promise<Reading> {
  const at = sow(changes)
  const { parseMessage } = (await import(
    at('src/ground/hl7/parse-message.ts')
  )) as typeof import('#ground/hl7/parse-message.ts')
  const { readHeader } = (await import(at('src/ground/hl7/header.ts'))) as typeof import('#ground/hl7/header.ts')
  const { readAdt } = (await import(at('src/ground/hl7/adt.ts'))) as typeof import('#ground/hl7/adt.ts')
  const { acksFor, nakForUnreadable } = (await import(
    at('src/ground/hl7/ack.ts')
  )) as typeof import('#ground/hl7/ack.ts')
  return bytes => {
    const message = parseMessage(bytes)
    const header = message.ok ? readHeader(message.value) : message
    if (!message.ok || !header.ok) {
      const problem = header.ok ? undefined : header.problem
      if (problem === undefined) return 'was refused for no reason'
      return isAnswer(nakForUnreadable(bytes, OWN, { problem })) ? undefined : 'was not answered'
    }
    const event = readAdt(message.value)
    if (!event.ok && typeof event.problem !== 'string') return 'was put aside for no reason'
    const answers = acksFor(message.value, event.ok ? 'accepted' : 'error', () => OWN)
    return answers.every(isAnswer) ? undefined : 'was not answered'
  }
}

/** Whether these bytes acknowledge anything. */
export function isAnswer(bytes: Uint8Array): boolean {
  // In letters of one byte or of two.
  return Buffer.from(bytes).toString('latin1').replaceAll('\0', '').includes('MSA')
}
