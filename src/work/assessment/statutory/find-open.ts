import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { assesses, councilFor } from '../council.ts'
import type { AssessmentProblem } from '../record.ts'
import type { Assessment } from './assessment.ts'
import { readAssessments } from './read-assessments.ts'

/** The assessment, if it has not ended and the holder of the access assesses for the council that began it. */
export async function findOpen(
  tx: Tx,
  access: Access,
  assessmentId: string,
): Promise<Outcome<Assessment, AssessmentProblem>> {
  const assessment = (await readAssessments(tx, access)).find(({ id }) => id === assessmentId)
  if (assessment === undefined) return refused('assessment.notShown')
  if ((await councilFor(tx, access)) !== assessment.contributorId) return refused('assessment.notYours')
  if (!assesses(access)) return refused('assessment.notYourJob')
  return assessment.end === undefined ? done(assessment) : refused('assessment.hasEnded')
}
