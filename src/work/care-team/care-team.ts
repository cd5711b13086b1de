import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { type LanguageSkill, skillsOf } from '#record/organisation/language-skill.ts'
import { findPhotograph, type Photograph } from '#record/organisation/photograph.ts'
import type { Access } from '#record/sharing/access.ts'
import type { RelationshipKind } from '#record/sharing/vocabulary.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { findCoordinator } from '#work/review/coordinator.ts'

/** Somebody who is with the person, or a whole team where the tie is with all of it. */
export interface TeamMember {
  /** Of the worker, or of the team. */
  readonly id: string
  /** Undefined for a whole team. */
  readonly name: string | undefined
  /** What they do, in the words of their post. */
  readonly does: Bilingual | undefined
  readonly team: Bilingual | undefined
  readonly organisation: Bilingual
  /** The number at work: their own, or their team's. */
  readonly phone: string | undefined
  readonly skill: LanguageSkill | undefined
  /** By which the photograph that the worker gave is found, where there is one. */
  readonly photographId: string | undefined
  /** The one whom the person and the family can turn to about everything in the plan. */
  readonly isCoordinator: boolean
}

/** What opens who is with somebody. */
const TEAM_CLASS = 'care-and-support'
/** Whose ties the person is shown. */
const TO_THE_PERSON: readonly RelationshipKind[] = [
  'caseload',
  'care-package',
  'practice-list',
  'referral',
  'admission',
  'advocacy',
  'tenancy',
]
/** Whose ties others are shown: a ward's, or a charity's, may say more than it should. */
const TO_OTHERS: readonly RelationshipKind[] = ['caseload', 'care-package', 'practice-list']

/**
 * Those who are with the person, the care co-ordinator first: all of them for the person, and those who care for them for
 * whoever may know of their care and support. Empty for everybody else.
 */
export async function readCareTeam(tx: Tx, access: Access): Promise<TeamMember[]> {
  const grant = access.grants.find(({ dataClass }) => dataClass === TEAM_CLASS)
  if (grant === undefined) return []
  access.release(grant.contributorId, grant.dataClass)
  const rows = await tied(tx, access)
  const skills = await skillsOf(
    tx,
    rows.filter(({ name }) => name !== null).map(({ id }) => id),
  )
  const coordinator = await findCoordinator(tx, access)
  return rows
    .map(
      ({ id, name, does, team, organisation, phone, photographId }): TeamMember => ({
        id,
        name: name ?? undefined,
        does: does ?? undefined,
        team: team ?? undefined,
        organisation,
        phone: phone ?? undefined,
        skill: skills.get(id),
        photographId: photographId ?? undefined,
        isCoordinator: id === coordinator,
      }),
    )
    .toSorted((one, other) => Number(other.isCoordinator) - Number(one.isCoordinator))
}

/**
 * The photograph of somebody whom the reader is shown on the team; undefined for every other, as if there were none. It
 * is the worker's own, and nothing of the person's is let through with it: what told who is on the team was a look before.
 */
export async function findTeamPhotograph(
  tx: Tx,
  access: Access,
  photographId: string,
): Promise<Photograph | undefined> {
  if (!access.opens(TEAM_CLASS)) return undefined
  const rows = await tied(tx, access)
  if (!rows.some(row => row.photographId === photographId)) return undefined
  return findPhotograph(tx, photographId)
}

interface Row {
  readonly id: string
  readonly name: string | null
  readonly does: Bilingual | null
  readonly team: Bilingual | null
  readonly organisation: Bilingual
  readonly phone: string | null
  readonly photographId: string | null
}

/** Longest with the person first; each worker once, in the post they have held longest. */
async function tied(tx: Tx, access: Access): Promise<Row[]> {
  const kinds = isThePerson(access) ? TO_THE_PERSON : TO_OTHERS
  const { rows } = await sql<Row>`
    with tie as (
      select account_id, team_id, min(started_at) as since
      from relationship_now
      where person_id = ${access.personId} and kind = any(${kinds}::text[]) and organisation_id is null
        and started_at <= ${tx.now} and (ends_at is null or ends_at > ${tx.now})
      group by account_id, team_id
    )
    select coalesce(account.id, team.id) as id, account.name,
           case when held.id is not null then jsonb_build_object('en', held.title_en, 'cy', held.title_cy) end as does,
           case when team.id is not null then jsonb_build_object('en', team.name_en, 'cy', team.name_cy) end as team,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           coalesce(own.phone, shared.phone) as phone, photograph.id as photograph_id
    from tie
    left join lateral (
      select post.* from post
      where post.account_id = tie.account_id and post.started_at <= ${tx.now}
        and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
      order by post.started_at, post.id
      limit 1
    ) as held on true
    left join account on account.id = tie.account_id
    left join team on team.id = coalesce(tie.team_id, held.team_id)
    join organisation as body on body.id = coalesce(held.organisation_id, team.organisation_id)
    left join worker_photograph as photograph on photograph.account_id = account.id
    left join work_phone as own on own.account_id = account.id
    left join work_phone as shared on shared.team_id = team.id
    order by tie.since, account.name, id`.execute(tx.db)
  return rows
}
