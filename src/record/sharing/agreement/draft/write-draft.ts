import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { enterAgreement } from '../agreements.ts'
import type { DraftContent } from './draft.ts'
import { findAgain, type Part, withOneMore, withPart } from './part.ts'
import { contentAt, type Draft, findDraft, mayDraft } from './read-draft.ts'

export type DraftProblem = 'draft.notShown' | 'draft.hasChanged' | 'draft.isGone' | 'draft.isEntered'

/** The longest words of any one field of a draft, characters. */
export const DRAFT_WORDS_LENGTH_MAX = 4000

/** Begins a draft, empty or from a copy, for the organisation somebody works for. Answers its id. */
export async function startDraft(
  tx: Tx,
  by: WorkerActor,
  content: DraftContent,
): Promise<Outcome<string, 'draft.notShown'>> {
  if (!mayDraft(by)) return refused('draft.notShown')
  const id = tx.newId()
  const { accountId, name, organisationId } = by
  await tx.db
    .insertInto('agreementDraft')
    .values({ id, organisationId, startedBy: accountId, startedByName: name, startedAt: tx.now })
    .execute()
  await keepVersion(tx, by, { id, version: 1, content })
  return done(id)
}

/** What somebody saves of a draft: another value for one part of the version they read; undefined takes it out. */
export interface SavedPart {
  readonly draftId: string
  readonly version: number
  readonly part: Part
  readonly value: unknown
}

/**
 * Saves one part as a new version of the draft, beside what others have saved of other parts since. Refused when
 * somebody has changed this very part since it was read or has taken it out, and once the draft has been entered. Run it
 * in turn.
 */
export async function savePart(
  tx: Tx,
  by: WorkerActor,
  { draftId, version, part, value }: SavedPart,
): Promise<Outcome<number, DraftProblem>> {
  const found = await findWritable(tx, by, draftId)
  if (!found.ok) return found
  const draft = found.value
  const read = await contentAt(tx, draft, version)
  const place = read && findAgain(read, draft.content, part)
  if (place === 'gone') return refused('draft.isGone')
  if (place === undefined || place === 'changed') return refused('draft.hasChanged')
  const content = withPart(draft.content, place, value)
  return done(await keepVersion(tx, by, { ...draft, version: draft.version + 1, content }))
}

/** Puts one more clause or worked case at the end, empty. Answers its place. Run it in turn. */
export async function addPart(
  tx: Tx,
  by: WorkerActor,
  { draftId, kind }: { readonly draftId: string; readonly kind: 'clauses' | 'cases' },
): Promise<Outcome<number, DraftProblem>> {
  const found = await findWritable(tx, by, draftId)
  if (!found.ok) return found
  const { content, at } = withOneMore(found.value.content, kind)
  await keepVersion(tx, by, { ...found.value, version: found.value.version + 1, content })
  return done(at)
}

/**
 * Makes of a draft, exactly as it was read, an agreement to be signed, and answers its fingerprint. Refused when it is
 * no agreement yet, has faults, or has been saved again since. Run it in turn.
 */
export async function enterDraft(
  tx: Tx,
  by: WorkerActor,
  { draftId, version }: { readonly draftId: string; readonly version: number },
): Promise<Outcome<string, DraftProblem | 'agreement.notAnAgreement' | 'agreement.faulty'>> {
  const found = await findWritable(tx, by, draftId)
  if (!found.ok) return found
  if (found.value.version !== version) return refused('draft.hasChanged')
  const entered = await enterAgreement(tx, found.value.content)
  if (!entered.ok) return entered
  await tx.db
    .insertInto('agreementDraftEntry')
    .values({
      draftId,
      version,
      contentHash: entered.value,
      enteredBy: by.accountId,
      enteredByName: by.name,
      enteredAt: tx.now,
    })
    .execute()
  return entered
}

async function findWritable(tx: Tx, by: WorkerActor, id: string): Promise<Outcome<Draft, DraftProblem>> {
  await holdAlone(tx, `draft ${id}`)
  const draft = await findDraft(tx, by, id)
  if (draft === undefined) return refused('draft.notShown')
  return draft.enteredAs === undefined ? done(draft) : refused('draft.isEntered')
}

async function keepVersion(
  tx: Tx,
  by: WorkerActor,
  { id, version, content }: Pick<Draft, 'id' | 'version' | 'content'>,
): Promise<number> {
  await tx.db
    .insertInto('agreementDraftVersion')
    .values({
      draftId: id,
      version,
      content: JSON.stringify(content),
      savedBy: by.accountId,
      savedByName: by.name,
      savedAt: tx.now,
    })
    .execute()
  return version
}
