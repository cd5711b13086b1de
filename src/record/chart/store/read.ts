import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { readTold } from '../provenance/read.ts'
import { type VersionNamed, versionNamed } from '../provenance/told.ts'
import type { Method } from '../write-version.ts'
import type { Caller } from './caller.ts'
import { asSent, withoutWhere } from './content.ts'
import { isInScope, leavesAll } from './in-scope.ts'
import { noteNotShown, type Opening, opening } from './open.ts'
import { type Named, type Place, placesOf } from './place.ts'
import { isWhereOpen } from './where-they-are.ts'

/** One version of something, ready to be sent. */
export interface SentVersion {
  readonly type: string
  readonly logicalId: string
  /** In JSON, with id, version and moment; undefined for the version that says it was deleted. */
  readonly text: string | undefined
  readonly versionId: string
  /** Undefined where it would tell that something changed that is not shown. */
  readonly recordedAt: Date | undefined
  readonly method: Method | undefined
}

/**
 * What a caller may see of something, by its name: as it stands now, of one version, or of all, the newest first. Undefined
 * where nothing of that name is open, which is in the trail. Somebody's address is in their Patient only where contacts are
 * open, and a protected one where that is: else the Patient has a version id of what is shown, and no earlier versions.
 */
export async function readVersions(
  tx: Tx,
  caller: Caller,
  named: Named,
  wanted: { readonly version?: string; readonly limit: number; readonly before?: number },
): Promise<readonly SentVersion[] | undefined> {
  const told = versionNamed(named)
  if (told !== undefined) return toldVersions(tx, caller, told, wanted)
  const [places = []] = await placesOf(tx, [named])
  return opening(tx, caller, 'look', places, async open => {
    const place = open.find(places)
    if (place === undefined) {
      if (!open.isAboutSomebody) await noteNotShown(tx, caller, 'look', places)
      return undefined
    }
    release(open, place)
    const read = (wanted: Wanted) =>
      place.type === 'Patient' ? patientVersions(tx, open, place, wanted) : versions(tx, place, wanted)
    return leavesAll(caller, 'r', place.type) ? read(wanted) : readLeft(caller, wanted, read)
  })
}

/** Of what is told of a version there is one version: it is told of that for ever. */
async function toldVersions(
  tx: Tx,
  caller: Caller,
  named: VersionNamed,
  { version, before }: Wanted,
): Promise<readonly SentVersion[] | undefined> {
  const found = await readTold(tx, caller, named)
  if (found === undefined) return undefined
  const one = { ...found, type: 'Provenance', versionId: '1', method: 'create' } as const
  return (version ?? '1') === '1' && (before ?? 2) > 1 ? [one] : []
}

/** What a caller may change, as it stands now. Undefined where nothing of that name is open to be changed. */
export async function readNow(tx: Tx, caller: Caller, named: Named): Promise<SentVersion | undefined> {
  const { leaves } = caller
  const changing = leaves === undefined ? caller : { ...caller, leaves: (type: string) => leaves(type, 'u') }
  const found = await readVersions(tx, changing, named, { limit: 1 })
  return found?.[0]
}

/** Of some versions those that were then what the caller's app may read at most, as many as are wanted. */
async function readLeft(
  caller: Caller,
  wanted: Wanted,
  read: (wanted: Wanted) => Promise<readonly SentVersion[]>,
): Promise<readonly SentVersion[]> {
  const kept: SentVersion[] = []
  for (let { before } = wanted; ; ) {
    const found = await read({ ...wanted, ...(before !== undefined && { before }) })
    kept.push(...found.filter(({ text }) => text === undefined || isInScope(caller, 'r', JSON.parse(text))))
    const last = wanted.version === undefined ? Number(found.at(-1)?.versionId) : 1
    if (kept.length >= wanted.limit || !(last > 1)) return kept.slice(0, wanted.limit)
    before = last
  }
}

type Wanted = Parameters<typeof readVersions>[3]

function release(open: Opening, place: Place): void {
  open.accessTo(place)?.release(place.contributorId, place.dataClass as DataClass)
}

async function versions(tx: Tx, place: Place, wanted: Wanted): Promise<readonly SentVersion[]> {
  const content = asSent(sql`version.content`, {
    id: sql`${place.logicalId}::text`,
    version: sql`version.version::text`,
    at: sql`version.recorded_at`,
  })
  const { rows } = await sql<Row>`
    select case when not version.deleted then ${content}::text end as text, version.version::text as version_id,
           version.recorded_at, coalesce(version.method, case when version.version = 1 then 'create' else 'update' end) as method
    from resource_version as version
    where version.resource_id = ${place.id} and ${which(wanted)}
    order by version.version desc
    limit ${wanted.limit}`.execute(tx.db)
  return rows.map(row => sentFrom(place, row))
}

async function patientVersions(tx: Tx, open: Opening, place: Place, wanted: Wanted): Promise<readonly SentVersion[]> {
  const access = open.accessTo(place)
  if (access?.covers(place.contributorId, 'contacts') !== true) return recordVersions(tx, place, wanted, false)
  // Asked at once, as nearly nobody's is kept back; where it is, what was read of it is not looked at.
  const [isWhole, whole] = await together([isWhereOpen(tx, access, place), recordVersions(tx, place, wanted, true)])
  if (!isWhole) return recordVersions(tx, place, wanted, false)
  access.release(place.contributorId, 'contacts')
  return whole
}

/** Versions of a record, whole or without where they are. */
async function recordVersions(tx: Tx, place: Place, wanted: Wanted, isWhole: boolean): Promise<readonly SentVersion[]> {
  const meta = { id: sql`${place.logicalId}::text`, at: sql`version.recorded_at` }
  const whole = asSent(sql`version.content`, { ...meta, version: sql`version.version::text` })
  const bare = withoutWhere(sql`version.content`)
  const digest = sql`left(md5(${bare}::text), 20)`
  const shown = isWhole ? whole : asSent(bare, { ...meta, version: digest, at: sql`null::timestamptz` })
  const { rows } = await sql<Row>`
    select ${shown}::text as text, ${isWhole ? sql`version.version::text` : digest} as version_id,
           ${isWhole ? sql`version.recorded_at` : sql`null::timestamptz`} as recorded_at,
           coalesce(version.method, case when version.version = 1 or not ${isWhole} then 'create' else 'update' end) as method
    from source_record_version as version
    where version.source_record_id = ${place.id}
      and ${isWhole ? which(wanted) : sql`version.version = ${place.version}`}
    order by version.version desc
    limit ${wanted.limit}`.execute(tx.db)
  const asked = wanted.version === undefined ? rows : rows.filter(({ versionId }) => versionId === wanted.version)
  return asked.map(row => sentFrom(place, row))
}

function which({ version, before }: Wanted): RawBuilder<unknown> {
  const number = /^[1-9]\d{0,8}$/.test(version ?? '') ? Number(version) : undefined
  if (version !== undefined) return sql`version.version = ${number ?? 0}`
  return before === undefined ? sql`true` : sql`version.version < ${before}`
}

interface Row {
  readonly text: string | null
  readonly versionId: string
  readonly recordedAt: Date | null
  readonly method: Method
}

function sentFrom({ type, logicalId }: Place, { text, recordedAt, ...row }: Row): SentVersion {
  return { type, logicalId, ...row, text: text ?? undefined, recordedAt: recordedAt ?? undefined }
}
