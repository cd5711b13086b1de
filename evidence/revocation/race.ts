import { sql } from 'kysely'
import { announce } from '#ground/db/announce.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { actorOf, personId } from '#test/kit.ts'
import { Draw } from '../draw.ts'
import { type Listening, listen } from '../listen.ts'
import type { Served } from '../served.ts'
import type { Revocation } from './revocations.ts'

/** How many read at once. */
const READERS = 16
/** Within how long they begin, milliseconds; what is revoked is revoked about half way. */
const BEGIN_MS = 24
/** How long the person herself may wait to be told, milliseconds. Whoever may not know has heard by then, or never will. */
const TOLD_MS_MAX = 3000

/** What every page about somebody hears when their sharing changes: it closes and is loaded anew. */
const CLOSED = 'event: ended'

const MAIR = personId('mair-pritchard')
const PAGE = `/people/${MAIR}`

/** What one race was: how many answers were read, and each that came too late. */
export interface Raced {
  readonly reads: number
  readonly late: readonly string[]
}

/**
 * Sixteen read Mair's page and one listens to her plan, while what lets them is revoked and then something new is
 * written. Late is whatever holds the earlier words though it was asked for after the revocation had committed; and
 * whatever holds the new words at all, since whoever sees those sees a database in which it had been revoked.
 */
export async function race(here: Served, { reader, revoke }: Revocation, number: number): Promise<Raced> {
  const draw = new Draw(number)
  const [before, after] = [`cyn-${number}-`, `wedi-${number}-`]
  const session = await here.signIn(actorOf(reader).accountId, here.store.chance.secret())
  await write(here.store, before)
  const [own, theirs] = await Promise.all([
    listenTo(here, 'mair-pritchard'),
    listen(here.port, `${PAGE}/plan/live`, session),
  ])
  const open = await here.ask({ path: PAGE, session })
  if (!open.body.includes(before)) return { reads: 1, late: [`race ${number}: ${reader} could not read before`] }

  let revokedAt = Number.POSITIVE_INFINITY
  const late: string[] = []
  const read = async () => {
    const begun = performance.now()
    const { body } = await here.ask({ path: PAGE, session })
    if (begun > revokedAt && body.includes(before))
      late.push(`race ${number}: ${reader} read what was revoked before they asked`)
    if (body.includes(after)) late.push(`race ${number}: ${reader} read what was written after it was revoked`)
  }
  const revoking = pause(draw.below(BEGIN_MS)).then(async () => {
    await revoke(here.store)
    revokedAt = performance.now()
    const last = read()
    await write(here.store, after)
    await Promise.all([last, read()])
  })
  await Promise.all([revoking, ...Array.from({ length: READERS - 2 }, () => pause(draw.below(BEGIN_MS)).then(read))])
  if (!(await own.hears([after, CLOSED], TOLD_MS_MAX))) late.push(`race ${number}: Mair herself was not told`)
  if (theirs.heard().includes(after))
    late.push(`race ${number}: ${reader} was told what was written after it was revoked`)
  own.close()
  theirs.close()
  return { reads: READERS + 1, late }
}

async function listenTo(here: Served, who: string): Promise<Listening> {
  return listen(here.port, `${PAGE}/plan/live`, await here.signIn(actorOf(who).accountId, here.store.chance.secret()))
}

/** New words for the first thing that matters to Mair, told to whoever has her plan open. */
function write(store: Store, words: string): Promise<void> {
  return transaction(store, async tx => {
    const { rows } = await sql<{ id: string }>`
      insert into plan_item_version (plan_item_id, version, words, language, written_by_name, written_at)
      select latest.plan_item_id, latest.version + 1, ${words}, 'cy', 'Mair', ${tx.now}::timestamptz
      from plan join plan_item as item on item.plan_id = plan.id and item.place = 0
      join plan_item_version as latest on latest.plan_item_id = item.id
      where plan.person_id = ${MAIR} order by latest.version desc limit 1
      returning plan_item_id as id`.execute(tx.db)
    for (const { id } of rows) await announce(tx, { topic: 'plan', id })
  })
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
