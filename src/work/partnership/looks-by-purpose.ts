import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { PURPOSES, type Purpose } from '#record/sharing/vocabulary.ts'
import { type Figure, figureOf } from './figure.ts'

/** Why records were opened this month, and how often somebody was refused. */
export interface LooksByPurpose {
  /** Every purpose, the most frequent first. */
  readonly byPurpose: readonly { readonly purpose: Purpose; readonly looks: Figure }[]
  /** Whatever was asked for: opening, changing. */
  readonly refused: Figure
}

/** Counts what people opened; lists and tellings, which nobody asks for one by one, are not counted. */
export async function looksByPurpose(tx: Tx): Promise<LooksByPurpose> {
  const { rows } = await sql<{ purpose: Purpose; looks: number; refused: number }>`
    select purpose, count(*) filter (where allowed and action = 'look') as looks,
           count(*) filter (where not allowed) as refused
    from trail_entry
    where at >= date_trunc('month', ${tx.now}::timestamptz, 'Europe/London')
    group by purpose`.execute(tx.db)
  const looks = new Map(rows.map(row => [row.purpose, row.looks]))
  return {
    byPurpose: PURPOSES.map(purpose => ({ purpose, count: looks.get(purpose) ?? 0 }))
      // Those that are few stand in a fixed order, which does not tell which of them is more.
      .map(({ purpose, count }) => ({ purpose, looks: figureOf(count) }))
      .sort((one, other) => rankOf(other.looks) - rankOf(one.looks)),
    refused: figureOf(rows.reduce((sum, row) => sum + row.refused, 0)),
  }
}

function rankOf(figure: Figure): number {
  return figure === 'few' ? 1 : figure
}
