import { documentsOf } from '#record/chart/clinical/documents.ts'
import { newestOf, type TimelineReader } from '../entry.ts'

/** How many letters are looked through at most. */
const READ_MAX = 500

/** Letters and documents, each on the day it was written. */
export const letters: TimelineReader = async (tx, access, wanted) => {
  const documents = await documentsOf(tx, access, READ_MAX)
  const entries = documents.flatMap(({ id, writtenAt, title, kind, toldBy }) =>
    writtenAt === undefined || writtenAt > tx.now
      ? []
      : [
          {
            id: `letter ${id}`,
            at: writtenAt,
            what: 'letter' as const,
            where: toldBy,
            title: title ?? kind,
            href: `/documents/${id}`,
          },
        ],
  )
  return newestOf(entries, wanted)
}
