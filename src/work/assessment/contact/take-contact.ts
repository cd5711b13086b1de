import { idFor } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { councilFor } from '../council.ts'
import { collect, type Gone } from '../known/collect.ts'
import { whatIsKnown } from '../known/known.ts'
import { ASSESSMENT_CLASS, type AssessmentProblem, NAME_LENGTH_MAX, TEXT_LENGTH_MAX } from '../record.ts'
import { openAssessment } from '../statutory/begin.ts'
import type { FromWhom, NextStep, Way } from './contact.ts'

/** A contact as whoever took it writes it down. */
export interface NewContact {
  readonly fromWhom: FromWhom
  /** Who it was, where it was not the person; may be empty. */
  readonly fromName: string
  readonly way: Way
  readonly about: string
  /** Whether it appears that the person may have needs for care and support. */
  readonly needAppears: boolean
  readonly nextStep: NextStep
  readonly whatNext: string
  readonly language: Language
  readonly gone: Gone
  /** Made by the form: the same sent again is the same contact. */
  readonly key: string
}

/**
 * Writes down that somebody got in touch. Where a need appears an assessment begins in the same act: a contact cannot be
 * closed with advice instead, and a conversation does not take its place (section 19 of the Act). Answers its id.
 */
export async function takeContact(
  tx: Tx,
  access: Access,
  taken: NewContact,
): Promise<Outcome<string, AssessmentProblem>> {
  const [about, whatNext, fromName] = [taken.about.trim(), taken.whatNext.trim(), taken.fromName.trim()]
  if (about === '' || whatNext === '') return refused('assessment.textMissing')
  if (Math.max(about.length, whatNext.length) > TEXT_LENGTH_MAX || fromName.length > NAME_LENGTH_MAX)
    return refused('assessment.textTooLong')
  if (taken.needAppears && taken.nextStep !== 'assessment') return refused('assessment.needsAssessment')
  if (!taken.needAppears && taken.nextStep === 'assessment') return refused('assessment.needNotSaid')
  const contributorId = await councilFor(tx, access)
  const { actor, keptUnder } = access
  if (contributorId === undefined || actor.kind !== 'worker') return refused('assessment.notYours')
  const known = await whatIsKnown(tx, access)
  const { key } = taken
  const opened = taken.needAppears
    ? await openAssessment(tx, access, { subject: 'adult', contributorId, key })
    : undefined
  const id = idFor(`contact ${key} ${actor.accountId} ${keptUnder}`)
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('contact')
    .values({
      id,
      personId: keptUnder,
      contributorId,
      teamId: actor.teamId ?? null,
      fromWhom: taken.fromWhom,
      fromName: fromName || null,
      way: taken.way,
      about,
      needAppears: taken.needAppears,
      nextStep: taken.nextStep,
      whatNext,
      language: taken.language,
      assessmentId: opened?.id ?? null,
      takenBy: actor.accountId,
      takenByName: actor.name,
      takenAt: tx.now,
      formKey: `${key} ${actor.accountId} ${keptUnder}`,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  access.contribute(contributorId, ASSESSMENT_CLASS)
  if (numInsertedOrUpdatedRows !== 0n) await collect(tx, { kind: 'contact', id }, known, taken.gone, [about, whatNext])
  return done(id)
}
