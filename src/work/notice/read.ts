import type { Encounter } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { addressLines } from '#record/chart/contacts.ts'
import { homeAddress, practiceOf } from '#record/person/patient-facts.ts'
import type { Access } from '#record/sharing/access.ts'
import { expectedHomeOn } from './expected-home.ts'
import type { NewHome, Notice } from './notice.ts'
import { type OpenNotice, openNotices } from './open-notices.ts'
import { receiptsForEach } from './receipts/read-receipts.ts'
import { standingNotices } from './standing.ts'

/** How far back notices are shown, days. What is older is still in the record. */
const SHOWN_DAYS = 30

/** The recent notices that each access opens, newest first, in the order of the accesses; or `only` those with these ids. */
export async function noticesOf(tx: Tx, accesses: readonly Access[], only?: readonly string[]): Promise<Notice[][]> {
  const since = new Date(tx.now.getTime() - SHOWN_DAYS * 24 * 60 * 60 * 1000)
  const byAccess = Map.groupBy(await openNotices(tx, accesses, { since, only }), ({ opened }) => opened)
  const shown = accesses.map((_, place) => {
    const standing = standingNotices(byAccess.get(place) ?? [])
    const isDead = standing.some(({ kind }) => kind === 'died')
    const wanted = standing.filter(
      ({ id, recordedAt }) => recordedAt > since && (only === undefined || only.includes(id)),
    )
    return wanted.map(row => ({ row, isDead }))
  })
  const receipts = await receiptsForEach(
    tx,
    accesses.map(({ actor }, place) => ({ actor, notices: shown[place]?.map(({ row }) => row) ?? [] })),
  )
  return accesses.map((access, place) =>
    (shown[place] ?? []).map(({ row, isDead }) => {
      access.release(row.contributorId, row.dataClass)
      if (row.stayClass !== null) access.release(row.contributorId, row.stayClass)
      return { ...noticeFrom(row, access.personId, isDead), receipts: receipts[place]?.get(row.id) }
    }),
  )
}

/** The people whom these notices are about, as they are now; each once. */
export async function peopleOfNotices(tx: Tx, noticeIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from notice_now where id = any(${noticeIds}::uuid[]) order by person_id`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

/** Whoever has died is not expected home. */
function noticeFrom(row: OpenNotice, personId: string, isDead: boolean): Omit<Notice, 'receipts'> {
  const { id, kind, happenedAt, recordedAt, contributor, patient, stay } = row
  const spell = row.content?.resourceType === 'Encounter' ? row.content : undefined
  return {
    id,
    kind,
    personId,
    happenedAt,
    recordedAt,
    hospital: row.hospital ?? undefined,
    expectedHomeOn: spell && !isDead ? expectedHomeOn(spell) : undefined,
    ward: row.ward ?? wardAsSent(stay),
    reason: stay?.reasonCode?.[0]?.text,
    toldBy: spell === undefined ? contributor : undefined,
    diedOn: kind === 'died' ? patient?.deceasedDateTime?.slice(0, 10) : undefined,
    newHome: kind === 'moved-home' ? newHome(row) : undefined,
    practice: kind === 'changed-gp' && patient !== null ? practiceOf(patient)?.name : undefined,
    takenAt: row.takenAt ?? undefined,
  }
}

function newHome({ patient, dataClass }: OpenNotice): NewHome {
  return {
    lines: patient === null ? [] : addressLines(homeAddress(patient)),
    isProtected: dataClass === 'protected-address',
  }
}

/** A ward that the region does not know by name is shown as the hospital's system wrote it. */
function wardAsSent(stay: Encounter | null): Bilingual | undefined {
  const display = stay?.location?.find(({ status }) => status === 'active')?.location.display
  return display === undefined ? undefined : { en: display, cy: display }
}
