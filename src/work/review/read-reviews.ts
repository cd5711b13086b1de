import { sql } from 'kysely'
import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import {
  type Achievement,
  type Arrangement,
  clockOf,
  REVIEW_CLASS,
  type Reopening,
  type Review,
  type ReviewedItem,
  type ReviewResult,
  type ReviewStance,
} from './review.ts'

/** How many reviews of one person are read at most, the latest: one a fortnight for eight years. */
const READ_MAX = 200

/** Every review of the plan that this access opens, the one that waits first, then the latest. */
export async function readReviews(tx: Tx, access: Access): Promise<Review[]> {
  const [reviews = []] = await reviewsOf(tx, [access])
  return reviews
}

/** The same for many, in the order of the accesses; or `only` those with these ids. */
export async function reviewsOf(tx: Tx, accesses: readonly Access[], only?: readonly string[]): Promise<Review[][]> {
  const { rows } = await sql<Row>`
    select opened.place as opened, review.id, plan.person_id, body.id as contributor_id, review.number, review.opened_at,
           (select count(*)::int from plan_review_arrangement as each where each.plan_review_id = review.id) as times_arranged,
           arranged.arrangement, ended.result
    from ${openedBy(accesses)}
    join organisation as body on body.id = opened.contributor_id and body.kind = 'person'
    join plan_now as plan on plan.person_id = opened.person_id
    join plan_review as review on review.plan_id = plan.id
    join lateral (${ARRANGEMENT}) as arranged on true
    left join lateral (${RESULT}) as ended on true
    where opened.data_class = ${REVIEW_CLASS}
      and (${only === undefined} or review.id = any(${only ?? []}::uuid[]))
    order by opened.place, ended.result is not null, review.opened_at desc, review.number desc, review.id
    limit ${READ_MAX * Math.max(1, accesses.length)}`.execute(tx.db)
  const today = dayOf(tx.now)
  return accesses.map((access, place) =>
    rows
      .filter(({ opened }) => opened === place)
      .map(row => {
        access.release(row.contributorId, REVIEW_CLASS)
        return reviewFrom(access, row, today)
      }),
  )
}

