import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Role } from '#record/organisation/role.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Access } from '#record/sharing/access.ts'
import type { Doing } from '#record/sharing/doing.ts'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import { findEntry, isOwn } from '#record/sharing/trail/read.ts'
import type { DataClass, Purpose } from '#record/sharing/vocabulary.ts'
import { checkedTheTrail } from './officer-trail.ts'
import type { PrivacyOfficer } from './privacy-team.ts'
import type { Question } from './question.ts'

/** A question with the look it is about, as the person reads it. The look is gone while telling of it is put off. */
export interface OwnQuestion {
  readonly question: Question
  readonly entry: TrailEntry | undefined
}

/** A question with the look it is about, as whoever must answer sees it: who, when, which classes, and no data. */
export interface AskedQuestion {
  readonly question: Question
  readonly look: AskedLook
}

export interface AskedLook {
  readonly who: string
  readonly role: Role | undefined
  readonly organisation: Bilingual | undefined
  readonly isMachine: boolean
  readonly at: Date
  readonly doing: Doing
  readonly purpose: Purpose
  readonly allowed: boolean
  readonly classes: readonly DataClass[]
}

/** How many answered questions are shown; those that wait are shown however many they are. */
export const ANSWERED_SHOWN_MAX = 20

/** Everything the person has asked, the latest first. Nothing for anybody else. */
export async function ownQuestions(tx: Tx, access: Access): Promise<OwnQuestion[]> {
  if (!isOwn(access)) return []
  const questions = await read(
    tx,
    sql`question.person_id in ${everyIdOf(access.personId)}`,
    sql`question.asked_at desc`,
  )
  const shown: OwnQuestion[] = []
  for (const question of questions) shown.push({ question, entry: await findEntry(tx, access, question.entryId) })
  return shown
}

/** What the person has asked about these entries of their trail, by entry, the earliest first. */
export async function questionsAbout(
  tx: Tx,
  access: Access,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, Question[]>> {
  if (!isOwn(access)) return new Map()
  const where = sql`question.person_id in ${everyIdOf(access.personId)} and question.trail_entry_id = any(${entryIds}::uuid[])`
  return Map.groupBy(await read(tx, where, sql`question.asked_at`), ({ entryId }) => entryId)
}

/** What waits for an officer's team, the most pressing first, and the latest of what it has answered. */
export async function questionsFor(
  tx: Tx,
  officer: PrivacyOfficer,
): Promise<{ readonly waiting: readonly Question[]; readonly answered: readonly Question[] }> {
  const team = sql`question.team_id = ${officer.teamId}`
  return {
    waiting: await read(tx, sql`${team} and answer.words is null`, sql`question.answer_by, question.asked_at`),
    answered: await read(
      tx,
      sql`${team} and answer.words is not null`,
      sql`answer.answered_at desc limit ${ANSWERED_SHOWN_MAX}`,
    ),
  }
}

/** Opens one question for an officer of the team it was put to. That it was opened is in the person's trail. */
export async function openQuestion(
  tx: Tx,
  officer: PrivacyOfficer,
  questionId: string,
): Promise<Outcome<AskedQuestion, 'question.notShown'>> {
  const where = sql`question.id = ${questionId} and question.team_id = ${officer.teamId}`
  const [question] = await read(tx, where, sql`question.asked_at`)
  if (question === undefined) return refused('question.notShown')
  const { rows } = await sql<AskedLook & { personId: string }>`
    select entry.actor_name as who, entry.role, entry.sender_id is not null as is_machine, entry.at, entry.action as doing,
           entry.purpose, entry.allowed, question.person_id,
           case when body.id is null then null else jsonb_build_object('en', body.name_en, 'cy', body.name_cy) end as organisation,
           coalesce((select jsonb_agg(distinct one ->> 'dataClass')
                     from jsonb_array_elements(entry.released) as one), '[]') as classes
    from look_question as question
    join trail_entry as entry on entry.id = question.trail_entry_id
    left join organisation as body on body.id = entry.organisation_id
    where question.id = ${question.id}`.execute(tx.db)
  const [row] = rows
  if (row === undefined) throw new Error(`a question about no look: ${question.id}`)
  const { personId, ...look } = row
  await checkedTheTrail(tx, officer, personId)
  return done({
    question,
    look: { ...look, role: look.role ?? undefined, organisation: look.organisation ?? undefined },
  })
}

async function read(tx: Tx, where: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<Question[]> {
  const { rows } = await sql<Question & { answer: Question['answer'] | null; answeredAt: Date | null }>`
    select question.id, question.trail_entry_id as entry_id, question.words, question.language,
           question.asked_by_name as asked_by, question.asked_at, question.answer_by::text as answer_by,
           jsonb_build_object('en', team.name_en, 'cy', team.name_cy) as team,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           answer.answered_at,
           case when answer.words is null then null else jsonb_build_object(
             'words', answer.words, 'language', answer.language, 'answeredBy', answer.answered_by_name) end as answer
    from look_question as question
    join team on team.id = question.team_id
    join organisation as body on body.id = team.organisation_id
    left join look_question_answer as answer on answer.look_question_id = question.id
    where ${where}
    order by ${order}`.execute(tx.db)
  return rows.map(({ answeredAt, answer, ...question }) => ({
    ...question,
    answer: answer && answeredAt ? { ...answer, answeredAt } : undefined,
  }))
}
