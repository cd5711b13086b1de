import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { type LanguageSkill, skillsOf } from '#record/organisation/language-skill.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Access } from '#record/sharing/access.ts'
import type { RelationshipKind } from '#record/sharing/vocabulary.ts'

/** The level of listening and speaking at which somebody can be cared for in a language. */
export const LEVEL_FOR_CHOICE = 3
/** The same for those who need it, and do not choose it alone. */
export const LEVEL_FOR_NEED = 4

/** Somebody who works with a person, and how well they know Welsh. */
export interface Speaker {
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly organisation: Bilingual
  /** Undefined while nobody has said. */
  readonly skill: LanguageSkill | undefined
}

/** The ties of those who care for somebody. Who is on a ward's list, or a carers' centre's, may say more than it should. */
const OF_THE_TEAM: readonly RelationshipKind[] = ['caseload', 'care-package', 'practice-list']

/**
 * Those who care for the person, the best speaker of Welsh first: for the person, and for whoever may know of their care
 * and support. Empty for everybody else.
 */
export async function speakersAround(tx: Tx, access: Access): Promise<Speaker[]> {
  const grant = access.grants.find(({ dataClass }) => dataClass === 'care-and-support')
  if (grant === undefined) return []
  const { rows } = await sql<Omit<Speaker, 'skill'>>`
    select distinct on (account.id) account.id as account_id, account.name, post.role,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation
    from relationship_now as tie
    join post on post.account_id = tie.account_id or post.team_id = tie.team_id
    join account on account.id = post.account_id
    join organisation as body on body.id = post.organisation_id
    where tie.person_id = ${access.personId} and tie.kind = any(${OF_THE_TEAM}::text[])
      and tie.started_at <= ${tx.now} and (tie.ends_at is null or tie.ends_at > ${tx.now}) and post.started_at <= ${tx.now}
      and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
    order by account.id, post.started_at, post.id`.execute(tx.db)
  const skills = await skillsOf(
    tx,
    rows.map(({ accountId }) => accountId),
  )
  access.release(grant.contributorId, grant.dataClass)
  return rows
    .map(row => ({ ...row, skill: skills.get(row.accountId) }))
    .sort((one, other) => levelOf(other) - levelOf(one) || one.name.localeCompare(other.name, 'cy'))
}

/** Of a team: how many speak Welsh well enough to care for somebody in it, and how many there are. */
export interface SpeakersOfTeam {
  readonly speakers: number
  readonly members: number
}

/** How many of each team speak Welsh well enough to care for somebody in it, and how many there are. By team id. */
export async function speakersByTeam(tx: Tx): Promise<ReadonlyMap<string, SpeakersOfTeam>> {
  const { rows } = await sql<SpeakersOfTeam & { readonly teamId: string }>`
    select post.team_id, count(distinct post.account_id)::int as members,
           count(distinct post.account_id) filter (
             where skill.listening >= ${LEVEL_FOR_CHOICE} and skill.speaking >= ${LEVEL_FOR_CHOICE})::int as speakers
    from post
    left join language_skill_now as skill on skill.account_id = post.account_id
    where post.team_id is not null and post.started_at <= ${tx.now}
      and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
    group by post.team_id`.execute(tx.db)
  return new Map(rows.map(({ teamId, ...counts }) => [teamId, counts]))
}

function levelOf({ skill }: Speaker): number {
  return skill === undefined ? -1 : Math.min(skill.listening, skill.speaking)
}
