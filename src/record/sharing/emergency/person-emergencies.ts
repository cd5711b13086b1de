import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Access } from '../access.ts'
import { deferralsAbout } from '../trail/deferral.ts'
import { isPutOff } from '../trail/redact.ts'
import type { Emergency } from './emergency.ts'
import { readEmergencies } from './read-emergencies.ts'

/** An emergency as the person reads it. */
export interface PersonsEmergency extends Omit<Emergency, 'words' | 'sensitiveWords'> {
  /** The worker's words; undefined when they are about safeguarding, and may name somebody else or be read by them. */
  readonly words: string | undefined
  readonly hasBeenRead: boolean
}

/** Every emergency in which a record was opened, the latest first, for the person alone. */
export async function emergenciesOfPerson(
  tx: Tx,
  access: Access,
): Promise<Outcome<PersonsEmergency[], 'record.notShown'>> {
  if (!isOwn(access)) return refused('record.notShown')
  const emergencies = await toldOf(tx, access.personId)
  const unread = await unreadBy(tx, access.personId)
  return done(
    emergencies.map(({ words, sensitiveWords: _, ...emergency }) => ({
      ...emergency,
      words: emergency.category === 'safeguarding' ? undefined : words,
      hasBeenRead: !unread.has(emergency.id),
    })),
  )
}

/** How many emergencies the person has been told of and has not said they have read. Nothing to anybody else. */
export async function unreadEmergencies(tx: Tx, access: Access): Promise<number> {
  if (!isOwn(access)) return 0
  const unread = await unreadBy(tx, access.personId)
  // Almost always there is none, and then nothing more need be asked.
  if (unread.size === 0) return 0
  return (await toldOf(tx, access.personId)).filter(({ id }) => unread.has(id)).length
}

/** The person has read what they were told of one emergency. To anybody else there is nothing to read. */
export async function haveReadOfEmergency(
  tx: Tx,
  access: Access,
  emergencyId: string,
): Promise<Outcome<undefined, 'record.notShown'>> {
  const { actor, personId } = access
  if (!isOwn(access) || actor.kind === 'system') return refused('record.notShown')
  const notice = await tx.db
    .selectFrom('emergencyNotice')
    .select('id')
    .where('personId', 'in', everyIdOf(personId))
    .where('emergencyAccessId', '=', emergencyId)
    .executeTakeFirst()
  if (notice === undefined) return refused('record.notShown')
  await tx.db
    .insertInto('emergencyNoticeRead')
    .values({ emergencyNoticeId: notice.id, readBy: actor.accountId, readByName: actor.name, readAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return done(undefined)
}

function isOwn({ grants }: Access): boolean {
  return grants.some(({ because }) => because.kind === 'own')
}

/** But for those of which telling is put off for safeguarding: they appear by themselves when that is over. */
async function toldOf(tx: Tx, personId: string): Promise<Emergency[]> {
  const deferrals = await deferralsAbout(tx, personId)
  const emergencies = await readEmergencies(tx, sql`emergency.person_id in ${everyIdOf(personId)}`)
  return emergencies.filter(
    emergency => !isPutOff({ ...emergency, at: emergency.openedAt }, { now: tx.now, deferrals }),
  )
}

async function unreadBy(tx: Tx, personId: string): Promise<ReadonlySet<string>> {
  const notices = await tx.db
    .selectFrom('emergencyNotice as notice')
    .leftJoin('emergencyNoticeRead as read', 'read.emergencyNoticeId', 'notice.id')
    .select('notice.emergencyAccessId')
    .where('notice.personId', 'in', everyIdOf(personId))
    .where('read.emergencyNoticeId', 'is', null)
    .execute()
  return new Set(notices.map(({ emergencyAccessId }) => emergencyAccessId))
}
