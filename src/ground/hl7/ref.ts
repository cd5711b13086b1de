import { done, type Outcome, refused } from '#ground/outcome.ts'
import { codedField, codedFields, entityId, linesOf } from './coded.ts'
import { findSegment, repetitions, segmentsNamed } from './field.ts'
import { onlySaid } from './header.ts'
import type { Hl7Message } from './message.ts'
import { readPersonEvent } from './person-event.ts'
import type { RefProblem } from './problem.ts'
import { part, statedMoment, statedText } from './reading.ts'
import { type Party, REF_TRIGGERS, type RefEvent, type SentReferral } from './ref-event.ts'
import { DEFAULT_SENDER, type SenderMap } from './sender.ts'

/**
 * Reads a REF message as a referral of one person. One without a number could never be answered or taken back, and is
 * a problem. A pure function of the message and what is known of its sender.
 */
export function readRef(message: Hl7Message, sender: SenderMap = DEFAULT_SENDER): Outcome<RefEvent, RefProblem> {
  const read = readPersonEvent(message, sender, { type: 'REF', triggers: REF_TRIGGERS })
  if (!read.ok) return read
  const { event, reading } = read.value
  const rf1 = findSegment(message, 'RF1')
  const number = entityId(rf1, 6) ?? entityId(rf1, 11)
  if (number === undefined) return refused('ref.noReferral')
  const referral: SentReferral = {
    number,
    ...onlySaid({
      status: statedText(rf1, 1) ?? undefined,
      priority: statedText(rf1, 2) ?? undefined,
      type: codedField(rf1, 3),
      madeAt: statedMoment(reading, rf1, 7) ?? undefined,
      asked: codedField(findSegment(message, 'PR1'), 3) ?? codedField(findSegment(message, 'OBR'), 4),
      from: partyOf(message, 'RP'),
      to: partyOf(message, 'RT'),
    }),
    reasons: codedFields(rf1, 10),
    diagnoses: segmentsNamed(message, 'DG1').flatMap(dg1 => codedField(dg1, 3) ?? []),
    comments: segmentsNamed(message, 'NTE').flatMap(nte => linesOf(nte, 3) ?? []),
  }
  return done({ ...event, referral })
}

/** HL7 table 0286. A body or a team stands in the place of the family name, and has no other. */
function partyOf(message: Hl7Message, role: 'RP' | 'RT'): Party | undefined {
  const prd = segmentsNamed(message, 'PRD').find(segment =>
    repetitions(segment, 1).some(sent => part(sent, 1) === role),
  )
  if (prd === undefined) return undefined
  const [name] = repetitions(prd, 2)
  const words = [part(name, 5), part(name, 2), part(name, 1, 1)].filter(word => word !== undefined)
  const party = onlySaid({
    code: part(repetitions(prd, 7)[0], 1),
    name: words.length > 0 ? words.join(' ') : undefined,
  })
  return Object.keys(party).length > 0 ? party : undefined
}
