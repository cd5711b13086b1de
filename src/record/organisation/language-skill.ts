import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from './actor.ts'
import { workersOfTeam } from './workers-of-team.ts'

/** The four skills, in the order in which a language is learnt. */
export const SKILLS = ['listening', 'speaking', 'reading', 'writing'] as const
export type Skill = (typeof SKILLS)[number]

/** From 0, none, to 5, everything. Source: the levels by which public bodies in Wales record the skills of their staff. */
export const SKILL_LEVEL_MAX = 5

/** How well somebody knows Welsh: a level from 0 to `SKILL_LEVEL_MAX` for each skill. */
export type LanguageSkill = Readonly<Record<Skill, number>>

/** Somebody of whose Welsh a worker may say how good it is, and what is said of it now. */
export interface SkilledWorker {
  readonly accountId: string
  readonly name: string
  /** Undefined while nobody has said. */
  readonly skill: LanguageSkill | undefined
}

export type SkillProblem = 'languageSkill.notYours' | 'languageSkill.levelMissing'

/** Says how well somebody at work knows Welsh: they themselves, or whoever leads their team. The latest counts. */
export async function saySkill(
  tx: Tx,
  by: WorkerActor,
  said: { readonly accountId: string; readonly skill: LanguageSkill },
): Promise<Outcome<undefined, SkillProblem>> {
  if (!SKILLS.every(skill => isLevel(said.skill[skill]))) return refused('languageSkill.levelMissing')
  const theirs = await workersToSayOf(tx, by)
  if (!theirs.some(({ accountId }) => accountId === said.accountId)) return refused('languageSkill.notYours')
  const { listening, speaking, reading, writing } = said.skill
  await tx.db
    .insertInto('languageSkill')
    .values({
      id: tx.newId(),
      accountId: said.accountId,
      listening,
      speaking,
      reading,
      writing,
      saidBy: by.accountId,
      saidByName: by.name,
      saidAt: tx.now,
    })
    .execute()
  return done(undefined)
}

/** Those of whom a worker may say it: themselves first, then the members of the teams that they lead, by name. */
export async function workersToSayOf(tx: Tx, by: WorkerActor): Promise<SkilledWorker[]> {
  const led = await tx.db
    .selectFrom('post')
    .leftJoin('postEnd as ended', 'ended.postId', 'post.id')
    .select('post.teamId')
    .where('post.accountId', '=', by.accountId)
    .where('post.organisationId', '=', by.organisationId)
    .where('post.leadsTeam', '=', true)
    .where('ended.postId', 'is', null)
    .execute()
  const workers = new Map([[by.accountId, by.name]])
  for (const { teamId } of led) {
    if (teamId === null) continue
    for (const { accountId, name } of await workersOfTeam(tx, teamId)) workers.set(accountId, name)
  }
  const skills = await skillsOf(tx, [...workers.keys()])
  return [...workers].map(([accountId, name]) => ({ accountId, name, skill: skills.get(accountId) }))
}

/** What is said of the Welsh of each of these; whoever nobody has said it of is left out. */
export async function skillsOf(tx: Tx, accountIds: readonly string[]): Promise<ReadonlyMap<string, LanguageSkill>> {
  if (accountIds.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('languageSkillNow')
    .select(['accountId', 'listening', 'speaking', 'reading', 'writing'])
    .where('accountId', 'in', accountIds)
    .execute()
  return new Map(rows.map(({ accountId, ...skill }) => [accountId!, skill as LanguageSkill]))
}

function isLevel(level: number): boolean {
  return Number.isInteger(level) && level >= 0 && level <= SKILL_LEVEL_MAX
}
