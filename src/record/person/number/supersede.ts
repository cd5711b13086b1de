import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { NhsNumber } from '#ground/nhs-number.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { keepAnew } from '../identify/restandardise.ts'
import { type Because, decided, newRow } from '../link/because.ts'
import { currentNumbers } from './current-numbers.ts'

/** That one number took the place of another, and from whom it is known. */
export interface Superseding {
  readonly oldNumber: NhsNumber
  readonly newNumber: NhsNumber
  /** From whom it is known: the national index, a letter. */
  readonly source: string
  /** ISO 8601 day, where it is known. */
  readonly on?: string | undefined
}

/**
 * Records that a number was superseded: from now on whoever has the old one has the new one. What is compared of their
 * records follows at once. Answers the id of what was recorded; the one there is when it was known already. Refused
 * when the old one has another successor, or is itself the new one's.
 */
export async function supersedeNumber(
  tx: Tx,
  { oldNumber, newNumber, source, on }: Superseding,
  because: Because,
): Promise<Outcome<string, 'number.supersededByAnother' | 'number.itsOwnSuccessor'>> {
  await sql`select pg_advisory_xact_lock(hashtext('superseded numbers'))`.execute(tx.db)
  const [standing] = await tx.db
    .selectFrom('supersededNumberNow')
    .select(['id', 'newNumber'])
    .where('oldNumber', '=', oldNumber)
    .execute()
  if (standing?.newNumber === newNumber && standing.id !== null) return done(standing.id)
  if (standing !== undefined) return refused('number.supersededByAnother')
  const successor = (await currentNumbers(tx, [newNumber])).get(newNumber) ?? newNumber
  if (successor === oldNumber) return refused('number.itsOwnSuccessor')
  const row = newRow(tx)
  await tx.db
    .insertInto('supersededNumber')
    .values({ ...row, ...decided(because), oldNumber, newNumber, source, supersededOn: on ?? null })
    .execute()
  await compareAnew(tx, oldNumber)
  return done(row.id)
}

/** Records that a number was never superseded after all. Refused when nothing in force says that it was. */
export async function liftSuperseded(
  tx: Tx,
  supersededNumberId: string,
  because: Because,
): Promise<Outcome<undefined, 'number.notSuperseded'>> {
  const standing = await tx.db
    .selectFrom('supersededNumberNow')
    .select('oldNumber')
    .where('id', '=', supersededNumberId)
    .executeTakeFirst()
  if (standing?.oldNumber == null) return refused('number.notSuperseded')
  await tx.db
    .insertInto('supersededNumberEnd')
    .values({ supersededNumberId, ...decided(because), endedAt: tx.now })
    .execute()
  await compareAnew(tx, standing.oldNumber)
  return done(undefined)
}

/** Of every record that holds the number, or one whose place it took. */
async function compareAnew(tx: Tx, number: string): Promise<void> {
  const { rows } = await sql<{ id: string; content: Patient }>`
    with recursive older (number) as (
      select ${number}::text
      union
      select superseded.old_number from older join superseded_number_now as superseded on superseded.new_number = older.number
    )
    select record.id, record.content
    from older join source_record as record on record.nhs_number = older.number
    order by record.id
    for update of record`.execute(tx.db)
  if (rows.length > 0) await keepAnew(tx, rows)
}
