import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { Access } from '#record/sharing/access.ts'
import { CONFIDENCE_TOPIC, carersGrant, isCarers, type Said, type Thread } from './confidence.ts'

/**
 * What was said in confidence: to the carer all of it, by worker; to a worker what was said between the carer and them;
 * nothing to anybody else. It notes that what was said to the reader has been opened, and tells the other of the two.
 */
export async function readConfidences(tx: Tx, access: Access): Promise<Thread[]> {
  const threads = await threadsOf(tx, access)
  if (access.actor.kind !== 'system') await noteRead(tx, access.actor.accountId, threads)
  return threads
}

/** The thread in which one thing was said, to whoever may read it. To be told of it is not yet to have opened it. */
export async function findThreadOf(tx: Tx, access: Access, saidId: string): Promise<Thread | undefined> {
  const threads = await threadsOf(tx, access, saidId)
  return threads[0]
}

/** Whose it is now that something was said in confidence: the carer. */
export async function findCarer(tx: Tx, saidId: string): Promise<string | undefined> {
  const { rows } = await sql<{ personId: string }>`
    select now.person_id from confidence as said join person_now as now on now.id = said.person_id
    where said.id = ${saidId}`.execute(tx.db)
  return rows[0]?.personId
}

/** All of them, or the one in which something was said. */
async function threadsOf(tx: Tx, access: Access, saidId?: string): Promise<Thread[]> {
  const grant = carersGrant(access)
  const { actor } = access
  if (grant === undefined || actor.kind === 'system') return []
  const withWhom = isCarers(access) ? null : actor.kind === 'worker' ? actor.accountId : undefined
  if (withWhom === undefined) return []
  const { rows } = await sql<SaidRow>`
    select said.id, said.told_to, said.told_to_name, said.words, said.language, said.said_by, said.said_by_name,
           said.said_at, opened.read_at
    from confidence as said
    left join lateral (
      select min(read_at) as read_at from confidence_read
      where confidence_id = said.id and account_id <> said.said_by
    ) as opened on true
    where said.person_id in ${everyIdOf(access.personId)} and (${withWhom}::uuid is null or said.told_to = ${withWhom}::uuid)
      and (${saidId ?? null}::uuid is null or said.told_to = (select told_to from confidence where id = ${saidId ?? null}::uuid))
    order by said.said_at, said.id`.execute(tx.db)
  if (rows.length === 0) return []
  access.release(grant.contributorId, grant.dataClass)
  return [...Map.groupBy(rows, ({ toldTo }) => toldTo)].map(([accountId, said]) => ({
    accountId,
    name: said[0]!.toldToName,
    said: said.map(({ toldTo: _, toldToName: __, readAt, ...one }) => ({ ...one, readAt: readAt ?? undefined })),
  }))
}

/** Of the people of these accesses, those of whom something waits that was said to the holder and not opened yet. */
export async function confidencesWaiting(tx: Tx, accesses: readonly Access[]): Promise<ReadonlySet<string>> {
  const open = accesses.filter(access => carersGrant(access) !== undefined && access.actor.kind === 'worker')
  const [first] = open
  if (first === undefined || first.actor.kind !== 'worker') return new Set()
  const { accountId } = first.actor
  const { rows } = await sql<{ personId: string }>`
    select distinct now.person_id
    from confidence as said
    join person_now as now on now.id = said.person_id
    where now.person_id = any(${open.map(({ personId }) => personId)}::uuid[])
      and said.told_to = ${accountId} and said.said_by <> ${accountId}
      and not exists (
        select from confidence_read as read where read.confidence_id = said.id and read.account_id = ${accountId})`.execute(
    tx.db,
  )
  const waiting = new Set(rows.map(({ personId }) => personId))
  for (const access of open) {
    const grant = carersGrant(access)
    if (grant !== undefined && waiting.has(access.personId)) access.release(grant.contributorId, grant.dataClass)
  }
  return waiting
}

interface SaidRow extends Omit<Said, 'readAt'> {
  readonly toldTo: string
  readonly toldToName: string
  readonly readAt: Date | null
}

async function noteRead(tx: Tx, accountId: string, threads: readonly Thread[]): Promise<void> {
  const unread = threads
    .flatMap(({ said }) => said)
    .filter(({ saidBy, readAt }) => saidBy !== accountId && readAt === undefined)
  if (unread.length === 0) return
  await tx.db
    .insertInto('confidenceRead')
    .values(unread.map(({ id }) => ({ confidenceId: id, accountId, readAt: tx.now })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
  for (const { id } of unread) await announce(tx, { topic: CONFIDENCE_TOPIC, id })
}
