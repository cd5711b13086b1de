import type { Tx } from '#ground/db/store.ts'
import { knownOrganisations } from '#record/sharing/agreement/known-organisations.ts'
import { accountablePosts } from '#record/sharing/agreement/signatories.ts'
import type { Choices } from './fields.ts'

/** Whom an agreement may name now, and the posts whose holders sign. */
export async function readChoices(tx: Tx): Promise<Choices> {
  return { organisations: await knownOrganisations(tx), signatories: await accountablePosts(tx) }
}
