import { type Statement, sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import { emitKeys, membersMaxOf } from '../matching/blocking.ts'
import { toBigint } from '../matching/key.ts'
import { onlyStandard } from '../matching/record.ts'
import type { Standard } from '../standard/standard.ts'
import type { Comparable } from './keep-standards.ts'

/** A record that shares a key with the one that is identified. */
export interface Candidate {
  readonly recordId: string
  readonly standard: Standard
}

export interface Candidates {
  readonly candidates: readonly Candidate[]
  /** Keys under which so many records stand that they say too little: none of them was looked at. */
  readonly blocksSkipped: number
}

/**
 * Everybody who shares a key with a record, in one question, each once and with all that is compared: without the
 * record itself, and without those that may not be one person with it, who are never compared, counted or shown. They may
 * still be asked for.
 */
export async function findCandidates(
  tx: Tx,
  comparable: Comparable,
  barred: readonly string[] | Promise<readonly string[]>,
): Promise<Candidates> {
  const [without, { rows }] = await together([Promise.resolve(barred), sharingKeys(comparable).execute(tx.db)])
  return {
    candidates: rows.flatMap(({ recordId: id, standard: found }) =>
      id && found && !without.includes(id) ? [{ recordId: id, standard: found }] : [],
    ),
    blocksSkipped: rows[0]?.skipped ?? 0,
  }
}

interface Row {
  readonly recordId: string | null
  readonly standard: Standard | null
  readonly skipped: number
}

function sharingKeys({ recordId, standard }: Comparable): Statement<Row> {
  const wanted = wantedKeys(standard)
  return sql<Row>`
    with block as materialized (
      select found.records, found.size > wanted.members_max as is_skipped
      from unnest(${wanted.map(({ key }) => String(key))}::bigint[], ${wanted.map(({ membersMax }) => membersMax)}::integer[])
        as wanted (key, members_max)
      cross join lateral (
        select array_agg(source_record_id) as records, count(*) as size
        from (select source_record_id from record_key where record_key.key = wanted.key limit wanted.members_max + 1) as one
      ) as found
    ), skipped as (
      select count(*) as blocks from block where is_skipped
    ), near as (
      select unnest(records) as id from block where not is_skipped
      except
      select ${recordId}::uuid
    )
    select near.id as record_id, held.content as standard, skipped.blocks as skipped
    from skipped
    left join near on true
    left join record_standard as held on held.source_record_id = near.id`
}

/**
 * Each key with how many records may stand under it. As many as a bulk run takes of a small region: of a large one it
 * takes more, and what only so common a key brings together is left to it.
 */
function wantedKeys(standard: Standard): { readonly key: bigint; readonly membersMax: number }[] {
  const wanted: { key: bigint; membersMax: number }[] = []
  emitKeys(onlyStandard(standard), (rule, key) =>
    wanted.push({ key: toBigint(key), membersMax: membersMaxOf(rule, 0) }),
  )
  return wanted
}
