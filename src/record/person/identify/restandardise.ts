import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import { type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { COMPARED_VERSION, comparableOf, keepStandards } from './keep-standards.ts'
import { standardsOf } from './standard-of.ts'

/** How many records are made ready in one transaction: a fraction of a second, in which none of them can be changed. */
const MADE_AT_ONCE = 500

/**
 * Makes anew what matching compares of every record whose was made in an older way, or never. Those that somebody is
 * changing at this moment are passed over: the change makes them ready itself. Answers how many were made. Nobody is
 * linked by it: a re-link looks at all of them. Some thousand records a second.
 */
export async function restandardise(store: Store): Promise<number> {
  for (let made = 0; ; ) {
    const more = await transactionInTurn(store, makeSome)
    made += more
    if (more === 0) return made
  }
}

async function makeSome(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: string; content: Patient }>`
    select record.id, record.content
    from record_standard as standard
    join source_record as record on record.id = standard.source_record_id
    where standard.standard_version < ${COMPARED_VERSION}
    order by record.id
    limit ${MADE_AT_ONCE}
    for update of record skip locked`.execute(tx.db)
  if (rows.length === 0) return 0
  await keepAnew(tx, rows)
  return rows.length
}

/** Makes anew what is compared of these records, whatever way it was made in. */
export async function keepAnew(
  tx: Tx,
  records: readonly { readonly id: string; readonly content: Patient }[],
): Promise<void> {
  const standards = await standardsOf(
    tx,
    records.map(({ content }) => content),
  )
  await keepStandards(
    tx,
    records.map(({ id }, at) => comparableOf(id, standards[at]!)),
  )
}
