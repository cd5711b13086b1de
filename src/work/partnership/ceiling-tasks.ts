import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual, Language } from '#ground/language/say.ts'
import { type Figure, figureOf } from '#ground/small-numbers.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Failure } from '#record/sharing/decision/decide.ts'
import type { DataClass, RelationshipKind } from '#record/sharing/vocabulary.ts'

/**
 * A body's workers opened more emergencies in a month than are exceptions: they keep needing what no clause opens. What
 * that was, as numbers of emergencies, counted over the whole month.
 */
export interface CeilingTask {
  readonly id: string
  readonly body: Bilingual
  /** The first day of the month, ISO 8601. */
  readonly month: string
  readonly ceiling: number
  readonly opened: Figure
  readonly openedAt: Date
  readonly roles: readonly Counted<Role>[]
  readonly classes: readonly Counted<DataClass>[]
  /** The checks that the nearest clause failed. */
  readonly failed: readonly Counted<Failure>[]
  /** Where nothing but a tie was missing: those that would have done. */
  readonly relationships: readonly Counted<RelationshipKind>[]
  readonly answer:
    | { readonly words: string; readonly language: Language; readonly by: string; readonly at: Date }
    | undefined
  /** Whether the reader is the one to answer it. */
  readonly isTheirs: boolean
}

export interface Counted<Code> {
  readonly code: Code
  readonly emergencies: Figure
}

/**
 * The tasks of changing an agreement, those that wait first: every body's for a member of the partnership board, their
 * own body's for a signatory, none for anybody else.
 */
export async function ceilingTasks(tx: Tx, actor: WorkerActor): Promise<CeilingTask[]> {
  const { rows } = await sql<Row>`
    select task.id, body.name_en, body.name_cy, task.month, task.ceiling, task.opened_at,
           task.organisation_id = own.body_id and ${actor.role} = 'signatory' as is_theirs,
           case when answer.emergency_ceiling_task_id is null then null else jsonb_build_object(
             'words', answer.words, 'language', answer.language, 'by', answer.answered_by_name, 'at', answer.answered_at) end as answer,
           (select count(*) from ${OF_THE_MONTH}) as opened,
           ${counted(sql`emergency.role`, sql`${OF_THE_MONTH}`)} as roles,
           ${counted(sql`lack.data_class`, sql`${OF_THE_MONTH} ${LACKS}`)} as classes,
           ${counted(sql`failure.code`, sql`${OF_THE_MONTH} ${LACKS} cross join lateral unnest(lack.failed) as failure (code)`)} as failed,
           ${counted(sql`tie.kind`, sql`${OF_THE_MONTH} ${LACKS} cross join lateral unnest(lack.relationships) as tie (kind)`)} as relationships
    from emergency_ceiling_task as task
    join organisation as body on body.id = task.organisation_id
    join organisation_body as own on own.organisation_id = ${actor.organisationId}
    left join emergency_ceiling_answer as answer on answer.emergency_ceiling_task_id = task.id
    where ${actor.role} = 'board-member' or (${actor.role} = 'signatory' and task.organisation_id = own.body_id)
    order by answer.answered_at is not null, task.opened_at desc, task.id`.execute(tx.db)
  return rows.map(({ nameEn, nameCy, opened, answer, roles, classes, failed, relationships, ...row }) => ({
    ...row,
    body: { en: nameEn, cy: nameCy },
    opened: figureOf(opened),
    roles: figuresOf(roles),
    classes: figuresOf(classes),
    failed: figuresOf(failed),
    relationships: figuresOf(relationships),
    answer: answer === null ? undefined : { ...answer, at: new Date(answer.at) },
  }))
}

type Counts<Code> = readonly { readonly code: Code; readonly count: number }[]

interface Row
  extends Omit<CeilingTask, 'body' | 'opened' | 'roles' | 'classes' | 'failed' | 'relationships' | 'answer'> {
  readonly nameEn: string
  readonly nameCy: string
  readonly opened: number
  readonly roles: Counts<Role>
  readonly classes: Counts<DataClass>
  readonly failed: Counts<Failure>
  readonly relationships: Counts<RelationshipKind>
  readonly answer: {
    readonly words: string
    readonly language: Language
    readonly by: string
    readonly at: string
  } | null
}

/** Those that are few stand in a fixed order, which does not tell which of them is more. */
function figuresOf<Code extends string>(counts: Counts<Code>): Counted<Code>[] {
  return counts
    .map(({ code, count }) => ({ code, emergencies: figureOf(count) }))
    .sort((one, other) => rankOf(other.emergencies) - rankOf(one.emergencies) || (one.code < other.code ? -1 : 1))
}

function rankOf(figure: Figure): number {
  return figure === 'few' ? 1 : figure
}

type Sql = ReturnType<typeof sql>

/** The emergencies of the task's body in its month. */
const OF_THE_MONTH = sql`emergency_access as emergency
  join organisation_body as part on part.organisation_id = emergency.organisation_id and part.body_id = task.organisation_id
   and date_trunc('month', emergency.opened_at, 'Europe/London') at time zone 'Europe/London' = task.month`

const LACKS = sql`join emergency_lack as lack on lack.emergency_access_id = emergency.id`

function counted(what: Sql, from: Sql): Sql {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('code', one.code, 'count', one.count))
    from (select ${what} as code, count(distinct emergency.id) as count from ${from} group by 1) as one), '[]')`
}
