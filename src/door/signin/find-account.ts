import type { Store, Tx } from '#ground/db/store.ts'

/** The account whose name at the identity provider this is. */
export async function findAccount(
  on: Pick<Store, 'db'> | Tx,
  subject: string,
): Promise<{ readonly id: string } | undefined> {
  return await on.db.selectFrom('account').select('id').where('subject', '=', subject).executeTakeFirst()
}
