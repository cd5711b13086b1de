import { sql } from 'kysely'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { anotherRecordOf } from '#record/person/link/test-join.ts'
import { separate } from '#record/person/link/unlink.ts'
import { makeWish } from '#record/sharing/wish/make.ts'
import { liftPause, pauseSharing } from '#record/sharing/wish/pause.ts'
import { withdrawWish } from '#record/sharing/wish/withdraw.ts'
import { actorOf, citizenOf, personId } from '#test/kit.ts'

/** A way in which something that was open is closed, and how it is opened again for the next race. */
export interface Revocation {
  /** Who could read until then. */
  readonly reader: string
  /** What has to be so before the first race of a region. */
  prepare?(store: Store): Promise<void>
  revoke(store: Store): Promise<void>
  restore(store: Store): Promise<void>
}

const MAIR = personId('mair-pritchard')
const mair = citizenOf('mair-pritchard')
const SIONED = actorOf('sioned-evans').accountId
const ELIN = actorOf('elin-pritchard').accountId
const DEWI = actorOf('dewi-prosser').accountId
/** How the tie is known that was somebody else's. */
const MISTAKEN = 'mistaken'
const BECAUSE = { decidedBy: 'evidence', reason: 'a mistake' }
const ALL_OF_IT = ['about-me', 'plan', 'care-and-support', 'demographics', 'contacts'] as const

/** Every way, by its name. */
export const REVOCATIONS: Readonly<Record<string, Revocation>> = {
  'a refusal': {
    reader: 'sioned-evans',
    revoke: byMair(tx =>
      makeWish(tx, mair, MAIR, { kind: 'refuse', with: { accountId: SIONED }, dataClasses: ALL_OF_IT }),
    ),
    restore: byMair(async tx => withdrawWish(tx, mair, MAIR, await standing(tx, SIONED))),
  },
  'a pause': {
    reader: 'elin-pritchard',
    revoke: byMair(tx => pauseSharing(tx, mair, MAIR)),
    restore: byMair(tx => liftPause(tx, mair, MAIR)),
  },
  'a choice taken back': {
    reader: 'elin-pritchard',
    revoke: byMair(async tx => withdrawWish(tx, mair, MAIR, await standing(tx, ELIN))),
    restore: byMair(tx =>
      makeWish(tx, mair, MAIR, { kind: 'allow', with: { accountId: ELIN }, dataClasses: ALL_OF_IT }),
    ),
  },
  'the end of a tie': {
    reader: 'sioned-evans',
    revoke: store =>
      transaction(store, async tx => {
        await sql`
          insert into relationship_end (relationship_id, source, ended_at)
          select id, 'case-system', ${tx.now}::timestamptz from relationship_now
          where person_id = ${MAIR} and account_id = ${SIONED}`.execute(tx.db)
      }),
    restore: store =>
      transaction(store, async tx => {
        await sql`
          insert into relationship (id, kind, person_id, account_id, source, started_at)
          values (${tx.newId()}, 'caseload', ${MAIR}, ${SIONED}, 'case-system', ${tx.now})`.execute(tx.db)
      }),
  },
  'the undoing of a join': {
    reader: 'dewi-prosser',
    prepare: mistakenForMair,
    revoke: store =>
      transaction(store, async tx => {
        const parted = await separate(tx, await mistakenRecord(tx), BECAUSE)
        if (!parted.ok) throw new Error(parted.problem)
      }),
    restore: join,
  },
  'the end of a post': {
    reader: 'sioned-evans',
    revoke: store =>
      transaction(store, async tx => {
        await sql`
          insert into post_end (post_id, ended_at, reason)
          select id, ${tx.now}::timestamptz, 'left' from post
          where account_id = ${SIONED} and not exists (select from post_end where post_id = post.id)`.execute(tx.db)
      }),
    restore: store =>
      transaction(store, async tx => {
        await sql`
          insert into post (id, account_id, organisation_id, team_id, role, title_en, title_cy, started_at)
          select ${tx.newId()}::uuid, account_id, organisation_id, team_id, role, title_en, title_cy, started_at
          from post where account_id = ${SIONED} limit 1`.execute(tx.db)
      }),
  },
}

/** Somebody of whom there is one record, and whom the reader alone works with. */
async function mistakenForMair(store: Store): Promise<void> {
  const { personId: other } = await anotherRecordOf(store, 'cartrefi-gwennol')
  await transaction(store, async tx => {
    await sql`
      insert into relationship (id, kind, person_id, account_id, source, started_at)
      values (${tx.newId()}, 'caseload', ${other}, ${DEWI}, ${MISTAKEN}, ${tx.now})`.execute(tx.db)
  })
  await join(store)
}

async function join(store: Store): Promise<void> {
  await transaction(store, async tx => {
    const [[hers], other] = [await membersOf(tx, MAIR), await mistakenRecord(tx)]
    const linked = await linkRecords(tx, hers!, other, BECAUSE)
    if (!linked.ok) throw new Error(linked.problem)
  })
}

async function mistakenRecord(tx: Tx): Promise<string> {
  const { id } = await tx.db
    .selectFrom('relationship as tie')
    .innerJoin('sourceRecord as record', 'record.homePersonId', 'tie.personId')
    .select('record.id')
    .where('tie.source', '=', MISTAKEN)
    .executeTakeFirstOrThrow()
  return id
}

/** What cannot be opened again without everybody signing anew: the last race of a region. */
export const AGREEMENT_ENDS: Revocation = {
  reader: 'sioned-evans',
  revoke: store =>
    transaction(store, async tx => {
      await sql`
        insert into agreement_end (agreement_id, last_day, ended_by_name, reason, ended_at)
        select id, ${tx.now}::date - 1, 'Alun Meredith', 'A party left', ${tx.now}::timestamptz from agreement`.execute(
        tx.db,
      )
    }),
  restore: async () => {},
}

/** An act of the product's own, which must be done. */
function byMair(act: (tx: Tx) => Promise<Outcome<unknown>>): (store: Store) => Promise<void> {
  return async store => {
    const done = await transaction(store, act)
    if (!done.ok) throw new Error(`Mair could not: ${done.problem}`)
  }
}

/** The wish about one account that stands. */
async function standing(tx: Tx, accountId: string): Promise<string> {
  const wish = await tx.db
    .selectFrom('wish')
    .leftJoin('wishEnd', 'wishEnd.wishId', 'wish.id')
    .select('wish.id')
    .where('wish.personId', '=', MAIR)
    .where('wish.accountId', '=', accountId)
    .where('wishEnd.wishId', 'is', null)
    .executeTakeFirstOrThrow()
  return wish.id
}
