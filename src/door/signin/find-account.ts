import type { Store, Tx } from '#ground/db/store.ts'

/** Somebody who can sign in. */
export interface KnownAccount {
  readonly id: string
  /** Whether they have said in which language they want to be written to. */
  readonly hasAnsweredOffer: boolean
}

/** The account whose name at the identity provider this is. */
export async function findAccount(on: Pick<Store, 'db'> | Tx, subject: string): Promise<KnownAccount | undefined> {
  const account = await on.db
    .selectFrom('account')
    .leftJoin('personAccountNow as own', 'own.accountId', 'account.id')
    .leftJoin('languageAnswerNow as answer', 'answer.personId', 'own.personId')
    .select(['account.id', 'answer.id as answerId'])
    .where('account.subject', '=', subject)
    .executeTakeFirst()
  return account && { id: account.id, hasAnsweredOffer: account.answerId !== null }
}
