import { composeMessage, parts, type Segment, text } from '#ground/hl7/compose.ts'
import { writeMoment } from '#ground/hl7/time.ts'
import type { Notice } from '#work/notice/notice.ts'
import type { NoticeKind } from '#work/notice/notice-kind.ts'
import { pidOf } from './pid.ts'
import type { Tellable } from './tellable.ts'

/** What a message's header says of whom it is from and to. */
export interface AdtHeader {
  readonly controlId: string
  readonly at: Date
  /** The system that is told, and the organisation whose it is, by its code. */
  readonly to: { readonly application: string; readonly facility: string }
}

/**
 * The event by which each kind is told, and the structure that it has. Source: HL7 v2.5.1 chapter 3.3 and table 0354. A
 * death, a new home and another practice are news of the person (A31). Of plans and safeguarding HL7 v2 has no event: they
 * are told by FHIR alone.
 */
const EVENTS: Readonly<Record<NoticeKind, readonly [event: string, structure: string] | undefined>> = {
  admitted: ['A01', 'ADT_A01'],
  moved: ['A02', 'ADT_A02'],
  'went-home': ['A03', 'ADT_A03'],
  'admission-cancelled': ['A11', 'ADT_A09'],
  'expected-home': ['A16', 'ADT_A16'],
  'on-leave': ['A21', 'ADT_A21'],
  'back-from-leave': ['A22', 'ADT_A21'],
  'not-home-yet': ['A25', 'ADT_A21'],
  died: ['A31', 'ADT_A05'],
  'death-withdrawn': ['A31', 'ADT_A05'],
  'moved-home': ['A31', 'ADT_A05'],
  'changed-gp': ['A31', 'ADT_A05'],
  'plan-version': undefined,
  'safeguarding-concluded': undefined,
  mentioned: undefined,
  asked: undefined,
  answered: undefined,
}

/** HL7's sign that what was held is to be taken away. */
const TAKEN_AWAY = '""'

/**
 * An ADT message of what is open of a notice: who it is about, what happened, and nothing that the notice does not tell.
 * Undefined for a kind of which HL7 v2 has no event.
 */
export function adtOf(tellable: Tellable, { controlId, at, to }: AdtHeader): Buffer | undefined {
  const { notice } = tellable
  const known = EVENTS[notice.kind]
  if (known === undefined) return undefined
  const [event, structure] = known
  const isOfStay = structure !== 'ADT_A05'
  return composeMessage({ type: ['ADT', event, structure], controlId, at, to }, [
    ['EVN', { 1: event, 2: writeMoment(notice.recordedAt), 6: writeMoment(notice.happenedAt) }],
    pid(tellable),
    ...(notice.practice === undefined ? [] : [['PD1', { 3: text(notice.practice) }] as const]),
    isOfStay ? pv1(notice) : ['PV1', { 2: 'N' }],
    ...(isOfStay ? pv2(notice) : []),
  ])
}

function pid({ record, identifiers, notice }: Tellable): Segment {
  return pidOf(record.content, identifiers, {
    ...(notice.newHome && { 11: addressOf(notice.newHome.lines) }),
    ...(notice.kind === 'died' && { 29: text(notice.diedOn?.replaceAll('-', '')), 30: 'Y' }),
    ...(notice.kind === 'death-withdrawn' && { 29: TAKEN_AWAY, 30: 'N' }),
  })
}

/** XAD with the lines as they are shown: the last two are town and postcode where there are as many. */
function addressOf(lines: readonly string[]): string {
  const [first = '', ...others] = lines
  const postcode = others.length > 0 ? others.at(-1) : undefined
  const town = others.length > 1 ? others.at(-2) : undefined
  const between = others.slice(0, -2).join(', ')
  return parts(text(first), text(between), text(town), '', text(postcode), '', 'H')
}

/** Where in the hospital stands only where that is open: the notice has it no other way. */
function pv1({ ward, hospital, kind, happenedAt }: Notice): Segment {
  return [
    'PV1',
    {
      2: 'I',
      3: parts(text(ward?.en), '', '', text(hospital?.en)),
      ...(kind === 'admitted' && { 44: writeMoment(happenedAt) }),
      ...(kind === 'went-home' && { 45: writeMoment(happenedAt) }),
    },
  ]
}

function pv2({ reason, expectedHomeOn, kind }: Notice): Segment[] {
  const day = kind === 'not-home-yet' ? TAKEN_AWAY : text(expectedHomeOn?.replaceAll('-', ''))
  if (reason === undefined && day === '') return []
  return [['PV2', { 3: parts('', text(reason)), 9: day }]]
}
