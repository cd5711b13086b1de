import { done, type Outcome, refused } from '#ground/outcome.ts'
import { own } from '#ground/own.ts'
import { clinicianIn, codedField, entityId, linesOf } from './coded.ts'
import { findSegment, repetitions, segmentsNamed } from './field.ts'
import { onlySaid } from './header.ts'
import type { Hl7Message, Segment } from './message.ts'
import { readPersonEvent } from './person-event.ts'
import type { SiuProblem } from './problem.ts'
import { part, type Reading, statedMoment, statedText } from './reading.ts'
import { DEFAULT_SENDER, type SenderMap } from './sender.ts'
import { type SentAppointment, SIU_TRIGGERS, type SiuEvent, type SiuTrigger } from './siu-event.ts'
import { type Moment, readMoment } from './time.ts'
import { locationOf } from './visit.ts'

/**
 * Reads an SIU message as one person's appointment. One without a number could never be moved or cancelled, and one
 * that is booked or moved to no time is none: both are problems. A pure function of the message and what is known of
 * its sender.
 */
export function readSiu(message: Hl7Message, sender: SenderMap = DEFAULT_SENDER): Outcome<SiuEvent, SiuProblem> {
  const triggers = Object.keys(SIU_TRIGGERS) as SiuTrigger[]
  const read = readPersonEvent(message, sender, { type: 'SIU', triggers })
  if (!read.ok) return read
  const { event, reading } = read.value
  const sch = findSegment(message, 'SCH')
  const placerNumber = entityId(sch, 1)
  const fillerNumber = entityId(sch, 2)
  if (placerNumber === undefined && fillerNumber === undefined) return refused('siu.noAppointment')
  const times = timesOf(reading, message)
  if (times.startsAt === undefined && ['booked', 'moved'].includes(SIU_TRIGGERS[event.trigger])) {
    return refused('siu.noStart')
  }
  const of = (name: string) => segmentsNamed(message, name)
  const appointment: SentAppointment = {
    ...onlySaid({
      placerNumber,
      fillerNumber,
      schedule: codedField(sch, 5),
      eventReason: codedField(sch, 6),
      reason: codedField(sch, 7),
      type: codedField(sch, 8),
      ...times,
      status: statedText(sch, 25) ?? undefined,
    }),
    services: [...of('AIS'), ...of('AIG')].flatMap(segment => codedField(segment, 3) ?? []),
    places: of('AIL').flatMap(ail => locationOf(repetitions(ail, 3)[0], sender) ?? []),
    people: of('AIP').flatMap(aip => clinicianIn(aip, 3) ?? []),
    comments: of('NTE').flatMap(nte => linesOf(nte, 3) ?? []),
  }
  return done({ ...event, appointment })
}

/** From version 2.5 in TQ1, before that in SCH-11, and from systems that fill neither, with what is needed for it. */
function timesOf(reading: Reading, message: Hl7Message): { startsAt: Moment | undefined; endsAt: Moment | undefined } {
  const sch = findSegment(message, 'SCH')
  const [timing] = repetitions(sch, 11)
  const tq1 = findSegment(message, 'TQ1')
  const starts = [
    statedMoment(reading, tq1, 7),
    momentIn(reading, 'SCH-11', part(timing, 4)),
    ...NEEDS.map(([name, place]) => statedMoment(reading, findSegment(message, name), place)),
  ]
  const startsAt = starts.find(start => start !== undefined && start !== null) ?? undefined
  const endsAt = statedMoment(reading, tq1, 8) ?? momentIn(reading, 'SCH-11', part(timing, 5))
  return { startsAt, endsAt: endsAt ?? (startsAt && endAfter(startsAt, sch)) }
}

/** Where each kind of need says when it begins. */
const NEEDS = [
  ['AIS', 4],
  ['AIL', 6],
  ['AIP', 6],
  ['AIG', 8],
] as const

function momentIn(reading: Reading, field: string, text: string | undefined): Moment | undefined {
  if (text === undefined) return undefined
  const read = readMoment(text)
  if (read.ok) return read.value
  reading.cannotRead(field, text)
  return undefined
}

/** SCH-9 in the units of SCH-10: minutes, hours, or seconds. Undefined in others. */
function endAfter({ at, precision, date }: Moment, sch: Segment | undefined): Moment | undefined {
  const length = Number(statedText(sch, 9) ?? Number.NaN)
  const unit = (statedText(sch, 10) ?? 'MIN').toUpperCase()
  const ms = own({ S: 1_000, M: 60_000, H: 3_600_000 }, unit.charAt(0))
  if (ms === undefined || !(length > 0) || length * ms > LONGEST_MS) return undefined
  return { at: new Date(at.getTime() + length * ms), precision, date }
}

/** Nothing that is booked lasts longer. */
const LONGEST_MS = 86_400_000
