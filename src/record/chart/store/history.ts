import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { NOTHING_HELD } from '#record/sharing/decision/facts.ts'
import { loadAgreements } from '#record/sharing/decision/load-agreements.ts'
import { openTo } from '#record/sharing/decision/predicate/open-to.ts'
import { purposeOf } from '#record/sharing/decision/purpose.ts'
import type { Method } from '../write-version.ts'
import { type Caller, organisationOpenTo } from './caller.ts'
import { asSent } from './content.ts'
import { isInScope, leavesAll } from './in-scope.ts'
import { type Opening, opening } from './open.ts'
import type { Place } from './place.ts'
import type { SentVersion } from './read.ts'

/** A place among the versions of everything: the newest first, and of one moment in an order that stays. */
export interface HistoryMark {
  readonly at: Date
  readonly resourceId: string
  readonly version: number
}

/** Which versions of many resources are wanted. */
export interface HistoryWanted {
  /** Undefined: of every type. */
  readonly type: string | undefined
  /** Only what was written at this moment or later. */
  readonly since: Date | undefined
  readonly after: HistoryMark | undefined
  readonly limit: number
}

/** A version, and where it stands among all. */
export interface MarkedVersion extends SentVersion {
  readonly mark: HistoryMark
}

/**
 * The versions of all that is open to a caller, of one type or of all, the newest first. The policy stands in the query, so
 * that neither a page nor its mark tells of what is closed; then each person is decided about, for the trail. Patients are
 * left out: what may be seen of one is not the same in each version.
 */
export async function historyOfMany(tx: Tx, caller: Caller, wanted: HistoryWanted): Promise<readonly MarkedVersion[]> {
  const kept: MarkedVersion[] = []
  for (let { after } = wanted; ; ) {
    const { versions, last } = await pageOf(tx, caller, { ...wanted, after })
    kept.push(...versions)
    if (kept.length >= wanted.limit || last === undefined) return kept.slice(0, wanted.limit)
    after = last
  }
}

/** Some of them, and where the next are to be read from: of those that were read, only what the app may read at most is here. */
interface Page {
  readonly versions: readonly MarkedVersion[]
  readonly last: HistoryMark | undefined
}

async function pageOf(tx: Tx, caller: Caller, wanted: HistoryWanted): Promise<Page> {
  const { rows } = await sql<Row>`
    select resource.id, resource.type, coalesce(resource.logical_id, resource.id::text) as logical_id,
           resource.contributor_id, resource.data_class, record.id as source_record_id, now.person_id, record.home_person_id,
           version.version, version.recorded_at, version.deleted,
           coalesce(version.method, case when version.version = 1 then 'create' else 'update' end) as method,
           case when not version.deleted then ${SENT}::text end as text
    from resource_version as version
    join resource on resource.id = version.resource_id
    left join source_record as record on record.id = coalesce(resource.source_record_id, resource.deleted_from)
    left join person_now as now on now.id = record.home_person_id
    where ${sql.join([await openHere(tx, caller), ...conditionsOf(wanted)], sql` and `)}
    order by version.recorded_at desc, version.resource_id desc, version.version desc
    limit ${wanted.limit}`.execute(tx.db)
  const places = rows.map(placeFrom)
  const versions = await opening(tx, caller, 'search', places, async open =>
    rows.flatMap((row, index) => {
      const place = places[index]!
      if (!open.isOpen(place) || !wasInScope(caller, row)) return []
      release(open, place)
      return [versionFrom(row)]
    }),
  )
  const last = rows.length < wanted.limit ? undefined : rows.at(-1)
  return { versions, last: last && versionFrom(last).mark }
}

/** Whether a version was then what the caller's app may find at most. One that says it was deleted says nothing else. */
function wasInScope(caller: Caller, { type, text }: Row): boolean {
  return text === null || leavesAll(caller, 's', type) || isInScope(caller, 's', JSON.parse(text))
}

const SENT = asSent(sql`version.content`, {
  id: sql`coalesce(resource.logical_id, resource.id::text)`,
  version: sql`version.version::text`,
  at: sql`version.recorded_at`,
})

/** What is open to a caller, of everybody, as a condition on `resource` and `now`. */
async function openHere(tx: Tx, caller: Caller): Promise<RawBuilder<unknown>> {
  const { actor, onlyAbout } = caller
  const own = organisationOpenTo(caller) ?? null
  const nobodys = sql`(record.id is null and (resource.data_class = 'directory'
    or resource.data_class = 'organisation' and resource.contributor_id = ${own}::uuid))`
  if (actor.kind === 'system')
    return sql`(${nobodys} or record.id is not null and resource.contributor_id = ${own}::uuid)`
  const agreements = await loadAgreements(tx)
  const purpose = purposeOf(actor, { ...NOTHING_HELD, today: '', minute: 0, agreements })
  const open = openTo(tx, { actor, purpose, action: 'read' }, agreements)
  const ofOne = onlyAbout === undefined ? sql`true` : sql`now.person_id = ${onlyAbout}::uuid`
  return sql`(${nobodys} or ${ofOne} and (now.person_id, resource.contributor_id, resource.data_class) in (
    select open.person_id, open.contributor_id, open.data_class from ${open} as open))`
}

function conditionsOf({ type, since, after }: HistoryWanted): RawBuilder<unknown>[] {
  return [
    type !== undefined && sql`resource.type = ${type}`,
    since !== undefined && sql`version.recorded_at >= ${since}`,
    after !== undefined &&
      sql`(version.recorded_at, version.resource_id, version.version)
          < (${after.at}::timestamptz, ${after.resourceId}::uuid, ${after.version}::integer)`,
  ].filter(condition => condition !== false)
}

function release(open: Opening, place: Place): void {
  const { dataClass, contributorId } = place
  if (dataClass !== 'directory' && dataClass !== 'organisation') open.accessTo(place)?.release(contributorId, dataClass)
}

type OfPerson = 'sourceRecordId' | 'personId' | 'homePersonId'
interface Row extends Omit<Place, OfPerson>, Readonly<Record<OfPerson, string | null>> {
  readonly recordedAt: Date
  readonly method: Method
  readonly text: string | null
}

function placeFrom({ sourceRecordId, personId, homePersonId, ...row }: Row): Place {
  const [ofRecord, now, home] = [sourceRecordId ?? undefined, personId ?? undefined, homePersonId ?? undefined]
  return { ...row, sourceRecordId: ofRecord, personId: now, homePersonId: home }
}

function versionFrom({ id, type, logicalId, version, recordedAt, method, text }: Row): MarkedVersion {
  const mark = { at: recordedAt, resourceId: id, version }
  return { type, logicalId, text: text ?? undefined, versionId: String(version), recordedAt, method, mark }
}
