import { idFor } from '#ground/chance.ts'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { contributorFor } from '#work/hand-over/hand.ts'
import { councilFor } from '../council.ts'
import { collect, type Gone } from '../known/collect.ts'
import { whatIsKnown } from '../known/known.ts'
import { ASSESSMENT_CLASS, type AssessmentProblem, TEXT_LENGTH_MAX } from '../record.ts'
import { openAssessment } from '../statutory/begin.ts'
import type { WhatMatters } from './what-matters.ts'

/** A conversation as whoever held it writes it down. */
export interface NewWhatMatters
  extends Pick<WhatMatters, 'heldOn' | 'heldIn' | 'tookPart' | 'words' | 'wordsLanguage' | 'cameOfIt'> {
  readonly language: Language
  /** Whether it appeared that the person may have needs for care and support. */
  readonly needAppears: boolean
  readonly gone: Gone
  /** Made by the form: the same sent again is the same conversation. */
  readonly key: string
}

/**
 * Writes down a conversation about what matters, in the person's words. Where a need appears in one that the council
 * held, an assessment begins in the same act. Answers its id.
 */
export async function recordWhatMatters(
  tx: Tx,
  access: Access,
  held: NewWhatMatters,
): Promise<Outcome<string, AssessmentProblem>> {
  const [words, tookPart, cameOfIt] = [held.words.trim(), held.tookPart.trim(), held.cameOfIt.trim()]
  if ([words, tookPart, cameOfIt].includes('')) return refused('assessment.textMissing')
  if ([words, tookPart, cameOfIt].some(text => text.length > TEXT_LENGTH_MAX)) return refused('assessment.textTooLong')
  if (held.heldOn > dayOf(tx.now)) return refused('assessment.heldLater')
  const contributorId = await contributorFor(tx, access)
  const { actor, keptUnder } = access
  if (contributorId === undefined || actor.kind !== 'worker') return refused('assessment.notYours')
  const known = await whatIsKnown(tx, access)
  const { key } = held
  const begins = held.needAppears && (await councilFor(tx, access)) !== undefined
  const opened = begins ? await openAssessment(tx, access, { subject: 'adult', contributorId, key }) : undefined
  const id = idFor(`what matters ${key} ${actor.accountId} ${keptUnder}`)
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('whatMatters')
    .values({
      id,
      personId: keptUnder,
      contributorId,
      teamId: actor.teamId ?? null,
      heldOn: held.heldOn,
      heldIn: held.heldIn,
      tookPart,
      words,
      wordsLanguage: held.wordsLanguage,
      cameOfIt,
      language: held.language,
      assessmentId: opened?.id ?? null,
      recordedBy: actor.accountId,
      recordedByName: actor.name,
      recordedAt: tx.now,
      formKey: `${key} ${actor.accountId} ${keptUnder}`,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  access.contribute(contributorId, ASSESSMENT_CLASS)
  if (numInsertedOrUpdatedRows !== 0n)
    await collect(tx, { kind: 'what-matters', id }, known, held.gone, [tookPart, cameOfIt])
  return done(id)
}
