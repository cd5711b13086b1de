import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { readContacts } from './contact/read-contacts.ts'
import { ASSESSMENT_CLASS, type AssessmentProblem, type RecordKind, TEXT_LENGTH_MAX } from './record.ts'
import { readAssessments } from './statutory/read-assessments.ts'
import { readWhatMatters } from './what-matters/read-what-matters.ts'

/** What somebody says of a record that was written about them. */
export interface NewReply {
  readonly kind: RecordKind
  readonly id: string
  readonly agrees: boolean
  /** Needed by whoever does not agree. */
  readonly words: string
}

const READ = { contact: readContacts, 'what-matters': readWhatMatters, assessment: readAssessments } as const

/**
 * Says what the person thinks of what was written about them, in their own words; or somebody whom they let write there.
 * It stands beside the record for ever, and so does whatever they say later.
 */
export async function replyTo(
  tx: Tx,
  access: Access,
  { kind, id, agrees, words }: NewReply,
): Promise<Outcome<undefined, AssessmentProblem>> {
  const said = words.trim()
  if (!agrees && said === '') return refused('assessment.whyMissing')
  if (said.length > TEXT_LENGTH_MAX) return refused('assessment.textTooLong')
  const record = (await READ[kind](tx, access)).find(one => one.id === id)
  const { actor } = access
  if (record === undefined) return refused('assessment.notShown')
  if (actor.kind !== 'citizen' || !access.mayContribute(record.contributorId, ASSESSMENT_CLASS))
    return refused('assessment.notYours')
  await tx.db
    .insertInto('assessmentReply')
    .values({
      id: tx.newId(),
      contactId: kind === 'contact' ? id : null,
      whatMattersId: kind === 'what-matters' ? id : null,
      assessmentId: kind === 'assessment' ? id : null,
      agrees,
      words: said || null,
      repliedBy: actor.accountId,
      repliedByName: actor.name,
      repliedAt: tx.now,
    })
    .execute()
  access.contribute(record.contributorId, ASSESSMENT_CLASS)
  return done(undefined)
}
