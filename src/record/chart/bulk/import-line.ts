import { sql } from '#ground/db/sql.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'

/** The line that is next, with how its import was asked. */
export interface ImportLine {
  readonly importId: string
  readonly line: number
  readonly content: string
  readonly client: string
  readonly token: string
  readonly scopes: readonly string[]
  readonly language: Language
  readonly request: string
}

/** What became of a line. */
export type LineOutcome =
  | { readonly outcome: 'created' | 'updated'; readonly type: string }
  | { readonly outcome: 'refused'; readonly type?: string | undefined; readonly refusal: string }

/**
 * Takes the line that is next, of the import that waits longest: it is gone when this transaction commits, and not before. One
 * line at a time is taken, in the whole.
 * Undefined where nothing waits. Use in `transactionInTurn`.
 */
export async function takeLine(tx: Tx): Promise<ImportLine | undefined> {
  await holdAlone(tx, 'line of a bulk import')
  const { rows } = await sql<ImportLine>`
    delete from bulk_import_line as line
    using bulk_import as begun
    where begun.id = line.import_id and (line.import_id, line.line) = (
      select next.import_id, next.line
      from bulk_import_line as next
      join bulk_import as its on its.id = next.import_id
      order by its.begun_at, its.id, next.line
      limit 1)
    returning line.import_id, line.line, line.content, begun.client, begun.token, begun.scopes, begun.language, begun.request`.execute(
    tx.db,
  )
  return rows[0]
}

/** Keeps what became of a line that was taken in this transaction. */
export function settleLine(tx: Tx, { importId, line }: ImportLine, settled: LineOutcome): void {
  const refusal = settled.outcome === 'refused' ? settled.refusal : null
  tx.send(sql`
    insert into bulk_import_outcome (import_id, line, type, outcome, refusal, taken_at)
    values (${importId}, ${line}, ${settled.type ?? null}, ${settled.outcome}, ${refusal}, ${tx.now})`)
}
