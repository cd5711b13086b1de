import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import { SHARED_JOINS, type SharedRow, sharedColumns, sharedFrom } from '../read-shared.ts'
import { ASSESSMENT_CLASS } from '../record.ts'
import type { Contact } from './contact.ts'

type Own = Pick<
  Contact,
  'fromWhom' | 'way' | 'about' | 'needAppears' | 'nextStep' | 'whatNext' | 'language' | 'by' | 'at'
>

/** The contacts about a person that an access opens, the latest first. */
export async function readContacts(tx: Tx, access: Access): Promise<Contact[]> {
  const { rows } = await sql<SharedRow & Own & { fromName: string | null; assessmentId: string | null }>`
    select ${sharedColumns('contact')}, record.from_whom, record.from_name, record.way, record.about,
           record.need_appears, record.next_step, record.what_next, record.language, record.assessment_id,
           record.taken_by_name as by, record.taken_at as at
    from ${openedBy([access])}
    join person_now as now on now.person_id = opened.person_id
    join contact as record on record.person_id = now.id and record.contributor_id = opened.contributor_id
    ${SHARED_JOINS}
    where opened.data_class = ${ASSESSMENT_CLASS}
    order by record.taken_at desc, record.id`.execute(tx.db)
  for (const { contributorId } of rows) access.release(contributorId, ASSESSMENT_CLASS)
  return rows.map(({ fromName, assessmentId, ...row }) => ({
    ...row,
    ...sharedFrom(row),
    fromName: fromName ?? undefined,
    assessmentId: assessmentId ?? undefined,
  }))
}
