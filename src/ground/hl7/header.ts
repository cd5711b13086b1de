import { done, type Outcome, refused } from '#ground/outcome.ts'
import { component, fieldOf, findSegment, type Hl7Value, repetitions } from './field.ts'
import type { Hl7Message } from './message.ts'

/** What MSH says of the message itself. */
export interface MessageHeader {
  /** MSH-9.1: `ADT`, `ORU` ... */
  readonly type: string
  /** MSH-9.2, or EVN-1 from senders older than version 2.3. */
  readonly trigger?: string
  readonly controlId: string
  readonly sendingApplication?: string
  readonly sendingFacility?: string
  readonly receivingApplication?: string
  readonly receivingFacility?: string
  /** MSH-7 as sent; `readMoment` reads it. */
  readonly sentAt?: string
  /** MSH-11.1: `P` production, `T` training, `D` debugging. */
  readonly processing?: string
  readonly version?: string
}

/** Reads what every message must say before anything can be done with it. */
export function readHeader(message: Hl7Message): Outcome<MessageHeader, 'hl7.noControlId' | 'hl7.noType'> {
  const msh = findSegment(message, 'MSH')
  const said = (number: number, part = 1) => textOf(fieldOf(msh, number, part))
  const type = said(9)
  const controlId = said(10)
  if (type === undefined) return refused('hl7.noType')
  if (controlId === undefined) return refused('hl7.noControlId')
  return done(
    onlySaid({
      type,
      trigger: said(9, 2) ?? textOf(fieldOf(findSegment(message, 'EVN'), 1)),
      controlId,
      sendingApplication: namedIn(message, 3),
      sendingFacility: namedIn(message, 4),
      receivingApplication: namedIn(message, 5),
      receivingFacility: namedIn(message, 6),
      sentAt: said(7),
      processing: said(11),
      version: said(12),
    }),
  )
}

/** HD in MSH: the short name, or the long one when there is no short one. */
function namedIn(message: Hl7Message, number: number): string | undefined {
  const [first] = repetitions(findSegment(message, 'MSH'), number)
  return textOf(component(first, 1)) ?? textOf(component(first, 2))
}

/** The text without its edges; undefined when nothing is left, or when it was taken away. */
export function textOf(value: Hl7Value): string | undefined {
  return value?.trim() || undefined
}

type OnlySaid<Parts> = { [Key in keyof Parts as undefined extends Parts[Key] ? never : Key]: Parts[Key] } & {
  [Key in keyof Parts as undefined extends Parts[Key] ? Key : never]?: Exclude<Parts[Key], undefined>
}

/** Leaves out what was not said, so that an absent key always and only means "leave alone". */
export function onlySaid<Parts extends object>(parts: Parts): OnlySaid<Parts> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as OnlySaid<Parts>
}
