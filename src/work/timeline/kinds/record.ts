import { openNotices } from '#work/notice/open-notices.ts'
import { standingNotices } from '#work/notice/standing.ts'
import { newestOf, type TimelineReader } from '../entry.ts'

const WHATS = ['moved-home', 'changed-gp'] as const

/** New addresses and new GPs, as agencies' records told of them: that it was so, and not where. */
export const record: TimelineReader = async (tx, access, wanted) => {
  const notices = standingNotices(await openNotices(tx, [access], { since: new Date(0), only: undefined }))
  const entries = notices.flatMap(({ id, kind, happenedAt, contributor, contributorId, dataClass }) => {
    const what = WHATS.find(one => one === kind)
    if (what === undefined) return []
    access.release(contributorId, dataClass)
    return [{ id: `record ${id}`, at: happenedAt, what, where: contributor, href: '' }]
  })
  return newestOf(entries, wanted)
}
