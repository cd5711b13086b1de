import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import { RECORDS_USUAL_MAX } from './link.ts'
import { peopleAgainstGuards, rebuildPersons } from './rebuild.ts'

/** What a night's check found. */
export interface PersonCheck {
  /** Ids that named another person than the links say; they have been put right. */
  readonly idsAstray: number
  /** People whom no act makes: of several verified numbers, or of records that were told apart or sealed. */
  readonly peopleAgainstGuards: number
  readonly peopleOfManyRecords: number
  /** Whether somebody must look at once. */
  readonly isAlarming: boolean
}

/**
 * Makes whom each person id names again from the links alone, once a day, and keeps what was found. Undefined when today
 * was checked already. About twenty seconds for a million records.
 */
export async function checkPersons(store: Store): Promise<PersonCheck | undefined> {
  return transaction(store, async tx => {
    const day = dayOf(tx.now)
    const checked = await tx.db.selectFrom('personCheck').select('day').where('day', '=', day).executeTakeFirst()
    if (checked !== undefined) return undefined
    const idsAstray = (await rebuildPersons(tx)).length
    const against = (await peopleAgainstGuards(tx)).length
    const peopleOfManyRecords = await ofManyRecords(tx)
    await tx.db
      .insertInto('personCheck')
      .values({ day, idsAstray, peopleAgainstGuards: against, peopleOfManyRecords, checkedAt: tx.now })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return { idsAstray, peopleAgainstGuards: against, peopleOfManyRecords, isAlarming: idsAstray + against > 0 }
  })
}

async function ofManyRecords(tx: Tx): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*) as people
    from (select from person_link_now group by person_id having count(*) > ${RECORDS_USUAL_MAX}) as many`.execute(tx.db)
  return rows[0]?.people ?? 0
}
