import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '../access.ts'
import { deferralsAbout } from './deferral.ts'
import { TRAIL_PAGE_ENTRIES, type TrailEntry, type TrailWanted } from './entry.ts'
import { type Redaction, redact } from './redact.ts'
import { trailRows } from './rows.ts'

/**
 * The looks at a person's record, newest first, for the person alone: an access that opens the record as their own.
 * Refused looks are in it, and what machines did; what is put off for safeguarding is not, and leaves no gap: a page is
 * full while there is more to read.
 */
export async function readTrail(
  tx: Tx,
  access: Access,
  wanted: TrailWanted,
): Promise<Outcome<TrailEntry[], 'record.notShown'>> {
  if (!isOwn(access)) return refused('record.notShown')
  const redaction = await redactionFor(tx, access.personId)
  const limit = wanted.limit ?? TRAIL_PAGE_ENTRIES
  const entries: TrailEntry[] = []
  let { before } = wanted
  for (;;) {
    const rows = await trailRows(tx, { ...wanted, ...ofWhom(access), before, limit })
    for (const row of rows) {
      const entry = redact(row, 'the-person', redaction)
      if (entry !== undefined) entries.push(entry)
      if (entries.length === limit) return done(entries)
    }
    if (rows.length < limit) return done(entries)
    before = rows.at(-1)?.sequence
  }
}

/** One entry of the person's own trail. One that is put off is not there, as if there were none. */
export async function findEntry(tx: Tx, access: Access, id: string): Promise<TrailEntry | undefined> {
  const read = await readTrail(tx, access, { id, withOwn: true, limit: 1 })
  return read.ok ? read.value[0] : undefined
}

/** Whose trail an entry stands in. Undefined for one that is about nobody, and for one that does not exist. */
export async function findPersonOfEntry(tx: Tx, entryId: string): Promise<string | undefined> {
  const entry = await tx.db.selectFrom('trailEntry').select('personId').where('id', '=', entryId).executeTakeFirst()
  return entry?.personId ?? undefined
}

/** Whether an access opens the record as the reader's own, which is what the trail is read by. */
export function isOwn(access: Access): boolean {
  return access.grants.some(({ because }) => because.kind === 'own')
}

/** What the person may not be told now. An address is never protected from the person who lives there. */
export async function redactionFor(tx: Tx, personId: string): Promise<Redaction> {
  return { now: tx.now, deferrals: await deferralsAbout(tx, personId), knownOrganisations: undefined }
}

function ofWhom({ personId, actor }: Access): { personId: string; own: string | null } {
  return { personId, own: actor.kind === 'system' ? null : actor.accountId }
}
