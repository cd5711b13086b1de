import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Writer } from '#work/plan/open-plan.ts'
import { type AboutMePart, type AboutMeProblem, PART_LENGTH_MAX } from './about-me.ts'
import { readPart } from './read-about-me.ts'
import { mayWrite } from './who-decides.ts'
import { tell, writeVersion } from './write-part.ts'

/** The person's yes or no to words that somebody offered for a part. */
export interface PartAnswer {
  readonly part: AboutMePart
  readonly proposalId: string
  readonly accepted: boolean
  /** A word to the one who offered them; may be empty. */
  readonly words: string
}

/**
 * Answers a proposal. A yes makes its words the next version, whose helper is the one who offered them; it is refused
 * when the part has changed since. Only whoever decides the words may answer.
 */
export async function answerPart(
  tx: Tx,
  access: Access,
  { part: name, proposalId, accepted, words }: PartAnswer,
  by: Writer,
): Promise<Outcome<undefined, AboutMeProblem>> {
  if (words.length > PART_LENGTH_MAX) return refused('aboutMe.wordsTooLong')
  const part = await readPart(tx, access, name)
  if (part === undefined) return refused('aboutMe.notShown')
  if ((await mayWrite(tx, access)) !== 'decide') return refused('aboutMe.notYours')
  const proposal = part.proposals.find(({ id }) => id === proposalId)
  if (proposal === undefined) return refused('aboutMe.alreadyAnswered')
  if (accepted && proposal.afterId !== part.versionId) return refused('aboutMe.hasChanged')
  await tx.db
    .insertInto('aboutMeProposalAnswer')
    .values({
      proposalId,
      accepted,
      words: words.trim() || null,
      answeredBy: by.accountId,
      answeredByName: by.name,
      answeredAt: tx.now,
    })
    .execute()
  if (!accepted) {
    await tell(tx, access, name)
    return done(undefined)
  }
  const { words: offered, language, proposedBy: helpedBy } = proposal
  await writeVersion(tx, access, part, { words: offered, language, mediaId: part.media?.id, helpedBy }, by)
  return done(undefined)
}
