import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Include } from '#ground/fhir/search/query/include.ts'
import { linksOf } from '../provenance/content.ts'
import { versionNamed } from '../provenance/told.ts'
import { columnsOf, type Found, foundFrom, personOf, type Row } from './columns.ts'
import { Question } from './criterion-sql.ts'
import { asksWhere, type Held, type Tells } from './held.ts'
import { addressedBy, addressing, typesAddressed } from './include-address.ts'
import { linksToldBy } from './link.ts'
import type { Open } from './open.ts'
import { all, known, type Sql } from './sql.ts'

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
          as origin (id uuid, type text, logical_id text, contributor_id uuid)),
      told_reference as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(linksOfTold(from))}::jsonb)
          as told (resource_id uuid, type text, parameter text, target_type text, target_id text))
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
      ...wanted(led, include).flatMap(type => referredTo(question, open, include, type)),
      ...wanted(addressed, include).map(type => addressedBy(question, open, include, type)),
    ]),
    ...includes
      .filter(({ isReverse, source }) => isReverse && isServed(source))
      .flatMap(include => [
        ...referring(question, open, include),
        ...(include.addresses.length === 0 ? [] : [addressing(question, open, include)]),
      ]),
  ]
}

/** Of which types are the things that these refer to. */
async function typesLedTo(tx: Tx, from: readonly Found[]): Promise<string[]> {
  const { rows } = await sql<{ type: string }>`
    select distinct target_type as type from index_reference
    where resource_id = any(${from.map(({ id }) => id)}::uuid[])`.execute(tx.db)
  return [...new Set([...rows.map(({ type }) => type), ...linksOfTold(from).map(link => link.target_type)])]
}

/** To what those lead that are told of others: it stands in what they say, and in no index. */
function linksOfTold(found: readonly Found[]) {
  return found
    .filter(one => versionNamed({ type: one.type, id: one.logicalId }) !== undefined)
    .flatMap(({ id, type, text }) =>
      linksOf(text).map(link => ({
        resource_id: id,
        type,
        parameter: link.parameter,
        target_type: link.type,
        target_id: link.id,
      })),
    )
}

function referredTo(question: Question, open: Open, { source, rows }: Include, type: string): Sql[] {
  const target = question.held(type)
  const links = source === 'Provenance' ? ['index_reference', 'told_reference'] : ['index_reference']
  return links.map(
    table => sql`
    select ${columnsOf(target, open)}
    from origin
    join ${sql.table(table)} as link on link.resource_id = origin.id
    join ${target.table} as ${target.as} on ${target.logicalId} = link.target_id
    ${personOf(target)}
    where origin.type = ${known(source)} and link.type = ${known(source)} and link.target_type = ${known(type)}
      and ${rows === undefined ? sql`true` : sql`link.parameter = ${known(rows)}`}
      and (${target.as}.logical_id is null or ${target.contributorId} = origin.contributor_id)
      and ${target.isOne} and ${open.isOpen(target)}`,
  )
}

function referring(question: Question, open: Open, include: Include): Sql[] {
  return question
    .all(include.source)
    .flatMap(source =>
      source.tells === undefined
        ? [referringKept(open, include, source)]
        : referringTold(open, include, source, source.tells),
    )
}

/** One question for each reference that something told has: each finds its own way. */
function referringTold(open: Open, { rows, target }: Include, source: Held, tells: Tells): Sql[] {
  return linksToldBy('name', rows, tells).map(
    link => sql`
    select ${columnsOf(source, open)}
    from origin
    join ${source.table} as ${source.as} on ${link.id} = origin.logical_id and ${link.type} = origin.type and ${link.when}
    ${personOf(source)}
    where ${target === undefined ? sql`true` : sql`origin.type = ${known(target)}`}
      and (origin.logical_id = origin.id::text or origin.contributor_id = ${source.contributorId})
      and ${all([source.isOne, open.isOpen(source)])}`,
  )
}

function referringKept(open: Open, { source: type, rows, target }: Include, source: Held): Sql {
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
