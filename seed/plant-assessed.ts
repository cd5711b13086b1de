import { idFor } from '#ground/chance.ts'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { afterWorkingDays } from '#ground/working-days.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { ASSESSMENT_WORKING_DAYS } from '#work/assessment/statutory/assessment.ts'
import type { SeedAssessment, SeedContact, SeedRecords, SeedWhatMatters, SeedWritten } from './region/shape.ts'

/** Whom they are about, and how to find who wrote them. */
interface Of {
  readonly person: string
  workerOf(key: string): WorkerActor
}

const DAY_MS = 24 * 3_600_000

/** Plants what a council wrote about somebody who got in touch, on the days on which it was written. */
export async function plantAssessed(tx: Tx, personId: string, records: SeedRecords, of: Of): Promise<void> {
  for (const one of records.assessments ?? []) await plantAssessment(tx, personId, one, of)
  for (const one of records.talks ?? []) await plantWhatMatters(tx, personId, one, of)
  for (const one of records.contacts ?? []) await plantContact(tx, personId, one, of)
}

/** What was known, as of the day before, from the council itself. */
async function plantConfirmed(
  tx: Tx,
  of: { readonly contactId?: string; readonly whatMattersId?: string; readonly assessmentId?: string },
  { confirmed = [], daysAgo }: SeedWritten,
  sourceId: string,
): Promise<void> {
  const { contactId = null, whatMattersId = null, assessmentId = null } = of
  for (const field of confirmed) {
    const id = idFor(`${contactId} ${whatMattersId} ${assessmentId} ${field}`)
    const known = { field, sourceId, asOf: dayOf(ago(tx, daysAgo + 1)), how: 'confirmed', instead: null }
    await tx.db
      .insertInto('collectedFact')
      .values({ id, contactId, whatMattersId, assessmentId, ...known })
      .execute()
  }
}

function idOf({ person }: Of, kind: string, key: string): string {
  return idFor(`${kind} ${person} ${key}`)
}

function ago(tx: Tx, days: number): Date {
  return new Date(tx.now.getTime() - days * DAY_MS)
}

async function plantAssessment(tx: Tx, personId: string, one: SeedAssessment, of: Of): Promise<void> {
  const by = of.workerOf(one.by)
  const id = idOf(of, 'assessment', one.key)
  const begunAt = ago(tx, one.daysAgo)
  await tx.db
    .insertInto('assessment')
    .values({
      id,
      personId,
      contributorId: by.organisationId,
      teamId: by.teamId ?? null,
      subject: one.subject,
      begunBy: by.accountId,
      begunByName: by.name,
      begunAt,
      dueOn: afterWorkingDays(dayOf(begunAt), ASSESSMENT_WORKING_DAYS),
      formKey: id,
    })
    .execute()
  await plantConfirmed(tx, { assessmentId: id }, one, by.organisationId)
  if (one.elements === undefined) return
  await tx.db
    .insertInto('assessmentVersion')
    .values({
      assessmentId: id,
      version: 1,
      ...one.elements,
      language: one.language,
      heldIn: one.language,
      coOrdinator: by.name,
      capacity: one.capacity ?? '',
      capacityFindingId: null,
      advocate: one.advocate ?? '',
      writtenBy: by.accountId,
      writtenByName: by.name,
      writtenAt: ago(tx, one.end?.daysAgo ?? one.daysAgo - 1),
    })
    .execute()
  await plantDeterminations(tx, id, one, by)
  await plantEnd(tx, id, one, by)
}

async function plantDeterminations(tx: Tx, assessmentId: string, one: SeedAssessment, by: WorkerActor): Promise<void> {
  for (const { need, conditions } of one.determinations ?? []) {
    const [arises, arisesWhy] = conditions.arises
    const [wellBeing, wellBeingWhy] = conditions['well-being']
    const [notOtherwise, notOtherwiseWhy] = conditions['not-otherwise']
    const [unlikelyWithout, unlikelyWithoutWhy] = conditions['unlikely-without']
    const met = { arises, arisesWhy, wellBeing, wellBeingWhy, notOtherwise, notOtherwiseWhy }
    await tx.db
      .insertInto('eligibility')
      .values({
        id: idFor(`${assessmentId} ${need}`),
        assessmentId,
        need,
        language: one.language,
        ...met,
        unlikelyWithout,
        unlikelyWithoutWhy,
        determinedBy: by.accountId,
        determinedByName: by.name,
        determinedAt: ago(tx, one.end?.daysAgo ?? 0),
      })
      .execute()
  }
}

async function plantEnd(tx: Tx, assessmentId: string, { end }: SeedAssessment, by: WorkerActor): Promise<void> {
  if (end === undefined) return
  await tx.db
    .insertInto('assessmentEnd')
    .values({
      assessmentId,
      how: 'completed',
      agreed: end.agreed,
      words: end.words,
      endedBy: by.accountId,
      endedByName: by.name,
      endedAt: ago(tx, end.daysAgo),
    })
    .execute()
}

async function plantWhatMatters(tx: Tx, personId: string, one: SeedWhatMatters, of: Of): Promise<void> {
  const by = of.workerOf(one.by)
  const id = idOf(of, 'what matters', one.key)
  const { tookPart, words, wordsLanguage, cameOfIt, language } = one
  await tx.db
    .insertInto('whatMatters')
    .values({
      id,
      personId,
      contributorId: by.organisationId,
      teamId: by.teamId ?? null,
      heldOn: dayOf(ago(tx, one.daysAgo)),
      heldIn: wordsLanguage,
      tookPart,
      words,
      wordsLanguage,
      cameOfIt,
      language,
      assessmentId: one.assessment === undefined ? null : idOf(of, 'assessment', one.assessment),
      recordedBy: by.accountId,
      recordedByName: by.name,
      recordedAt: ago(tx, one.daysAgo),
      formKey: id,
    })
    .execute()
  await plantConfirmed(tx, { whatMattersId: id }, one, by.organisationId)
}

async function plantContact(tx: Tx, personId: string, one: SeedContact, of: Of): Promise<void> {
  const by = of.workerOf(one.by)
  const id = idOf(of, 'contact', one.key)
  const { fromWhom, fromName, way, about, nextStep, whatNext, language, assessment } = one
  await tx.db
    .insertInto('contact')
    .values({
      id,
      personId,
      contributorId: by.organisationId,
      teamId: by.teamId ?? null,
      fromWhom,
      fromName: fromName ?? null,
      way,
      about,
      needAppears: assessment !== undefined,
      nextStep,
      whatNext,
      language,
      assessmentId: assessment === undefined ? null : idOf(of, 'assessment', assessment),
      takenBy: by.accountId,
      takenByName: by.name,
      takenAt: ago(tx, one.daysAgo),
      formKey: id,
    })
    .execute()
  await plantConfirmed(tx, { contactId: id }, one, by.organisationId)
}
