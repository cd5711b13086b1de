import { readOpen } from '#record/chart/clinical/read-open.ts'
import { wordsOf } from '#record/chart/clinical/words.ts'
import { newestOf, type TimelineReader } from '../entry.ts'

/** How many reports are looked through at most. */
const READ_MAX = 500

/** Tests, each on the day it was taken: that there was one and its name, never what was found. */
export const results: TimelineReader = async (tx, access, wanted) => {
  const held = await readOpen(tx, access, { type: 'DiagnosticReport', withFiles: false, max: READ_MAX })
  const entries = held.flatMap(({ id, toldBy, content: { code, effectiveDateTime, issued } }) => {
    const seen = effectiveDateTime ?? issued
    const at = seen === undefined ? undefined : new Date(seen)
    if (at === undefined || Number.isNaN(at.getTime()) || at > tx.now) return []
    return [{ id: `result ${id}`, at, what: 'result' as const, where: toldBy, title: wordsOf(code), href: '/results' }]
  })
  return newestOf(entries, wanted)
}
