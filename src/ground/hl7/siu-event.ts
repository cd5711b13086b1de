import type { Location } from './adt-event.ts'
import type { CodedWell, EntityId } from './coded.ts'
import type { PersonEvent } from './person-event.ts'
import type { Clinician } from './stated.ts'
import type { Moment } from './time.ts'

/** What becomes of an appointment. Source: HL7 v2.5.1 chapter 10.4. */
export const SIU_TRIGGERS = {
  S12: 'booked',
  S13: 'moved',
  S14: 'changed',
  S15: 'cancelled',
  S16: 'discontinued',
  S17: 'deleted',
  S26: 'not-attended',
} as const satisfies Readonly<Record<string, string>>

export type SiuTrigger = keyof typeof SIU_TRIGGERS

/** Somebody is to be seen, or was to be. Plain data, nothing decided. */
export interface SiuEvent extends PersonEvent<SiuTrigger> {
  readonly appointment: SentAppointment
}

/** SCH, and what it needs: services, rooms and people. */
export interface SentAppointment {
  /** SCH-1: the number of whoever asked for it. */
  readonly placerNumber?: EntityId
  /** SCH-2: the number of whoever holds the diary. */
  readonly fillerNumber?: EntityId
  /** SCH-5: in whose diary, which is often a clinic. */
  readonly schedule?: CodedWell
  /** SCH-6: why this was done to it. */
  readonly eventReason?: CodedWell
  /** SCH-7: what it is for. */
  readonly reason?: CodedWell
  /** SCH-8. */
  readonly type?: CodedWell
  /** TQ1-7, SCH-11 or the first service, room or person it needs. */
  readonly startsAt?: Moment
  readonly endsAt?: Moment
  /** SCH-25, HL7 table 0278. */
  readonly status?: string
  /** AIS-3, and AIG-3 of what is neither a room nor a person. */
  readonly services: readonly CodedWell[]
  /** AIL-3. */
  readonly places: readonly Location[]
  /** AIP-3. */
  readonly people: readonly Clinician[]
  /** NTE. */
  readonly comments: readonly string[]
}
