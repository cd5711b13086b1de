import type { Address, Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { homeAddress } from '#record/person/patient-facts.ts'
import { sensitivePeopleAmong } from '#record/person/sensitive/sensitive.ts'
import type { Access } from '#record/sharing/access.ts'
import { openedBy } from './opened.ts'

/** Where somebody lives and how to reach them, as one organisation holds it. */
export interface Contacts {
  readonly contributorId: string
  /** Empty where the address must not become known and is not open as a protected one. */
  readonly addressLines: readonly string[]
  readonly phones: readonly string[]
}

/**
 * The home address and telephone numbers that this access opens, one entry an organisation. Of somebody whose address
 * must not become known it is opened by the class of protected addresses alone.
 */
export async function contactsOf(tx: Tx, access: Access): Promise<Contacts[]> {
  const { rows } = await sql<{ contributorId: string; content: Patient }>`
    select opened.contributor_id, record.content
    from ${openedBy([access])}
    join person_link_now as link on link.person_id = opened.person_id
    join source_record as record on record.id = link.source_record_id and record.organisation_id = opened.contributor_id
    where opened.data_class = 'contacts'
    order by record.nhs_number_verified desc, record.id`.execute(tx.db)
  const isProtected = (await sensitivePeopleAmong(tx, [access.personId])).has(access.personId)
  return rows.map(({ contributorId, content }) => {
    access.release(contributorId, 'contacts')
    const isShown = !isProtected || access.covers(contributorId, 'protected-address')
    if (isProtected && isShown) access.release(contributorId, 'protected-address')
    return {
      contributorId,
      addressLines: isShown ? linesOf(content) : [],
      phones: (content.telecom ?? []).flatMap(({ system, value }) => (system === 'phone' && value ? [value] : [])),
    }
  })
}

function linesOf(patient: Patient): string[] {
  return addressLines(homeAddress(patient) ?? patient.address?.[0])
}

/** An address as it is read, line by line. */
export function addressLines(home: Address | undefined): string[] {
  return [...(home?.line ?? []), home?.city, home?.postalCode].filter(part => part !== undefined)
}
