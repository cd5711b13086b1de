import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type Columns, ColumnWriter } from '../matching/bulk/columns.ts'
import type { Matcher } from '../matching/matcher.ts'
import { onlyStandard } from '../matching/record.ts'
import type { Standard } from '../standard/standard.ts'

/** All records of the region as a bulk run wants them, numbered in the order in which they came. */
export interface Region {
  readonly columns: Columns
  /** The source record of each number. */
  readonly ids: readonly string[]
  /** The person each is about now. */
  readonly people: readonly string[]
  /** Pairs of numbers that may not become one person; the lower first, and then the higher. */
  readonly barred: ReadonlySet<string>
  /** Links in force that matching made, by the numbers they join. */
  readonly links: readonly { readonly id: string; readonly left: number; readonly right: number }[]
}

/** How many records are read at a time: some megabytes. */
const CHUNK = 10_000

/** Reads what is compared of every record. About a gigabyte of memory for a million. Use in `transaction`. */
export async function readRegion(tx: Tx, matcher: Matcher): Promise<Region> {
  const writer = new ColumnWriter(matcher.fields)
  const ids: string[] = []
  const people: string[] = []
  for (let after = 0; ; ) {
    const rows = await readSome(tx, after)
    for (const { id, personId, content } of rows) {
      writer.add(onlyStandard(content))
      ids.push(id)
      people.push(personId)
    }
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.arrival
  }
  const numberOf = new Map(ids.map((id, number) => [id, number]))
  const inOrder = (one: string, other: string) =>
    [numberOf.get(one) ?? -1, numberOf.get(other) ?? -1].sort((a, b) => a - b) as [number, number]
  const links = (await modelLinks(tx)).map(({ id, recordA, recordB }) => {
    const [left, right] = inOrder(recordA, recordB)
    return { id, left, right }
  })
  const apart = await apartPairs(tx)
  const barred = new Set(apart.map(({ one, other }) => inOrder(one, other).join()))
  return { columns: writer.done(), ids, people, barred, links: links.filter(({ left }) => left >= 0) }
}

interface Row {
  readonly id: string
  readonly arrival: number
  readonly personId: string
  readonly content: Standard
}

async function readSome(tx: Tx, after: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select record.id, record.arrival, now.person_id, standard.content
    from (select id, arrival, home_person_id from source_record where arrival > ${after} order by arrival limit ${CHUNK}) as record
    join person_now as now on now.id = record.home_person_id
    join record_standard as standard on standard.source_record_id = record.id and standard.standard_version > 0
    order by record.arrival`.execute(tx.db)
  return rows
}

function modelLinks(tx: Tx) {
  return tx.db
    .selectFrom('recordLinkNow as now')
    .innerJoin('recordLink as link', 'link.id', 'now.id')
    .select(['link.id', 'link.recordA', 'link.recordB'])
    .where('link.decidedBy', '=', 'model')
    .execute()
}

/** Every two records of two people of whom somebody told apart or sealed any two. */
async function apartPairs(tx: Tx): Promise<{ one: string; other: string }[]> {
  const { rows } = await sql<{ one: string; other: string }>`
    select distinct ones.source_record_id as one, others.source_record_id as other
    from record_apart_now as apart
    join person_link_now as a on a.source_record_id = apart.record_a
    join person_link_now as b on b.source_record_id = apart.record_b
    join person_link_now as ones on ones.person_id = a.person_id
    join person_link_now as others on others.person_id = b.person_id`.execute(tx.db)
  return rows
}
