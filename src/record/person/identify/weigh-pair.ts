import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { decideTwo, ready } from '../matching/decide.ts'
import { type Explanation, explain } from '../matching/explain.ts'
import { onlyStandard } from '../matching/record.ts'
import { modelInForce } from '../model/in-force.ts'
import type { Standard } from '../standard/standard.ts'
import { COMPARED_VERSION } from './keep-standards.ts'

/**
 * How much speaks for two records' being one person's and against it, by the model in force: for a pair that a sender, an
 * app or a person spoke of, which nobody weighed then. Undefined while what is compared of one of them is not made ready.
 */
export async function weighPair(tx: Tx, one: string, other: string): Promise<Explanation | undefined> {
  const { rows } = await sql<{ content: Standard }>`
    select content from record_standard
    where source_record_id in (${one}, ${other}) and standard_version = ${COMPARED_VERSION}
    order by source_record_id`.execute(tx.db)
  const [first, second] = rows
  if (first === undefined || second === undefined) return undefined
  const { matcher } = await modelInForce(tx)
  const [left, right] = [first, second].map(({ content }) => ready(matcher, onlyStandard(content)))
  return left && right && explain(matcher, decideTwo(matcher, left, right))
}
