import { classFor, type KeepAboutProblem, keep, keepAbout } from '#door/feeds/keep-about.ts'
import type { Told } from '#door/feeds/told.ts'
import type { Tx } from '#ground/db/store.ts'
import type { SiuEvent } from '#ground/hl7/siu-event.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { appointmentAfter } from './appointment.ts'

/** Keeps an appointment: booked, moved, changed, cancelled, not attended. */
export function applySiu(tx: Tx, told: Told<SiuEvent>): Promise<Outcome<undefined, KeepAboutProblem>> {
  return keepAbout(tx, told, async about => {
    const { event } = told
    const { placerNumber, fillerNumber, services, reason, schedule, places, people } = event.appointment
    const number = fillerNumber === undefined ? `placer/${placerNumber?.value}` : fillerNumber.value
    const codes = [
      ...services.flatMap(({ code, other }) => [code, other?.code]),
      schedule?.code,
      ...places.map(({ ward }) => ward),
      reason?.code,
      ...people.map(({ code }) => code),
      event.visit?.specialty?.code,
      event.visit?.location?.ward,
    ]
    const rules = about.sender.classes.appointments
    const thing = { type: 'Appointment', businessKey: `appointment/${number}`, rules, codes } as const
    const dataClass = await classFor(about, thing)
    if (!dataClass.ok) return dataClass
    await keep(about, { ...thing, dataClass: dataClass.value }, event.saidAt.at, held =>
      appointmentAfter(held, event, about.subject, about.naming),
    )
    return done(undefined)
  })
}
