import { sql } from 'kysely'
import type { Way } from '#ground/fhir/search/parameters.ts'
import type { Held, Tells } from './held.ts'
import { keptAs, known, type Sql } from './sql.ts'

/** The rows of the index by which one resource leads to another: where they stand, whose they are, and what they mean. */
export interface Link {
  readonly rows: Sql
  isOf(source: Held): Sql
  /** That it means this one, as something in that source. */
  means(target: Held, source: Held): Sql
}

/** What a parameter of one type says of another, under names that nothing else in the question has. */
export function linkBy(by: Way, parameter: string, name: () => string): Link {
  const link = sql.ref(name())
  const isOf = ({ id, type }: Held) =>
    sql`${link}.resource_id = ${id} and ${link}.type = ${known(type)} and ${keptAs(link, type, parameter)}`
  if (by === 'name') {
    return {
      rows: sql`index_reference as ${link}`,
      isOf,
      means: (target, source) => sql`${link}.target_id = ${target.logicalId}
        and ${link}.target_type = ${known(target.type)} and ${isMeant(target, source)}`,
    }
  }
  const address = sql.ref(name())
  return {
    rows: sql`index_uri as ${link} join index_uri as ${address} on ${address}.uri = ${link}.uri and ${address}.parameter = 'url'`,
    isOf,
    means: target => sql`${address}.resource_id = ${target.id} and ${address}.type = ${known(target.type)}
      and ${isVersion(sql`${link}.version`, target)}`,
  }
}

/** What something that is told of another leads to, where it does: it stands in no index. */
export interface LinkTold {
  readonly when: Sql
  readonly type: Sql
  readonly id: Sql
  means(target: Held, source: Held): Sql
}

/** What a Provenance that is told says by a parameter: by any where none is named. It gives no addresses. */
export function linksToldBy(by: Way, parameter: string | undefined, { values }: Tells): readonly LinkTold[] {
  return values
    .filter(value => by === 'name' && value.kind === 'reference' && (parameter ?? value.parameter) === value.parameter)
    .map(({ when, columns: { target_type: type, target_id: id } }) => ({
      when,
      type: type!,
      id: id!,
      means: (target, source) =>
        sql`${id} = ${target.logicalId} and ${type} = ${known(target.type)} and ${isMeant(target, source)}`,
    }))
}

/**
 * Whether a reference in one resource means the other, when the name fits: an id that somebody chose is a name within what
 * they wrote, and means nothing of anybody else's.
 */
export function isMeant(target: Held, source: Held): Sql {
  return sql`(${target.as}.logical_id is null or ${target.contributorId} = ${source.contributorId})`
}

/** Whether a resource is of the version that an address ends in. Without one any is meant. */
export function isVersion(version: Sql, { id }: Pick<Held, 'id'>): Sql {
  return sql`(${version} = '' or exists (
    select from index_token as own
    where own.resource_id = ${id} and own.parameter = 'version' and own.code = ${version}))`
}
