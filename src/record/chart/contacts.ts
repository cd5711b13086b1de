import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { openedBy } from './opened.ts'

/** Where somebody lives and how to reach them, as one organisation holds it. */
export interface Contacts {
  readonly contributorId: string
  readonly addressLines: readonly string[]
  readonly phones: readonly string[]
}

/** The home address and telephone numbers that this access opens, one entry an organisation. */
export async function contactsOf(tx: Tx, access: Access): Promise<Contacts[]> {
  const { rows } = await sql<{ contributorId: string; content: Patient }>`
    select opened.contributor_id, record.content
    from ${openedBy([access])}
    join person_link_now as link on link.person_id = opened.person_id
    join source_record as record on record.id = link.source_record_id and record.organisation_id = opened.contributor_id
    where opened.data_class = 'contacts'
    order by record.nhs_number_verified desc, record.id`.execute(tx.db)
  return rows.map(({ contributorId, content }) => {
    access.release(contributorId, 'contacts')
    const home = content.address?.find(({ use }) => use === 'home') ?? content.address?.[0]
    return {
      contributorId,
      addressLines: [...(home?.line ?? []), home?.city, home?.postalCode].filter(part => part !== undefined),
      phones: (content.telecom ?? []).flatMap(({ system, value }) => (system === 'phone' && value ? [value] : [])),
    }
  })
}
