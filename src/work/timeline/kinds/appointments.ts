import { readOpen } from '#record/chart/clinical/read-open.ts'
import { wordsOf } from '#record/chart/clinical/words.ts'
import { newestOf, type TimelineReader } from '../entry.ts'

/** How many appointments are looked through at most. */
const READ_MAX = 500

/** Appointments whose time has come, those that were cancelled among them. */
export const appointments: TimelineReader = async (tx, access, wanted) => {
  const held = await readOpen(tx, access, { type: 'Appointment', under: 'appointment/', max: READ_MAX })
  const entries = held.flatMap(({ id, toldBy, content }) => {
    const { start, status, serviceType, reasonCode } = content
    if (start === undefined || Date.parse(start) > tx.now.getTime()) return []
    const title = wordsOf(serviceType?.[0]) ?? wordsOf(reasonCode?.[0])
    const what = status === 'cancelled' ? ('appointment-cancelled' as const) : ('appointment' as const)
    return [{ id: `appointment ${id}`, at: new Date(start), what, where: toldBy, title, href: '' }]
  })
  return newestOf(entries, wanted)
}
