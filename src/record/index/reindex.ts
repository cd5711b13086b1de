import { sql } from 'kysely'
import { type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { ROWS_VERSION } from '#ground/fhir/search/rows-of.ts'
import { writeIndex } from './write-index.ts'

/** How many resources are given their rows in one transaction: a fraction of a second, in which none of them can be changed. */
const MADE_AT_ONCE = 500

/**
 * Gives every resource the rows by which it is searched, if that has not been done by these rules yet: after the migration
 * that brought the index, and whenever the rules change. It goes on beside everything else; what is written meanwhile gets its
 * rows as it is written. Answers how many were made. Until it has ended, what was there before is not all found.
 */
export async function reindex(store: Store): Promise<number> {
  if (await isMade(store)) return 0
  const made = await makeAnew(store)
  await transactionInTurn(store, async tx => {
    tx.send(sql`
      insert into index_made (rows_version, finished_at) values (${ROWS_VERSION}, ${tx.now}) on conflict do nothing`)
  })
  return made
}

/** The same whether it has been done or not. */
export async function makeAnew(store: Store): Promise<number> {
  const resources = await reindexAll(store, resourcesAfter)
  const records = await reindexAll(store, recordsAfter)
  return resources + records
}

async function isMade({ db }: Store): Promise<boolean> {
  const made = await db
    .selectFrom('indexMade')
    .select('rowsVersion')
    .where('rowsVersion', '=', ROWS_VERSION)
    .executeTakeFirst()
  return made !== undefined
}

interface Row {
  readonly id: string
  readonly type: string
  readonly sourceRecordId: string | null
  readonly content: { readonly resourceType: string }
}

type After = (tx: Tx, id: string) => Promise<Row[]>

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

async function reindexAll(store: Store, after: After): Promise<number> {
  for (let made = 0, last = BEFORE_ALL; ; ) {
    const rows = await transactionInTurn(store, async tx => {
      const some = await after(tx, last)
      writeIndex(
        tx,
        some.map(({ sourceRecordId, ...row }) => ({
          ...row,
          sourceRecordId: sourceRecordId ?? undefined,
          isNew: false,
        })),
      )
      return some
    })
    made += rows.length
    const end = rows.at(-1)
    if (end === undefined) return made
    last = end.id
  }
}

async function resourcesAfter(tx: Tx, id: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, type, source_record_id, content from resource
    where id > ${id}
    order by id
    limit ${MADE_AT_ONCE}
    for update`.execute(tx.db)
  return rows
}

async function recordsAfter(tx: Tx, id: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select id, 'Patient' as type, id as source_record_id, content from source_record
    where id > ${id}
    order by id
    limit ${MADE_AT_ONCE}
    for update`.execute(tx.db)
  return rows
}
