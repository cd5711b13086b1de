import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from './open-plan.ts'
import { decidesWords, findItem, isThePerson, type OwnedItem } from './owner.ts'
import { type PlanProblem, WORDS_LENGTH_MAX } from './plan.ts'

/** Other words for an item, offered against the version that was read. */
export interface NewWords {
  readonly itemId: string
  readonly version: number
  readonly words: string
  readonly language: Language
  readonly why: string
}

/**
 * Offers other words for an item. Whoever decides its words changes it at once; anybody else who may see it leaves a
 * proposal for them. Nothing is overwritten: refused when the item has changed since it was read.
 */
export async function proposeWords(
  tx: Tx,
  access: Access,
  offered: NewWords,
  by: Writer,
): Promise<Outcome<'changed' | 'proposed', PlanProblem>> {
  const words = offered.words.trim()
  if (words === '' || words.length > WORDS_LENGTH_MAX) return refused('plan.wordsMissing')
  const item = await findItem(tx, access, offered.itemId)
  if (item === undefined) return refused('plan.itemNotShown')
  if (item.version !== offered.version) return refused('plan.itemHasChanged')
  access.release(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: access.personId })
  if (decidesWords(access, item, isThePerson(access))) {
    await writeVersion(tx, item, { ...offered, words }, by)
    return done('changed')
  }
  await tx.db
    .insertInto('planProposal')
    .values({
      id: tx.newId(),
      planItemId: item.id,
      version: item.version,
      words,
      language: offered.language,
      why: offered.why.trim() || null,
      proposedBy: by.accountId,
      proposedByName: by.name,
      proposedAt: tx.now,
    })
    .execute()
  return done('proposed')
}

/** The next version of an item's words. */
export async function writeVersion(
  tx: Tx,
  item: OwnedItem,
  { words, language, why }: Pick<NewWords, 'words' | 'language' | 'why'>,
  by: Writer,
): Promise<void> {
  await tx.db
    .insertInto('planItemVersion')
    .values({
      planItemId: item.id,
      version: item.version + 1,
      words,
      language,
      dueOn: item.dueOn,
      why: why.trim() || null,
      helpedBy: null,
      writtenBy: by.accountId,
      writtenByName: by.name,
      writtenAt: tx.now,
    })
    .execute()
}
