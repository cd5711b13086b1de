import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { NhsNumber } from '#ground/nhs-number.ts'

/** Of these numbers those that have been superseded, each with the one that stands in its place now. */
export async function currentNumbers(
  tx: Tx,
  numbers: readonly NhsNumber[],
): Promise<ReadonlyMap<NhsNumber, NhsNumber>> {
  if (numbers.length === 0) return new Map()
  const { rows } = await sql<{ oldNumber: NhsNumber; newNumber: NhsNumber }>`
    select distinct superseded.old_number, current_nhs_number(superseded.old_number) as new_number
    from superseded_number_now as superseded
    where superseded.old_number = any(${[...new Set(numbers)]}::text[])`.execute(tx.db)
  return new Map(rows.map(({ oldNumber, newNumber }) => [oldNumber, newNumber]))
}
