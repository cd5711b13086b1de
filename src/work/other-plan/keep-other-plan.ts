import { createHash } from 'node:crypto'
import type { DocumentReference } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { writeResource } from '#record/chart/write-resource.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { personsContributor } from '#work/about-me/who-decides.ts'
import { BROUGHT_CLASSES, OTHER_PLAN_KEY, type OtherPlanProblem } from './other-plan.ts'

/** A file that somebody brings, as it came. */
export interface BroughtPlan {
  readonly fileName: string
  readonly bytes: Buffer
  readonly dataClass: DataClass
}

/**
 * Keeps somebody else's care plan whole, as a document of whoever brought it: the person's own, or the worker's
 * organisation's. Answers its id; the same file brought again is the same document.
 */
export async function keepOtherPlan(
  tx: Tx,
  access: Access,
  { fileName, bytes, dataClass }: BroughtPlan,
): Promise<Outcome<string, OtherPlanProblem>> {
  const contributorId = await contributorOf(tx, access)
  if (!access.mayContribute(contributorId, dataClass)) return refused('otherPlan.notYours')
  const sourceRecordId = await findRecord(tx, access, contributorId)
  if (sourceRecordId === undefined) return refused('otherPlan.noRecord')
  const businessKey = `${OTHER_PLAN_KEY}${createHash('sha256').update(bytes).digest('hex')}`
  const key = { type: 'DocumentReference', contributorId, businessKey, dataClass, sourceRecordId } as const
  const written = await writeResource(
    tx,
    access,
    key,
    held => held ?? documentOf(tx, access, fileName, bytes, sourceRecordId),
    undefined,
  )
  return done(written.id)
}

/** Among which classes whoever brings a plan says how private it is; the person's own is part of their plan. */
export async function classesFor(tx: Tx, access: Access): Promise<DataClass[]> {
  const contributorId = await contributorOf(tx, access)
  const classes: readonly DataClass[] = access.actor.kind === 'worker' ? BROUGHT_CLASSES : ['plan']
  return classes.filter(dataClass => access.mayContribute(contributorId, dataClass))
}

function contributorOf(tx: Tx, { actor }: Access): Promise<string> {
  return actor.kind === 'worker' ? Promise.resolve(actor.organisationId) : personsContributor(tx)
}

/** The record of the person that the document hangs on: the contributor's own, or else any that is theirs. */
async function findRecord(tx: Tx, { personId }: Access, contributorId: string): Promise<string | undefined> {
  const records = await tx.db
    .selectFrom('personLinkNow as link')
    .innerJoin('sourceRecord as record', 'record.id', 'link.sourceRecordId')
    .select(['record.id', 'record.organisationId'])
    .where('link.personId', '=', personId)
    .orderBy('record.id')
    .execute()
  const own = records.find(({ organisationId }) => organisationId === contributorId)
  return (own ?? records[0])?.id
}

function documentOf(
  tx: Tx,
  { actor }: Access,
  fileName: string,
  bytes: Buffer,
  sourceRecordId: string,
): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    type: { coding: [{ system: 'http://snomed.info/sct', code: '734163000', display: 'Care plan' }] },
    subject: { reference: `Patient/${sourceRecordId}` },
    date: tx.now.toISOString(),
    author: [{ display: actor.name }],
    ...(actor.kind === 'worker' && { custodian: { reference: `Organization/${actor.organisationId}` } }),
    description: fileName,
    content: [
      {
        attachment: {
          contentType: 'application/fhir+json',
          title: fileName,
          size: bytes.length,
          data: bytes.toString('base64'),
        },
      },
    ],
  }
}
