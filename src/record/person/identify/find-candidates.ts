import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Standard } from '../standard/standard.ts'

/** A record that shares a key with the one that is identified. */
export interface Candidate {
  readonly recordId: string
  readonly standard: Standard
}

export interface Candidates {
  readonly candidates: readonly Candidate[]
  /** Keys under which more records stand than BLOCK_MAX: they say too little, and none of them was looked at. */
  readonly blocksSkipped: number
}

/**
 * Everybody who shares a key with a record, in one question, each once and with all that is compared: without the
 * record itself, and without those that may not be one person with it, who are never compared, counted or shown.
 */
export async function findCandidates(
  tx: Tx,
  recordId: string,
  keys: readonly bigint[],
  barred: readonly string[],
  blockMax: number,
): Promise<Candidates> {
  if (keys.length === 0) return { candidates: [], blocksSkipped: 0 }
  const { rows } = await sql<{ recordId: string | null; standard: Standard | null; skipped: number }>`
    with block as materialized (
      select found.records, found.size
      from unnest(${keys.map(String)}::bigint[]) as wanted (key)
      cross join lateral (
        select array_agg(source_record_id) as records, count(*) as size
        from (select source_record_id from record_key where record_key.key = wanted.key limit ${blockMax + 1}::integer) as one
      ) as found
    ), skipped as (
      select count(*) as blocks from block where size > ${blockMax}::integer
    ), near as (
      select unnest(records) as id from block where size <= ${blockMax}::integer
      except
      select unnest(${[recordId, ...barred]}::uuid[])
    )
    select near.id as record_id, held.content as standard, skipped.blocks as skipped
    from skipped
    left join near on true
    left join record_standard as held on held.source_record_id = near.id`.execute(tx.db)
  return {
    candidates: rows.flatMap(({ recordId: id, standard }) => (id && standard ? [{ recordId: id, standard }] : [])),
    blocksSkipped: rows[0]?.skipped ?? 0,
  }
}
