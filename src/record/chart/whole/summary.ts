import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { organisationNamesById } from '#record/organisation/organisation-names.ts'
import { type Found, foundFrom, type Row } from '../search/columns.ts'
import { held, heldOfAnyType } from '../search/held.ts'
import { type Open, openByLooks } from '../search/open.ts'
import type { Caller } from '../store/caller.ts'
import { placesInScope } from '../store/in-scope.ts'
import { noteNotShown, opening } from '../store/open.ts'
import { type Named, placesOf } from '../store/place.ts'
import { aboutThem, isOfType, release } from './about-them.ts'
import { type Along, findDirectory } from './directory.ts'

/** Of each type the latest, and how many at most. */
export interface SummaryWanted {
  readonly types: readonly string[]
  readonly eachMax: number
  /** What says nothing about anybody and may go along. */
  readonly along: Along
  /** Whether something that was found is told; what is not told was not let through. */
  isTold(found: Found): boolean
}

/** What a summary is made of. */
export interface SummaryRead {
  /** The Patient that was asked for. */
  readonly patient: Found
  /** Their other Patients, and what is about them, type by type, the latest first. */
  readonly found: readonly Found[]
  readonly included: readonly Found[]
  /** By what name each contributor is known. */
  readonly names: ReadonlyMap<string, Bilingual>
}

/** How many Patients one person may have in a summary. */
const PATIENTS_MAX = 50

/**
 * What of some types is about one person and open to a caller, as one look at them. Undefined where no Patient of that name is
 * open, which is in the trail.
 */
export async function readForSummary(
  tx: Tx,
  caller: Caller,
  named: Named,
  wanted: SummaryWanted,
): Promise<SummaryRead | undefined> {
  const [places = []] = await placesOf(tx, [named])
  return opening(tx, caller, 'export', places, async open => {
    const place = open.find(places)
    const access = place && open.accessTo(place)
    if (place === undefined || access === undefined) {
      if (!open.isAboutSomebody) await noteNotShown(tx, caller, 'export', places)
      return undefined
    }
    const opened = openByLooks([access], undefined)
    const read = await placesInScope(tx, caller, 'r', await readLatest(tx, opened, wanted))
    const all = read.filter(one => one.type === 'Patient' || wanted.isTold(one))
    const patient = all.find(({ id }) => id === place.id)
    if (patient === undefined) throw new Error('a Patient that is open was not read')
    release(access, all)
    const included = await findDirectory(tx, { caller, open: opened }, all, wanted.along)
    const found = all.filter(({ id }) => id !== place.id)
    return { patient, found, included, names: await organisationNamesById(tx) }
  })
}

async function readLatest(tx: Tx, open: Open, { types, eachMax }: SummaryWanted): Promise<Found[]> {
  const patient = held('Patient', 'patient')
  const patients = aboutThem(open, patient, { where: sql`true`, order: patient.id, limit: PATIENTS_MAX })
  const parts = types.map(type => {
    const one = heldOfAnyType('one')
    return aboutThem(open, one, {
      where: isOfType(one, [type]),
      order: sql`${one.recordedAt} desc, ${one.id}`,
      limit: eachMax,
    })
  })
  const { rows } = await sql<Row>`
    with ${open.before} ${sql.join([patients, ...parts], sql` union all `)}`.execute(tx.db)
  return rows.map(foundFrom)
}
