import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { AdtEvent, AdtPerson, Merge, UnreadField } from './adt-event.ts'
import { readAllergies } from './allergies.ts'
import { findSegment, rawField, segmentsNamed } from './field.ts'
import { type MessageHeader, onlySaid, readHeader } from './header.ts'
import { readMergedIdentity } from './identity.ts'
import type { Hl7Message, Segment } from './message.ts'
import { readPerson } from './person.ts'
import type { AdtProblem } from './problem.ts'
import { type Reading, statedMoment, statedText } from './reading.ts'
import { DEFAULT_SENDER, type SenderMap } from './sender.ts'
import { type AdtTrigger, isCancel, isTrigger, TRIGGERS } from './trigger.ts'
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
  const kind = TRIGGERS[trigger]
  const speaksOf = kind === 'pair' || kind === 'swap' ? 2 : 1
  const [about = message, aboutOther, ...more] = aboutEach(message)
  const isSeveral = more.length > 0 || (aboutOther !== undefined && speaksOf === 1)
  if (isSeveral && !MERGES_OF_PEOPLE.includes(trigger)) return refused('adt.severalPatients')

  const unread: UnreadField[] = []
  const reading: Reading = { sender, cannotRead: (field, text) => unread.push({ field, text }) }
  const times = timesOf(reading, message, trigger)
  if (!times) return refused('adt.noEventTime')
  const person = readPerson(reading, about)
  if (isNobody(person)) return refused('adt.noPatientId')
  const other = aboutOther && readPerson(reading, aboutOther)
  if (speaksOf === 2 && (!other || isNobody(other))) return refused('adt.noOtherPatient')
  const visit = readVisit(reading, about)
  const otherVisit = kind === 'swap' && aboutOther ? readVisit(reading, aboutOther) : undefined
  if ((kind === 'visit' || kind === 'swap') && !visit) return refused('adt.noVisit')
  if (kind === 'swap' && !otherVisit) return refused('adt.noVisit')
  const merges = readMerges(reading, message, trigger)
  if (!merges.ok) return merges
  const allergies = trigger === 'A60' ? readAllergies(reading, message) : done(undefined)
  if (!allergies.ok) return allergies

  const told = { trigger, messageControlId: controlId, ...whoSent(header.value), ...times }
  const others = { other: speaksOf === 2 ? other : undefined, otherVisit, allergies: allergies.value }
  return done({ ...told, ...onlySaid({ visit, ...merges.value, ...others }), person, unread })
}

/** Some hundred times a real one: one hostile message must not hold up the others while it is picked apart. */
const SEGMENT_CHARACTERS_MAX = 65_536

/** Only of the segments we read: an OBX may well carry a document. */
function isTooLong({ name, fields }: Segment): boolean {
  if (!['EVN', 'PID', 'PD1', 'PV1', 'PV2', 'DG1', 'MRG', 'IAM'].includes(name)) return false
  return fields.reduce((sum, field) => sum + field.length + 1, 0) > SEGMENT_CHARACTERS_MAX
}

function timesOf(reading: Reading, message: Hl7Message, trigger: AdtTrigger) {
  const evn = findSegment(message, 'EVN')
  const happenedAt = statedMoment(reading, evn, 6) ?? undefined
  const saidAt = statedMoment(reading, evn, 2) ?? statedMoment(reading, findSegment(message, 'MSH'), 7) ?? happenedAt
  if (saidAt === undefined) return undefined
  const eventAt = isCancel(trigger) ? saidAt : (happenedAt ?? saidAt)
  const plannedAt = statedMoment(reading, evn, 3)
  return { eventAt, saidAt, ...(plannedAt && { plannedAt }) }
}

/** What is said of each person: the message as it would be about them alone. All of it, where there is but one. */
function aboutEach(message: Hl7Message): Hl7Message[] {
  const starts = message.segments.flatMap(({ name }, place) => (name === 'PID' ? [place] : []))
  if (starts.length < 2) return [message]
  return starts.map((start, index) => ({ ...message, segments: message.segments.slice(start, starts[index + 1]) }))
}

function isNobody(person: AdtPerson): boolean {
  return person.localIds.length === 0 && !person.nhsNumber
}

/** The triggers of which one message may tell of several people, each with what was given up in favour of them. */
const MERGES_OF_PEOPLE: readonly AdtTrigger[] = ['A34', 'A40', 'A43']

type Merges = Pick<AdtEvent, 'merge' | 'otherMerges'>
type MergesProblem = 'adt.severalMerges' | 'adt.noMerge' | 'adt.noPatientId'

/** The MRG; or of a merge of people every MRG, each with the person of the PID before it. */
function readMerges(reading: Reading, message: Hl7Message, trigger: AdtTrigger): Outcome<Merges, MergesProblem> {
  const [first, ...rest] = aboutEach(message).flatMap(about => segmentsNamed(about, 'MRG').map(mrg => ({ about, mrg })))
  const merge = first && readMerge(first.mrg, reading.sender)
  if (TRIGGERS[trigger] === 'merge' && merge === undefined) return refused('adt.noMerge')
  if (rest.length === 0) return done(onlySaid({ merge }))
  if (!MERGES_OF_PEOPLE.includes(trigger)) return refused('adt.severalMerges')
  const otherMerges = rest.flatMap(({ about, mrg }) => {
    const other = readMerge(mrg, reading.sender)
    return other === undefined ? [] : [{ person: readPerson(reading, about), merge: other }]
  })
  if (otherMerges.length < rest.length) return refused('adt.noMerge')
  if (otherMerges.some(({ person }) => isNobody(person))) return refused('adt.noPatientId')
  return done({ ...onlySaid({ merge }), otherMerges })
}

function readMerge(mrg: Segment, sender: SenderMap): Merge | undefined {
  if (![1, 3, 5].some(number => rawField(mrg, number))) return undefined
  const { localIds, nhsNumber } = readMergedIdentity(mrg, sender)
  const merge = onlySaid({
    ids: localIds,
    nhsNumber: nhsNumber ?? undefined,
    accountNumber: statedText(mrg, 3) ?? undefined,
    visitNumber: statedText(mrg, 5) ?? undefined,
  })
  return localIds.length > 0 || Object.keys(merge).length > 1 ? merge : undefined
}

function whoSent({ sendingApplication, sendingFacility, processing }: MessageHeader) {
  return onlySaid({ sendingApplication, sendingFacility, processing })
}
