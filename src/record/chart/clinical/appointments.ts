import type { Appointment as FhirAppointment } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { readOpen } from './read-open.ts'
import { wordsOf } from './words.ts'

/** When somebody is to be seen, as the reader may know it. */
export interface Appointment {
  readonly id: string
  readonly startsAt: Date
  /** What it is for, in the words of whoever holds the diary. */
  readonly what: string | undefined
  readonly places: readonly string[]
  readonly people: readonly string[]
  readonly comment: string | undefined
  /** It will not take place. */
  readonly isCancelled: boolean
  readonly toldBy: Bilingual
}

/** How many of a person's appointments are looked through at most. */
const READ_MAX = 200
/** For how long after it began an appointment is still to come: people run late. */
const STILL_TO_COME_MS = 3_600_000

/** The appointments to come that an access opens, the next one first, and those of them that were cancelled. */
export async function appointmentsToCome(tx: Tx, access: Access): Promise<Appointment[]> {
  const since = tx.now.getTime() - STILL_TO_COME_MS
  const held = await readOpen(tx, access, { type: 'Appointment', under: 'appointment/', max: READ_MAX })
  return held
    .flatMap(({ id, toldBy, content }) => {
      const { start, status } = content
      if (start === undefined || Date.parse(start) < since || ['fulfilled', 'noshow'].includes(status)) return []
      return [{ id, toldBy, startsAt: new Date(start), ...told(content) }]
    })
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
}

function told({ status, serviceType, reasonCode, comment, participant }: FhirAppointment) {
  const namesOf = (type: string) =>
    participant.flatMap(({ actor }) => (actor?.type === type && actor.display ? [actor.display] : []))
  return {
    what: wordsOf(serviceType?.[0]) ?? wordsOf(reasonCode?.[0]),
    places: namesOf('Location'),
    people: namesOf('Practitioner'),
    comment,
    isCancelled: status === 'cancelled',
  }
}
