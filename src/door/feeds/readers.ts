import type { Outcome } from '#ground/outcome.ts'
import type { Arrival } from './arrival.ts'
import type { Channel } from './channel.ts'
import { readCsv } from './csv/read.ts'
import { readFhir } from './fhir/read.ts'
import { readHl7 } from './hl7/read-again.ts'
import type { Reading } from './take-in.ts'

/** Reads an arrival into what it is known by and what is to be done, or says the code of why it cannot be read. */
export type Reader = (arrival: Arrival) => Outcome<Reading, string>

/** By which a message that was kept is read again. */
export const READERS: Readonly<Record<Channel, Reader>> = {
  hl7: readHl7,
  csv: readCsv,
  fhir: readFhir,
}
