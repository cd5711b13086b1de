import { type RawBuilder, sql } from 'kysely'
import { putTogetherOnce } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { openedIn, openedValue } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import { type Content, merge } from './content.ts'
import type { Details } from './details/details.ts'
import { ITEM_KINDS } from './item-kind.ts'
import type { Offer, PlanItem, Proposal } from './plan.ts'

/** Everything of the plan that this access opens, in the order the person keeps it. Empty when there is no plan yet. */
export async function readPlan(tx: Tx, access: Access): Promise<PlanItem[]> {
  const rows = await openItems(tx, [access])
  for (const item of rows) access.release(item.ownerId, item.dataClass)
  return rows.map(itemFrom)
}

/**
 * One item as each access opens it, in the order of the accesses; undefined where it is not open. Each access was decided
 * on its own; those that were found to open the very same are read for once.
 */
export async function readItem(tx: Tx, accesses: readonly Access[], itemId: string): Promise<(PlanItem | undefined)[]> {
  const alike = [...Map.groupBy(accesses, whatIsOpened).values()]
  const rows = await openItems(
    tx,
    alike.map(([first]) => first!),
    itemId,
  )
  const found = new Map(
    rows.flatMap(row => {
      const item = itemFrom(row)
      return alike[row.opened]!.map(access => [access, item] as const)
    }),
  )
  return accesses.map(access => {
    const item = found.get(access)
    if (item !== undefined) access.release(item.ownerId, item.dataClass)
    return item
  })
}

function whatIsOpened({ personId, grants }: Access): string {
  return [personId, ...grants.map(({ contributorId, dataClass }) => `${contributorId} ${dataClass}`).toSorted()].join()
}

/** The person in whose plan an item is, as they are now. */
export async function findItemPerson(tx: Tx, itemId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('planItem as item')
    .innerJoin('planNow as plan', 'plan.id', 'item.planId')
    .select('plan.personId')
    .where('item.id', '=', itemId)
    .executeTakeFirst()
  return row?.personId ?? undefined
}

type ItemRow = Omit<PlanItem, 'dueOn' | 'proposals'> & {
  readonly opened: number
  readonly dueOn: string | null
  readonly proposals: readonly ProposalRow[]
}

type ProposalRow = Omit<Proposal, 'dueOn' | 'details' | 'fits'> & {
  readonly dueOn: string | null
  readonly details: Details | null
  /** What stood when it was made. */
  readonly base: Content
}

/** JSON knows no moments and no undefined: both are put back. */
function itemFrom({ opened: _, ...row }: ItemRow): PlanItem {
  return {
    ...row,
    partOf: row.partOf ?? undefined,
    dueOn: row.dueOn ?? undefined,
    helpedBy: row.helpedBy ?? undefined,
    writtenById: row.writtenById ?? undefined,
    proposals: row.proposals.map(one => proposalFrom(one, row)),
    writtenAs: row.writtenAs ?? undefined,
    stances: row.stances.map(one => ({ ...one, words: one.words ?? undefined, takenAt: new Date(one.takenAt) })),
    state: row.state ? saidFrom(row.state) : undefined,
    scores: row.scores.map(saidFrom),
    struck: row.struck ? { ...row.struck, struckAt: new Date(row.struck.struckAt) } : undefined,
    offer: row.offer ? offerFrom(row.offer) : undefined,
  }
}

function proposalFrom({ base, ...row }: ProposalRow, now: Content): Proposal {
  const { words, language } = row
  const offered = row.details === null ? { ...base, words, language } : { ...row, details: row.details }
  return {
    ...row,
    why: row.why ?? undefined,
    dueOn: offered.dueOn ?? undefined,
    details: offered.details,
    fits: !merge(base, offered, now).clashes,
    proposedAt: new Date(row.proposedAt),
  }
}

function saidFrom<Said extends { readonly words: string | undefined; readonly saidAt: Date }>(said: Said): Said {
  return { ...said, words: said.words ?? undefined, saidAt: new Date(said.saidAt) }
}

function offerFrom({ why, offeredBy, offeredById, offeredAt, declined }: Offer): Offer {
  const no = declined ? { words: declined.words ?? undefined, by: declined.by, at: new Date(declined.at) } : undefined
  return { why: why ?? undefined, offeredBy, offeredById, offeredAt: new Date(offeredAt), declined: no }
}

/**
 * Of one item, or of whole plans: what stands, what waits for an answer, each hand's last word on what stands, how far it
 * has come, and whether it is part of the plan at all.
 */
async function openItems(tx: Tx, accesses: readonly Access[], itemId?: string): Promise<ItemRow[]> {
  const opened = openedValue(accesses)
  const kinds = [...ITEM_KINDS]
  const asked = itemId === undefined ? OF_PLANS({ opened, kinds }) : OF_ONE_ITEM({ opened, kinds, itemId })
  const { rows } = await asked.execute(tx.db)
  return rows
}

