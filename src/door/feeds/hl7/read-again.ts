import { readBatch } from '#ground/hl7/batch.ts'
import { readHeader } from '#ground/hl7/header.ts'
import { parseMessage } from '#ground/hl7/parse-message.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import type { Arrival } from '../arrival.ts'
import type { Reading } from '../take-in.ts'
import { readingOf, readingOfBatch } from './read.ts'

/** Reads the bytes of a message, or of a batch that is not what it says, as they were kept. */
export function readHl7({ raw }: Arrival): Outcome<Reading, string> {
  const batch = readBatch(raw)
  if (batch?.problem !== undefined) return done(readingOfBatch(batch, batch.problem))
  const parsed = parseMessage(raw)
  if (!parsed.ok) return parsed
  const header = readHeader(parsed.value)
  return header.ok ? done(readingOf(parsed.value, header.value)) : header
}
