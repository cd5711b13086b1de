import { sql } from 'kysely'
import { GotInTheWay, type Tx } from '#ground/db/store.ts'
import type { Place } from './place.ts'

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
