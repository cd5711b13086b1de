import { announce } from '#ground/db/announce.ts'
import { sql } from '#ground/db/sql.ts'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { SystemActor } from '#record/organisation/actor.ts'

/** What is announced when there are lines to be taken in. */
export const IMPORT_TOPIC = 'bulk-import'
/** How many imports of one client may wait at once. */
const IMPORTS_MAX = 4

/** What a system sends at once, and how it asked. */
export interface ImportSent {
  readonly client: string
  /** Its token by name, and the scopes that this was given for. */
  readonly token: string
  readonly scopes: readonly string[]
  /** In which language it is told why something is refused. */
  readonly language: Language
  /** The address that was asked. */
  readonly request: string
  readonly lines: readonly string[]
}

/** An import, and how far it is. */
export interface BulkImport extends Omit<ImportSent, 'lines'> {
  readonly id: string
  readonly organisationId: string
  readonly begunAt: Date
  readonly waiting: number
  readonly taken: number
}

/** Keeps what was sent; it is taken in beside everything else. Answers the id. Use in `transactionInTurn`. */
export async function beginImport(
  tx: Tx,
  { organisationId }: SystemActor,
  { client, lines, token, scopes, language, request }: ImportSent,
): Promise<Outcome<string, 'bulk.tooMany'>> {
  await holdAlone(tx, `bulk import ${client}`)
  const { rows } = await sql<{ id: string }>`
    select begun.id from bulk_import as begun
    where begun.client = ${client} and exists (select from bulk_import_line as line where line.import_id = begun.id)`.execute(
    tx.db,
  )
  if (rows.length >= IMPORTS_MAX) return refused('bulk.tooMany')
  const id = tx.newId()
  const how = { client, token, scopes: [...scopes], language, request }
  await tx.db
    .insertInto('bulkImport')
    .values({ id, organisationId, begunAt: tx.now, ...how })
    .execute()
  await sql`
    insert into bulk_import_line (import_id, line, content)
    select ${id}::uuid, sent.line, sent.content
    from unnest(${[...lines]}::text[]) with ordinality as sent (content, line)`.execute(tx.db)
  await announce(tx, { topic: IMPORT_TOPIC, id })
  return done(id)
}

/** An import of this client and organisation. Somebody else’s, one that was ended and none are the same. */
export async function findImport(
  tx: Tx,
  { organisationId }: SystemActor,
  { client, id }: { readonly client: string; readonly id: string },
): Promise<BulkImport | undefined> {
  const { rows } = await sql<BulkImport>`
    select begun.id, begun.client, begun.organisation_id, begun.token, begun.scopes, begun.language, begun.request, begun.begun_at,
           (select count(*)::integer from bulk_import_line as line where line.import_id = begun.id) as waiting,
           (select count(*)::integer from bulk_import_outcome as line where line.import_id = begun.id) as taken
    from bulk_import as begun
    where begun.id = ${id} and begun.client = ${client} and begun.organisation_id = ${organisationId}
      and not exists (select from bulk_import_end as ended where ended.import_id = begun.id)`.execute(tx.db)
  return rows[0]
}

/** Ends an import for its client: what waits is not taken in. Whether there was one. Use in `transactionInTurn`. */
export async function endImport(
  tx: Tx,
  system: SystemActor,
  asked: { readonly client: string; readonly id: string },
): Promise<boolean> {
  await holdAlone(tx, `bulk import ${asked.client}`)
  if ((await findImport(tx, system, asked)) === undefined) return false
  await tx.db.deleteFrom('bulkImportLine').where('importId', '=', asked.id).execute()
  await tx.db.insertInto('bulkImportEnd').values({ importId: asked.id, endedAt: tx.now }).execute()
  return true
}

/** How many were written of each type. */
export async function writtenBy(tx: Tx, id: string): Promise<{ readonly type: string; readonly count: number }[]> {
  const { rows } = await sql<{ type: string; count: number }>`
    select type, count(*)::integer as count
    from bulk_import_outcome
    where import_id = ${id} and outcome <> 'refused'
    group by type
    order by type`.execute(tx.db)
  return rows
}

/** Why lines were refused, each as an OperationOutcome in JSON, in their order. */
export async function refusalsOf(tx: Tx, id: string): Promise<{ readonly line: number; readonly refusal: string }[]> {
  const { rows } = await sql<{ line: number; refusal: string }>`
    select line, refusal from bulk_import_outcome where import_id = ${id} and outcome = 'refused' order by line`.execute(
    tx.db,
  )
  return rows
}
