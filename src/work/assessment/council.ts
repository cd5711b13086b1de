import type { Tx } from '#ground/db/store.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Access } from '#record/sharing/access.ts'
import { contributorFor } from '#work/hand-over/hand.ts'

/**
 * Those whose work it is to assess. Whoever prepares a plan must have the skills and the training for it. Source: Care
 * and Support (Care Planning) (Wales) Regulations 2015, regulation 2.
 */
export const ASSESSING_ROLES: readonly Role[] = ['social-worker', 'occupational-therapist']

/**
 * The council whose worker holds the access, where it lets them add to the person's care and support; undefined for
 * everybody else. The duty to assess is a council's: section 19 of the Act.
 */
export async function councilFor(tx: Tx, access: Access): Promise<string | undefined> {
  const contributorId = await contributorFor(tx, access)
  if (contributorId === undefined) return undefined
  const body = await tx.db
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', contributorId)
    .executeTakeFirstOrThrow()
  return body.kind === 'council' ? contributorId : undefined
}

/** What the holder of an access may record about the person. */
export interface MayRecord {
  readonly contact: boolean
  readonly whatMatters: boolean
  readonly assessment: boolean
}

/** A contact and an assessment are for the council's workers, the latter for those who assess; a conversation for all who work with the person. */
export async function mayRecord(tx: Tx, access: Access): Promise<MayRecord> {
  const council = await councilFor(tx, access)
  return {
    contact: council !== undefined,
    whatMatters: (await contributorFor(tx, access)) !== undefined,
    assessment: council !== undefined && assesses(access),
  }
}

/** Whether the holder of an access is somebody whose work it is to assess. */
export function assesses({ actor }: Access): boolean {
  return actor.kind === 'worker' && ASSESSING_ROLES.includes(actor.role)
}
