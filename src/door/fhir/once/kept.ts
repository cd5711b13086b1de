import { sql } from '#ground/db/sql.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { AskedOnce } from './asked-once.ts'

/** A version that a request wrote, by its name. */
export interface WroteVersion {
  /** Its place in the request. */
  readonly place: number
  readonly type: string
  readonly id: string
  readonly versionId: string
  readonly created: boolean
}

/** How long an answer is kept at least, milliseconds: longer than any client tries again by itself. */
const KEPT_MS = 24 * 60 * 60 * 1000

/** Keeps what a request wrote, in its own transaction. Nobody waits for it; the same request twice undoes the second. */
export function keepRequest(tx: Tx, by: string, asked: AskedOnce, written: readonly WroteVersion[]): void {
  const { requestId, entry, digest } = asked
  tx.send(sql`insert into fhir_request (asked_by, request_id, entry, digest, written, answered_at)
    values (${by}, ${requestId}, ${entry}, ${digest}, ${JSON.stringify(written)}, ${tx.now})`)
}

/** What a request of that name wrote before, and what it was. */
export async function findRequest(
  tx: Tx,
  by: string,
  { requestId, entry }: AskedOnce,
): Promise<{ readonly digest: string; readonly written: readonly WroteVersion[] } | undefined> {
  const { rows } = await sql<{ digest: string; written: readonly WroteVersion[] }>`
    select digest, written from fhir_request
    where asked_by = ${by} and request_id = ${requestId} and entry = ${entry}`.execute(tx.db)
  return rows[0]
}

/** Forgets what was answered more than a day ago. */
export async function forgetRequests(store: Store): Promise<void> {
  await transaction(store, async tx => {
    await sql`delete from fhir_request where answered_at < ${new Date(tx.now.getTime() - KEPT_MS)}`.execute(tx.db)
  })
}
