import type { JSX } from 'preact'
import { readDate, readMoment } from '#ground/hl7/time.ts'
import type { Key, Say } from '#ground/language/say.ts'
import { type SentLine, saidIn } from '#work/ledger/sent-text.ts'
import { useSay } from '../asked.ts'
import { SummaryList, type SummaryRow } from '../parts/summary-list.tsx'
import { Tag } from '../parts/tag.tsx'
import type { FaultPlace } from './fault-place.ts'

/** A message as it was sent, line by line, each beside what its main fields say. */
export function SentLines(props: { lines: readonly SentLine[]; fault?: FaultPlace | undefined }): JSX.Element {
  const { lines, fault } = props
  const wrong = lines.findIndex(({ segment }) => segment !== undefined && segment.name === fault?.segment)
  return (
    <ol class="app-segments">
      {lines.map((line, place) => (
        <li key={place} class={place === wrong ? 'app-segment app-segment--wrong' : 'app-segment'}>
          <Segment line={line} fault={place === wrong ? fault : undefined} />
        </li>
      ))}
    </ol>
  )
}

function Segment(props: { line: SentLine; fault: FaultPlace | undefined }): JSX.Element {
  const { line, fault } = props
  const { text, segment } = line
  const say = useSay()
  const named = segment && NAMED[segment.name]
  const rows = (named?.fields ?? []).flatMap(({ number, name, as }): SummaryRow[] => {
    const said = segment === undefined ? [] : saidIn(segment, number)
    if (said.length === 0) return []
    return [{ key: say.plain(name), value: said.map(text => <p class="app-close">{readAs(say, as, text)}</p>) }]
  })
  return (
    <>
      {named && <h3 class="nhsuk-heading-s">{say.plain(named.name)}</h3>}
      {fault !== undefined && (
        <p class="app-close">
          <Tag colour="red">{placeIn(say, fault)}</Tag>
        </p>
      )}
      <div class="app-segment__both">
        <code class="app-segment__sent">{text}</code>
        {rows.length > 0 && <SummaryList rows={rows} border="not-last" />}
      </div>
    </>
  )
}

function placeIn(say: Say, { segment, field }: FaultPlace): string {
  return say('replay.lookHere', { place: field === undefined ? segment : `${segment}-${field}` })
}

/** A time that cannot be read is shown as it was sent: it may be just what is wrong. */
function readAs(say: Say, as: 'day' | 'moment' | undefined, text: string): string {
  if (as === undefined) return text
  if (as === 'day') {
    const day = readDate(text)
    return day.ok && day.value.length === 10 ? say.day(day.value) : text
  }
  const moment = readMoment(text)
  return moment.ok && moment.value.date.length === 10 ? say.moment(moment.value.at) : text
}

interface NamedField {
  readonly number: number
  readonly name: Key
  readonly as?: 'day' | 'moment'
}

/** The fields that help to see what is wrong with a message. Source: HL7 v2.5.1 chapters 2 and 3. */
const NAMED: Readonly<Record<string, { readonly name: Key; readonly fields: readonly NamedField[] }>> = {
  MSH: {
    name: 'messages.segmentMsh',
    fields: [
      { number: 3, name: 'messages.application' },
      { number: 4, name: 'messages.facility' },
      { number: 7, name: 'messages.sentAt', as: 'moment' },
      { number: 9, name: 'messages.type' },
      { number: 10, name: 'messages.controlId' },
      { number: 18, name: 'messages.charset' },
    ],
  },
  EVN: {
    name: 'messages.segmentEvn',
    fields: [
      { number: 2, name: 'messages.recordedAt', as: 'moment' },
      { number: 6, name: 'messages.happenedAt', as: 'moment' },
    ],
  },
  PID: {
    name: 'messages.segmentPid',
    fields: [
      { number: 3, name: 'messages.identifiers' },
      { number: 5, name: 'messages.name' },
      { number: 7, name: 'messages.born', as: 'day' },
      { number: 8, name: 'messages.sex' },
      { number: 11, name: 'messages.address' },
      { number: 13, name: 'messages.phone' },
    ],
  },
  PV1: {
    name: 'messages.segmentPv1',
    fields: [
      { number: 2, name: 'messages.visitClass' },
      { number: 3, name: 'messages.location' },
      { number: 6, name: 'messages.locationBefore' },
      { number: 19, name: 'messages.visitNumber' },
      { number: 44, name: 'messages.admittedAt', as: 'moment' },
      { number: 45, name: 'messages.dischargedAt', as: 'moment' },
    ],
  },
  PV2: {
    name: 'messages.segmentPv2',
    fields: [
      { number: 3, name: 'messages.admissionReason' },
      { number: 9, name: 'messages.expectedHome', as: 'day' },
    ],
  },
}
