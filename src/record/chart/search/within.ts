import { sql } from 'kysely'
import type { Within } from '#ground/fhir/search/query/criterion.ts'
import type { Held } from './held.ts'
import type { Open } from './open.ts'
import { known, type Sql } from './sql.ts'

/** The thing that is meant, how it is known, and what each step leads to: each under a name of its own. */
interface Parts {
  readonly from: Held
  readonly isFrom: Sql
  readonly next: Held
}

/**
 * One thing of a type and all that is below it, or above, as a relation `(name, contributor_id, is_chosen)`: each part is asked for
 * through what is open, so that nothing is found along what is closed. Circles end where they come round.
 */
export function branch({ way, type, partOf }: Within, open: Open, { from, isFrom, next }: Parts): Sql {
  const columns = ({ as, id, logicalId, contributorId }: Held) => sql`
    ${id} as id, ${logicalId} as name, ${contributorId} as contributor_id, ${as}.logical_id is not null as is_chosen`
  const isPart = sql`link.type = ${known(type)} and link.parameter = ${known(partOf)} and link.target_type = ${known(type)}`
  const below = sql`
    join index_reference as link on link.target_id = branch.name and ${isPart}
    join ${next.table} as ${next.as} on ${next.id} = link.resource_id
      and (not branch.is_chosen or branch.contributor_id = ${next.contributorId})`
  const above = sql`
    join index_reference as link on link.resource_id = branch.id and ${isPart}
    join ${next.table} as ${next.as} on ${next.logicalId} = link.target_id
      and (${next.as}.logical_id is null or ${next.contributorId} = branch.contributor_id)`
  return sql`(
    with recursive branch as (
      select ${columns(from)} from ${from.table} as ${from.as}
      where ${isFrom} and ${from.isOne} and ${open.isOpen(from)}
      union
      select ${columns(next)} from branch ${way === 'below' ? below : above}
      where ${next.isOne} and ${open.isOpen(next)})
    select name, contributor_id, is_chosen from branch)`
}
