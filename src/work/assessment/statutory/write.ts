import { GotInTheWay, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { personNow } from '#record/person/person-now.ts'
import type { Access } from '#record/sharing/access.ts'
import { whatIsKnown } from '../known/known.ts'
import { isTypedAgain } from '../known/retyped.ts'
import { ASSESSMENT_CLASS, type AssessmentProblem, NAME_LENGTH_MAX, TEXT_LENGTH_MAX } from '../record.ts'
import type { AssessmentContent } from './assessment.ts'
import { ELEMENTS } from './assessment.ts'
import { findOpen } from './find-open.ts'

/** What is written in an assessment, after the version that was read; 0 for none. */
export interface NewContent extends AssessmentContent {
  readonly assessmentId: string
  readonly version: number
}

/**
 * Writes an assessment anew, as far as it has come: nothing in it has to be there before it is completed. Every save is a
 * version. Refused when it has changed since it was read, and when it has ended.
 */
export async function writeAssessment(
  tx: Tx,
  access: Access,
  { assessmentId, version, ...content }: NewContent,
): Promise<Outcome<undefined, AssessmentProblem>> {
  const texts = [...ELEMENTS.map(element => content[element]), content.capacity, content.advocate]
  if (texts.some(text => text.length > TEXT_LENGTH_MAX)) return refused('assessment.textTooLong')
  if (content.coOrdinator.length > NAME_LENGTH_MAX) return refused('assessment.textTooLong')
  const open = await findOpen(tx, access, assessmentId)
  if (!open.ok) return open
  if (open.value.version !== version) return refused('assessment.hasChanged')
  const { actor, personId } = access
  if (actor.kind !== 'worker') return refused('assessment.notYours')
  const { capacityFindingId: findingId } = content
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('assessmentVersion')
    .values({
      ...content,
      assessmentId,
      version: version + 1,
      capacityFindingId: findingId !== undefined && (await isOf(tx, personId, findingId)) ? findingId : null,
      writtenBy: actor.accountId,
      writtenByName: actor.name,
      writtenAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new GotInTheWay()
  await noteTypedAgain(tx, access, assessmentId, texts)
  access.contribute(open.value.contributorId, ASSESSMENT_CLASS)
  return done(undefined)
}

async function isOf(tx: Tx, personId: string, findingId: string): Promise<boolean> {
  const finding = await tx.db
    .selectFrom('capacityFindingNow')
    .select('id')
    .where('id', '=', findingId)
    .where('personId', '=', personNow(personId))
    .executeTakeFirst()
  return finding !== undefined
}

/** What was typed here although it was known is counted once for each thing, however often the assessment is saved. */
async function noteTypedAgain(tx: Tx, access: Access, assessmentId: string, texts: readonly string[]): Promise<void> {
  const counted = await tx.db
    .selectFrom('collectedFact')
    .select('field')
    .where('assessmentId', '=', assessmentId)
    .where('how', '=', 'typed-again')
    .execute()
  const before = new Set(counted.map(({ field }) => field))
  const again = (await whatIsKnown(tx, access)).filter(fact => !before.has(fact.field) && isTypedAgain(fact, texts))
  for (const { field, sourceId, asOf } of again) {
    await tx.db
      .insertInto('collectedFact')
      .values({
        id: tx.newId(),
        contactId: null,
        whatMattersId: null,
        assessmentId,
        field,
        sourceId,
        asOf,
        how: 'typed-again',
        instead: null,
      })
      .execute()
  }
}
