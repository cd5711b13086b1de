import type { Tx } from '#ground/db/store.ts'
import { personNow } from '#record/person/person-now.ts'
import type { Access } from '#record/sharing/access.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import { decidesWords, isThePerson } from '#work/plan/owner.ts'
import { ABOUT_ME_CLASS } from './about-me.ts'

/** What the holder of an access may do with About me: decide its words, or offer others. Undefined: neither. */
export type MayWrite = 'decide' | 'propose' | undefined

/**
 * The person decides; everybody else whom they let write here proposes. Of somebody who has no account nobody could ever
 * answer, so a worker takes their words down for them, as on paper, and the version says whose hand it was.
 */
export async function mayWrite(tx: Tx, access: Access): Promise<MayWrite> {
  const ownerId = await personsContributor(tx)
  if (!access.mayContribute(ownerId, ABOUT_ME_CLASS)) return undefined
  if (decidesWords(access, { ownerId, ownerCode: THE_PERSON }, isThePerson(access))) return 'decide'
  return access.actor.kind === 'worker' && !(await hasAccount(tx, access.personId)) ? 'decide' : 'propose'
}

/** The contributor of what people say of themselves. */
export async function personsContributor(tx: Tx): Promise<string> {
  const person = await tx.db
    .selectFrom('organisation')
    .select('id')
    .where('code', '=', THE_PERSON)
    .executeTakeFirstOrThrow()
  return person.id
}

async function hasAccount(tx: Tx, personId: string): Promise<boolean> {
  const own = await tx.db
    .selectFrom('personAccountNow')
    .select('accountId')
    .where('personId', '=', personNow(personId))
    .executeTakeFirst()
  return own !== undefined
}
