import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Include } from '#ground/fhir/search/query/include.ts'
import { columnsOf, type Found, foundFrom, personOf, type Row } from './columns.ts'
import { Question } from './criterion-sql.ts'
import { asksWhere } from './held.ts'
import { addressedBy, addressing, typesAddressed } from './include-address.ts'
import type { Open } from './open.ts'
import { known, type Sql } from './sql.ts'

/** How many resources are sent beside a page, and how often it goes on from what was included. */
export const INCLUDED_MAX = 1_000
const ROUNDS_MAX = 5

/** Thrown when more would be included than is sent. */
export class TooMuchIncluded extends Error {}

/**
 * What a page's resources refer to, or what refers to them, as far as it is open: each once, and nothing that was found
 * already, however the references go round.
 */
export async function findIncluded(
  tx: Tx,
  open: Open,
  includes: readonly Include[],
  found: readonly Found[],
  isServed: (type: string) => boolean,
): Promise<Found[]> {
  const met = new Set(found.map(({ id }) => id))
  const included: Found[] = []
  for (let round = 0, from = found; round < ROUNDS_MAX && from.length > 0; round++) {
    const asked = includes.filter(({ iterates }) => round === 0 || iterates)
    const parts = await partsOf(tx, open, asked, from, isServed)
    if (parts.length === 0) break
    const { rows } = await sql<Row>`
      with ${open.before}, origin as materialized (
        select * from jsonb_to_recordset(${originsOf(from)}::jsonb)
          as origin (id uuid, type text, logical_id text, contributor_id uuid))
      select distinct on (id) included.*
      from (${sql.join(parts, sql` union all `)}) as included
      order by id
      limit ${INCLUDED_MAX + met.size + 1}`.execute(tx.db)
    const fresh = rows.map(foundFrom).filter(({ id }) => !met.has(id))
    for (const { id } of fresh) met.add(id)
    included.push(...fresh)
    if (included.length > INCLUDED_MAX) throw new TooMuchIncluded()
    from = fresh
  }
  return included
}

function originsOf(found: readonly Found[]): string {
  return JSON.stringify(
    found.map(({ id, type, logicalId, contributorId }) => ({
      id,
      type,
      logical_id: logicalId,
      contributor_id: contributorId,
    })),
  )
}

async function partsOf(
  tx: Tx,
  open: Open,
  includes: readonly Include[],
  from: readonly Found[],
  isServed: (type: string) => boolean,
): Promise<Sql[]> {
  const question = new Question(open)
  const types = new Set(from.map(({ type }) => type))
  const forwards = includes.filter(({ isReverse, source }) => !isReverse && types.has(source))
  const led = forwards.length === 0 ? [] : (await typesLedTo(tx, from)).filter(isServed)
  const addressed = (await typesAddressed(tx, from, forwards)).filter(isServed)
  const wanted = (types: readonly string[], { target }: Include) =>
    types.filter(type => target === undefined || target === type)
  return [
    ...forwards.flatMap(include => [
      ...wanted(led, include).map(type => referredTo(question, open, include, type)),
      ...wanted(addressed, include).map(type => addressedBy(question, open, include, type)),
    ]),
    ...includes
      .filter(({ isReverse, source }) => isReverse && isServed(source))
      .flatMap(include => [
        referring(question, open, include),
        ...(include.addresses.length === 0 ? [] : [addressing(question, open, include)]),
      ]),
  ]
}

/** Of which types are the things that these refer to. */
async function typesLedTo(tx: Tx, from: readonly Found[]): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select distinct target_type as type from index_reference
    where resource_id = any(${from.map(({ id }) => id)}::uuid[])`.execute(tx.db)
  return rows.map(({ type }) => type)
}

function referredTo(question: Question, open: Open, { source, rows }: Include, type: string): Sql {
  const target = question.held(type)
  return sql`
    select ${columnsOf(target, open)}
    from origin
    join index_reference as link on link.resource_id = origin.id
    join ${target.table} as ${target.as} on ${target.logicalId} = link.target_id
    ${personOf(target)}
    where origin.type = ${known(source)} and link.type = ${known(source)} and link.target_type = ${known(type)}
      and ${rows === undefined ? sql`true` : sql`link.parameter = ${known(rows)}`}
      and (${target.as}.logical_id is null or ${target.contributorId} = origin.contributor_id)
      and ${target.isOne} and ${open.isOpen(target)}`
}

function referring(question: Question, open: Open, { source: type, rows, target }: Include): Sql {
  const source = question.held(type)
  const parameter = rows === undefined ? sql`true` : sql`link.parameter = ${known(rows)}`
  const guarded = rows !== undefined && asksWhere(type, rows) ? sql`false` : sql`true`
  return sql`
    select ${columnsOf(source, open)}
    from origin
    join index_reference as link on link.target_id = origin.logical_id and link.target_type = origin.type
    join ${source.table} as ${source.as} on ${source.id} = link.resource_id
    ${personOf(source)}
    where link.type = ${known(type)} and ${parameter} and ${guarded}
      and ${target === undefined ? sql`true` : sql`origin.type = ${known(target)}`}
      and (origin.logical_id = origin.id::text or origin.contributor_id = ${source.contributorId})
      and ${source.isOne} and ${open.isOpen(source)}`
}
