import { type RawBuilder, sql } from 'kysely'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { loadAgreements } from '#record/sharing/decision/load-agreements.ts'
import { openTo } from '#record/sharing/decision/predicate/open-to.ts'
import { look } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { percentile } from './figures.ts'

/** What one search costs, medians in milliseconds, and ratios as the median of those asked one after the other. */
export interface PredicateFigures {
  readonly plainMs: number
  /** Joined to what a look has decided, as every read of one person is: over the same search without it. */
  readonly guardedMs: number
  readonly guardedRatio: number
  /** The whole policy evaluated inside the search, as a search over many people has it. */
  readonly wholePolicyMs: number
  readonly wholePolicyRatio: number
  readonly rowsPlain: number
  readonly rowsGuarded: number
}

/** How many resources one page of a search holds. */
const PAGE = 20

const searcher: WorkerActor = {
  kind: 'worker',
  accountId: seedId.account('sioned-evans'),
  name: 'Sioned Evans',
  organisationId: seedId.organisation('cyngor-dyffryn-banadl'),
  organisationCode: 'cyngor-dyffryn-banadl',
  teamId: seedId.team('banadl-pobl-hyn'),
  role: 'social-worker',
}

/**
 * Searches the newest resources of one person after another, each search three ways, beginning with another each time:
 * as it is; joined to what a look has decided about this person; and joined to all that is open to the social worker
 * who asks, of everybody. Agreements are loaded once, as within one request.
 */
export async function measurePredicate(store: Store, searches: number): Promise<PredicateFigures> {
  return transaction(store, async tx => {
    const agreements = await loadAgreements(tx)
    const open = openTo(tx, { actor: searcher, purpose: 'direct-care', action: 'read' }, agreements)
    const people = await peopleOnCaseload(tx)
    const counted: Searched[] = []
    for (let at = -WARM_UP; at < searches; at++) {
      const searched = await searchThrice(tx, people[(at + WARM_UP) % people.length]!, open, at + WARM_UP)
      if (at >= 0) counted.push(searched)
    }
    const median = (figure: (one: Searched) => number) => percentile(counted.map(figure), 0.5)
    return {
      plainMs: median(({ plain }) => plain.ms),
      guardedMs: median(({ guarded }) => guarded.ms),
      guardedRatio: median(({ plain, guarded }) => guarded.ms / plain.ms),
      wholePolicyMs: median(({ wholePolicy }) => wholePolicy.ms),
      wholePolicyRatio: median(({ plain, wholePolicy }) => wholePolicy.ms / plain.ms),
      rowsPlain: counted[0]?.plain.rows ?? 0,
      rowsGuarded: counted[0]?.guarded.rows ?? 0,
    }
  })
}

type Searched = Readonly<Record<'plain' | 'guarded' | 'wholePolicy', Timed>>

async function searchThrice(tx: Tx, person: string, open: RawBuilder<unknown>, turn: number): Promise<Searched> {
  const asking = { doing: 'search', place: 'bench' } as const
  const looked = await look(tx, searcher, person, asking, async access => {
    const decided = sql`(select person_id, contributor_id, data_class from ${openedBy([access])})`
    const ways = [
      ['plain', newest(person)],
      ['guarded', newestOpen(person, decided)],
      ['wholePolicy', newestOpen(person, open)],
    ] as const
    const searched: Partial<Record<keyof Searched, Timed>> = {}
    for (const place of ways.keys()) {
      const [way, query] = ways[(place + turn) % ways.length]!
      searched[way] = await timed(tx, query)
    }
    return searched as Searched
  })
  if (!looked.ok) throw new Error('the searcher sees nothing of somebody on her caseload')
  return looked.value
}

/** Searches that are not counted, so that plans and pages are met warm. */
const WARM_UP = 50

interface Timed {
  readonly ms: number
  readonly rows: number
}

async function timed(tx: Tx, query: RawBuilder<unknown>): Promise<Timed> {
  const start = performance.now()
  const { rows } = await query.execute(tx.db)
  return { ms: performance.now() - start, rows: rows.length }
}

function newest(person: string): RawBuilder<unknown> {
  return sql`
    select resource.id, resource.version, resource.data_class, resource.recorded_at, resource.content
    from person_link_now as link
    join resource on resource.source_record_id = link.source_record_id
    where link.person_id = ${person} and resource.type = 'Observation'
    order by resource.recorded_at desc, resource.id
    limit ${PAGE}`
}

function newestOpen(person: string, open: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
        select resource.id, resource.version, resource.data_class, resource.recorded_at, resource.content
    from person_link_now as link
    join resource on resource.source_record_id = link.source_record_id
    where link.person_id = ${person} and resource.type = 'Observation'
      and (resource.contributor_id, resource.data_class) in (
        select open.contributor_id, open.data_class from ${open} as open where open.person_id = ${person})
    order by resource.recorded_at desc, resource.id
    limit ${PAGE}`
}

async function peopleOnCaseload(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select person_id as id from relationship
    where account_id = ${searcher.accountId} and source = 'bench' order by person_id`.execute(tx.db)
  return rows.map(({ id }) => id)
}
