import { idFor } from '#ground/chance.ts'
import { announce } from '#ground/db/announce.ts'
import { GotInTheWay, type Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from '#work/plan/open-plan.ts'
import {
  ABOUT_ME_CLASS,
  ABOUT_ME_TOPIC,
  type AboutMePart,
  type AboutMeProblem,
  HELPER_LENGTH_MAX,
  PART_LENGTH_MAX,
  type WrittenPart,
} from './about-me.ts'
import { readPart } from './read-about-me.ts'
import { mayWrite, personsContributor } from './who-decides.ts'

/** Words for one part, written after the version that was read. */
export interface NewPartWords {
  readonly part: AboutMePart
  /** The version that was read. Undefined: there was none. */
  readonly afterId: string | undefined
  readonly words: string
  readonly language: Language
  /** Who helped to write it; empty for nobody. */
  readonly helpedBy: string
  /** Why others are offered; only a proposal has one. */
  readonly why: string
  /** Made by the form: the same words sent again under the same key are one proposal. */
  readonly key: string
}

/**
 * Writes one part anew, or offers other words for it where the person decides. A picture or a sound stays beside the
 * words. Empty words take them back. Refused when the part has changed since it was read: nothing is overwritten.
 */
export async function writePart(
  tx: Tx,
  access: Access,
  offered: NewPartWords,
  by: Writer,
): Promise<Outcome<'changed' | 'proposed', AboutMeProblem>> {
  const words = offered.words.trim()
  if (Math.max(words.length, offered.why.length) > PART_LENGTH_MAX) return refused('aboutMe.wordsTooLong')
  if (offered.helpedBy.length > HELPER_LENGTH_MAX) return refused('aboutMe.helpedByTooLong')
  const may = await mayWrite(tx, access)
  const part = await readPart(tx, access, offered.part)
  if (may === undefined || part === undefined) return refused('aboutMe.notShown')
  const helpedBy = offered.helpedBy.trim()
  const isSame = part.words === words && part.language === offered.language && (part.helpedBy ?? '') === helpedBy
  if (part.versionId !== offered.afterId) {
    return isSame && may === 'decide' ? done('changed') : refused('aboutMe.hasChanged')
  }
  if (isSame && part.versionId !== undefined) return refused('aboutMe.wordsSame')
  if (words === '' && (may === 'propose' || part.words === '')) return refused('aboutMe.wordsMissing')
  if (may === 'propose') {
    await propose(tx, access, { ...offered, words }, by)
    return done('proposed')
  }
  await writeVersion(tx, access, part, { ...offered, words, mediaId: part.media?.id, helpedBy }, by)
  return done('changed')
}

/** What a version says: words, or a picture or a sound, or both; neither takes the part back. */
export interface VersionContent {
  readonly words: string
  readonly language: Language
  readonly mediaId: string | undefined
  readonly helpedBy: string
}

/**
 * Keeps the next version of a part. Of two hands that write after the same version in one snapshot the later is tried
 * again, and then finds that the part has changed. Words that a worker takes down name the worker as the one who helped.
 */
export async function writeVersion(
  tx: Tx,
  access: Access,
  { part, versionId }: Pick<WrittenPart, 'part' | 'versionId'>,
  { words, language, mediaId, helpedBy }: VersionContent,
  by: Writer,
): Promise<string> {
  const id = tx.newId()
  const helper = helpedBy === '' && access.actor.kind === 'worker' ? by.name : helpedBy
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('aboutMeVersion')
    .values({
      id,
      personId: access.keptUnder,
      part,
      afterId: versionId ?? null,
      words: words || null,
      language,
      mediaId: mediaId ?? null,
      helpedBy: helper || null,
      writtenBy: by.accountId,
      writtenByName: by.name,
      writtenAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new GotInTheWay()
  await tell(tx, access, part)
  return id
}

async function propose(tx: Tx, access: Access, offered: NewPartWords, by: Writer): Promise<void> {
  await tx.db
    .insertInto('aboutMeProposal')
    .values({
      id: idFor(`about me ${offered.key} ${by.accountId} ${access.keptUnder} ${offered.part} ${offered.words}`),
      personId: access.keptUnder,
      part: offered.part,
      afterId: offered.afterId ?? null,
      words: offered.words,
      language: offered.language,
      why: offered.why.trim() || null,
      proposedBy: by.accountId,
      proposedByName: by.name,
      proposedAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tell(tx, access, offered.part)
}

/** Notes in the trail that something was written, and announces of which part. */
export async function tell(tx: Tx, access: Access, part: AboutMePart): Promise<void> {
  access.contribute(await personsContributor(tx), ABOUT_ME_CLASS)
  await announce(tx, { topic: ABOUT_ME_TOPIC, id: `${access.personId}/${part}` })
}
