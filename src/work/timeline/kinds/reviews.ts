import { readReviews } from '#work/review/read-reviews.ts'
import { newestOf, type TimelineEntry, type TimelineReader } from '../entry.ts'

/** What reviews of the plan came to, and that it was opened again. */
export const reviews: TimelineReader = async (tx, access, wanted) => {
  const entries = (await readReviews(tx, access)).flatMap(({ id, result }): TimelineEntry[] => {
    if (result === undefined) return []
    const { kind, at, by, reasons: words, language, reopened } = result
    const href = `/plan/reviews/${id}`
    const ended: TimelineEntry = { id: `review ${id}`, at, by, what: `review-${kind}`, words, language, href }
    if (reopened === undefined) return [ended]
    const { at: again, by: whose, reasons, language: spoken } = reopened
    const said = { words: reasons, language: spoken, href }
    return [ended, { id: `reopened ${id}`, at: again, by: whose, what: 'reopened', ...said }]
  })
  return newestOf(entries, wanted)
}