/** The people whose plans these reviews look back at now. */
export async function peopleOfReviews(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct plan.person_id
    from plan_review as review
    join plan_now as plan on plan.id = review.plan_id
    where review.id = any(${ids}::uuid[])`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

const ARRANGEMENT = sql`
  select jsonb_build_object(
    'version', last.version, 'cause', last.reason, 'dueOn', last.due_on, 'responsibleId', last.responsible_id,
    'responsible', last.responsible_name, 'organisationId', last.organisation_id, 'teamId', last.team_id,
    'organisation', jsonb_build_object('en', employer.name_en, 'cy', employer.name_cy),
    'team', case when team.id is not null then jsonb_build_object('en', team.name_en, 'cy', team.name_cy) end,
    'attending', last.attending, 'words', last.words, 'language', last.language,
    'by', last.arranged_by_name, 'at', last.arranged_at) as arrangement
  from plan_review_arrangement as last
  join organisation as employer on employer.id = last.organisation_id
  left join team on team.id = last.team_id
  where last.plan_review_id = review.id
  order by last.version desc
  limit 1`

/** An item by its words as they are now, with whose it is and of what class; never one that was about another person. */
const ITEM = sql`
  'ownerId', item.owner_id, 'dataClass', item.data_class,
  'item', jsonb_build_object('id', item.id, 'words', version.words, 'language', version.language)`
const ITEM_NOW = sql`
  join lateral (
    select words, language from plan_item_version as written
    where written.plan_item_id = item.id order by written.version desc limit 1
  ) as version on true`

const NOT_MISFILED = sql`not exists (
  select from plan_item_struck as misfiled
  where misfiled.plan_item_id = item.id and misfiled.because = 'wrong-person')`

const RESULT = sql`
  select jsonb_build_object(
    'kind', result.result, 'reasons', result.reasons, 'language', result.language, 'changes', result.changes,
    'needRemains', result.need_remains, 'metHow', result.met_how, 'metBy', result.met_by,
    'by', result.ended_by_name, 'at', result.ended_at,
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object(${ITEM}) order by item.place, item.id), '[]')
      from plan_review_change as change
      join plan_item as item on item.id = change.plan_item_id ${ITEM_NOW}
      where change.plan_review_id = review.id and ${NOT_MISFILED}),
    'achievements', (
      select coalesce(jsonb_agg(jsonb_build_object(${ITEM}, 'words', achieved.words, 'score', achieved.score)
                                order by item.place, item.id), '[]')
      from plan_review_achievement as achieved
      join plan_item as item on item.id = achieved.plan_item_id ${ITEM_NOW}
      where achieved.plan_review_id = review.id and ${NOT_MISFILED}),
    'stance', (
      select jsonb_build_object('agrees', stance.agrees, 'words', stance.words, 'language', stance.language,
                                'by', stance.taken_by_name, 'at', stance.taken_at)
      from plan_review_stance as stance
      where stance.plan_review_id = review.id
      order by stance.taken_at desc, stance.id
      limit 1),
    'reopened', (
      select jsonb_build_object('reasons', again.reasons, 'language', again.language, 'by', again.reopened_by_name,
                                'at', again.reopened_at)
      from plan_reopening as again
      where again.plan_review_id = review.id)) as result
  from plan_review_result as result
  where result.plan_review_id = review.id`

/** Whose an item is: it is left out where the reader may not see it. */
interface Owned {
  readonly ownerId: string
  readonly dataClass: DataClass
  readonly item: ReviewedItem
}

interface ResultRow extends Omit<ReviewResult, 'closure' | 'items' | 'stance' | 'reopened'> {
  readonly needRemains: boolean | null
  readonly metHow: string | null
  readonly metBy: string | null
  readonly items: readonly Owned[]
  readonly achievements: readonly (Owned & { readonly words: string; readonly score: number | null })[]
  readonly stance: ReviewStance | null
  readonly reopened: Reopening | null
}

interface Row extends Omit<Review, 'clock' | 'result'> {
  readonly opened: number
  readonly result: ResultRow | null
}

/** JSON knows no moments and no undefined: both are put back. */
function reviewFrom(access: Access, { opened: _, arrangement, result, ...row }: Row, today: string): Review {
  return {
    ...row,
    arrangement: withMoment<Arrangement>(arrangement),
    result: result === null ? undefined : resultFrom(access, result),
    clock: result === null ? clockOf(arrangement.dueOn, today) : { kind: 'held' },
  }
}

function resultFrom(access: Access, row: ResultRow): ReviewResult {
  const { needRemains, metHow, metBy, items, achievements, stance, reopened, ...result } = row
  const isOpen = ({ ownerId, dataClass }: Owned) => access.covers(ownerId, dataClass)
  return {
    ...withMoment<Omit<ReviewResult, 'closure' | 'items' | 'stance' | 'reopened'>>(result),
    items: items.filter(isOpen).map(({ item }) => item),
    closure:
      needRemains === null
        ? undefined
        : {
            needRemains,
            metHow: metHow ?? undefined,
            metBy: metBy ?? undefined,
            achievements: achievements
              .filter(isOpen)
              .map(({ item, words, score }): Achievement => ({ item, words, score: score ?? undefined })),
          },
    stance: stance === null ? undefined : withMoment<ReviewStance>(stance),
    reopened: reopened === null ? undefined : withMoment<Reopening>(reopened),
  }
}

function withMoment<Thing extends { readonly at: Date }>(thing: Thing): Thing {
  const entries = Object.entries(thing).map(([name, value]) => [name, value ?? undefined])
  return { ...(Object.fromEntries(entries) as Thing), at: new Date(thing.at) }
}
