import { done, type Outcome, refused } from '#ground/outcome.ts'
import { codedField, codedIn, entityId, linesOf } from './coded.ts'
import { repetitions } from './field.ts'
import { onlySaid } from './header.ts'
import type { Hl7Message, Segment } from './message.ts'
import { ORU_TRIGGERS, type OruEvent, type SentReport, type SentResult, type SentSpecimen } from './oru-event.ts'
import { readPersonEvent } from './person-event.ts'
import type { OruProblem } from './problem.ts'
import { part, type Reading, statedMoment, statedText } from './reading.ts'
import { readValue } from './result-value.ts'
import { DEFAULT_SENDER, type SenderMap } from './sender.ts'

/**
 * Reads an ORU message as what was found about one person. A test without a number could never be corrected, and one
 * that does not say what was tested means nothing: both are problems. What else cannot be read is left out and named
 * in `unread`. A pure function of the message and what is known of its sender.
 */
export function readOru(message: Hl7Message, sender: SenderMap = DEFAULT_SENDER): Outcome<OruEvent, OruProblem> {
  const read = readPersonEvent(message, sender, { type: 'ORU', triggers: ORU_TRIGGERS })
  if (!read.ok) return read
  const { event, reading } = read.value
  const groups = groupsOf(message.segments)
  if (groups.length === 0) return refused('oru.noReport')
  const reports: SentReport[] = []
  for (const group of groups) {
    const report = readReport(reading, group)
    if (!report.ok) return report
    reports.push(report.value)
  }
  return done({ ...event, reports })
}

/** One OBR, the ORC before it, and everything up to the next. */
interface Group {
  readonly orc: Segment | undefined
  readonly obr: Segment
  readonly rest: Segment[]
}

function groupsOf(segments: readonly Segment[]): Group[] {
  const groups: Group[] = []
  let orc: Segment | undefined
  for (const segment of segments) {
    if (segment.name === 'ORC') orc = segment
    else if (segment.name === 'OBR') {
      groups.push({ orc, obr: segment, rest: [] })
      orc = undefined
    } else if (orc === undefined) groups.at(-1)?.rest.push(segment)
  }
  return groups
}

function readReport(reading: Reading, { orc, obr, rest }: Group): Outcome<SentReport, OruProblem> {
  const placerNumber = entityId(obr, 2) ?? entityId(orc, 2)
  const fillerNumber = entityId(obr, 3) ?? entityId(orc, 3)
  if (placerNumber === undefined && fillerNumber === undefined) return refused('oru.noOrderNumber')
  const service = codedField(obr, 4)
  if (service === undefined) return refused('oru.noService')
  const status = statedText(obr, 25) ?? undefined
  if (status === 'Y' || status === 'Z') return refused('oru.noRecord')
  return done({
    ...onlySaid({
      placerNumber,
      fillerNumber,
      observedAt: statedMoment(reading, obr, 7) ?? undefined,
      observedUntil: statedMoment(reading, obr, 8) ?? undefined,
      reportedAt: statedMoment(reading, obr, 22) ?? undefined,
      section: statedText(obr, 24) ?? undefined,
      status,
    }),
    service,
    comments: commentsBefore(rest),
    results: resultsIn(reading, rest),
    specimens: specimensIn(reading, obr, rest),
  })
}

/** An OBX without a code (OBX-3) says nothing that could be kept; it is named in `unread`. */
function resultsIn(reading: Reading, segments: readonly Segment[]): SentResult[] {
  const results: SentResult[] = []
  for (const [place, obx] of segments.entries()) {
    if (obx.name !== 'OBX') continue
    const code = codedField(obx, 3)
    if (code === undefined) {
      reading.cannotRead('OBX-3', linesOf(obx, 5) ?? '')
      continue
    }
    const result = readResult(reading, obx, code, commentsBefore(segments.slice(place + 1)))
    const last = results.at(-1)
    if (last !== undefined && isNextLine(last, result)) results[results.length - 1] = joined(last, result)
    else results.push(result)
  }
  return results
}

function readResult(reading: Reading, obx: Segment, code: SentResult['code'], comments: string[]): SentResult {
  const value = readValue(obx)
  const type = statedText(obx, 2)
  if (value === undefined && (type === 'ED' || type === 'RP')) reading.cannotRead('OBX-5', type)
  return {
    code,
    ...onlySaid({
      subId: statedText(obx, 4) ?? undefined,
      value,
      units: codedField(obx, 6),
      range: statedText(obx, 7) ?? undefined,
      status: statedText(obx, 11) ?? undefined,
      observedAt: statedMoment(reading, obx, 14) ?? undefined,
    }),
    flags: repetitions(obx, 8).flatMap(sent => part(sent, 1) ?? []),
    comments,
  }
}

/** Older systems send each line of a text as an OBX of its own, all under one code. */
function isNextLine(before: SentResult, after: SentResult): boolean {
  return (
    before.value?.kind === 'text' &&
    after.value?.kind === 'text' &&
    before.subId === after.subId &&
    before.code.code === after.code.code &&
    before.code.text === after.code.text &&
    before.status === after.status &&
    before.comments.length === 0
  )
}

function joined(before: SentResult, after: SentResult): SentResult {
  if (before.value?.kind !== 'text' || after.value?.kind !== 'text') return after
  const text = `${before.value.text}\n${after.value.text}`
  return { ...before, value: { kind: 'text', text }, comments: after.comments }
}

/** The NTE that stand directly after what they comment on. */
function commentsBefore(following: readonly Segment[]): string[] {
  const end = following.findIndex(({ name }) => name !== 'NTE')
  const notes = end === -1 ? following : following.slice(0, end)
  return notes.flatMap(note => linesOf(note, 3) ?? [])
}

function specimensIn(reading: Reading, obr: Segment, rest: readonly Segment[]): SentSpecimen[] {
  const sent = rest.filter(({ name }) => name === 'SPM')
  if (sent.length > 0) {
    return sent.map(spm =>
      onlySaid({
        number: entityId(spm, 2),
        type: codedField(spm, 4),
        collectedAt: statedMoment(reading, spm, 17) ?? undefined,
        receivedAt: statedMoment(reading, spm, 18) ?? undefined,
      }),
    )
  }
  const type = codedIn(repetitions(obr, 15)[0])
  if (type === undefined) return []
  const times = {
    collectedAt: statedMoment(reading, obr, 7) ?? undefined,
    receivedAt: statedMoment(reading, obr, 14) ?? undefined,
  }
  return [onlySaid({ type, ...times })]
}
