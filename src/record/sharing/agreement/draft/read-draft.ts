import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { DRAFTERS, DraftContent } from './draft.ts'

/** A draft as it stands now. */
export interface Draft {
  readonly id: string
  readonly version: number
  readonly content: DraftContent
  readonly savedBy: string
  readonly savedAt: Date
  /** Set when it has been entered for signing: the fingerprint of the agreement it became. */
  readonly enteredAs: string | undefined
}

/** That somebody saved it. */
export interface SavedVersion {
  readonly version: number
  readonly savedBy: string
  readonly savedAt: Date
}

/** The drafts that concern the organisation somebody writes for, last saved first. None for who does not write any. */
export async function readDrafts(tx: Tx, worker: WorkerActor): Promise<Draft[]> {
  if (!mayDraft(worker)) return []
  const { rows } = await sql<Omit<Draft, 'enteredAs'> & { enteredAs: string | null; startedFor: string }>`
    select draft.id, latest.version, latest.content, latest.saved_by_name as "savedBy", latest.saved_at as "savedAt",
           entry.content_hash as "enteredAs", organisation.code as "startedFor"
    from agreement_draft as draft
    join organisation on organisation.id = draft.organisation_id
    join lateral (
      select * from agreement_draft_version as version where version.draft_id = draft.id order by version.version desc limit 1
    ) as latest on true
    left join agreement_draft_entry as entry on entry.draft_id = draft.id
    order by latest.saved_at desc, draft.id`.execute(tx.db)
  return rows
    .map(({ startedFor, enteredAs, content, ...row }) => ({
      startedFor,
      draft: { ...row, content: DraftContent.parse(content), enteredAs: enteredAs ?? undefined },
    }))
    .filter(({ startedFor, draft }) => concerns(worker.organisationCode, startedFor, draft.content))
    .map(({ draft }) => draft)
}

/** One draft; undefined when there is none, or none that this worker may see. */
export async function findDraft(tx: Tx, worker: WorkerActor, id: string): Promise<Draft | undefined> {
  return (await readDrafts(tx, worker)).find(draft => draft.id === id)
}

/** Every version of a draft, newest first. Ask only about one that `findDraft` has found. */
export function readVersions(tx: Tx, { id }: Draft): Promise<SavedVersion[]> {
  return tx.db
    .selectFrom('agreementDraftVersion')
    .select(['version', 'savedByName as savedBy', 'savedAt'])
    .where('draftId', '=', id)
    .orderBy('version', 'desc')
    .execute()
}

/** What a draft said in one of its versions. Ask only about one that `findDraft` has found. */
export async function contentAt(tx: Tx, { id }: Draft, version: number): Promise<DraftContent | undefined> {
  const row = await tx.db
    .selectFrom('agreementDraftVersion')
    .select('content')
    .where('draftId', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && DraftContent.parse(row.content)
}

/** Whether somebody's work is to write agreements at all. */
export function mayDraft({ role }: WorkerActor): boolean {
  return DRAFTERS.some(drafter => drafter === role)
}

function concerns(organisation: string, startedFor: string, { parties }: DraftContent): boolean {
  return startedFor === organisation || parties.some(party => party.organisation === organisation)
}
