import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { columnsOf, type Found, foundFrom, personOf, type Row } from '../search/columns.ts'
import { CLOSED } from '../search/in-scope.ts'
import { all } from '../search/sql.ts'
import type { Caller } from '../store/caller.ts'
import { noteNotShown, opening } from '../store/open.ts'
import { isWhereOpen } from '../store/where-they-are.ts'
import { TOLD_OF, type ToldOf, told, type VersionNamed } from './told.ts'
import { toldTypes } from './told-types.ts'

/** A Provenance that is told of a version, as it is sent. */
export interface ToldProvenance {
  readonly logicalId: string
  readonly text: string
  readonly recordedAt: Date
}

/**
 * The Provenance of one version, as open as that version is to a caller. Undefined where it is not, or there is no such version:
 * both are in the trail as for anything else that is read.
 */
export async function readTold(tx: Tx, caller: Caller, named: VersionNamed): Promise<ToldProvenance | undefined> {
  const places = await placesNamed(tx, named)
  const types = toldTypes(caller, 'r', caller.mayRead ?? (() => true))
  const left = places.filter(({ toldType }) => types.includes(toldType))
  return opening(tx, caller, 'look', left, async open => {
    const place = open.find(left)
    const found = left.find(one => one === place)
    const access = found && open.accessTo(found)
    const isHeldBack = found?.showsWhere && !(access && (await isWhereOpen(tx, access, found)))
    if (found === undefined || isHeldBack) {
      if (!open.isAboutSomebody) await noteNotShown(tx, caller, 'look', places)
      return undefined
    }
    access?.release(found.contributorId, found.dataClass as DataClass)
    if (found.showsWhere) access?.release(found.contributorId, 'contacts')
    return { logicalId: found.logicalId, text: found.text, recordedAt: found.recordedAt }
  })
}

interface Told extends Found {
  /** The type of what it is told of. */
  readonly toldType: string
  readonly recordedAt: Date
}

/** What is told of a version, whoever may see it. */
async function placesNamed(tx: Tx, { itself, version }: VersionNamed): Promise<Told[]> {
  const part = (of: ToldOf) => {
    const one = told(of, 'one')
    return sql`
      select ${columnsOf(one, CLOSED)}, ${one.tells.type} as told_type, ${one.recordedAt} as recorded_at
      from ${one.table} as ${one.as} ${personOf(one)}
      where ${all([sql`${one.as}.itself = ${itself}::uuid`, sql`${one.as}.version = ${version}`])}`
  }
  const { rows } = await sql<Row & Pick<Told, 'recordedAt' | 'toldType'>>`
    ${sql.join(TOLD_OF.map(part), sql` union all `)}`.execute(tx.db)
  return rows.map(({ toldType, recordedAt, ...row }) => ({ ...foundFrom(row), toldType, recordedAt }))
}
