import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import { SHARED_JOINS, type SharedRow, sharedColumns, sharedFrom } from '../read-shared.ts'
import { ASSESSMENT_CLASS } from '../record.ts'
import type { WhatMatters } from './what-matters.ts'

type Own = Omit<WhatMatters, keyof SharedRow | 'assessmentId'>

/** The conversations about what matters to a person that an access opens, the latest first. */
export async function readWhatMatters(tx: Tx, access: Access): Promise<WhatMatters[]> {
  const { rows } = await sql<SharedRow & Own & { assessmentId: string | null }>`
    select ${sharedColumns('what-matters')}, record.held_on, record.held_in, record.took_part, record.words,
           record.words_language, record.came_of_it, record.language, record.assessment_id,
           record.recorded_by_name as by, record.recorded_at as at
    from ${openedBy([access])}
    join person_now as now on now.person_id = opened.person_id
    join what_matters as record on record.person_id = now.id and record.contributor_id = opened.contributor_id
    ${SHARED_JOINS}
    where opened.data_class = ${ASSESSMENT_CLASS}
    order by record.held_on desc, record.recorded_at desc, record.id`.execute(tx.db)
  for (const { contributorId } of rows) access.release(contributorId, ASSESSMENT_CLASS)
  return rows.map(({ assessmentId, ...row }) => ({
    ...row,
    ...sharedFrom(row),
    assessmentId: assessmentId ?? undefined,
  }))
}
