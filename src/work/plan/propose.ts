import { idFor } from '#ground/chance.ts'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from './open-plan.ts'
import { decidesWords, findItem, isThePerson, type OwnedItem } from './owner.ts'
import { type PlanProblem, WORDS_LENGTH_MAX } from './plan.ts'
import { writeVersion } from './write-version.ts'

/** Other words for an item, offered against the version that was read. */
export interface NewWords {
  readonly itemId: string
  readonly version: number
  readonly words: string
  readonly language: Language
  readonly why: string
  /** Made by whoever asks. The same words sent again under the same key are one proposal, however often they arrive. */
  readonly key?: string
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
  if (words === '') return refused('plan.wordsMissing')
  if (Math.max(words.length, offered.why.length) > WORDS_LENGTH_MAX) return refused('plan.wordsTooLong')
  const item = await findItem(tx, access, offered.itemId)
  if (item === undefined) return refused('plan.itemNotShown')
  const decides = decidesWords(access, item, isThePerson(access))
  const isSame = item.words === words && item.language === offered.language
  if (item.version !== offered.version) {
    const isRepeated = decides && isSame && item.version === offered.version + 1 && item.writtenBy === by.accountId
    return isRepeated ? done('changed') : refused('plan.itemHasChanged')
  }
  if (isSame) return refused('plan.wordsSame')
  if (decides) await writeVersion(tx, item, { ...offered, words }, by)
  else await leaveProposal(tx, item, { ...offered, words }, by)
  access.contribute(item.ownerId, item.dataClass)
  await announce(tx, { topic: 'plan', id: item.id })
  return done(decides ? 'changed' : 'proposed')
}

async function leaveProposal(tx: Tx, item: OwnedItem, offered: NewWords, by: Writer): Promise<void> {
  const { words, language, why, key } = offered
  await tx.db
    .insertInto('planProposal')
    .values({
      id: key === undefined ? tx.newId() : idFor(`proposal ${key} ${by.accountId} ${item.id} ${item.version} ${words}`),
      planItemId: item.id,
      version: item.version,
      words,
      language,
      why: why.trim() || null,
      proposedBy: by.accountId,
      proposedByName: by.name,
      proposedAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
