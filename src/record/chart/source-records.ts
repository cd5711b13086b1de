import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { sensitiveAmong } from '#record/person/sensitive/sensitive.ts'
import type { Access } from '#record/sharing/access.ts'
import { openedBy } from './opened.ts'

/** What one organisation holds of who somebody is, as far as it is open. */
export interface OpenRecord {
  readonly id: string
  readonly personId: string
  readonly contributorId: string
  readonly organisation: Bilingual
  readonly content: Patient
  /** The address is kept back, because the record is of somebody who must not be found. */
  readonly isProtected: boolean
}

interface Row {
  readonly opened: number
  readonly id: string
  readonly personId: string
  readonly contributorId: string
  readonly nameEn: string
  readonly nameCy: string
  readonly content: Patient
  readonly contacts: boolean
}

/**
 * The source records of each access's person that it opens, the first to arrive first, in the order of the accesses.
 * Address and telephone are left out where contacts are not open, and of a protected record for everybody.
 */
export async function sourceRecordsOf(tx: Tx, accesses: readonly Access[]): Promise<OpenRecord[][]> {
  const { rows } = await sql<Row>`
    select opened.place as opened, record.id, link.person_id, opened.contributor_id, body.name_en, body.name_cy, record.content,
           bool_or(opened.data_class = 'contacts') as contacts
    from ${openedBy(accesses)}
    join person_link_now as link on link.person_id = opened.person_id
    join source_record as record on record.id = link.source_record_id and record.organisation_id = opened.contributor_id
    join organisation as body on body.id = opened.contributor_id
    where opened.data_class in ('demographics', 'contacts')
    group by opened.place, record.id, link.person_id, opened.contributor_id, body.name_en, body.name_cy
    having bool_or(opened.data_class = 'demographics')
    order by record.arrival`.execute(tx.db)
  const isSensitive = await sensitiveAmong(
    tx,
    rows.map(({ id }) => id),
  )
  return accesses.map((access, place) =>
    rows
      .filter(row => row.opened === place)
      .map(row => {
        access.release(row.contributorId, 'demographics')
        if (row.contacts) access.release(row.contributorId, 'contacts')
        return openRecord(row, isSensitive.has(row.id))
      }),
  )
}

function openRecord(
  { id, personId, contributorId, nameEn, nameCy, content, contacts }: Row,
  guarded: boolean,
): OpenRecord {
  const { address: _, telecom: __, ...bare } = content
  return {
    id,
    personId,
    contributorId,
    organisation: { en: nameEn, cy: nameCy },
    content: contacts && !guarded ? content : bare,
    isProtected: guarded,
  }
}
