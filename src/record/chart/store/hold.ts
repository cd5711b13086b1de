import { sql } from 'kysely'
import { GotInTheWay, holdAlone, type Tx } from '#ground/db/store.ts'
import type { Named, Place } from './place.ts'

/**
 * Takes the row of something that is to be written anew, and answers by what its contributor's messages know it. Tried
 * again where somebody wrote it meanwhile.
 */
export async function holdPlace(tx: Tx, { id, version, dataClass }: Place): Promise<string> {
  const { rows } = await sql<{ version: number; dataClass: string; businessKey: string }>`
    select version, data_class, business_key from resource where id = ${id} for update`.execute(tx.db)
  const [held] = rows
  if (held?.version !== version || held.dataClass !== dataClass) throw new GotInTheWay()
  return held.businessKey
}

/** Nobody else writes under this name, that of something that is there or not, until this transaction ends. */
export function holdName(tx: Tx, { type, id }: Named): Promise<void> {
  return holdAlone(tx, `resource ${type}/${id}`)
}
