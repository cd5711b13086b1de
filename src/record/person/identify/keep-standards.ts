import { type Statement, sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { blockingKeys, KEYS_VERSION } from '../matching/blocking.ts'
import { onlyStandard } from '../matching/record.ts'
import type { Standard } from '../standard/standard.ts'
import { STANDARD_VERSION } from '../standard/standardise.ts'

/** In which way what is compared is made: it counts up with the way of standardising, and with the rules of the keys. */
export const COMPARED_VERSION = STANDARD_VERSION * 1000 + KEYS_VERSION

/** What is compared of a record, and the keys under which others find it. */
export interface Comparable {
  readonly recordId: string
  readonly standard: Standard
  readonly keys: readonly bigint[]
}

/** The same, with what was compared of the record until now. */
export interface KeptComparable extends Comparable {
  /** Undefined for a record of which nothing was compared yet. */
  readonly before: Standard | undefined
  /** Whether it is not what it was before. */
  readonly isChanged: boolean
}

/** What is compared of a record, with its keys. */
export function comparableOf(recordId: string, standard: Standard): Comparable {
  return { recordId, standard, keys: blockingKeys(onlyStandard(standard)) }
}

/**
 * Keeps what is compared of these records, each named once, and the keys under which they are found from now on, in one
 * statement. Keys that a record has no more are gone: what it was once called finds nobody.
 */
export async function keepStandards(tx: Tx, records: readonly Comparable[]): Promise<KeptComparable[]> {
  const { rows } = await keeping(records).execute(tx.db)
  const kept = new Map(rows.map(row => [row.recordId, row]))
  return records.map(record => {
    const row = kept.get(record.recordId)
    return { ...record, before: row?.before ?? undefined, isChanged: row?.isChanged ?? true }
  })
}

/** The same of a record that has just come: nothing was compared of it before, so nothing is waited for. */
export function keepFirstStandard(tx: Tx, record: Comparable): KeptComparable {
  tx.send(keeping([record]))
  return { ...record, before: undefined, isChanged: true }
}

interface Kept {
  readonly recordId: string
  readonly before: Standard | null
  readonly isChanged: boolean
}

function keeping(records: readonly Comparable[]): Statement<Kept> {
  return sql<Kept>`
    with made as materialized (
      select id, content, keys::bigint[] as keys
      from unnest(${records.map(({ recordId }) => recordId)}::uuid[],
                  ${records.map(({ standard }) => JSON.stringify(standard))}::jsonb[],
                  ${records.map(({ keys }) => `{${keys.join()}}`)}::text[]) as made (id, content, keys)
    ), held as materialized (
      select held.source_record_id as id, held.standard_version, held.content, held.keys
      from made
      join record_standard as held on held.source_record_id = made.id
    ), kept as (
      insert into record_standard (source_record_id, standard_version, content, keys)
      select id, ${COMPARED_VERSION}::integer, content, keys from made
      on conflict (source_record_id) do update
        set standard_version = excluded.standard_version, content = excluded.content, keys = excluded.keys
    ), gone as (
      delete from record_key using held join made on made.id = held.id
      where record_key.source_record_id = held.id and record_key.key = any(held.keys) and record_key.key <> all(made.keys)
    ), added as (
      insert into record_key (key, source_record_id)
      select key, made.id
      from made
      left join held on held.id = made.id
      cross join lateral unnest(made.keys) as key
      where held.id is null or key <> all(held.keys)
    )
    select made.id as record_id, case when held.standard_version > 0 then held.content end as before,
           held.content is distinct from made.content as is_changed
    from made
    left join held on held.id = made.id`
}
