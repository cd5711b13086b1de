import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { typesWithAddress } from '#ground/fhir/search/parameters.ts'
import type { Include } from '#ground/fhir/search/query/include.ts'
import { columnsOf, type Found, personOf } from './columns.ts'
import type { Question } from './criterion-sql.ts'
import type { Held } from './held.ts'
import { isVersion } from './link.ts'
import type { Open } from './open.ts'
import { all, known, type Sql } from './sql.ts'

// What is included along canonical references, which give an address and perhaps a version, as `include.ts` does along names.

/** Of which types are the things whose addresses these give. */
export async function typesAddressed(tx: Tx, from: readonly Found[], includes: readonly Include[]): Promise<string[]> {
  const parameters = includes.flatMap(({ addresses }) => addresses)
  if (parameters.length === 0) return []
  const { rows } = await sql<{ type: string }>`
    select distinct address.type
    from index_uri as link
    join index_uri as address on address.uri = link.uri
    where link.resource_id = any(${from.map(({ id }) => id)}::uuid[]) and link.parameter = any(${parameters}::text[])
      and address.type = any(${typesWithAddress()}::text[]) and address.parameter = 'url'`.execute(tx.db)
  return rows.map(({ type }) => type)
}

/** What of a type has the address that one of the origins gives. */
export function addressedBy(question: Question, open: Open, { source, addresses }: Include, type: string): Sql {
  const target = question.held(type)
  return sql`
    select ${columnsOf(target, open)}
    from origin
    join index_uri as link on link.resource_id = origin.id
    join index_uri as address on address.uri = link.uri and address.parameter = 'url' and address.type = ${known(type)}
    join ${target.table} as ${target.as} on ${target.id} = address.resource_id
    ${personOf(target)}
    where origin.type = ${known(source)} and link.type = ${known(source)} and link.parameter = any(${addresses}::text[])
      and ${isVersion(sql`link.version`, target)} and ${isOpenOne(target, open)}`
}

/** What gives the address that one of the origins has. */
export function addressing(question: Question, open: Open, { source: type, addresses, target }: Include): Sql {
  const source = question.held(type)
  return sql`
    select ${columnsOf(source, open)}
    from origin
    join index_uri as address on address.resource_id = origin.id and address.parameter = 'url'
    join index_uri as link on link.uri = address.uri and link.type = ${known(type)} and link.parameter = any(${addresses}::text[])
    join ${source.table} as ${source.as} on ${source.id} = link.resource_id
    ${personOf(source)}
    where ${target === undefined ? sql`true` : sql`origin.type = ${known(target)}`}
      and ${isVersion(sql`link.version`, { id: sql`origin.id` })} and ${isOpenOne(source, open)}`
}

function isOpenOne(one: Held, open: Open): Sql {
  return all([one.isOne, open.isOpen(one)])
}
