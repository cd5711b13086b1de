import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { AdtEvent, AdtPerson, Merge, UnreadField } from './adt-event.ts'
import { findSegment, rawField, segmentsNamed } from './field.ts'
import { type MessageHeader, onlySaid, readHeader } from './header.ts'
import { readMergedIdentity } from './identity.ts'
import type { Hl7Message, Segment } from './message.ts'
import { readPerson } from './person.ts'
import type { AdtProblem } from './problem.ts'
import { type Reading, statedMoment, statedText } from './reading.ts'
import { DEFAULT_SENDER, type SenderMap } from './sender.ts'
import { isTrigger, TRIGGERS } from './trigger.ts'
import { readVisit } from './visit.ts'

/**
 * Reads an ADT message as an event in one person's care. What the trigger cannot do without, and is not there, is a
 * problem; anything else that cannot be read is left out and named in `unread`, since "Mair is in hospital" must
 * not wait for a mistyped date of birth. A pure function of the message and what is known of its sender.
 */
export function readAdt(message: Hl7Message, sender: SenderMap = DEFAULT_SENDER): Outcome<AdtEvent, AdtProblem> {
  const header = readHeader(message)
  if (!header.ok) return header
  const { type, trigger, controlId } = header.value
  if (type !== 'ADT') return refused('adt.notAdt')
  if (!isTrigger(trigger)) return refused('adt.trigger')
  if (message.segments.some(isTooLong)) return refused('adt.tooLong')
  const [pid, otherPid, ...more] = segmentsNamed(message, 'PID')
  const speaksOf = TRIGGERS[trigger] === 'pair' ? 2 : 1
  if (more.length > 0 || (otherPid && speaksOf === 1)) return refused('adt.severalPatients')

  const unread: UnreadField[] = []
  const reading: Reading = { sender, cannotRead: (field, text) => unread.push({ field, text }) }
  const times = timesOf(reading, message)
  if (!times.eventAt) return refused('adt.noEventTime')
  const person = readPerson(reading, pid, segmentAfter(message, pid, 'PD1'))
  if (isNobody(person)) return refused('adt.noPatientId')
  const other = otherPid && readPerson(reading, otherPid, segmentAfter(message, otherPid, 'PD1'))
  if (speaksOf === 2 && (!other || isNobody(other))) return refused('adt.noOtherPatient')
  const visit = readVisit(reading, message)
  if (TRIGGERS[trigger] === 'visit' && !visit) return refused('adt.noVisit')
  const merge = readMerge(message, sender)
  if (!merge.ok) return merge
  if (TRIGGERS[trigger] === 'merge' && !merge.value) return refused('adt.noMerge')

  const { eventAt, ...otherTimes } = times
  const told = { trigger, messageControlId: controlId, ...whoSent(header.value), eventAt }
  return done({ ...told, ...onlySaid({ ...otherTimes, visit, merge: merge.value, other }), person, unread })
}

/** Some hundred times a real one: one hostile message must not hold up the others while it is picked apart. */
const SEGMENT_CHARACTERS_MAX = 65_536

/** Only of the segments we read: an OBX may well carry a document. */
function isTooLong({ name, fields }: Segment): boolean {
  if (!['EVN', 'PID', 'PD1', 'PV1', 'PV2', 'DG1', 'MRG'].includes(name)) return false
  return fields.reduce((sum, field) => sum + field.length + 1, 0) > SEGMENT_CHARACTERS_MAX
}

function timesOf(reading: Reading, message: Hl7Message) {
  const evn = findSegment(message, 'EVN')
  const recordedAt = statedMoment(reading, evn, 2) ?? undefined
  const sentAt = () => statedMoment(reading, findSegment(message, 'MSH'), 7) ?? undefined
  return {
    eventAt: statedMoment(reading, evn, 6) ?? recordedAt ?? sentAt(),
    recordedAt,
    plannedAt: statedMoment(reading, evn, 3) ?? undefined,
  }
}

/** The first segment of that name after a PID and before the next. */
function segmentAfter({ segments }: Hl7Message, pid: Segment | undefined, name: string): Segment | undefined {
  const rest = pid === undefined ? segments : segments.slice(segments.indexOf(pid) + 1)
  const next = rest.findIndex(segment => segment.name === 'PID')
  return (next === -1 ? rest : rest.slice(0, next)).find(segment => segment.name === name)
}

function isNobody(person: AdtPerson): boolean {
  return person.localIds.length === 0 && !person.nhsNumber
}

function readMerge(message: Hl7Message, sender: SenderMap): Outcome<Merge | undefined, 'adt.severalMerges'> {
  const [mrg, ...others] = segmentsNamed(message, 'MRG')
  if (others.length > 0) return refused('adt.severalMerges')
  if (!mrg || ![1, 3, 5].some(number => rawField(mrg, number))) return done(undefined)
  const { localIds, nhsNumber } = readMergedIdentity(mrg, sender)
  const merge = onlySaid({
    ids: localIds,
    nhsNumber: nhsNumber ?? undefined,
    accountNumber: statedText(mrg, 3) ?? undefined,
    visitNumber: statedText(mrg, 5) ?? undefined,
  })
  return done(localIds.length > 0 || Object.keys(merge).length > 1 ? merge : undefined)
}

function whoSent({ sendingApplication, sendingFacility, processing }: MessageHeader) {
  return onlySaid({ sendingApplication, sendingFacility, processing })
}
