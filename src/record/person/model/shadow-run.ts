import { sql } from 'kysely'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import { evidence } from '../identify/ask.ts'
import { type Matcher, matcherOf } from '../matching/matcher.ts'
import { type Planned, planRelink } from '../relink/plan.ts'
import type { Region } from '../relink/read-region.ts'
import { modelInForce, readModel } from './in-force.ts'
import { atThresholds } from './thresholds.ts'

/**
 * Plans what a model would do to the links in force, without doing any of it, and keeps every difference for whoever signs
 * it off. A link that somebody made by hand is never lost, and a pair that nobody may join is never gained. It is the
 * plan that a re-link carries out once the model is in force. A model is run once.
 */
export async function shadowRun(store: Store, region: Region, version: number): Promise<void> {
  const matcher = matcherOf(await transaction(store, tx => readModel(tx, version)))
  const { joins, asks, doubts, decided } = planRelink(matcher, region)
  await transactionInTurn(store, async tx => {
    const { version: against } = await modelInForce(tx)
    await tx.db
      .insertInto('matchingShadowRun')
      .values({
        version,
        against,
        records: region.ids.length,
        kept: region.links.length - doubts.length,
        gained: joins.length,
        lost: doubts.length,
        asked: asks.length,
        atThresholds: JSON.stringify(atThresholds(decided)),
        runAt: tx.now,
      })
      .execute()
    await keep(tx, matcher, { version, change: 'gained' }, joins)
    const lost = doubts.map(({ pair }) => pair)
    await keep(tx, matcher, { version, change: 'lost' }, lost)
  })
}

interface Difference {
  readonly version: number
  readonly change: 'gained' | 'lost'
}

const KEPT_AT_ONCE = 1000

async function keep(tx: Tx, matcher: Matcher, { version, change }: Difference, pairs: readonly Planned[]) {
  for (let from = 0; from < pairs.length; from += KEPT_AT_ONCE) {
    const rows = pairs.slice(from, from + KEPT_AT_ONCE).map(({ recordId, otherId, decided }) => {
      const [one, other] = [recordId, otherId].sort()
      return { one, other, ...evidence(matcher, decided) }
    })
    await sql`
      insert into matching_shadow_pair (version, record_a, record_b, change, weight, probability, explanation)
      select ${version}, pair.one, pair.other, ${change}, pair.weight, pair.probability, pair.explanation
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as pair (one uuid, other uuid, weight double precision, probability double precision, explanation jsonb)
      on conflict do nothing`.execute(tx.db)
  }
}