interface Asked {
  readonly opened: string
  readonly kinds: readonly string[]
}

const OF_PLANS = putTogetherOnce((asked: Asked) => items(asked, sql`true`))
const OF_ONE_ITEM = putTogetherOnce((asked: Asked & { readonly itemId: string }) =>
  items(asked, sql`item.id = ${asked.itemId}::uuid`),
)

/** What is gathered of an item is written as text at once (json): as jsonb it was built, and then taken apart to be sent. */
const items = ({ opened, kinds }: Asked, which: RawBuilder<unknown>) => sql<ItemRow>`
  select opened.place as opened, item.id, item.kind, item.part_of, item.owner_id, owner.code as owner_code,
         item.data_class, latest.version, latest.words, latest.language, latest.due_on, latest.helped_by,
         latest.details, latest.written_by_name as written_by, latest.written_by as written_by_id, latest.written_at,
         (select office.kind from representative as office where office.id = latest.representative_id) as written_as,
         coalesce(waiting.proposals, '[]') as proposals,
         coalesce(taken.stances, '[]') as stances,
         now.state,
         coalesce(felt.scores, '[]') as scores,
         struck.struck,
         offered.offer
  from ${openedIn(opened)}
  join plan_now as plan on plan.person_id = opened.person_id
  join plan_item as item
    on item.plan_id = plan.id and item.owner_id = opened.contributor_id and item.data_class = opened.data_class
  join organisation as owner on owner.id = item.owner_id
  join lateral (
    select * from plan_item_version as version
    where version.plan_item_id = item.id order by version.version desc limit 1
  ) as latest on true
  left join lateral (${PROPOSALS}) as waiting on true
  left join lateral (${STANCES}) as taken on true
  left join lateral (${STATE}) as now on true
  left join lateral (${SCORES}) as felt on true
  left join lateral (${STRUCK}) as struck on true
  left join lateral (${OFFER}) as offered on true
  where ${which}
  order by opened.place, array_position(${kinds}::text[], item.kind), item.place, item.id`

const PROPOSALS = sql`
  select json_agg(json_build_object(
           'id', proposal.id, 'version', proposal.version, 'words', proposal.words, 'language', proposal.language,
           'why', proposal.why, 'proposedBy', proposal.proposed_by_name, 'proposedById', proposal.proposed_by,
           'proposedAt', proposal.proposed_at, 'dueOn', proposal.due_on, 'details', proposal.details,
           'isBeside', proposal.read_version is not null,
           'base', json_build_object('words', base.words, 'language', base.language, 'dueOn', base.due_on,
                                      'details', base.details)) order by proposal.proposed_at, proposal.id) as proposals
  from plan_proposal as proposal
  join plan_item_version as base
    on base.plan_item_id = proposal.plan_item_id and base.version = proposal.version
  where proposal.plan_item_id = item.id
    and not exists (select from plan_proposal_answer as answer where answer.plan_proposal_id = proposal.id)`

const STANCES = sql`
  select json_agg(json_build_object(
           'agrees', last.agrees, 'words', last.words, 'takenBy', last.taken_by_name,
           'takenById', last.taken_by, 'takenAt', last.taken_at) order by last.taken_at, last.id) as stances
  from (
    select distinct on (stance.taken_by) stance.*
    from plan_stance as stance
    where stance.plan_item_id = item.id and stance.version = latest.version
    order by stance.taken_by, stance.taken_at desc, stance.id
  ) as last`

const STATE = sql`
  select json_build_object('state', said.state, 'words', said.words, 'saidBy', said.said_by_name,
                            'saidAt', said.said_at) as state
  from plan_action_state as said
  where said.plan_item_id = item.id
  order by said.said_at desc, said.id
  limit 1`

const SCORES = sql`
  select json_agg(json_build_object(
           'score', said.score, 'words', said.words, 'saidBy', said.said_by_name, 'saidAt', said.said_at)
           order by said.said_at, said.id) as scores
  from plan_score as said
  where said.plan_item_id = item.id`

const STRUCK = sql`
  select json_build_object('because', one.because, 'why', one.why, 'struckBy', one.struck_by_name,
                            'struckAt', one.struck_at) as struck
  from plan_item_struck as one
  where one.plan_item_id = item.id and one.version = latest.version`

const OFFER = sql`
  select json_build_object(
           'why', offer.why, 'offeredBy', offer.offered_by_name, 'offeredById', offer.offered_by,
           'offeredAt', offer.offered_at,
           'declined', case when answer.accepted = false then json_build_object(
             'words', answer.words, 'by', answer.answered_by_name, 'at', answer.answered_at) end) as offer
  from plan_item_offer as offer
  left join plan_item_offer_answer as answer on answer.plan_item_id = offer.plan_item_id
  where offer.plan_item_id = item.id and answer.accepted is not true`
