import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { AdtPerson, UnreadField, Visit } from './adt-event.ts'
import { findSegment, segmentsNamed } from './field.ts'
import { onlySaid, readHeader } from './header.ts'
import type { Hl7Message } from './message.ts'
import { readPerson } from './person.ts'
import type { PersonEventProblem } from './problem.ts'
import { type Reading, statedMoment } from './reading.ts'
import type { SenderMap } from './sender.ts'
import type { Moment } from './time.ts'
import { readVisit } from './visit.ts'

/** What every message about one person tells, whatever it is for. */
export interface PersonEvent<Trigger extends string = string> {
  readonly trigger: Trigger
  /** MSH-10. With the sender it names the message. */
  readonly messageControlId: string
  /** When the sender said so: MSH-7, or else EVN-2. What it said earlier must not overwrite what it said later. */
  readonly saidAt: Moment
  readonly person: AdtPerson
  /** PV1, where the message has one: the stay or attendance that it belongs to. */
  readonly visit?: Visit
  /** What was sent but could not be read, and so is in none of the other properties. */
  readonly unread: readonly UnreadField[]
}

/** One kind of message: its type (MSH-9.1), and its triggers that are read. */
export interface Kind<Trigger extends string> {
  readonly type: string
  readonly triggers: readonly Trigger[]
}

/**
 * Reads what every message about one person says, and answers how the rest of it is to be read. A message about
 * several people is a problem: which of them it is about must not be guessed.
 */
export function readPersonEvent<Trigger extends string>(
  message: Hl7Message,
  sender: SenderMap,
  { type, triggers }: Kind<Trigger>,
): Outcome<{ readonly event: PersonEvent<Trigger>; readonly reading: Reading }, PersonEventProblem> {
  const header = readHeader(message)
  if (!header.ok) return header
  const trigger = triggers.find(one => one === header.value.trigger)
  if (header.value.type !== type || trigger === undefined) return refused('adt.trigger')
  const [, another] = segmentsNamed(message, 'PID')
  if (another !== undefined) return refused('adt.severalPatients')

  const unread: UnreadField[] = []
  const reading: Reading = { sender, cannotRead: (field, text) => unread.push({ field, text }) }
  const sent = statedMoment(reading, findSegment(message, 'MSH'), 7)
  const saidAt = sent ?? statedMoment(reading, findSegment(message, 'EVN'), 2)
  if (!saidAt) return refused('adt.noEventTime')
  const person = readPerson(reading, message)
  if (person.localIds.length === 0 && !person.nhsNumber) return refused('adt.noPatientId')
  const told = { trigger, messageControlId: header.value.controlId, saidAt, person, unread }
  return done({ event: { ...told, ...onlySaid({ visit: readVisit(reading, message) }) }, reading })
}
