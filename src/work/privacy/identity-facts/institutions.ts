import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { endInstitution, type InstitutionClass, recordInstitution } from '#record/person/home/institution.ts'
import { standardUprn } from '#record/person/standard/address.ts'
import type { PrivacyOfficer } from '../privacy-team.ts'
import { because, type StandingFact } from './known-record.ts'

/** Records that people live at a property who are not of one household. Refused for what is no UPRN. */
export async function recordHomeOfMany(
  tx: Tx,
  officer: PrivacyOfficer,
  asked: { readonly uprn: string; readonly kind: InstitutionClass; readonly reason: string },
): Promise<Outcome<string, 'identityFact.uprnWrong'>> {
  const uprn = standardUprn(asked.uprn)
  if (uprn === undefined) return refused('identityFact.uprnWrong')
  return done(await recordInstitution(tx, uprn, asked.kind, because(officer, asked.reason)))
}

/** The properties of the region that are recorded so. */
export async function homesOfMany(tx: Tx): Promise<StandingFact[]> {
  const { rows } = await sql<StandingFact>`
    select place.id, place.uprn as about, place.class as kind, place.reason, place.decided_by as by, place.started_at as at
    from institution as place
    where not exists (select from institution_end as ended where ended.institution_id = place.id)
    order by place.uprn, place.id`.execute(tx.db)
  return rows
}

/** Records that a property is an ordinary home again. Refused when it is one already. */
export function ordinaryAgain(
  tx: Tx,
  officer: PrivacyOfficer,
  institutionId: string,
): Promise<Outcome<undefined, 'institution.none'>> {
  return endInstitution(tx, institutionId, because(officer, 'lifted'))
}
