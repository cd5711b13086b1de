import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Role } from '#record/organisation/role.ts'
import { localIdsHeldBy } from '#record/person/local-id.ts'
import type { Doing } from '#record/sharing/doing.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { type Finding, WINDOW_DAYS } from './finding.ts'
import { unexplainedFor } from './inquiry.ts'
import { checkedTheTrail } from './officer-trail.ts'
import { answeredFor, type PrivacyOfficer } from './privacy-team.ts'

/** A finding with the looks it rests on. Of the person there is only the number by which their own organisation knows them. */
export interface OpenedFinding {
  readonly finding: Finding
  readonly localIds: readonly string[]
  /** The latest of them, at most `LOOKS_SHOWN_MAX`. */
  readonly looks: readonly FoundLook[]
  /** The sequence number of the latest entry. */
  readonly upTo: number
}

export interface FoundLook {
  readonly sequence: number
  readonly at: Date
  readonly who: string
  readonly role: Role
  readonly organisation: Bilingual
  readonly doing: Doing
  readonly allowed: boolean
  readonly classes: readonly DataClass[]
}

/** How many looks of one finding are listed. */
export const LOOKS_SHOWN_MAX = 100

/** Opens one finding for an officer. That they did is in the trail of the person it is about. */
export async function openFinding(
  tx: Tx,
  officer: PrivacyOfficer,
  findingId: string,
): Promise<Outcome<OpenedFinding, 'inquiry.notShown'>> {
  const { findings } = await unexplainedFor(tx, officer)
  const finding = findings.find(({ id }) => id === findingId)
  if (finding === undefined) return refused('inquiry.notShown')
  const { personId, entries } = finding
  const organisations = await answeredFor(tx, officer.teamId)
  await checkedTheTrail(tx, officer, personId)
  return done({
    finding,
    localIds: personId === undefined ? [] : await localIdsHeldBy(tx, organisations, personId),
    looks: await looksOf(tx, entries),
    upTo: Math.max(...entries),
  })
}

async function looksOf(tx: Tx, entries: readonly number[]): Promise<FoundLook[]> {
  const { rows } = await sql<FoundLook>`
    select entry.sequence, entry.at, entry.actor_name as who, entry.role, entry.action as doing, entry.allowed,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           coalesce((select jsonb_agg(distinct one ->> 'dataClass')
                     from jsonb_array_elements(entry.released) as one), '[]') as classes
    from trail_entry as entry
    join organisation as body on body.id = entry.organisation_id
    where entry.sequence = any(${entries}::bigint[])
      and entry.at > ${tx.now}::timestamptz - make_interval(days => ${WINDOW_DAYS})
    order by entry.sequence desc
    limit ${LOOKS_SHOWN_MAX}`.execute(tx.db)
  return rows
}
