import { sql } from 'kysely'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { SystemActor } from '#record/organisation/actor.ts'

/** What a system asks for at once. Source: HL7 Bulk Data Access 2.0, kick-off. */
export interface ExportAsked {
  readonly client: string
  /**
   * All that its organisation contributed, what of that is about people, or all that is open to it of the people of one
   * group.
   */
  readonly scope: 'system' | 'patient' | 'group'
  /** The group, as a resource of its own organisation; with the scope `group` alone. */
  readonly groupId: string | undefined
  /** Undefined: every type. */
  readonly types: readonly string[] | undefined
  /** What a resource of a type must meet, as searches (`Goal?lifecycle-status=active`): any of those of its type. */
  readonly typeFilters: readonly string[] | undefined
  /** What was written after that moment alone. */
  readonly since: Date | undefined
  /** The address that was asked, for the answer. */
  readonly request: string
}

/** An export that still holds. */
export interface BulkExport extends ExportAsked {
  readonly id: string
  readonly organisationId: string
  /** What was written later is not in it. */
  readonly boundAt: Date
  readonly expiresAt: Date
}

/** How long an export may be fetched, hours. */
const EXPORT_HOURS = 24
/** How many exports a client may have at once. */
const EXPORTS_MAX = 4
/** Whoever had begun to write by then has finished, milliseconds: what they wrote is in, and stays in each time it is fetched. */
const SETTLED_MS = 60_000

/** Keeps what was asked, with the moment that bounds it. Use in `transactionInTurn`. */
export async function beginExport(
  tx: Tx,
  { organisationId }: SystemActor,
  asked: ExportAsked,
): Promise<Outcome<string, 'bulk.tooMany'>> {
  const { client, scope, groupId, types, typeFilters, since, request } = asked
  await holdAlone(tx, `bulk export ${client}`)
  const held = await sql<{ id: string }>`select kept.id ${thatHold(tx)} and kept.client = ${client}`.execute(tx.db)
  if (held.rows.length >= EXPORTS_MAX) return refused('bulk.tooMany')
  const id = tx.newId()
  await tx.db
    .insertInto('bulkExport')
    .values({
      id,
      client,
      organisationId,
      scope,
      groupId: groupId ?? null,
      types: types === undefined ? null : [...types],
      typeFilters: typeFilters === undefined ? null : [...typeFilters],
      since: since ?? null,
      request,
      boundAt: new Date(tx.now.getTime() - SETTLED_MS),
      begunAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + EXPORT_HOURS * 3_600_000),
    })
    .execute()
  return done(id)
}

/** An export of this client and organisation that holds. Somebody else’s, an old one and none are the same. */
export async function findExport(
  tx: Tx,
  { organisationId }: SystemActor,
  asked: { readonly client: string; readonly id: string },
): Promise<BulkExport | undefined> {
  const { rows } = await sql<Row>`
    select kept.id, kept.client, kept.organisation_id, kept.scope, kept.group_id, kept.types, kept.type_filters, kept.since,
           kept.request,
           kept.bound_at, kept.expires_at ${thatHold(tx)}
      and kept.id = ${asked.id} and kept.client = ${asked.client} and kept.organisation_id = ${organisationId}`.execute(
    tx.db,
  )
  const [row] = rows
  if (row === undefined) return undefined
  const { groupId, types, typeFilters, since, ...rest } = row
  return {
    ...rest,
    groupId: groupId ?? undefined,
    types: types ?? undefined,
    typeFilters: typeFilters ?? undefined,
    since: since ?? undefined,
  }
}

/** Ends an export for its client. Whether there was one. Use in `transactionInTurn`. */
export async function endExport(
  tx: Tx,
  system: SystemActor,
  asked: { readonly client: string; readonly id: string },
): Promise<boolean> {
  await holdAlone(tx, `bulk export ${asked.client}`)
  const found = await findExport(tx, system, asked)
  if (found === undefined) return false
  await tx.db.insertInto('bulkExportEnd').values({ exportId: found.id, endedAt: tx.now }).execute()
  return true
}

type Row = Omit<BulkExport, 'groupId' | 'since' | 'typeFilters' | 'types'> & {
  readonly groupId: string | null
  readonly types: readonly string[] | null
  readonly typeFilters: readonly string[] | null
  readonly since: Date | null
}

/** Those that have neither run out nor been ended. */
function thatHold({ now }: Tx) {
  return sql`
    from bulk_export as kept
    where kept.expires_at > ${now} and not exists (select from bulk_export_end as ended where ended.export_id = kept.id)`
}
