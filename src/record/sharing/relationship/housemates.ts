import { type RawBuilder, sql } from 'kysely'

/**
 * Who lives with each of these accounts, by the record that the account's owner has of their own, as rows
 * `(account_id, person_id)`, themselves among them. Asked of the household, which is small, and not of everybody a
 * worker asks about; and not at all while no clause in force or to come asks for it.
 */
export function housematesOf(accounts: readonly string[]): RawBuilder<unknown> {
  return sql`
    select own.account_id, household.person_id
    from person_account_now as own
    cross join lateral household_of(own.person_id) as household (person_id)
    where own.account_id = any(${accounts}::uuid[])
      and exists (select from agreement where agreement.content @? '$.clauses[*].notAtHome')`
}
