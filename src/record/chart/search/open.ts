import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { NOTHING_HELD } from '#record/sharing/decision/facts.ts'
import { loadAgreements } from '#record/sharing/decision/load-agreements.ts'
import { openTo } from '#record/sharing/decision/predicate/open-to.ts'
import { purposeOf } from '#record/sharing/decision/purpose.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import { openedBy } from '../opened.ts'
import { type Caller, organisationOf } from '../store/caller.ts'
import type { Held } from './held.ts'
import { all, either, type Sql } from './sql.ts'

/** What is open to a caller, as it stands in a question. Every resource in one is asked for through it. */
export interface Open {
  /** What has to be worked out before the rest, once: a list of `with`. */
  readonly before: Sql
  /** Whether a resource is open. */
  isOpen(one: Held): Sql
  /** The ways to a resource that is open, each as a join and a condition; together they are `isOpen`. */
  ways(one: Held): readonly { readonly join: Sql; readonly where: Sql }[]
  /** Whether where a Patient is may be shown, and asked about. */
  showsWhere(patient: Held): Sql
  /** Of which types it is told who wrote each version; of none where nothing is said. */
  tells?(): readonly string[]
}

/**
 * All that is open to a caller, of everybody: what agreements, ties and wishes open to somebody, and for a system what its own
 * organisation has contributed. What says nothing about anybody is open to all, what is about no one person to its own
 * organisation. With `only`, else where the caller is bound to one, what is about that person alone, by any id of theirs, and
 * what says nothing about anybody.
 */
export async function openOf(tx: Tx, caller: Caller, only = caller.onlyAbout): Promise<Open> {
  const { actor } = caller
  const own = organisationOf(caller)
  if (actor.kind === 'system') return openToContributor(actor.organisationId)
  const agreements = await loadAgreements(tx)
  const purpose = purposeOf(actor, { ...NOTHING_HELD, today: '', minute: 0, agreements })
  const relation = openTo(tx, { actor, purpose, action: 'read' }, agreements)
  return only === undefined ? openByRelation(relation, own) : openByRelation(about(relation, only), undefined)
}

/** What looks have opened; of what is about no one person, what says nothing about anybody, and an organisation's own. */
export function openByLooks(accesses: readonly Access[], own: string | undefined): Open {
  return openByRelation(sql`(select opened.* from ${openedBy(accesses)})`, own)
}

/**
 * Of what is open, what an organisation has contributed is found alone; without one, what people have of their own. What it
 * refers to, and what refers to it, may be anything that is open.
 */
export function contributedBy(own: string | undefined, open: Open): Open {
  const contributor = own ?? sql`(select id from organisation where code = ${THE_PERSON})`
  return {
    ...open,
    ways: one =>
      open
        .ways(one)
        .map(({ join, where }) => ({ join, where: all([where, sql`${one.contributorId} = ${contributor}`]) })),
  }
}

/** What is open of one person. */
function about(relation: Sql, id: string): Sql {
  return sql`(
    select open.* from ${relation} as open
    where open.person_id in (
      select now.person_id from person_now as now where now.id = ${id}::uuid
      union all
      select link.person_id from person_link_now as link where link.source_record_id = ${id}::uuid))`
}

/**
 * What is open to a system within one person's record: what agreements open of them, by what has been decided; and what its own
 * organisation has contributed, of everybody, since that may be what is referred to.
 */
export function openWithin(own: string, accesses: readonly Access[]): Open {
  const theirs = openByRelation(
    sql`(select opened.* from ${openedBy(accesses)} where opened.contributor_id <> ${own})`,
    undefined,
  )
  const owns = openToContributor(own)
  return {
    before: theirs.before,
    isOpen: one => either([owns.isOpen(one), theirs.isOpen(one)]),
    // Of the ways to what is open by a look the first is by whom it is about; the rest is among its own.
    ways: one => [...owns.ways(one), ...theirs.ways(one).slice(0, 1)],
    showsWhere: one => either([owns.showsWhere(one), theirs.showsWhere(one)]),
  }
}

/** What an organisation has contributed, of everybody, and what says nothing about anybody. */
export function openToContributor(own: string): Open {
  const isOpen = ({ contributorId, dataClass }: Held) => sql`(${contributorId} = ${own} or ${dataClass} = 'directory')`
  return {
    before: sql`nothing as (select)`,
    isOpen,
    ways: one => [{ join: sql``, where: isOpen(one) }],
    showsWhere: ({ contributorId }) => sql`${contributorId} = ${own}`,
  }
}

function openByRelation(relation: Sql, own: string | undefined): Open {
  const aboutNobody = ({ sourceRecordId, dataClass, contributorId }: Held) => sql`(
    ${sourceRecordId} is null
    and (${dataClass} = 'directory' or ${dataClass} = 'organisation' and ${contributorId} = ${own ?? null}::uuid))`
  const opened = ({ sourceRecordId, contributorId, dataClass }: Held) => sql`
    (${sourceRecordId}, ${contributorId}, ${dataClass}) in (select source_record_id, contributor_id, data_class from open_record)`
  return {
    before: sql`open_record as materialized (
      select distinct link.source_record_id, open.contributor_id, open.data_class
      from ${relation} as open
      join person_link_now as link on link.person_id = open.person_id)`,
    isOpen: one => (isAboutSomebody(one) ? opened(one) : either([aboutNobody(one), opened(one)])),
    ways: one => [
      {
        join: sql`
          join open_record as way on way.source_record_id = ${one.sourceRecordId} and way.contributor_id = ${one.contributorId}
            and way.data_class = ${one.dataClass}`,
        where: sql`true`,
      },
      ...(isAboutSomebody(one) ? [] : [{ join: sql``, where: aboutNobody(one) }]),
    ],
    showsWhere: patient =>
      sql`(${covers(patient, 'contacts')} and (${covers(patient, 'protected-address')} or not ${isGuarded(patient)}))`,
  }
}

function isAboutSomebody({ type, tells }: Held): boolean {
  return tells?.isAboutSomebody ?? type === 'Patient'
}

function covers({ sourceRecordId, contributorId }: Held, dataClass: string): Sql {
  return sql`(${sourceRecordId}, ${contributorId}, ${sql.lit(dataClass)}) in (
    select source_record_id, contributor_id, data_class from open_record)`
}

/** Their address must not become known, by whichever of that person's records says so. */
function isGuarded({ sourceRecordId }: Held): Sql {
  return sql`exists (
    select from person_link_now as asked
    join person_link_now as own on own.person_id = asked.person_id
    where asked.source_record_id = ${sourceRecordId} and is_sensitive_record(own.source_record_id))`
}
