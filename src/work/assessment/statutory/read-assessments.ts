import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import { SHARED_JOINS, type SharedRow, sharedColumns, sharedFrom } from '../read-shared.ts'
import { ASSESSMENT_CLASS } from '../record.ts'
import type { Assessment, AssessmentContent, AssessmentEnd, Condition, Determination, Subject } from './assessment.ts'

/** The assessments of a person that an access opens, the latest first. */
export async function readAssessments(tx: Tx, access: Access): Promise<Assessment[]> {
  const [assessments = []] = await assessmentsOf(tx, [access])
  return assessments
}

/** The same for each of several accesses, in their order. */
export async function assessmentsOf(tx: Tx, accesses: readonly Access[]): Promise<Assessment[][]> {
  const { rows } = await sql<Row>`
    select opened.place as opened, ${sharedColumns('assessment')}, record.subject, record.begun_by_name, record.begun_at, record.due_on,
           written.version, to_jsonb(written) as written, to_jsonb(ended) as ended,
           (select coalesce(jsonb_agg(to_jsonb(one) order by one.determined_at, one.id), '[]')
            from eligibility as one where one.assessment_id = record.id) as determinations
    from ${openedBy(accesses)}
    join person_now as now on now.person_id = opened.person_id
    join assessment as record on record.person_id = now.id and record.contributor_id = opened.contributor_id
    ${SHARED_JOINS}
    left join lateral (
      select * from assessment_version as version
      where version.assessment_id = record.id order by version.version desc limit 1
    ) as written on true
    left join assessment_end as ended on ended.assessment_id = record.id
    where opened.data_class = ${ASSESSMENT_CLASS}
    order by record.begun_at desc, record.id`.execute(tx.db)
  return accesses.map((access, place) => {
    const theirs = rows.filter(({ opened }) => opened === place)
    for (const { contributorId } of theirs) access.release(contributorId, ASSESSMENT_CLASS)
    return theirs.map(row => assessmentFrom(row, dayOf(tx.now)))
  })
}

interface Row extends SharedRow {
  /** The place of the access that opens it. */
  readonly opened: number
  readonly subject: Subject
  readonly begunByName: string
  readonly begunAt: Date
  readonly dueOn: string
  readonly version: number | null
  readonly written: WrittenRow | null
  readonly ended: EndRow | null
  readonly determinations: readonly DeterminationRow[]
}

/** As the tables name them: JSON keeps the names of the columns. */
interface WrittenRow {
  readonly circumstances: string
  readonly outcomes: string
  readonly barriers: string
  readonly risks: string
  readonly strengths: string
  readonly language: 'en' | 'cy'
  readonly held_in: AssessmentContent['heldIn']
  readonly co_ordinator: string
  readonly capacity: string
  readonly capacity_finding_id: string | null
  readonly advocate: string
  readonly written_by_name: string
  readonly written_at: string
}

interface EndRow {
  readonly how: AssessmentEnd['how']
  readonly agreed: AssessmentEnd['agreed']
  readonly words: string
  readonly ended_by_name: string
  readonly ended_at: string
}

interface DeterminationRow {
  readonly id: string
  readonly need: string
  readonly language: 'en' | 'cy'
  readonly arises: boolean
  readonly arises_why: string
  readonly well_being: boolean
  readonly well_being_why: string
  readonly not_otherwise: boolean
  readonly not_otherwise_why: string
  readonly unlikely_without: boolean
  readonly unlikely_without_why: string
  readonly determined_by_name: string
  readonly determined_at: string
}

function assessmentFrom(row: Row, today: string): Assessment {
  const { subject, dueOn, begunByName: by, begunAt: at, version, written, ended, determinations } = row
  return {
    ...sharedFrom(row),
    subject,
    dueOn,
    by,
    at,
    language: written?.language ?? 'en',
    isLate: ended === null && dueOn < today,
    version: version ?? 0,
    written: written === null ? undefined : writtenFrom(written),
    determinations: determinations.map(determinationFrom),
    end: ended === null ? undefined : endFrom(ended),
  }
}

function writtenFrom({
  circumstances,
  outcomes,
  barriers,
  risks,
  strengths,
  language,
  capacity,
  advocate,
  ...row
}: WrittenRow) {
  return {
    ...{ circumstances, outcomes, barriers, risks, strengths, language, capacity, advocate },
    heldIn: row.held_in,
    coOrdinator: row.co_ordinator,
    capacityFindingId: row.capacity_finding_id ?? undefined,
    by: row.written_by_name,
    at: new Date(row.written_at),
  }
}

function endFrom({ how, agreed, words, ended_by_name: by, ended_at }: EndRow): AssessmentEnd {
  return { how, agreed, words, by, at: new Date(ended_at) }
}

function determinationFrom(row: DeterminationRow): Determination {
  const condition = (name: Condition, isMet: boolean, why: string) => ({ condition: name, isMet, why })
  const conditions = [
    condition('arises', row.arises, row.arises_why),
    condition('well-being', row.well_being, row.well_being_why),
    condition('not-otherwise', row.not_otherwise, row.not_otherwise_why),
    condition('unlikely-without', row.unlikely_without, row.unlikely_without_why),
  ]
  const { id, need, language, determined_by_name: by, determined_at } = row
  return {
    id,
    need,
    language,
    conditions,
    isEligible: conditions.every(({ isMet }) => isMet),
    by,
    at: new Date(determined_at),
  }
}
