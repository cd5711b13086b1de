import type { Encounter } from 'fhir/r4.js'
import { readOpen } from '#record/chart/clinical/read-open.ts'
import { newestOf, type TimelineEntry, type TimelineReader } from '../entry.ts'

/** How many stays are looked through at most. */
const READ_MAX = 200

/** Stays in hospital, each from its admission to the homecoming; the wards and the reason where they are open too. */
export const hospital: TimelineReader = async (tx, access, wanted) => {
  const held = await readOpen(tx, access, { type: 'Encounter', max: READ_MAX })
  const stays = held.flatMap(({ content }) => (content.partOf === undefined ? [] : [content]))
  const entries = held.flatMap(({ id, content, toldBy }) => {
    const { start, end } = content.period ?? {}
    if (content.partOf !== undefined || start === undefined || content.status === 'cancelled') return []
    if (Date.parse(start) > tx.now.getTime()) return []
    const name = content.serviceProvider?.display
    const where = name === undefined ? toldBy : { en: name, cy: name }
    const stay = stays.find(({ partOf }) => partOf?.reference === `Encounter/${id}`)
    const until = end === undefined ? undefined : new Date(end)
    const spell: TimelineEntry = {
      id: `hospital ${id}`,
      at: new Date(start),
      until,
      isOngoing: until === undefined,
      what: 'in-hospital',
      where,
      title: stay?.reasonCode?.[0]?.text,
      href: '',
    }
    const home: TimelineEntry[] =
      until === undefined ? [] : [{ id: `home ${id}`, at: until, what: 'home-again', where, href: '' }]
    return [spell, ...home, ...(stay === undefined ? [] : wardsOf(id, stay))]
  })
  return newestOf(entries, wanted)
}

/** Each ward after the first: that somebody moved says something of the stay, and is read where that is open. */
function wardsOf(id: string, { location = [] }: Encounter): TimelineEntry[] {
  return location.slice(1).flatMap(({ location: ward, period }, place) => {
    if (period?.start === undefined || ward.display === undefined) return []
    const name = { en: ward.display, cy: ward.display }
    return [{ id: `ward ${id} ${place}`, at: new Date(period.start), what: 'ward', where: name, href: '' } as const]
  })
}
