import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual, Language } from '#ground/language/say.ts'
import type { Said } from '../carry-out.ts'

/** Somebody’s word that a record is not theirs, and what was answered. */
export interface Doubt {
  readonly recordId: string
  readonly organisation: Bilingual
  readonly words: string
  readonly language: Language
  readonly by: string
  readonly at: Date
  /** Nobody has answered yet, and the two are one person's still. */
  readonly isWaiting: boolean
  /** Who must answer, and by when. */
  readonly team: Bilingual
  readonly dueAt: Date
  readonly answer: DoubtAnswer | undefined
}

interface DoubtAnswer {
  readonly said: Said
  readonly words: string
  readonly language: Language
  readonly by: string
  readonly at: Date
}

interface Row {
  readonly recordId: string
  readonly nameEn: string
  readonly nameCy: string
  readonly words: string
  readonly language: Language
  readonly by: string
  readonly at: Date
  readonly isWaiting: boolean
  readonly teamEn: string
  readonly teamCy: string
  readonly dueAt: Date
  readonly said: Said | null
  readonly answerWords: string | null
  readonly answerLanguage: Language | null
  readonly answerBy: string | null
  readonly answerAt: Date | null
}

/**
 * What was said of records that were joined to this person, the latest first. It stays with whom it was said by: whoever
 * turns out to own the record is told nothing of it.
 */
export async function doubtsOf(tx: Tx, memberIds: readonly string[]): Promise<Doubt[]> {
  const { rows } = await sql<Row>`
    select task.source_record_id as record_id, body.name_en, body.name_cy, doubt.words, doubt.language,
           doubt.said_by_name as "by", doubt.said_at as at, task.due_at, team.name_en as team_en, team.name_cy as team_cy,
           exists (select from review_candidate_now as waits where waits.id = candidate.id) as is_waiting,
           answer.decision as said, answer.words as answer_words, answer.language as answer_language,
           answer.decided_by_name as answer_by, answer.decided_at as answer_at
    from record_doubt as doubt
    join review_candidate as candidate on candidate.id = doubt.review_candidate_id
    join review_task as task on task.id = candidate.review_task_id
    join team on team.id = task.owner_team_id
    join source_record as record on record.id = task.source_record_id
    join organisation as body on body.id = record.organisation_id
    left join lateral (
      select decision.* from review_decision as decision
      left join review_second as second on second.review_decision_id = decision.id
      where decision.review_candidate_id = candidate.id and (not decision.needs_second or second.confirms)
      order by decision.decided_at desc limit 1
    ) as answer on true
    where candidate.source_record_id = any(${memberIds}::uuid[])
    order by doubt.said_at desc, candidate.id`.execute(tx.db)
  return rows.map(doubtFrom)
}

function doubtFrom(row: Row): Doubt {
  const { nameEn, nameCy, teamEn, teamCy, said, answerWords, answerLanguage, answerBy, answerAt, ...doubt } = row
  const isAnswered = said !== null && answerWords !== null && answerLanguage !== null && answerBy !== null
  return {
    ...doubt,
    organisation: { en: nameEn, cy: nameCy },
    team: { en: teamEn, cy: teamCy },
    answer:
      isAnswered && answerAt !== null
        ? { said, words: answerWords, language: answerLanguage, by: answerBy, at: answerAt }
        : undefined,
  }
}
