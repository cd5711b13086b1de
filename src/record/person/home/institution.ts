import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type Because, decided, newRow } from '../link/because.ts'

/** Kinds of property in which people live who are not of one household. */
export const INSTITUTION_CLASSES = [
  'care-home',
  'hostel',
  'refuge',
  'hospital',
  'student-hall',
  'supported-housing',
  'prison',
] as const

export type InstitutionClass = (typeof INSTITUTION_CLASSES)[number]

/**
 * Records that a property is one in which people live who are not of one household. Nobody lives together by it, and of
 * a refuge everybody's address is protected. Answers the id of what was recorded.
 */
export async function recordInstitution(
  tx: Tx,
  uprn: string,
  institutionClass: InstitutionClass,
  because: Because,
): Promise<string> {
  const row = newRow(tx)
  await tx.db
    .insertInto('institution')
    .values({ ...row, ...decided(because), uprn, class: institutionClass })
    .execute()
  return row.id
}

/** Records that it is an ordinary home again. Refused when nothing in force says otherwise. */
export async function endInstitution(
  tx: Tx,
  institutionId: string,
  because: Because,
): Promise<Outcome<undefined, 'institution.none'>> {
  const known = await tx.db.selectFrom('institution').select('id').where('id', '=', institutionId).executeTakeFirst()
  if (known === undefined) return refused('institution.none')
  const ended = await tx.db
    .insertInto('institutionEnd')
    .values({ institutionId, ...decided(because), endedAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .returning('institutionId')
    .executeTakeFirst()
  return ended === undefined ? refused('institution.none') : done(undefined)
}
